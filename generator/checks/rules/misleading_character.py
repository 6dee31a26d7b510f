import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.load.document import MAX_FAULTS
from generator.source import SourceText, Span

_UNSEEN: Final = (
    "\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f"
)
"""What takes no room, or turns the reading direction (Boucher and Anderson 2021). A soft hyphen is
none of them: it shows where a word may be broken."""
_ALIKE: Final = "АВЕЅІЈКМНОРСТУХаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
"""Cyrillic and Greek letters that nobody can tell from Latin ones (Unicode TS 39)."""
_BREAKS: Final = "\x85\u2028\u2029"
"""What libyaml takes for the end of a line, and YAML 1.2, editors and GitHub do not. A return alone
ends one in all YAML, and GitHub shows nothing of it. What follows one in a comment is read."""
_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ÿ"
_MISLEADING: Final = re.compile(
    f"(?P<unseen>[{_UNSEEN}])|(?P<broken>[{_BREAKS}]|\r(?!\n))"
    f"|(?<=[{_LATIN}])[{_ALIKE}]|[{_ALIKE}](?=[{_LATIN}])"
)
_SUSPECT: Final = re.compile(f"[{_UNSEEN}{_ALIKE}{_BREAKS}]|\r(?!\n)")
"""Looked for first, at a tenth of the cost."""


@rule(Severity.ERROR, Reads.WRITING)
def misleading_character(case: Case) -> Iterator[Finding]:
    texts = case.loaded.places.texts
    for text in texts.values():
        for found in islice(_first_of_each_line(text), MAX_FAULTS):
            yield _finding(text.span(found.start()), found)
    if any("\\" in text.text for text in texts.values()):
        yield from _escaped(case)


def _escaped(case: Case) -> Iterator[Finding]:
    """Those that only an escape in a quoted text makes."""
    for leaf in case.leaves:
        found = _search(leaf.value) if type(leaf.value) is str else None
        if found:
            place = case.loaded.places.span(leaf.path)
            if found[0] not in case.loaded.places.texts[place.file].text:
                yield _finding(place, found)


def _search(text: str) -> re.Match[str] | None:
    return _MISLEADING.search(text) if _SUSPECT.search(text) else None


def _first_of_each_line(text: SourceText) -> Iterator[re.Match[str]]:
    found = _MISLEADING.search(text.text) if _SUSPECT.search(text.text) else None
    while found:
        yield found
        line = text.span(found.start()).line
        following = text.offset(line + 1, 1) if line < len(text.lines) else len(text.text)
        found = _MISLEADING.search(text.text, following)


def _finding(place: Span, found: re.Match[str]) -> Finding:
    code = f"U+{ord(found[0]):04X} {unicodedata.name(found[0], '')}".strip()
    if found["broken"]:
        return Finding(
            place=place,
            message=f"här bryts raden av ett tecken som inte syns: {quote(code)}",
            help="byt tecknet mot en vanlig radbrytning, eller ta bort det",
        )
    if found["unseen"]:
        return Finding(
            place=place,
            message=f"här står ett tecken som inte syns: {quote(code)}",
            help="ta bort det; det följer ofta med när text klistras in från en webbsida",
        )
    return Finding(
        place=place,
        message=f"{quote(found[0])} ser ut som en latinsk bokstav men är {quote(code)}",
        help="skriv om hela ordet på tangentbordet",
    )
