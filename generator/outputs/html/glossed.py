"""Words of the glossary are explained where they first stand in a page's running text.

What is made is a link to the glossary that carries the explanation; `theme/parts/word/` shows it
beside the word. One pass over the page, whatever the size of the glossary.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count
from typing import Final, NamedTuple

from markupsafe import Markup

from generator.model.catalogue import Catalogue
from generator.model.directory import Term
from generator.outputs import text
from generator.views import addresses

_APART: Final = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt", "legend", "summary", "th"),
    *("a", "button", "label", "nav", "option", "select", "textarea"),
    *("cite", "code", "pre", "script", "style", "svg"),
)
"""Elements whose text is no running text, or can hold no link; none holds one of its own kind."""
_TAG_END: Final = r"""[^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+>"""


def _whole(tag: str) -> str:
    """An element after its `<`, to its end or the page's. One for each: a name that is captured and
    asked for again costs a quarter more.
    """
    return rf"{tag}\b{_TAG_END}[^<]*+(?:<(?!/{tag}\s*>)[^<]*+)*+(?:</{tag}\s*>|\Z)"


_ONE: Final = (
    rf"<(?:/[a-zA-Z]{_TAG_END}|{'|'.join(map(_whole, _APART))}|[a-zA-Z]{_TAG_END}|!--.*?-->|)\s*+"
)
_BETWEEN: Final = re.compile(rf"({_ONE}(?:{_ONE})*+)", re.DOTALL)
"""All that is no running text, in one piece; tags are in small letters. The first is written out,
so that it is looked for by its `<`: a third less than by an expression that begins with a group.
"""
_LETTERS: Final = re.compile(r"\w+")
_WORD: Final = re.compile(r"(?<![\w@./-])[^\W_]\w*")
_END: Final = re.compile(r"(?![\w@]|\.\w)")
_CAPITALS: Final = 2
_KEPT: Final = 8_192
"""Texts whose words are remembered: those of the theme, and of what many services share."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words in a row, as a text has them. Without a term they are only passed over."""

    written: str
    term: Term | None = None

    def stands_at(self, running: str, place: int) -> bool:
        """With the first letter in either case, and not as the beginning of another word."""
        end = place + len(self.written)
        found = running[place:end]
        same = found[1:] == self.written[1:] and found[:1].lower() == self.written[:1].lower()
        return same and _END.match(running, end) is not None


class Named(NamedTuple):
    """A term, where a text names it."""

    term: Term
    begin: int
    end: int
    id: str
    """The term's."""


class _Links(dict[str, str]):
    """What a link to a term begins with, by the term's id: the same on all pages of a folder."""

    def __init__(self, glossary: str) -> None:
        super().__init__()
        self.glossary = glossary
        """The way to it, to the beginning of an anchor."""

    def to(self, term: Term) -> str:
        if term.id not in self:
            way = Markup.escape(f"{self.glossary}{term.id}")
            explained = _explanation(term.explanation)
            link = f'<a class="sk-word" href="{way}" data-sk-explains="{explained}">'
            self[term.id] = link
        return self[term.id]


class Glossed:
    """Reads a catalogue's glossary once, for all pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in sorted(_phrases(catalogue), key=lambda phrase: -len(phrase.written)):
            if first := _WORD.match(phrase.written):
                self._by_first.setdefault(first[0].lower(), []).append(phrase)
        # the same texts come on page after page: remembered, they cost a third of what they did
        self._named = lru_cache(_KEPT)(self._read)
        self._links = lru_cache(None)(_Links)

    def gloss(self, body: str, title: str, url: Callable[[str], str]) -> str:
        """The body with its words explained, but for those that the title is about."""
        told = {named.term.id for named in self._named(title)}
        pieces = _BETWEEN.split(body)  # every other is running text
        found = [*map(self._named, pieces[::2])]
        links = self._links(url(addresses.term("")))
        for place, names in compress(zip(count(0, 2), found, strict=False), found):
            if new := [named for named in names if named.id not in told]:
                pieces[place] = _marked(pieces[place], new, told, links)
        return "".join(pieces)

    def _read(self, running: str) -> tuple[Named, ...]:
        small = running.replace("İ", "I").lower()  # the one letter that two small ones are made of
        firsts = self._by_first.keys() & _LETTERS.findall(small)
        return tuple(self._found(running, small, firsts)) if firsts else ()

    def _found(self, running: str, small: str, firsts: Iterable[str]) -> Iterator[Named]:
        """Every place of a term in a text; what is no more than part of a phrase is none."""
        after = 0
        for start, first in sorted((at, word) for word in firsts for at in _places(word, small)):
            phrase = self._phrase(running, start, first) if start >= after else None
            if phrase is None:
                continue
            after = start + len(phrase.written)
            if phrase.term is not None:
                yield Named(phrase.term, start, after, phrase.term.id)

    def _phrase(self, running: str, start: int, first: str) -> _Phrase | None:
        """The longest that stands there."""
        known = self._by_first[first]
        return next((phrase for phrase in known if phrase.stands_at(running, start)), None)


def _places(first: str, small: str) -> Iterator[int]:
    """Where the word stands in a text in small letters."""
    place = small.find(first)
    while place >= 0:
        word = _WORD.match(small, place)
        if word and word[0] == first:
            yield place
        place = small.find(first, place + 1)


def _phrases(catalogue: Catalogue) -> Iterator[_Phrase]:
    """Every word with its abbreviations; the models' names are nobody's word."""
    models = catalogue.models.values()
    names = {_written(name) for m in models for name in (m.name, m.now_called) if name}
    yield from (_Phrase(name) for name in names)
    for term in catalogue.terms.values():
        for name in dict.fromkeys([term.word, *_abbreviations(term.also_called)]):
            if _written(name) not in names:
                yield _Phrase(_written(name), term)


def _abbreviations(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if sum(letter.isupper() for letter in name) >= _CAPITALS)


def _written(name: str) -> str:
    """As it stands in a page."""
    return str(Markup.escape(name))


def _marked(running: str, names: Iterable[Named], told: set[str], links: _Links) -> str:
    """The text with the terms explained that are not told yet, which they then are."""
    made, done = [], 0
    for term, begin, end, id_ in names:
        if id_ not in told:
            told.add(id_)
            made += [running[done:begin], links.to(term), running[begin:end], "</a>"]
            done = end
    return "".join([*made, running[done:]])


def _explanation(explanation: str) -> Markup:
    """In one line, for an attribute."""
    return Markup.escape(" ".join(text.plain(explanation).split()))
