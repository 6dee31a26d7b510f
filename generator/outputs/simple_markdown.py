"""The Markdown that most texts of several lines are written with, in a tenth of the time.

Paragraphs and lists of plain lines, with names in backticks and with words in stars. A package for
all of Markdown takes .5 ms for such a text, of which a catalogue of 2,500 services has 400; what
holds anything else is left to it. `tests/outputs/html/test_ways_that_are_fast.py` compares the two.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

SIGNS: Final = "a-zåäöA-ZÅÄÖ0-9 .,:;()?!«»–/%@-"
"""What nearly all texts are written with, none of which means anything to Markdown in a line that
begins with a letter. One class of signs takes a sixth of what two do.
"""
NAME: Final = r"(?<!`)`[\w.:/-]++`(?!`)"
"""Of a key or a file."""
_INNER: Final = rf"(?! )(?:[{SIGNS}]++|[^\W_]++)++(?<! )"
_STRESSED: Final = rf"(?<!\*)(?:\*{_INNER}\*|\*\*{_INNER}\*\*)(?!\*)"
_LINE: Final = rf"(?=[^\W\d_]|`|\*)(?:[{SIGNS}]++|[^\W_]++|{NAME}|{_STRESSED})*+(?<! )"


def _lines(begun: str = "") -> str:
    return rf"{begun}{_LINE}(?:\n{begun}{_LINE})*+"


_BULLETED: Final = re.compile(_lines("- "))
_NUMBERED: Final = re.compile(_lines(r"[0-9]{1,2}\. "))
_RUNNING: Final = re.compile(_lines())
_NUMBER: Final = re.compile(r"^[0-9]+\. ", re.MULTILINE)
_CODE: Final = re.compile("`([^`]+)`")
_STRONG: Final = re.compile(r"\*\*([^*]+)\*\*")
_EM: Final = re.compile(r"\*([^*]+)\*")


def coded(line: str) -> str:
    """A plain line with its names marked."""
    return _CODE.sub(r"<code>\1</code>", line) if "`" in line else line


def simple(text: str) -> str | None:
    """Its HTML, or nothing for a text that may hold more."""
    made: list[tuple[str, str]] = []
    for block in text.split("\n\n"):
        if _RUNNING.fullmatch(block):
            made.append(("p", block))
        elif _BULLETED.fullmatch(block):
            made.append(("ul", _items(block[2:].split("\n- "))))
        elif _NUMBERED.fullmatch(block):
            made.append(("ol", _items(_NUMBER.sub("", block).split("\n"))))
        else:
            return None
    if any(one != "p" != other for (one, _), (other, _) in pairwise(made)):
        return None  # a list after another may go on with it
    html = "\n".join([f"<{tag}>{inner}</{tag}>" for tag, inner in made])
    if "*" in html:
        html = _EM.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", html))
    return coded(html)


def _items(lines: Iterable[str]) -> str:
    return "".join(["\n", *(f"<li>{line}</li>\n" for line in lines)])
