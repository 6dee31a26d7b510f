from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.commands.options import data_folder, today_day
from generator.commands.progress import waiting
from generator.diff.comparison import Comparison, compare
from generator.diff.report import json, markdown, text
from generator.diff.sides.side import side
from generator.plan.today import today as the_day_it_is
from generator.settings import Settings

_FORMATS: Final[dict[str, Callable[[Comparison], str]]] = {
    "text": text.render,
    "markdown": markdown.render,
    "json": json.render,
}


@click.command("diff", params=[data_folder(), today_day()])
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="For a terminal, a pull request or a program.",
)
def command(*, data: Path, old: str, new: str | None, format_: str, today: date | None) -> int:
    """Tell what a change of the catalogue means to readers.

    OLD and NEW are data folders or git revisions; a revision's data is read from where --data
    points. NEW is by default the data folder as it lies there now. What the change does is worked
    out with plans for starts on 1 February, 1 May, 15 August and 1 October of the coming year.

    Exits with 0 if it was told, 1 if NEW has errors or gives a fact a new date of checking without
    new evidence, 2 if it could not be told.

    \b
    JSON: {"old", "new", "today", "fails", "compared", "summary": [lines],
     "changes": [{"kind": "added|removed|renamed|moved|changed",
       "entry": {"section", "id", "name"}, "part": {"id", "name"} or null,
       "field", "label", "before", "after", "text"}],
     "effects": null or {
       "shifts": [{"who", "steps", "causes", "text",
         "moves": [{"start", "before", "after", "days"}]}],
       "listings": [{"who", "steps", "comes", "starts", "text"}],
       "verdicts": [{"who", "starts", "before", "after", "text"}],
       "earliest": [{"who", "before", "after", "text"}]},
     "refused", "new_diagnostics", "resolved_diagnostics": as `check --format json`,
     "pages": null or {"new", "gone", "changed": [addresses]}}
    where "who" is [{"model", "operator", "extra": service or null}]; dates are ISO 8601.
    """  # noqa: D301 - click's mark for lines that are not to be run together
    with waiting("Jämför"):
        after = side(new, data, today)
        now = today or the_day_it_is(after.loaded.catalogue.guide)
        theme = Path(Settings().theme)
        found = compare(side(old, data, now), after, now, theme if theme.is_dir() else None)
    click.echo(_FORMATS[format_](found), nl=False)
    return int(found.fails)
