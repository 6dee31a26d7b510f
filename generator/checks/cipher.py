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


def ciphered(text: str) -> tuple[re.Match[str], str] | None:
    """The first word in cipher, and the address that it means if that can be read."""
    for word in _WORD.finditer(text):
        address = _ADDRESS.fullmatch(_decoded(word[0]))
        if address or _MARKS.search(word[0]):
            return word, address[1] if address else ""
    return None


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
