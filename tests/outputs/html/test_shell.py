"""A page put together of the shell's texts is the one that its template makes, to the byte."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import host_mkdocs
from generator.outputs.html.contents import Heading
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Shell
from generator.outputs.site.writer import Writer
from generator.pages.page import Page
from generator.publication import Publication
from tests.conftest import copy_project

SITE = "https://guide.example/start"


def built(folder: Path, site: str) -> tuple[Publication, Shell]:
    """The real guide as it is handed to the disk, at a place of its own."""
    project = copy_project(folder)
    places = project / "mkdocs.yml"
    places.write_text(f"site_url: {site}\n{places.read_text('utf-8')}", "utf-8")
    found: list[tuple[Publication, Shell]] = []

    def write(
        made: Publication,
        shell: Shell,
        _: Writer,
        progress: Callable[[int, int], object],
        by_hand: dict[str, str],
    ) -> dict[str, str]:
        progress(0, 0)
        found.append((made, shell))
        return {address: made.fill(html, address) for address, html in by_hand.items()}

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Publication, "write", write)
        asked = host_mkdocs.Asked(settings={"pdf": False, "changes": 0}, site=folder / "site")
        host_mkdocs.build_site(places, asked)
    [one] = found
    return one


@pytest.fixture(scope="module", params=["", SITE], ids=["nowhere", "somewhere"])
def guide(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Publication, Shell]:
    return built(tmp_path_factory.mktemp("project"), request.param)


def test_every_page_of_the_real_guide(guide: tuple[Publication, Shell]) -> None:
    made, shell = guide
    for page in made.pages:
        document = made.document(page)
        assert shell.page(document) == shell.slowly(document), page.address
    assert {"tjanster", "redaktor/regler"} <= {kind.folder for kind in shell.frames}


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SAID = st.one_of(
    TEXT, st.text("<>&\"' \n;lt{}%#-", max_size=8), st.sampled_from(["&lt;", "<!--", "&copy"])
)
NAME = st.one_of(
    st.text("abc-9", min_size=1, max_size=4), st.sampled_from(["å", "a b", "a.b", "%41"])
)
HEADING = st.builds(Heading, st.sampled_from([2, 3]), NAME, SAID)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    address = "/".join(draw(st.lists(NAME, min_size=1, max_size=3)))
    page = Page(address=address, title=draw(SAID), description=draw(SAID), template="any")
    body = draw(st.sampled_from(["", "<h1>En rubrik</h1>", '<h1 id="x">']))
    return Document(
        page=page,
        body=body + draw(SAID),
        headings=tuple(draw(st.lists(HEADING, max_size=4))),
        edit_url=draw(st.none() | SAID),
        json_ld=draw(st.none() | SAID),
    )


def test_any_page(guide: tuple[Publication, Shell]) -> None:
    _, shell = guide

    @given(documents())
    def same(document: Document) -> None:
        assert shell.page(document) == shell.slowly(document)
        again = replace(document, body=f"<h1></h1>{document.body}")
        assert shell.page(again) == shell.slowly(again)

    same()


def test_a_page_says_what_it_is(guide: tuple[Publication, Shell]) -> None:
    made, shell = guide
    page = next(page for page in made.pages if page.address == "tjanster/sjunet")
    whole = shell.page(made.document(page)).decode()
    assert f"<title>{page.title} – Startklar</title>" in whole
    assert whole.count("<h1") == 1
    assert '<a href="#' in whole.partition('id="sidan"')[2].partition("</nav>")[0]
    assert (f'href="{SITE}/tjanster/sjunet/"' in whole) == bool(shell.site)
