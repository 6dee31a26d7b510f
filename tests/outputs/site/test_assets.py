"""Styles and scripts: small, whole, and named by what is in them."""

import shutil
from pathlib import Path

import pytest

from generator.outputs.site.assets import assets
from generator.outputs.template_fault import TemplateFaultError
from tests.pages.rendered import THEME


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


def change(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_other_bytes_have_another_name(theme: Path) -> None:
    before = assets(theme)
    change(theme / "parts" / "shell" / "shell.css", ".new { margin: 0 }")
    change(theme / "modules" / "planera" / "dom.js", "export const added = 1;")
    after = assets(theme)
    assert after.style != before.style
    assert after.script == before.script
    assert {*after.modules.values()}.isdisjoint(before.modules.values())


def test_a_comment_is_neither_published_nor_another_name(theme: Path) -> None:
    before = assets(theme)
    change(theme / "css" / "base.css", "/* why */")
    change(theme / "parts" / "shell" / "shell.js", "// why")
    assert assets(theme) == before


def test_every_address_has_its_text() -> None:
    look = assets(THEME)
    assert {look.style, look.first, look.script, *look.modules.values()} == look.files.keys()


def test_a_page_asks_for_one_file_and_later_for_one_more() -> None:
    names = {name for name in assets(THEME).modules if name.startswith("plan")}
    assert names == {"planera.js", "planera/below.js"}


@pytest.mark.parametrize("name", ["parts/shell/shell.js", "modules/plan.js"])
def test_a_script_that_cannot_be_read_is_named(theme: Path, name: str) -> None:
    (theme / name).write_text("function (", encoding="utf-8")
    with pytest.raises(TemplateFaultError, match=f"{name}: .*line 1"):
        assets(theme)


def test_a_missing_script_is_named(theme: Path) -> None:
    (theme / "parts" / "scheme" / "scheme.js").unlink()
    with pytest.raises(TemplateFaultError, match=r"scheme\.js"):
        assets(theme)
