import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.checks.rule import MOST, Finding, Reads, rule
from generator.checks.wording import quote
from generator.checks.written import Written, saying
from generator.diagnostics import Severity
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
_BROKEN: Final = f"(?P<broken>[{_BREAKS}]|\r(?!\n))"
_OTHER: Final = f"(?P<unseen>[{_UNSEEN}])|(?<=[{_LATIN}])[{_ALIKE}]|[{_ALIKE}](?=[{_LATIN}])"
_MISLEADING: Final = f"{_BROKEN}|{_OTHER}"
"""Compiled, as the next, when a text is suspect: that costs as much as this module otherwise."""
_FIRST_OF_LINE: Final = f"{_BROKEN}|(?:{_OTHER})[^\r\n{_BREAKS}]*(?:\r\n|[\r\n{_BREAKS}])?"
"""With the rest of its line, so that the next is found on another."""
_SUSPECT: Final = re.compile(f"[{_UNSEEN}{_ALIKE}{_BREAKS}]|\r(?!\n)")
"""Looked for first, at a tenth of the cost."""
_ASCII: Final = bytes(sign for sign in range(0x80) if chr(sign) != "\r")
_PASSED: Final = "surrogatepass"


@rule(Severity.ERROR, Reads.WRITING, on_texts=True)
def misleading_character(written: Written) -> Iterator[Finding]:
    texts = written.places.texts
    for text in texts.values():
        if _is_suspect(text.text):
            yield from _in(text)
    if any("\\" in text.text for text in texts.values()):
        yield from _escaped(written)


def _in(text: SourceText) -> Iterator[Finding]:
    """The first of each line; of a file full of them all but the first few are only counted."""
    found = re.finditer(_FIRST_OF_LINE, text.text)
    for each in islice(found, MOST):
        yield _finding(text.span(each.start()), each)
    for last in islice(found, 1):
        more = sum(1 for _ in found)
        yield _finding(text.span(last.start()), last)._replace(more=more)


def _escaped(written: Written) -> Iterator[Finding]:
    """Those that only an escape in a quoted text makes."""
    for leaf in saying(written, _search):
        if found := _search(leaf.value):
            place = written.places.span(leaf.path)
            if found[0] not in written.places.texts[place.file].text:
                yield _finding(place, found)


def _search(text: str) -> re.Match[str] | None:
    return re.search(_MISLEADING, text) if _SUSPECT.search(text) else None


def _is_suspect(text: str) -> bool:
    """As `_SUSPECT` has it of a whole file, in an eighth of the time: few signs are not ASCII."""
    rest = text.encode(errors=_PASSED).translate(None, _ASCII).decode(errors=_PASSED)
    return bool(_SUSPECT.search(rest) and _SUSPECT.search(text))


def _finding(place: Span, found: re.Match[str]) -> Finding:
    sign = found[0][0]
    code = f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()
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
        message=f"{quote(sign)} ser ut som en latinsk bokstav men är {quote(code)}",
        help="skriv om hela ordet på tangentbordet",
    )
