import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from generator import proving
from generator.commands.asking import Asked, question
from generator.commands.options import data_folder, written_day
from generator.commands.progress import waiting
from generator.commands.writing import write
from generator.diagnostics import Report
from generator.kept import documents
from generator.model.catalogue import Catalogue
from generator.outputs.template_fault import TemplateFaultError
from generator.plan.plan import Plan
from generator.plan.planning import make_plan
from generator.report.excerpt import visible
from generator.report.text import render as report_text
from generator.settings import Settings
from generator.sheets.sheet import Detail


@dataclass(frozen=True, kw_only=True, slots=True)
class _Manner:
    """How a plan is told, beside its format."""

    name: str
    detail: str
    theme: Path


_FORMATS: Final[dict[str, Callable[[Any, Catalogue, Plan, _Manner], str | bytes]]] = {
    "text": lambda tell, catalogue, plan, _: "\n".join(
        map(visible, tell(catalogue, plan).split("\n"))
    ),
    "json": lambda tell, _, plan, __: f"{tell(plan)}\n",
    "ics": lambda tell, catalogue, plan, manner: tell(catalogue, plan, manner.name),
    "csv": lambda tell, catalogue, plan, _: tell(catalogue, plan),
    "pdf": lambda tell, catalogue, plan, manner: tell(catalogue, plan, manner.theme, manner.detail),
}
"""Each is a module of `generator.outputs.plans`, with a function; it is imported when asked for."""
_DETAILS: Final = tuple(map(str, Detail))
_COULD_NOT_RUN: Final = 2


@click.command("plan", params=[data_folder()])
@click.option(
    "--model", multiple=True, metavar="ID", help="A care model; give both if you run both."
)
@click.option("--operator", metavar="ID", help="The form of operation.")
@click.option("--start", metavar="DATE", help="The day on which everything must be ready.")
@click.option("--today", metavar="DATE", help="The day to count from.  [default: today]")
@click.option("--with", "with_", multiple=True, metavar="SERVICE", help="A service wanted besides.")
@click.option("--choose", multiple=True, metavar="CHOICE=OPTION", help="A choice already made.")
@click.option("--done", multiple=True, metavar="STEP", help="A step already done.")
@click.option(
    "--name", metavar="TEXT", help="Names the plan in a calendar.  [default: the profile]"
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="What the plan is for.",
)
@click.option(
    "--detail",
    type=click.Choice(_DETAILS),
    default=_DETAILS[0],
    show_default=True,
    help="Of a PDF: the list alone, or also how each step is done.",
)
@click.option(
    "--theme",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Of a PDF: the folder of the templates.  [default: theme, beside the catalogue's]",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, whole or not at all.  [default: standard output]",
)
def command(*, data: Path, format_: str, output: Path | None, **given: Any) -> int:  # noqa: ANN401 - as declared above
    """Tell what must be begun by when, and whether it can be done in time.

    The catalogue is the one in force on the day that is counted from. An id that has been renamed
    may be written as it was.

    Exits with 0 if it was told, 1 if the catalogue has faults, 2 if the question has.
    """
    if format_ == "pdf" and output is None and sys.stdout.isatty():
        raise click.ClickException(
            "en PDF kan inte läsas här; skriv den till en fil: `-o plan.pdf`"
        )
    asked = Asked(**{field.name: given[field.name] for field in fields(Asked)})
    counted_from = written_day(asked.today or "")
    with waiting("Läser och granskar"):
        proven = proving.prove(
            data,
            counted_from if isinstance(counted_from, date) else None,
            known=documents.known(),
        )
    if isinstance(proven, Report):
        click.echo(report_text(proven), err=True, nl=False)
        return 1
    found = question(proven.catalogue, asked)
    if isinstance(found, tuple):
        click.echo("\n".join(f"startklar: {fault}" for fault in found), err=True)
        return _COULD_NOT_RUN
    who = "-".join([*sorted(found.profile.models), *found.profile.operators])
    manner = _Manner(
        name=given["name"] or who,
        detail=given["detail"],
        theme=given["theme"] or data.absolute().parent / Settings().theme,
    )
    try:
        told = _told(format_, proven.catalogue, make_plan(proven.catalogue, found), manner)
    except TemplateFaultError as fault:
        raise click.ClickException(str(fault)) from fault
    if output is None:
        click.echo(told, nl=False)
    else:
        write(output, told if isinstance(told, bytes) else told.encode())
    return 0


def _told(format_: str, catalogue: Catalogue, plan: Plan, manner: _Manner) -> str | bytes:
    module = importlib.import_module(f"generator.outputs.plans.{format_}")
    return _FORMATS[format_](getattr(module, f"plan_{format_}"), catalogue, plan, manner)
