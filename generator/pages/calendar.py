"""`/kalender/`: for each care model the coming year's dates, and a feed of them."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.calendar import Recurring
from generator.model.guide import CareModel
from generator.model.record import record
from generator.pages.page import Page
from generator.plan.monthly import Occurrence
from generator.plan.stops import Period
from generator.plan.year import year_ahead
from generator.views import addresses, dates, words
from generator.views.grounds import Grounds, SourceView
from generator.views.month import has_routine
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class DateView:
    title: str
    when: str
    why: str | None
    over: bool
    """Whether it has already been."""
    applies: str | None
    timetable: SourceView | None


@record(frozen=True, kw_only=True, slots=True)
class MonthView:
    name: str
    dates: tuple[DateView, ...]


@record(frozen=True, kw_only=True, slots=True)
class StopDates:
    title: str
    first: str
    last: str
    text: str
    source: SourceView


@record(frozen=True, kw_only=True, slots=True)
class ModelCalendar:
    name: str
    anchor: str
    way: str
    """Where the model's own page is."""
    routine: str | None
    """Where it is told what to do on the dates."""
    feed: str
    months: tuple[MonthView, ...]
    stops: tuple[StopDates, ...]


@record(frozen=True, kw_only=True, slots=True)
class RuleView:
    """How the days of something that comes back were worked out."""

    title: str
    anchor: str
    text: str
    applies: str | None
    source: SourceView


def calendar_pages(site: Site) -> Iterator[Page]:
    yield Page(
        address=addresses.CALENDAR,
        title="Kalender",
        description="När filen ska lämnas och andra datum som kommer tillbaka, ett år framåt.",
        search_words=(
            "när kommer pengarna",
            "utbetalning",
            "ersättning",
            "filfönster",
            "sommarstopp",
        ),
        template="calendar",
        later=partial(_facts, site),
    )


def _facts(site: Site) -> Mapping[str, Any]:
    return {
        "as_of": words.weekday(site.as_of),
        "calendars": tuple(_calendar(site, m) for m in site.catalogue.models.values()),
        "rules": tuple(_rule(site, each) for each in site.catalogue.recurring.values()),
    }


def _calendar(site: Site, model: CareModel) -> ModelCalendar:
    year = year_ahead(site.catalogue, model.id, site.as_of)
    return ModelCalendar(
        name=model.name,
        anchor=addresses.fragment(addresses.calendar(model.id)),
        way=addresses.model(model.id),
        routine=addresses.month(model.id) if has_routine(site.catalogue, model.id) else None,
        feed=addresses.feed(model.id),
        months=tuple(_month(site, model.id, month) for month in year.months if month),
        stops=tuple(_stop(site, period) for period in year.stops),
    )


def _month(site: Site, model: str, month: tuple[Occurrence, ...]) -> MonthView:
    return MonthView(
        name=words.month(month[0].month).capitalize(),
        dates=tuple(_date(site, model, occurrence) for occurrence in month),
    )


def _date(site: Site, model: str, occurrence: Occurrence) -> DateView:
    official = occurrence.timetable
    return DateView(
        title=occurrence.recurring.title,
        when=dates.when(occurrence),
        why=dates.why(occurrence),
        over=occurrence.last < site.as_of,
        applies=words.applies(site.catalogue, occurrence.recurring, model),
        timetable=Grounds(site.catalogue, "").source(official) if official else None,
    )


def _stop(site: Site, period: Period) -> StopDates:
    stop = site.catalogue.stops[period.stop]
    return StopDates(
        title=stop.title,
        first=words.weekday(period.first),
        last=words.weekday(period.last),
        text=stop.text,
        source=Grounds(site.catalogue, "").source(stop.source),
    )


def _rule(site: Site, recurring: Recurring) -> RuleView:
    return RuleView(
        title=recurring.title,
        anchor=addresses.fragment(addresses.recurring(recurring.id)),
        text=recurring.text,
        applies=words.applies(site.catalogue, recurring),
        source=Grounds(site.catalogue, "").source(recurring.source),
    )
