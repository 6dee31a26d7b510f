"""What comes back every month, in words: «mån 4 eller tis 5 januari, senast tis 5 januari …»."""

from collections.abc import Sequence
from datetime import date

from generator.model.calendar import RuleKind
from generator.plan.monthly import Occurrence
from generator.views import words


def sentence(occurrence: Occurrence) -> str:
    """What happens, and when, in one sentence without its full stop."""
    return f"{occurrence.recurring.title} {when(occurrence)}"


def when(occurrence: Occurrence) -> str:
    """The days; of a window, the choice of days and then when it closes."""
    if occurrence.about:
        return f"omkring den {words.day(occurrence.last, year=False)}"
    if not is_window(occurrence):
        return words.short_weekday(occurrence.last)
    last = f"senast {closing(occurrence)}"
    return f"{_days(occurrence)}, {last}" if len(occurrence.days) > 1 else last


def closing(occurrence: Occurrence) -> str:
    """«tis 5 januari kl. 15.00»."""
    at = f" kl. {occurrence.at:%H.%M}" if occurrence.at else ""
    return f"{words.short_weekday(occurrence.last)}{at}"


def is_window(occurrence: Occurrence) -> bool:
    """Whether it is something to be done in time, not something that happens."""
    return occurrence.recurring.rule.kind is RuleKind.FIRST_WEEKDAYS


def why(occurrence: Occurrence) -> str | None:
    """What a reader must know of these days that the rule alone does not tell."""
    readings = occurrence.readings
    if readings is not None:
        wide, strict = readings.wide[-1], readings.strict[-1]
        closes = "samma dag" if wide in readings.disputed else words.short_weekday(wide)
        return (
            f"Räknas {_listed(readings.disputed)} som vardag stänger det {closes}, "
            f"annars {words.short_weekday(strict)}. Dagarna här gäller i båda fallen."
        )
    if occurrence.timetable is None and not occurrence.about and occurrence.falls_on_a_closed_day:
        return f"Det är en {words.closed(occurrence.last)}. Källan säger inte vad som gäller då."
    return None


def _days(occurrence: Occurrence) -> str:
    if occurrence.timetable is None:
        return _listed(occurrence.days, "eller")
    return f"från {words.short_weekday(occurrence.opens)}"


def _listed(days: Sequence[date], word: str = "och") -> str:
    """«tis 1, ons 2 eller tor 3 december»: the month once, after the last of its days."""
    shown = [
        words.short_weekday(day, month=day is days[-1] or day.month != days[-1].month)
        for day in days
    ]
    return words.listed(shown, word)
