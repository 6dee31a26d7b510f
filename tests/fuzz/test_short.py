"""A short look at what `make fuzz` looks at for long, and what that has found."""

from datetime import date
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import report
from generator.load import load_texts
from generator.source import SourceText
from tests.fuzz.catalogues import catalogues
from tests.fuzz.seeds import files, seeds
from tests.fuzz.through import through

SEEDS: Final = [*seeds()]
UNHURRIED: Final = settings(deadline=None, suppress_health_check=[*HealthCheck])

LOOP = """
guide: {title: Guide, publisher: Regionen}
models: {pv: {name: Primärvården, short_name: PV}}
sources: {seed: {title: Huvudkällan, publisher: Regionen}}
services:
  a:
    {name: A, summary: En., source: seed, obligation: {pv: mandatory}, prerequisites: [b]}
  b:
    {name: B, summary: Två., source: seed, obligation: {pv: mandatory}, prerequisites: [a]}
"""


@settings(UNHURRIED, max_examples=200)
@given(catalogues())
def test_any_catalogue_of_the_schema_is_published_or_refused(made: dict[str, bytes]) -> None:
    through(made)


@settings(UNHURRIED, max_examples=1500)
@given(st.sampled_from(SEEDS), st.data())
def test_any_bytes_are_published_or_refused(seed: bytes, data: st.DataObject) -> None:
    at, length = data.draw(st.integers(0, len(seed))), data.draw(st.integers(0, 40))
    through(files(seed[:at] + data.draw(st.binary(max_size=8)) + seed[at + length :]))


def test_a_loop_is_told_where_no_operators_are() -> None:
    """Found by atheris: nobody was asked for, so no rule of the graphs looked."""
    found = report(load_texts([SourceText("a.yaml", LOOP)]), as_of=date(2027, 2, 1))
    assert [(each.rule, each.span.line) for each in found.diagnostics] == [
        ("unobtainable-service", 7)
    ]
    through({"a.yaml": LOOP.encode()})


def test_an_empty_document_without_a_line_break_is_told_where_there_is_a_line() -> None:
    """Found by atheris."""
    through({"a.yaml": b"---"})
