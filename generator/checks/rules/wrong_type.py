import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.cipher import ciphered
from generator.checks.nearest import as_id, nearest
from generator.checks.rule import Finding, Reads, rule
from generator.checks.wording import listing, quote, spot
from generator.diagnostics import Severity
from generator.load.fault import ShapeFault, ShapeKind

_EXPLANATION = re.compile(": |, (?:skriv|till exempel)")
"""Where the help goes on to say how a value is written."""


@rule(Severity.ERROR, Reads.WRITING)
def wrong_type(case: Case) -> Iterator[Finding]:
    for fault in case.faults(ShapeFault):
        if fault.kind is ShapeKind.WRONG and not _said_elsewhere(fault):
            yield Finding(
                place=fault.place, on_key=fault.on_key, message=_message(fault), help=_help(fault)
            )


def _said_elsewhere(fault: ShapeFault) -> bool:
    """Whether obfuscated-text speaks of it."""
    is_value = not fault.on_key and fault.span is None
    return is_value and ciphered(fault.given or "") is not None


def _message(fault: ShapeFault) -> str:
    if fault.on_key:
        return f"{quote(fault.given)} kan inte vara ett id"
    if fault.given is None:
        return f"{spot(fault.path)} har fel form"
    if not fault.given.strip():
        return f"{spot(fault.path)} är en tom text"
    if fault.because:
        return fault.because
    what = f"{quote(fault.given)} i {_field(fault)}"
    if fault.allowed:
        return f"{what} är inget av de värden som finns"
    return f"{what} går inte att tolka som {_EXPLANATION.split(fault.expected)[0]}"


def _field(fault: ShapeFault) -> str:
    return quote(next(step for step in reversed(fault.path) if isinstance(step, str)))


def _help(fault: ShapeFault) -> str:
    given = fault.given or ""
    if fault.allowed:
        meant = nearest(given, fault.allowed)
        if meant:
            return f"skriv {quote(meant)}, om det är det ni menar"
        return f"skriv {listing(fault.allowed)}"
    if fault.expected == "en lista" and given:
        return f"skriv en lista: `[{given}]`"
    if fault.expected.startswith("ett id") and (example := as_id(given)):
        return f"skriv {fault.expected}; till exempel {quote(example)}"
    return f"skriv {fault.expected}"
