import re
from collections.abc import Iterator
from typing import Final

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity

_SHIFT: Final = 8
"""The old web tool wrote each character eight places on in ASCII …"""
_TOO_FAR: Final = "%"
"""… but put this before those that would have left ASCII's printable end, and kept them."""
_DOT: Final = "5"
"""… and wrote both dot and hyphen as this, so that only a domain can be read for certain."""

_MARKS = re.compile(r"uiqt\|wB|%vozmoqwv5\{m")
"""`mailto:` and `vgregion.se`, the two that stand in nearly every ciphered address."""
_WORD = re.compile(r"[^\s()<>\"']+")
_ADDRESS = re.compile(r"(?:mailto:)?([a-z0-9.]+@[a-z0-9]+(?:\.[a-z0-9]+)*\.[a-z]{2,})")


@rule(Severity.ERROR, Reads.ENTRY)
def obfuscated_text(case: Case) -> Iterator[Finding]:
    for leaf in case.leaves:
        for word in _WORD.findall(leaf.value) if isinstance(leaf.value, str) else ():
            address = _ADDRESS.fullmatch(_decoded(word))
            if address or _MARKS.search(word):
                yield Finding(
                    place=leaf.path,
                    message=f"{quote(word)} är en adress i chiffer från det gamla webbverktyget",
                    help=_help(address[1] if address else ""),
                )
                break


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


def _help(address: str) -> str:
    local, _, _ = address.partition("@")
    if not address or "." in local or address.count("@") > 1:
        return "ta reda på adressen och skriv den i klartext, om den får publiceras"
    return f"skriv {quote(address)}, som chiffret betyder, om adressen får publiceras"
