"""A care model's feed: the dates of its calendar's page, for a calendar program to follow."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.model.guide import CareModel
from generator.outputs.absolute import absolute
from generator.outputs.calendars.ics import Entry, ics
from generator.outputs.text import plain
from generator.plan.monthly import Occurrence
from generator.plan.stops import Period
from generator.plan.today import LAST_DAY
from generator.plan.year import year_ahead
from generator.views import addresses, dates, words
from generator.views.site import Site


def calendar_ics(site: Site, model: CareModel) -> bytes:
    year = year_ahead(site.catalogue, model.id, site.as_of)
    entries = [_entry(site, model, each) for month in year.months for each in month]
    entries += [_stop(site, model, period) for period in year.stops]
    entries.sort(key=lambda entry: (_day(entry.begin), entry.uid))
    name = f"{site.guide.title}: {model.name}"
    return ics(name, site.as_of, entries, zone=site.guide.timezone)


def _entry(site: Site, model: CareModel, occurrence: Occurrence) -> Entry:
    """A window lasts from the first of its days until it closes; the rest are whole days."""
    begin: date | datetime = occurrence.opens
    end: date | datetime = occurrence.last
    if occurrence.at is not None:
        zone = ZoneInfo(site.guide.timezone)
        begin = datetime.combine(occurrence.opens, time(), zone)
        end = datetime.combine(occurrence.last, occurrence.at, zone)
    return Entry(
        uid=_uid(occurrence.recurring.id, occurrence.month.strftime("%Y-%m"), model),
        title=_title(occurrence),
        text=_text(site, occurrence),
        begin=begin,
        end=end,
        url=_url(site, model),
    )


def _title(occurrence: Occurrence) -> str:
    title = occurrence.recurring.title
    if dates.is_window(occurrence):
        return f"{title}, senast {dates.closing(occurrence)}"
    return f"{title} (omkring den här dagen)" if occurrence.about else title


def _text(site: Site, occurrence: Occurrence) -> str:
    official, recurring = occurrence.timetable, occurrence.recurring
    cited = words.citation(site.catalogue, official or recurring.source)
    days = f"{dates.sentence(occurrence)}. {dates.why(occurrence) or ''}".strip()
    rule = "Dagarna står i en officiell tidplan." if official else plain(recurring.text)
    return f"{days}\n\n{rule}\n\nKälla: {cited}."


def _stop(site: Site, model: CareModel, period: Period) -> Entry:
    stop = site.catalogue.stops[period.stop]
    return Entry(
        uid=_uid(period.stop, period.first.isoformat(), model),
        title=stop.title,
        text=f"{plain(stop.text)}\n\nKälla: {words.citation(site.catalogue, stop.source)}.",
        begin=period.first,
        end=min(period.last, LAST_DAY),
        url=_url(site, model),
    )


def _uid(what: str, when: str, model: CareModel) -> str:
    return f"{what}-{when}@{model.id}.startklar"


def _url(site: Site, model: CareModel) -> str | None:
    return absolute(site.guide, addresses.calendar(model.id))


def _day(begin: date | datetime) -> date:
    return begin.date() if isinstance(begin, datetime) else begin
