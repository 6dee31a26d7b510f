"""What is fast gives what the plain way gives."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from typing import Final

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.outputs import text
from generator.outputs.html.glossed import Glossed, Named
from generator.outputs.html.rendering import Html
from generator.outputs.html.ways import url, ways
from generator.pages.registry import all_pages
from generator.views import addresses
from tests.pages.rendered import BOTH, THEME, made_up, real, small

NAMES = st.sampled_from(["a", "b", "tjanster", "a-b", "fil.pdf", "c.d.ics"])
ADDRESSES = st.lists(NAMES, max_size=4).map("/".join)
CODED = st.lists(
    st.sampled_from(["ord", "`id_a`", "`a.b:/c-d`", "`", "``", " ", ".", "_"]), max_size=7
)
SIGNS = "abåÖ17 .,:;()?!«»–/%@-_*[]`<>&#\\\n\"'|+~=\xa0²"


@given(here=ADDRESSES, path=ADDRESSES, anchor=st.sampled_from(["", "#a", "#m=x,y", "#"]))
def test_a_way_is_the_relative_path(here: str, path: str, anchor: str) -> None:
    way = posixpath.relpath(path or ".", here or ".")
    slash = "" if "." in posixpath.basename(path) else "/"
    assert url(here, path + anchor) == way + slash + anchor
    assert ways(here)(path + anchor) == way + slash + anchor


@given(st.text(alphabet=SIGNS, max_size=12) | st.text(max_size=12) | CODED.map("".join))
def test_a_plain_line_is_what_markdown_makes_of_it(written: str) -> None:
    assert text.block(written) == text.marked(written)
    inner = text.marked(written).strip().removeprefix("<p>").removesuffix("</p>")
    assert text.plain(written) == unescape(nh3.clean(text.marked(written), tags=set())).strip()
    assert text.inline(written) == (inner if "<p>" not in inner else text.marked(written))


TERMS = """
terms:
  kiv: {word: KIV, explanation: En *katalog* & "mer"., also_called: [KoK, Katalogen]}
  kort: {word: Reservkort, explanation: Ett kort.}
  bok: {word: Krav- och kvalitetsbok, explanation: En bok.}
  krav: {word: Krav, explanation: Ett krav.}
services:
  a: {name: A, BOTH}
""".replace("BOTH", BOTH)
_PIECE: Final = re.compile(
    r"<!--.*?-->"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|<|[^<]+",
    re.DOTALL,
)
_APART: Final = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt", "legend", "summary", "th"),
    *("a", "button", "label", "nav", "option", "select", "textarea"),
    *("cite", "code", "pre", "script", "style", "svg"),
}


def slowly(glossed: Glossed, body: str, title: str, way: Callable[[str], str]) -> str:
    """Piece by piece, counting the elements that are apart."""
    told = {named.term.id for named in _named(glossed, title)}
    return "".join(_pieces(glossed, body, told, way))


def _pieces(
    glossed: Glossed, body: str, told: set[str], way: Callable[[str], str]
) -> Iterator[str]:
    apart = 0
    for piece in _PIECE.finditer(body):
        tag, shown = piece["tag"], piece[0]
        if tag and tag.lower() in _APART:
            apart += -1 if piece["close"] else 1
        if apart or shown.startswith("<"):
            yield shown
            continue
        done = 0
        for named in _named(glossed, shown):
            if named.term.id not in told:
                told.add(named.term.id)
                explained = Markup.escape(" ".join(text.plain(named.term.explanation).split()))
                yield shown[done : named.begin]
                yield f'<a class="sk-word" href="{way(addresses.term(named.term.id))}" '
                yield f'data-sk-explains="{explained}">{shown[named.begin : named.end]}</a>'
                done = named.end
        yield shown[done:]


def _named(glossed: Glossed, running: str) -> Iterator[Named]:
    """Word by word: the longest phrase that begins with it."""
    after = 0
    for word in re.finditer(r"(?<![\w@./-])[^\W_]\w*", running):
        if word.start() >= after:
            known = glossed._by_first.get(word[0].lower(), [])  # noqa: SLF001 - the twin's makings
            phrase = next((each for each in known if each.stands_at(running, word.start())), None)
            if phrase:
                after = word.start() + len(phrase.written)
                if phrase.term:
                    yield Named(phrase.term, word.start(), after, phrase.term.id)


def elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["p", "em", "h2", "a", "svg", "td", "dd", "label", "article"])
    return st.builds(
        lambda tag, attribute, parts: f"<{tag}{attribute}>{''.join(parts)}</{tag} >",
        tags,
        st.sampled_from(["", " x", ' title="KIV > <a>"', " title='\"'"]),
        st.lists(inner, max_size=3),
    )


TEXTS = st.sampled_from(
    [
        *("KIV", " ", "\n", "Reservkort.", "krav- och kvalitetsbok", "Krav", "a KIVx"),
        *("mer krav- och kvalitetsbok KIV", "İ KIV", "e-KIV KIV", "kIV, KIV@"),
        *("<!-- KIV -->", "KoK &amp; KIV", "<br>", "ord KIV ord", "< KIV"),
    ]
)
BODIES = st.lists(st.recursive(TEXTS, elements, max_leaves=8), max_size=6).map("".join)


def _holds_its_own(body: str) -> bool:
    """Whether an element that is apart lies in another of its kind, which HTML does not allow."""
    inside: list[str] = []
    for piece in _PIECE.finditer(body):
        tag = (piece["tag"] or "").lower()
        if tag in _APART:
            if piece["close"]:
                inside.remove(tag)
            elif tag in inside:
                return True
            else:
                inside.append(tag)
    return False


@given(BODIES)
def test_words_are_explained_as_piece_by_piece(body: str) -> None:
    if not _holds_its_own(body):
        assert GLOSSED.gloss(body, "Krav", str) == slowly(GLOSSED, body, "Krav", str)


GLOSSED: Final = Glossed(small(TERMS).catalogue)


@pytest.mark.parametrize("site", [real, made_up], ids=["real", "made up"])
def test_every_page_is_explained_as_piece_by_piece(site: Callable[[], object]) -> None:
    html = Html(THEME, site())  # type: ignore[arg-type]
    for page in all_pages(html.site):
        body = html.render(replace(page, glossed=False)).body
        way = partial(url, page.address)
        found = html.glossed.gloss(body, page.title, way)
        assert found == slowly(html.glossed, body, page.title, way), page.address
