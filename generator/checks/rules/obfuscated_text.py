from collections.abc import Iterator

from generator.checks.cipher import ciphered
from generator.checks.inside import inside
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import quote
from generator.checks.written import Written, saying
from generator.diagnostics import Severity
from generator.model.paths import DataPath


@rule(Severity.ERROR, Reads.ENTRY, on_texts=True)
def obfuscated_text(written: Written) -> Iterator[Finding]:
    for path, text in _texts(written):
        if found := ciphered(text):
            word, address = found
            yield Finding(
                place=inside(written.places, path, word),
                message=f"{quote(word[0])} är en adress i chiffer från det gamla webbverktyget",
                help=_help(address),
            )


def _texts(written: Written) -> Iterator[tuple[DataPath, str]]:
    """The texts in cipher that could be read, and all that could not."""
    yield from ((leaf.path, leaf.value) for leaf in saying(written, ciphered))
    yield from written.unread


def _help(address: str) -> str:
    local, _, _ = address.partition("@")
    if not address or "." in local:
        return "ta reda på adressen och skriv den i klartext, om den får publiceras"
    return f"skriv {quote(address)}, som chiffret betyder, om adressen får publiceras"
