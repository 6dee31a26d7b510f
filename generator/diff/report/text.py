"""A comparison for a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from generator.diagnostics import Diagnostic
from generator.diff.comparison import Comparison
from generator.diff.impact.published import is_print
from generator.diff.report.sentence import heading, sentence
from generator.diff.report.summary import summary, unread
from generator.diff.report.telling import Teller, Told
from generator.report.excerpt import visible
from generator.report.text import NAMES, render_one

_MOST_ADDRESSES: Final = 8


def render(found: Comparison) -> str:
    """The sum first, then each part that has something to say."""
    parts = (_head, _refused, _changes, _effects, _findings, _published)
    blocks = ("\n".join(visible(line) for line in part(found)) for part in parts)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _head(found: Comparison) -> Iterator[str]:
    yield f"Jämförelse: {found.old.name} → {found.new.name}"
    yield from summary(found)
    yield from unread(found)


def _refused(found: Comparison) -> Iterator[str]:
    for each in found.refused:
        yield from render_one(found.new.report, each).splitlines()


def _changes(found: Comparison) -> Iterator[str]:
    if found.changes:
        yield "VAD SOM ÄNDRAS"
    for title, group in groupby(found.changes, heading):
        yield f"  {title}"
        yield from (f"    - {said}" for said in map(sentence, group) if said)


def _effects(found: Comparison) -> Iterator[str]:
    if found.effects is None or not found.effects.any:
        return
    yield f"VAD DET GÖR FÖR DEN SOM STARTAR (räknat från {found.today.isoformat()})"
    told = tuple(
        Teller(found.old.loaded.catalogue, found.new.loaded.catalogue).effects(found.effects)
    )
    for each in told:
        if not each.minor:
            yield f"  {each.text}"
            yield from (f"    {detail}" for detail in each.details)
    yield from (f"  {line}" for line in _minor(told))


def _minor(told: Iterable[Told]) -> Iterator[str]:
    minor = [each for each in told if each.minor]
    if minor:
        yield "Därmed flyttas också:"
    yield from (f"  {each.text}" for each in minor)


def _findings(found: Comparison) -> Iterator[str]:
    new, gone = found.findings.new, found.findings.resolved
    if new:
        yield f"NYTT I GRANSKNINGEN ({len(new)})"
        yield from map(_finding, new)
    if gone:
        yield f"LÖST I GRANSKNINGEN ({len(gone)})"
        yield from map(_finding, gone)


def _finding(found: Diagnostic) -> str:
    span = found.span
    kind = f"{NAMES[found.severity]}[{found.rule}]"
    return f"  {span.file}:{span.line}:{span.column}: {kind} {found.message}"


def _published(found: Comparison) -> Iterator[str]:
    published = found.published
    if published is None or not published.any:
        return
    yield "SIDOR OCH UTSKRIFTER"
    for said, many in (
        ("ny", published.new),
        ("borta", published.gone),
        ("ändrad", published.changed),
    ):
        yield from _addresses(said, [address for address in many if not is_print(address)])
        yield from _addresses(said, [address for address in many if is_print(address)])


def _addresses(said: str, addresses: list[str]) -> Iterator[str]:
    yield from (f"  {said}: {address}" for address in addresses[:_MOST_ADDRESSES])
    more = len(addresses) - _MOST_ADDRESSES
    if more > 0:
        yield f"  {said}: {more} till; `--format json` räknar upp alla"
