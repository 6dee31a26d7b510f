"""Words of the glossary are explained where they first stand in a page's running text.

What is made is a link to the glossary that carries the explanation; `theme/parts/word/` shows it
beside the word. One pass over the page, whatever the size of the glossary.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from generator.model.catalogue import Catalogue
from generator.model.directory import Term
from generator.outputs import text
from generator.views import addresses

_APART: Final = (
    *("h[1-6]", "caption", "dt", "legend", "summary", "th"),
    *("a", "button", "label", "nav", "option", "select", "textarea"),
    *("cite", "code", "pre", "script", "style", "svg"),
)
"""Elements whose text is no running text, or can hold no link; none holds one of its own kind."""
_TAG_END: Final = r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>"""
_RUNNING: Final = re.compile(
    rf"(?:<!--.*?-->|<({'|'.join(_APART)})\b{_TAG_END}.*?(?:</\1\s*>|\Z)"
    rf"|</?[a-zA-Z]{_TAG_END}|<|\s+)*([^<]*)",
    re.DOTALL,
)
"""All that is no running text, and the running text after it; tags are in small letters."""
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


@dataclass(frozen=True, slots=True)
class _Named:
    """A term, where a text names it."""

    term: Term
    begin: int
    end: int


class Glossed:
    """Reads a catalogue's glossary once, for all pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in sorted(_phrases(catalogue), key=lambda phrase: -len(phrase.written)):
            if first := _WORD.match(phrase.written):
                self._by_first.setdefault(first[0].lower(), []).append(phrase)
        # the same texts come on page after page: remembered, they cost a third of what they did
        self._named = lru_cache(_KEPT)(self._read)
        self._explained = lru_cache(None)(_explanation)

    def gloss(self, body: str, title: str, url: Callable[[str], str]) -> str:
        """The body with its words explained, but for those that the title is about."""
        told = {named.term.id for named in self._named(title)}
        made, done = [], 0
        for running in _RUNNING.finditer(body):
            for named in self._named(running[2]):
                if named.term.id not in told:
                    told.add(named.term.id)
                    start = running.start(2)
                    begin, end = start + named.begin, start + named.end
                    made += [body[done:begin], self._link(named.term, body[begin:end], url)]
                    done = end
        return "".join([*made, body[done:]]) if made else body

    def _link(self, term: Term, word: str, url: Callable[[str], str]) -> str:
        """To the glossary; the word is a piece of the page itself."""
        way = Markup.escape(url(addresses.term(term.id)))
        explained = self._explained(term.explanation)
        return f'<a class="sk-word" href="{way}" data-sk-explains="{explained}">{word}</a>'

    def _read(self, running: str) -> tuple[_Named, ...]:
        if self._by_first.keys().isdisjoint(_LETTERS.findall(running.lower())):
            return ()
        return tuple(self._found(running))

    def _found(self, running: str) -> Iterator[_Named]:
        """Every place of a term in a text; what is no more than part of a phrase is none."""
        after = 0
        for word in _WORD.finditer(running):
            start = word.start()
            if start < after or word[0].lower() not in self._by_first:
                continue
            phrase = self._phrase(running, start, word[0])
            if phrase is None:
                continue
            after = start + len(phrase.written)
            if phrase.term is not None:
                yield _Named(phrase.term, start, after)

    def _phrase(self, running: str, start: int, first: str) -> _Phrase | None:
        """The longest that stands there."""
        known = self._by_first[first.lower()]
        return next((phrase for phrase in known if phrase.stands_at(running, start)), None)


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


def _explanation(explanation: str) -> Markup:
    """In one line, for an attribute."""
    return Markup.escape(" ".join(text.plain(explanation).split()))
