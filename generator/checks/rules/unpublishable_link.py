import re
from collections.abc import Iterator
from typing import Final

from generator.checks.inside import inside
from generator.checks.outside_code import outside_code
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.checks.written import Written, saying
from generator.diagnostics import Severity
from generator.model.addresses import ADDRESS_PATTERN, no_address

_LINK: Final = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s()>]*)"
    r"|<(?P<bare>[a-z][a-z0-9+.-]*:[^\s<>]*)>"
    r"|^[ ]{0,3}\[[^\[\]]+\]:\s*<?(?P<apart>[^\s>]+)",
    re.IGNORECASE | re.MULTILINE,
)
"""The three ways in which Markdown writes where a link leads."""
_ADDRESS: Final = re.compile(ADDRESS_PATTERN)


@rule(Severity.ERROR, Reads.ENTRY, on_texts=True)
def unpublishable_link(written: Written) -> Iterator[Finding]:
    for leaf in saying(written, _may_hold_link):
        for found, address in _links(leaf.value):
            if not _ADDRESS.fullmatch(address):
                place = inside(written.places, leaf.path, found)
                message, help_ = _words(address)
                yield Finding(place=place, message=message, help=help_)


def _may_hold_link(text: str) -> bool:
    return "](" in text or "]:" in text or "<" in text


def _words(address: str) -> tuple[str, str]:
    """What is said, and what to do."""
    whole = "skriv hela adressen, med `https://`, `mailto:` eller `tel:` först"
    if not address:
        return "länken har ingen adress", whole
    message = f"länken leder till {quote(address)}, som inte får publiceras"
    if because := no_address(address):
        return f"{message}: {because}", "rätta adressen, eller ta bort länken"
    return message, whole


def _links(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each link outside code, and where it leads."""
    for found in outside_code(_LINK, text):
        yield found, next(where for where in found.groups() if where is not None)
