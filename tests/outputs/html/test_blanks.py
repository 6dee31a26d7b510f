"""A hand-written page that still waits for its author is not published."""

from pathlib import Path

import pytest

from generator.outputs.html.blanks import blanks
from tests.conftest import ROOT
from tests.test_host import change, run


@pytest.mark.parametrize(
    "blank", ["[aktörens namn]", "[fyll i datum]", "[ ]", "XXX", "TODO", "????"]
)
def test_what_is_left_to_fill_in_is_found(blank: str) -> None:
    assert blanks(f"<p>Bedömningen gjordes <strong>den {blank}</strong>.</p>") == [blank]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Uppgift saknas: adress för synpunkter</p>",
        "<p><code>prerequisites: [sjunet]</code></p>",
        '<pre tabindex="0"><code class="language-yaml"># TODO: [a]</code></pre>',
        '<p><a href="/x?[a]">Vad gör ni?</a> Ni får 30XX.</p>',
    ],
)
def test_what_is_said_to_be_missing_is_no_blank_nor_is_code(html: str) -> None:
    assert blanks(html) == []


def test_a_guide_with_a_blank_is_not_published(project: Path) -> None:
    change(project / "content" / "tillganglighet.md", "23 november 2026", "[datum]")
    done = run(project, "generator", "build")
    assert done.returncode == 2
    assert "tillganglighet" in done.stderr
    assert "`[datum]`" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_the_statement_holds_what_the_law_asks() -> None:
    text = (ROOT / "content" / "tillganglighet.md").read_text(encoding="utf-8")
    for asked in (
        "<!-- startklar:publisher -->",
        "2018:1937",
        "delvis förenlig",
        "## Kända brister",
        "## Så har vi granskat",
        "Bedömningen gjordes den",
        "uppdaterades senast den",
        "<!-- startklar:feedback -->",
        "https://www.digg.se/tdosanmalan",
    ):
        assert asked in text, asked
