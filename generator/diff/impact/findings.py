"""Which faults are new and which are gone, wherever in the files they stand."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Report
from generator.diff.changes.renames import Renames


@dataclass(frozen=True, slots=True)
class Findings:
    new: tuple[Diagnostic, ...]
    """Placed in the new files."""
    resolved: tuple[Diagnostic, ...]
    """Placed in the old files."""


def findings(old: Report, new: Report, renamed: Renames) -> Findings:
    """A fault is the same one if its rule and its words are: lines move when others are added."""
    ids = _ids(renamed)

    def before(found: Diagnostic) -> str:
        return f"{found.rule}: {ids(found.message)}"

    def after(found: Diagnostic) -> str:
        return f"{found.rule}: {found.message}"

    had, has = Counter(map(before, old.diagnostics)), Counter(map(after, new.diagnostics))
    return Findings(
        tuple(_left(new, has - had, after)),
        tuple(_left(old, had - has, before)),
    )


def _left(
    report: Report, counted: Counter[str], key: Callable[[Diagnostic], str]
) -> Iterator[Diagnostic]:
    """The last of those that say the same, as many as there are more of."""
    found = []
    for each in reversed(report.diagnostics):
        if counted[key(each)] > 0:
            counted[key(each)] -= 1
            found.append(each)
    yield from reversed(found)


def _ids(renamed: Renames) -> Callable[[str], str]:
    pairs = {old: new for (_, old), new in renamed.entries.items()} | dict(renamed.items)

    def follow(message: str) -> str:
        for old, new in pairs.items():
            message = message.replace(f"`{old}`", f"`{new}`")
        return message

    return follow
