from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.cipher import ciphered
from generator.checks.inside import inside
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.diagnostics import Severity
from generator.load.fault import ShapeFault
from generator.model.outline import DataPath


@rule(Severity.ERROR, Reads.ENTRY, on_texts=True)
def obfuscated_text(case: Case) -> Iterator[Finding]:
    for path, text in _texts(case):
        if found := ciphered(text):
            word, address = found
            yield Finding(
                place=inside(case.loaded.places, path, word),
                message=f"{quote(word[0])} är en adress i chiffer från det gamla webbverktyget",
                help=_help(address),
            )


def _texts(case: Case) -> Iterator[tuple[DataPath, str]]:
    """The texts that could be read, and those that for their cipher could not."""
    for leaf in case.leaves:
        if isinstance(leaf.value, str):
            yield leaf.path, leaf.value
    for fault in case.faults(ShapeFault):
        if fault.given and not fault.on_key and fault.span is None:
            yield fault.path, fault.given


def _help(address: str) -> str:
    local, _, _ = address.partition("@")
    if not address or "." in local:
        return "ta reda på adressen och skriv den i klartext, om den får publiceras"
    return f"skriv {quote(address)}, som chiffret betyder, om adressen får publiceras"
