"""What the check says about the published catalogue, for its editors."""

from typing import Final

from generator.checks import RULES
from generator.diagnostics import Diagnostic, Severity
from generator.model.record import record
from generator.views import addresses, words
from generator.views.site import Site

SEVERITY: Final = {Severity.ERROR: "Fel", Severity.WARNING: "Varning", Severity.INFO: "Råd"}
MEANING: Final = {
    Severity.ERROR: "stoppar publiceringen",
    Severity.WARNING: "visas, och stoppar bara en sträng granskning",
    Severity.INFO: "är ett förslag",
}


@record(frozen=True, kw_only=True, slots=True)
class FindingView:
    place: str
    """File and line, as a terminal has them."""
    address: str | None
    """The line where the catalogue is kept."""
    message: str
    help: str


@record(frozen=True, kw_only=True, slots=True)
class RuleFindings:
    rule: str
    page: str
    severity: str
    why: str
    findings: tuple[FindingView, ...]


@record(frozen=True, kw_only=True, slots=True)
class Review:
    summary: str
    """«0 fel, 29 varningar och 3 råd»"""
    rules: tuple[RuleFindings, ...]
    """Those with findings, the graver first."""


def review(site: Site) -> Review:
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in site.report.diagnostics:
        found.setdefault(diagnostic.rule, []).append(diagnostic)
    graveness = list(SEVERITY)
    ordered = sorted(found.values(), key=lambda many: graveness.index(many[0].severity))
    return Review(summary=_summary(site), rules=tuple(_rule(site, many) for many in ordered))


def _summary(site: Site) -> str:
    count, silenced = site.report.count, len(site.report.silenced)
    return words.listed(
        [
            f"{count(Severity.ERROR)} fel",
            _number(count(Severity.WARNING), "varning", "varningar"),
            f"{count(Severity.INFO)} råd",
            *([_number(silenced, "tystad", "tystade")] if silenced else []),
        ]
    )


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _rule(site: Site, many: list[Diagnostic]) -> RuleFindings:
    return RuleFindings(
        rule=many[0].rule,
        page=addresses.rule(many[0].rule),
        severity=SEVERITY[many[0].severity],
        why=many[0].why,
        findings=tuple(_finding(site, diagnostic) for diagnostic in many),
    )


def _finding(site: Site, found: Diagnostic) -> FindingView:
    return FindingView(
        place=f"{found.span.file}:{found.span.line}",
        address=site.edit_url(found.span),
        message=found.message,
        help=found.help,
    )


def counts(site: Site) -> dict[str, int]:
    """How many findings each rule has, those without included."""
    found = dict.fromkeys((rule.name for rule in RULES), 0)
    for diagnostic in site.report.diagnostics:
        found[diagnostic.rule] = found.get(diagnostic.rule, 0) + 1
    return found
