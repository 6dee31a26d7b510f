"""A comparison in a few lines: what a reviewer reads first."""

from collections.abc import Iterator
from typing import Final

from generator.checks.wording import listing
from generator.diagnostics import Severity
from generator.diff.changes.change import Kind, Thing
from generator.diff.comparison import Comparison
from generator.views import words

_SAID: Final = {Kind.ADDED: "Nytt", Kind.REMOVED: "Borttaget", Kind.RENAMED: "Nytt id"}
_MOST_NAMES: Final = 6


def summary(found: Comparison) -> Iterator[str]:
    if not found.compared:
        yield "Det nya går inte att läsa. Rätta felen nedan, så visas vad som ändras."
    elif found.nothing:
        yield "Inget ändras för läsarna."
    yield from _things(found)
    if found.changes and found.effects is not None and not found.effects.any:
        yield "Ingen dag, lista eller plan ändras för den som startar."
    if found.published is not None and found.published.any:
        pages, prints = found.published.counts
        counts = (pages, "sida", "sidor"), (prints, "utskrift", "utskrifter")
        yield f"Berör {words.listed(words.counted(*each) for each in counts if each[0])}."
    if found.unasked:
        services = found.new.loaded.catalogue.services
        names = listing((services[id_].name for id_ in found.unasked), last=" och ")
        yield f"Många valfria tjänster ändras på en gång. Ingen plan är räknad för {names}."
    yield from _stops(found)


def _stops(found: Comparison) -> Iterator[str]:
    if found.refused:
        many = words.counted(len(found.refused), "uppgift har", "uppgifter har")
        yield f"Stopp: {many} fått ett nytt kontrolldatum utan nya belägg."
    if found.new.report.errors:
        yield f"Stopp: det nya har {found.new.report.errors} fel och kan inte publiceras."
    if found.compared and found.effects is None:
        yield "Vad det gör med planer och sidor går inte att räkna ut, eftersom det finns fel."


def unread(found: Comparison) -> Iterator[str]:
    """What either side's faults have kept out of the comparison."""
    if found.old.report.errors and found.compared:
        faults = [d for d in found.old.report.diagnostics if d.severity is Severity.ERROR]
        first = f"{faults[0].span.file}:{faults[0].span.line}: {faults[0].message}"
        many = f", och {len(faults) - 1} till" if faults[1:] else ""
        yield f"Det gamla har fel ({first}{many}). Jämförelsen gäller det som gick att läsa."
    broken = found.old.loaded.broken | found.new.loaded.broken
    if broken and found.compared:
        names = listing((f"{section}/{id_}" for section, id_ in sorted(broken)), last=" och ")
        yield f"Inte jämfört, för det går inte att läsa: {names}."


def _things(found: Comparison) -> Iterator[str]:
    """What is new, gone and changed, by name; an entry that is new is not also changed."""
    kinds: dict[Thing, str] = {}
    for change in found.changes:
        own = change.kind if change.part is None else Kind.CHANGED
        kinds.setdefault(change.entry, _SAID.get(own, "Ändrat"))
    for said in dict.fromkeys((*_SAID.values(), "Ändrat")):
        named = [f"{t.noun} «{t.name}»" for t, kind in kinds.items() if kind == said]
        more = len(named) - _MOST_NAMES
        shown = named[:_MOST_NAMES] + ([f"{more} till"] if more > 0 else [])
        if shown:
            yield f"{said}: {words.listed(shown)}."
