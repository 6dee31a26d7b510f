"""A catalogue from bytes to what readers are told, as a fuzzer asks for it again and again.

Left out is what any catalogue gives alike: the pages of the rules and of the format, and the forms
of a report beside the terminal's, which list all rules.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from generator.checks import CheckedCatalogue, check
from generator.diagnostics import Report
from generator.load.reading import load_bytes
from generator.model.profile import profiles
from generator.outputs.html.rendering import Html
from generator.outputs.site.assets import Assets, assets
from generator.pages.format_reference import format_pages
from generator.pages.page import Page
from generator.pages.registry import PAGES
from generator.pages.rules import rule_pages
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan
from generator.report import text
from generator.views.site import Site

THEME: Final = Path(__file__).parents[2] / "theme"
AS_OF: Final = date(2027, 2, 1)
_PROFILES: Final = 6
"""Profiles that are planned for, of those that a catalogue has."""
_OF_THE_CATALOGUE: Final = tuple(make for make in PAGES if make not in {format_pages, rule_pages})


def through(files: Mapping[str, bytes], *, rendered: bool = False) -> Report | list[Page]:
    """The pages, each with all its facts, or the report; plans are made and dropped on the way.

    Whatever is raised is a fault of the program. With `rendered` the pages are also made HTML.
    """
    checked = check(load_bytes(files), as_of=AS_OF)
    if isinstance(checked, Report):
        _said(checked)
        return checked
    _said(checked.report)
    for plan in plans(checked):
        _hold(plan)
    site = Site(checked, AS_OF)
    found = [page for make in _OF_THE_CATALOGUE for page in make(site)]
    for page in found:
        _ = page.facts
    if rendered:
        html = Html(THEME, site, {}, look())
        for page in found:
            html.render(page)
    return found


def _said(report: Report) -> None:
    """The report as a terminal shows it; each place in it is there."""
    for each in report.diagnostics:
        lines = report.texts[each.span.file].lines if each.span.file else [""]
        if not 1 <= each.span.line <= len(lines) or each.span.column < 1:
            raise AssertionError(f"{each.rule} points at nothing: {each.span}")
    text.render(report)


def plans(checked: CheckedCatalogue) -> Iterable[Plan]:
    """Everything wanted, by units of some profiles, from today and four months on."""
    catalogue = checked.catalogue
    for profile in islice(profiles(catalogue), _PROFILES):
        yield make_plan(
            catalogue,
            Question(
                profile=profile,
                start=AS_OF + timedelta(days=120),
                today=AS_OF,
                extra=tuple(catalogue.services),
            ),
        )


def _hold(plan: Plan) -> None:
    """What holds of any plan: nothing is to be begun before what it waits for, or after its end."""
    _ = plan.in_doubt, plan.total_days
    rank = {step.id: at for at, step in enumerate(plan.steps)}
    for step in plan.steps:
        if any(rank[other] >= rank[step.id] for other in step.after):
            raise AssertionError(f"{step.id} stands before what it waits for")


@cache
def look() -> Assets | None:
    return assets(THEME)
