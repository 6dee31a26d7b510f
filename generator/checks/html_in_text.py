import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity

_CODE = re.compile(r"`[^`]*`")
_HTML = re.compile(r"<!--|</?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>", re.IGNORECASE)
"""Addresses in angle brackets, which Markdown knows, have a colon or an @ and do not match."""


@rule(Severity.ERROR, Reads.ENTRY)
def html_in_text(case: Case) -> Iterator[Finding]:
    for leaf in case.leaves:
        if isinstance(leaf.value, str) and (html := _HTML.search(_CODE.sub("", leaf.value))):
            yield Finding(
                place=leaf.path,
                on_key=leaf.on_key,
                message=f"texten innehåller HTML: {quote(html[0])}",
                help="skriv texten utan `<` och `>`; i Markdown blir `**ord**` fetstil och "
                "`[ord](adress)` en länk",
            )
