"""The theme's templates give what Jinja by itself makes of them, and fail where it fails."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.outputs.html.rendering import Html
from generator.outputs.html.templates import Templates
from generator.outputs.template_fault import TemplateFaultError
from generator.pages.page import Page
from generator.pages.registry import all_pages
from generator.pages.slots import SLOTS
from generator.views.site import Site
from tests.pages.rendered import BOTH, THEME, made_up, real, small

ONE = f"services: {{a: {{name: A, {BOTH}}}}}"


class Plain(jinja2.Environment):
    """The slow twin."""

    def render(self, template: str, names: Mapping[str, Any]) -> str:
        return self.get_template(template).render(names)


def plain(fast: Html) -> Html:
    slow = Html(THEME, fast.site)
    environment = Plain(
        loader=jinja2.FileSystemLoader([THEME / "pages", THEME / "parts"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(fast.environment.filters)
    environment.globals.update(fast.environment.globals)
    slow.environment = environment  # type: ignore[assignment]
    return slow


@pytest.mark.parametrize(
    "site", [real, made_up, lambda: small(ONE)], ids=["real", "made up", "one"]
)
def test_every_page_is_the_same_as_by_jinja_itself(site: Any) -> None:
    fast = Html(THEME, site())
    slow = plain(fast)
    for page in all_pages(site()):
        assert fast.render(page).body == slow.render(page).body, page.address
    for name in SLOTS:
        marked = f"<!-- startklar:{name} -->"
        assert fast.fill(marked, "") == slow.fill(marked, "")


PART = """
{%- macro one(a, b="två") %}{{ a }}-{{ b }}{% endmacro -%}
{%- macro around(a, b="två") %}{{ a }}-{{ b }}-{{ caller() }}{% endmacro -%}
{%- macro said() %}{{ word }}{{ "!" if loud }}{% endmacro -%}
"""
PAGE = """
{%- from "part/part.html" import around, one, said with context -%}
{{ one("<") }} {{ one(b=1, a=thing.text) }}
{% call around("x", b="y") %}<b>{{ word }}</b>{% endcall %}
{{ said() }} {{ thing.missing is defined }} {{ thing.text is not undefined }}
{%- for _ in "ab" %} {{ loop.previtem is defined }}{% endfor %}
"""


class Thing:
    text = "a & b"


def made(folder: Path, page: str = PAGE, part: str = PART) -> Path:
    (folder / "pages").mkdir()
    (folder / "parts/part").mkdir(parents=True)
    (folder / "pages/page.html").write_text(page, encoding="utf-8")
    (folder / "parts/part/part.html").write_text(part, encoding="utf-8")
    return folder


def test_parts_see_the_page_of_the_moment(tmp_path: Path) -> None:
    templates = Templates(made(tmp_path))
    names = {"thing": Thing(), "loud": False}
    told = [templates.render("page.html", {**names, "word": word}) for word in ("ett", "<två>")]
    assert told == [
        "&lt;-två a &amp; b-1\nx-y-<b>ett</b>ett False True False True",
        "&lt;-två a &amp; b-1\nx-y-<b>&lt;två&gt;</b>&lt;två&gt; False True False True",
    ]
    assert templates.names == {}, "nothing of a page is left for the next"


@pytest.mark.parametrize(
    "page",
    [
        "{{ thing.missing }}",
        "{{ nothing }}",
        "{{ nothing.missing is defined }}",
        '{% from "part/part.html" import one %}{{ one() }}',
        '{% from "part/part.html" import one %}{{ one("a", "b", "c") }}',
        '{% from "part/part.html" import one %}{{ one("a", c="c") }}',
        '{% from "part/part.html" import around %}{{ around("a") }}',
        '{% from "part/part.html" import other %}{{ other() }}',
        '{% from "part/part.html" import said %}{{ said() }}',
    ],
)
def test_what_is_not_there_is_told_by_template_and_line(page: str, tmp_path: Path) -> None:
    html = Html(made(tmp_path, f"\n{page}"), real())
    with pytest.raises(TemplateFaultError, match=r"(page|part)\.html:\d+: "):
        html.part("page.html", "", thing=Thing())


def test_a_fault_in_a_section_is_told_where_it_stands(tmp_path: Path) -> None:
    theme = made(tmp_path, "{{ section('part/part') }}", "\n{{ nothing }}")
    sections = {"part/part": dict[str, object]}
    page = Page(address="", title="", description="", template="page", sections=sections)
    with pytest.raises(TemplateFaultError, match=r"^[^ ]*part\.html:2: ") as found:
        Html(theme, real()).render(page)
    assert "page.html" not in str(found.value)


def test_a_site_is_none_the_less_whole_after_a_fault(tmp_path: Path) -> None:
    site: Site = real()
    html = Html(made(tmp_path, "{{ x.y }}"), site)
    with pytest.raises(TemplateFaultError):
        html.part("page.html", "")
    assert html.environment.names == {}


def test_a_template_with_a_fault_is_told_of_when_somebody_asks_for_it(tmp_path: Path) -> None:
    html = Html(made(tmp_path, "{% if %}"), real())
    html.environment.ready()
    with pytest.raises(TemplateFaultError, match=r"page\.html:1: "):
        html.part("page.html", "")
