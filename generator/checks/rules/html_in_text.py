import re
from collections.abc import Iterator

from generator.checks.inside import inside
from generator.checks.outside_code import outside_code
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.checks.written import Written, saying
from generator.diagnostics import Severity

_HTML = re.compile(r"<!--|</?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>", re.IGNORECASE)
"""Addresses in angle brackets, which Markdown knows, have a colon or an @ and do not match."""


@rule(Severity.ERROR, Reads.ENTRY, on_texts=True)
def html_in_text(written: Written) -> Iterator[Finding]:
    for leaf in saying(written, _html):
        if html := _html(leaf.value):
            yield Finding(
                place=inside(written.places, leaf.path, html),
                message=f"texten innehåller HTML: {quote(html[0])}",
                help="skriv texten utan `<` och `>`; i Markdown blir `**ord**` fetstil och "
                "`[ord](adress)` en länk",
            )


def _html(text: str) -> re.Match[str] | None:
    """The first HTML outside code, found in the text itself so that its place is known."""
    return next(outside_code(_HTML, text), None) if "<" in text else None
