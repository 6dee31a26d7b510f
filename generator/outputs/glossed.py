"""Words of the glossary are explained where they first stand in a page's running text.

What is made is a link to the glossary that carries the explanation; `theme/parts/word/` shows it
beside the word. One pass over the page, whatever the size of the glossary.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.model.catalogue import Catalogue
from generator.model.directory import Term
from generator.outputs import text
from generator.views import addresses

_PIECE: Final = re.compile(
    r"<!--.*?-->"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|<|[^<]+",
    re.DOTALL,
)
_WORD: Final = re.compile(r"(?<![\w@./-])[^\W_]\w*")
_END: Final = re.compile(r"(?![\w@]|\.\w)")
_APART: Final = frozenset(
    [
        *("h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt", "legend", "summary", "th"),
        *("a", "button", "label", "nav", "option", "select", "textarea"),
        *("cite", "code", "pre", "script", "style", "svg"),
    ]
)
"""Elements whose text is no running text, or can hold no link."""
_CAPITALS: Final = 2
_LINK: Final = Markup('<a class="sk-word" href="{}" data-sk-explains="{}">{}</a>')


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


class Glossed:
    """Reads a catalogue's glossary once, for all pages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for phrase in sorted(_phrases(catalogue), key=lambda phrase: -len(phrase.written)):
            if first := _WORD.match(phrase.written):
                self._by_first.setdefault(first[0].lower(), []).append(phrase)

    def gloss(self, body: str, title: str, url: Callable[[str], str]) -> str:
        """The body with its words explained, but for those that the title is about."""
        told = {term.id for term, _, _ in self._found(title, set())}
        return "".join(self._pieces(body, told, url))

    def _pieces(self, body: str, told: set[str], url: Callable[[str], str]) -> Iterator[str]:
        apart = 0
        for piece in _PIECE.finditer(body):
            tag = piece["tag"]
            if tag and tag.lower() in _APART:
                apart += -1 if piece["close"] else 1
            if apart or piece[0].startswith("<") or piece[0].isspace():
                yield piece[0]
            else:
                yield self._running(piece[0], told, url)

    def _running(self, running: str, told: set[str], url: Callable[[str], str]) -> str:
        made, done = [], 0
        for term, start, end in self._found(running, told):
            word = Markup(running[start:end])  # noqa: S704 - a piece of the page itself
            link = _LINK.format(url(addresses.term(term.id)), _explanation(term), word)
            made += [running[done:start], link]
            done = end
        return "".join([*made, running[done:]]) if made else running

    def _found(self, running: str, told: set[str]) -> Iterator[tuple[Term, int, int]]:
        """The terms not yet told of, each with the place of its word; they are then told of."""
        after = 0
        for word in _WORD.finditer(running):
            start = word.start()
            if start < after or word[0].lower() not in self._by_first:
                continue
            phrase = self._phrase(running, start, word[0])
            if phrase is None:
                continue
            after = start + len(phrase.written)
            if phrase.term is not None and phrase.term.id not in told:
                told.add(phrase.term.id)
                yield phrase.term, start, after

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


def _explanation(term: Term) -> str:
    return " ".join(text.plain(term.explanation).split())
