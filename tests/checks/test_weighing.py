"""What the editors have decided about a rule: raised, lowered, silenced, for a time."""

from datetime import date, timedelta

import pytest

from generator.checks import CheckedCatalogue, check, report
from generator.diagnostics import Report
from generator.load import load_texts
from generator.source import SourceText

DAY = date(2027, 2, 1)
CATALOGUE = """
guide: {title: Guide, publisher: Regionen}
models: {rehab: {name: Vårdval Rehab, short_name: Rehab}}
operators: {private: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
services:
  sjunet: {name: Sjunet, summary: Nät., source: seed, obligation: {rehab: mandatory}}
links:
  hugin: {title: Hugin, source: seed}
  munin:
    title: Munin
    source: seed
"""


def override(severity: str, places: str = "[]", until: str = "2027-02-01") -> str:
    return (
        f"{{rule: link-without-address, severity: {severity}, places: {places}, "
        f"because: Sidan flyttas., until: {until}}}"
    )


def found(*overrides: str, as_of: date = DAY) -> Report:
    section = "".join(f"  o{number}: {text}\n" for number, text in enumerate(overrides))
    text = CATALOGUE + (f"overrides:\n{section}" if section else "")
    return report(load_texts([SourceText("a.yaml", text)]), as_of=as_of)


def shown(result: Report) -> list[str]:
    return [
        f"{each.severity} {each.message.split('`')[1]}"
        for each in result.diagnostics
        if each.rule == "link-without-address"
    ]


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ([], ["warning hugin", "warning munin"]),
        ([override("off")], []),
        ([override("info")], ["info hugin", "info munin"]),
        ([override("error")], ["error hugin", "error munin"]),
        ([override("off", "[links/munin]")], ["warning hugin"]),
        ([override("off", "[links/munin, links/hugin]")], []),
        ([override("off", "[guide]")], ["warning hugin", "warning munin"]),
        ([override("error"), override("off", "[links/hugin]")], ["error munin"]),
        ([override("off"), override("error", "[links/hugin]")], ["error hugin"]),
        ([override("off", until="2027-01-31")], ["warning hugin", "warning munin"]),
    ],
)
def test_an_override_decides_what_a_rule_weighs(overrides: list[str], expected: list[str]) -> None:
    assert shown(found(*overrides)) == expected


def test_what_is_silenced_is_counted_with_its_reason() -> None:
    (silenced,) = found(override("off", "[links/hugin]")).silenced
    assert silenced.diagnostic.message == "länken `hugin` har ingen adress"
    assert (silenced.because, silenced.until) == ("Sidan flyttas.", DAY)


def test_the_day_after_the_last_the_finding_is_back_and_the_override_is_a_fault() -> None:
    later = found(override("off"), as_of=DAY + timedelta(days=1))
    assert [each.rule for each in later.diagnostics] == [
        "link-without-address",
        "link-without-address",
        "expired-override",
    ]
    assert later.silenced == ()


def test_a_raised_warning_stops_the_guide_and_a_silenced_one_does_not_fail_a_strict_run() -> None:
    def proven(severity: str) -> bool:
        text = f"{CATALOGUE}overrides:\n  a: {override(severity)}\n"
        loaded = load_texts([SourceText("a.yaml", text)])
        return isinstance(check(loaded, as_of=DAY, strict=severity == "off"), CheckedCatalogue)

    assert proven("off")
    assert not proven("error")


def test_an_error_is_told_whatever_an_override_says() -> None:
    rule = "{rule: unknown-reference, severity: off, because: Skäl., until: 2027-12-31}"
    text = f"{CATALOGUE.replace('source: seed}', 'source: sede}', 1)}overrides:\n  a: {rule}\n"
    result = report(load_texts([SourceText("a.yaml", text)]), as_of=DAY)
    rules = {each.rule for each in result.diagnostics}
    assert {"unknown-reference", "weakened-rule"} <= rules
    assert result.silenced == ()


@pytest.mark.parametrize("lacking", ["because", "until", "severity", "rule"])
def test_an_override_without_all_its_fields_is_refused(lacking: str) -> None:
    fields = {
        "rule": "link-without-address",
        "severity": "off",
        "because": "Skäl.",
        "until": "2027-12-31",
    }
    written = ", ".join(f"{key}: {value}" for key, value in fields.items() if key != lacking)
    result = found(f"{{{written}}}")
    assert [each.message for each in result.diagnostics if each.rule == "missing-field"] == [
        f"`{lacking}` saknas i `o0`"
    ]
    assert shown(result) == ["warning hugin", "warning munin"]
