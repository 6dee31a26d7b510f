"""Options that several commands have."""

import re
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from generator.plan.today import FIRST_DAY, LAST_DAY, countable

_DEFAULT: Final = Path("data")
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def data_folder(default: Path | None = _DEFAULT) -> click.Option:
    """`--data DIR`, before or after the command's name; after wins."""

    def own_or_inherited(
        context: click.Context, _: click.Parameter, value: Path | None
    ) -> Path | None:
        return value or context.obj or default

    return click.Option(
        ["--data"],
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=own_or_inherited,
        help="The catalogue's folder.  [default: data]",
    )


def config_file() -> click.Option:
    """`--config FILE`: the site's settings."""
    return click.Option(
        ["--config"],
        metavar="FILE",
        type=click.Path(path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The site's settings.",
    )


class _Day(click.ParamType[date]):
    name = "date"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        day = written_day(value)
        return day if isinstance(day, date) else self.fail(day, param, ctx)


def written_day(written: str) -> date | str:
    """The day, or in Swedish what is wrong with it."""
    if not _ISO_DATE.fullmatch(written):
        return f"{_quote(written)} är inte ett datum skrivet ÅÅÅÅ-MM-DD"
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return f"datumet {_quote(written)} finns inte"
    if countable(day):
        return day
    return f"{_quote(written)} ligger utanför åren {FIRST_DAY:%Y} till {LAST_DAY:%Y}"


def _quote(written: str) -> str:
    # Imported when a day is miswritten: a quarter of a second that a right one need not wait for.
    from generator.checks.wording import quote  # noqa: PLC0415

    return quote(written)


def as_of_day() -> click.Option:
    """`--as-of DATE`: the day that coming dates and the age of facts are counted from."""
    return click.Option(
        ["--as-of"],
        metavar="DATE",
        type=_Day(),
        help="The day that dates are counted from, coming or gone by.  [default: today]",
    )


def today_day() -> click.Option:
    """`--today DATE`: the first day on which anything can be begun."""
    return click.Option(
        ["--today"],
        metavar="DATE",
        type=_Day(),
        help="The day to plan from.  [default: today]",
    )


def settings(data: Path | None, as_of: date | None) -> dict[str, Any]:
    """What the command line says of the settings in mkdocs.yml."""
    given = {"data": data and str(data.absolute()), "as_of": as_of}
    return {name: value for name, value in given.items() if value is not None}
