"""What a hand-written page still asks its author to fill in: `[datum]`, `XXX`, `TODO`."""

import re
from html import unescape
from typing import Final

_CODE: Final = re.compile(r"<(pre|code|script|style)\b.*?</\1>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_BLANK: Final = re.compile(r"\[[^\[\]]*\]|\b(?:X{3,}|TODO|FIXME)\b|\?{3,}")
"""Templates, as Digg's for the accessibility statement, put brackets around what is to come."""


def blanks(html: str) -> list[str]:
    """Every blank outside code, as written. A link's brackets are gone when the page is HTML."""
    text = unescape(_TAG.sub("", _CODE.sub("", html)))
    return _BLANK.findall(text)
