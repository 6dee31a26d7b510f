"""The cipher that the old web tool wrote addresses in."""

import re
from typing import Final

_SHIFT: Final = 8
"""The tool wrote each character eight places on in ASCII …"""
_TOO_FAR: Final = "%"
"""… but put this before those that would have left ASCII's printable end, and kept them."""
_DOT: Final = "5"
"""… and wrote both dot and hyphen as this, so that only a domain can be read for certain."""

_MARKS = re.compile(r"uiqt\|wB|%vozmoqwv5\{m")
"""`mailto:` and `vgregion.se`, the two that stand in nearly every ciphered address."""
_WORD = re.compile(r"[^\s()<>\"']+")
_ADDRESS = re.compile(r"(?:mailto:)?([a-z0-9.]+@[a-z0-9]+(?:\.[a-z0-9]+)*\.[a-z]{2,})")


_AT, _TWO = chr(ord("@") + _SHIFT), f"{_DOT}{chr(ord('.') + _SHIFT)}"
_AT_AND_DOT = re.compile(rf"[{_AT}{_TOO_FAR}].*[{_TWO}{_TOO_FAR}]", re.DOTALL)
"""What every address in cipher has: the sign before the domain, and then a dot in the domain."""


def ciphered(text: str) -> tuple[re.Match[str], str] | None:
    """The first word in cipher, and the address that it means if that can be read."""
    if not _may_hold_cipher(text):
        return None
    for word in _WORD.finditer(text):
        if _may_hold_cipher(word[0]):
            address = _ADDRESS.fullmatch(_decoded(word[0]))
            if address or _MARKS.search(word[0]):
                return word, address[1] if address else ""
    return None


def _may_hold_cipher(text: str) -> bool:
    """Whether to look closer: most texts lack what every cipher has, and this costs a twentieth."""
    if _AT not in text and _TOO_FAR not in text and "uiqt" not in text:
        return False
    return _AT_AND_DOT.search(text) is not None or _MARKS.search(text) is not None


def _decoded(word: str) -> str:
    characters = iter(word)
    return "".join(
        next(characters, "")
        if c == _TOO_FAR
        else "."
        if c == _DOT
        else chr(max(ord(c) - _SHIFT, 0))
        for c in characters
    )
