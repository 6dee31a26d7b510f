"""What no file has at all is asked for once, where the first that misses it stands."""

from datetime import date

from generator.checks import RULES, report
from generator.diagnostics import Report
from generator.load import load_texts
from generator.source import SourceText

GUIDE = """\
guide: {title: Guide, publisher: Regionen}
"""
SERVICE = """\
sources: {seed: {title: Källa, publisher: Regionen}}
models: {rehab: {name: Vårdval Rehab, short_name: Rehab}}
services:
  sjunet: {name: Sjunet, summary: Nät., source: seed, obligation: {rehab: mandatory}}
"""


def found(rule: str, text: str) -> Report:
    rules = [each for each in RULES if each.name == rule]
    return report(load_texts([SourceText("a.yaml", text)]), rules, as_of=date(2027, 2, 1))


def told(rule: str, text: str) -> list[tuple[str, str]]:
    return [(each.message, each.help) for each in found(rule, text).diagnostics]


def test_what_every_catalogue_must_have() -> None:
    assert told("missing-field", SERVICE) == [("avsnittet `guide` saknas", "lägg till `guide`")]
    assert told("missing-field", GUIDE) == [("avsnittet `services` saknas", "lägg till `services`")]


def test_the_models_that_services_are_offered_to() -> None:
    without = GUIDE + SERVICE.replace("models:", "links: {} #")
    (fault,) = found("unknown-reference", without).diagnostics
    assert (fault.span.line, fault.span.column, fault.span.end_column) == (5, 68, 73)
    assert fault.message == "avsnittet `models` saknas helt; 1 hänvisning går dit"
    assert fault.help.endswith("eller skriv det på nytt med `rehab`")


def test_where_nobody_is_of_a_form_of_operation_a_loop_is_told_all_the_same() -> None:
    loop = f"{GUIDE}{SERVICE}".replace("Nät.,", "Nät., prerequisites: [sjunet],")
    ((message, _),) = told("unobtainable-service", loop)
    assert message == (
        "`sjunet` går inte att få: `sjunet` kräver `sjunet`, och kedjan kommer tillbaka dit"
    )
