"""Modules in as few files as they are asked for, each still what it was."""

import pytest

from generator.outputs.site.modules import published
from generator.outputs.template_fault import TemplateFaultError

PAGE = """\
import { twice } from "./a/two.js";

export function open() {
  return import("./a/later.js").then(({ six }) => six() + twice(1));
}
"""
TWO = "export function twice(x) {\n  return 2 * x;\n}\n"
LATER = """\
import { twice } from "./two.js";
import { three } from "./three.js";

export const six = () => twice(three);
"""
TEXTS = {
    "page.js": PAGE,
    "a/two.js": TWO,
    "a/later.js": LATER,
    "a/three.js": "export const three = 3;\n",
}


def test_what_a_page_imports_is_in_its_file_and_what_it_fetches_later_is_not() -> None:
    files = published(TEXTS)
    assert list(files) == ["page.js", "a/later.js"]
    assert "2 * x" in files["page.js"]
    assert "2 * x" not in files["a/later.js"], "it is taken from the page's file"
    assert files["a/later.js"].startswith('import{twice}from"../page.js";')
    assert "three = 3" in files["a/later.js"]
    assert "three = 3" not in files["page.js"]


def test_what_others_take_is_still_given() -> None:
    files = published(TEXTS)
    assert files["page.js"].startswith("export const{open,twice}=")
    assert files["a/later.js"].count("export const{six}=") == 1


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a/two.js", "export default 2;\n", "a/two.js: cannot be put in one file: export default"),
        ("a/two.js", "import x from './y.js';\n" + TWO, "cannot be put in one file: import x"),
        ("a/two.js", "const { x } = window;\n" + TWO, "cannot be put in one file"),
        ("a/two.js", "export const two = 2;\n", "a/two.js does not export twice"),
        ("a/three.js", "export const three = 3;\nconst twice = 1;\n", "has a twice already"),
        (
            "a/three.js",
            'export const three = () => import("./none.js");\n',
            "there is no a/none.js",
        ),
    ],
)
def test_what_is_not_understood_is_told(name: str, text: str, told: str) -> None:
    with pytest.raises(TemplateFaultError, match=told):
        published({**TEXTS, name: text})
