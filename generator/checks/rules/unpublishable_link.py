import re
from collections.abc import Iterator
from typing import Final

from generator.checks.case import Case
from generator.checks.inside import inside
from generator.checks.outside_code import outside_code
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.model.scalars import ADDRESS_PATTERN

_LINK: Final = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s()>]*)"
    r"|<(?P<bare>[a-z][a-z0-9+.-]*:[^\s<>]*)>"
    r"|^[ ]{0,3}\[[^\[\]]+\]:\s*<?(?P<apart>[^\s>]+)",
    re.IGNORECASE | re.MULTILINE,
)
"""The three ways in which Markdown writes where a link leads."""
_ADDRESS: Final = re.compile(ADDRESS_PATTERN)
_WHOLE: Final = "skriv hela adressen, med `https://`, `mailto:` eller `tel:` först"
_BY_SCHEME: Final = {
    "https": "kopiera adressen från webbläsaren; före webbplatsens namn får inget `@` stå",
    "mailto": "skriv en enda e-postadress efter `mailto:`, och därefter högst `subject` och `body`",
    "tel": "skriv bara numret efter `tel:`, med siffror, bindestreck och högst ett `+` först",
}
"""What to do about an address that begins as it should."""


@rule(Severity.ERROR, Reads.ENTRY, on_texts=True)
def unpublishable_link(case: Case) -> Iterator[Finding]:
    for leaf in case.leaves:
        text = leaf.value
        if isinstance(text, str) and ("](" in text or "]:" in text or "<" in text):
            for found, address in _links(text):
                if not _ADDRESS.fullmatch(address):
                    yield Finding(
                        place=inside(case.loaded.places, leaf.path, found),
                        message=_message(address),
                        help=_BY_SCHEME.get(address.partition(":")[0], _WHOLE),
                    )


def _message(address: str) -> str:
    if address:
        return f"länken leder till {quote(address)}, som inte får publiceras"
    return "länken har ingen adress"


def _links(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each link outside code, and where it leads."""
    for found in outside_code(_LINK, text):
        yield found, next(where for where in found.groups() if where is not None)
