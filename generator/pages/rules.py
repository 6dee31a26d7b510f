import re
from collections.abc import Iterator
from typing import Final

from generator.checks import RULES
from generator.checks.compared import COMPARED
from generator.checks.rule import Rule
from generator.diagnostics import Severity
from generator.model.record import record
from generator.pages.page import Page
from generator.pages.review import MEANING, SEVERITY, RuleFindings, counts, review
from generator.views import addresses
from generator.views.site import Site

_TITLE: Final = re.compile(r"\A# .+\n+")


@record(frozen=True, kw_only=True, slots=True)
class RuleEntry:
    name: str
    page: str
    summary: str
    severity: str
    kind: str
    """The severity's own name."""
    findings: int


@record(frozen=True, kw_only=True, slots=True)
class SeverityGroup:
    anchor: str
    heading: str
    meaning: str
    rules: tuple[RuleEntry, ...]


def rule_pages(site: Site) -> Iterator[Page]:
    """`/redaktor/regler/` and `/redaktor/regler/<rule>/`, made of what stands beside each rule."""
    number, found = counts(site), {findings.rule: findings for findings in review(site).rules}
    every = (*RULES, *COMPARED)
    entries = [_entry(rule, number.get(rule.name, 0)) for rule in every]
    yield Page(
        address=addresses.RULES,
        title="Regler",
        description="Alla regler som katalogen granskas mot, med exempel på fel och rätt.",
        template="rules",
        glossed=False,
        data={"groups": tuple(_groups(entries)), "total": len(entries)},
    )
    for rule, entry in zip(every, entries, strict=True):
        yield _page(rule, entry, found.get(rule.name))


def _page(rule: Rule, entry: RuleEntry, found: RuleFindings | None) -> Page:
    return Page(
        address=entry.page,
        title=rule.name,
        description=entry.summary,
        template="rule",
        glossed=False,
        data={
            "rule": entry,
            "meaning": MEANING[rule.severity],
            "text": _body(rule),
            "findings": found.findings if found else (),
            "is_of_a_change": rule in COMPARED,
        },
    )


def _body(rule: Rule) -> str:
    """The rule's text below its title."""
    return _TITLE.sub("", rule.text)


def _entry(rule: Rule, findings: int) -> RuleEntry:
    return RuleEntry(
        name=rule.name,
        page=addresses.rule(rule.name),
        summary=rule.summary,
        severity=SEVERITY[rule.severity],
        kind=rule.severity.value,
        findings=findings,
    )


def _groups(entries: list[RuleEntry]) -> Iterator[SeverityGroup]:
    headings = {
        Severity.ERROR: ("fel", "Fel"),
        Severity.WARNING: ("varningar", "Varningar"),
        Severity.INFO: ("rad", "Råd"),
    }
    for severity, (anchor, heading) in headings.items():
        rules = sorted((e for e in entries if e.kind == severity), key=lambda entry: entry.name)
        if rules:
            yield SeverityGroup(
                anchor=anchor, heading=heading, meaning=MEANING[severity], rules=tuple(rules)
            )
