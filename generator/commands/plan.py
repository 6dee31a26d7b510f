from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from generator import pipeline
from generator.commands.asking import Asked, question
from generator.commands.options import data_folder
from generator.diagnostics import Report
from generator.model.catalogue import Catalogue
from generator.outputs.plan_csv import plan_csv
from generator.outputs.plan_ics import plan_ics
from generator.outputs.plan_json import plan_json
from generator.outputs.plan_text import plan_text
from generator.plan.plan import Plan
from generator.plan.planning import make_plan
from generator.report.text import render as report_text

_FORMATS: Final[dict[str, Callable[[Catalogue, Plan, str], str | bytes]]] = {
    "text": lambda catalogue, plan, _: plan_text(catalogue, plan),
    "json": lambda _, plan, __: f"{plan_json(plan)}\n",
    "ics": plan_ics,
    "csv": lambda catalogue, plan, _: plan_csv(catalogue, plan),
}
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
def command(*, data: Path, format_: str, name: str | None, **asked: Any) -> int:  # noqa: ANN401 - as declared above
    """Tell what must be begun by when, and whether it can be done in time.

    Exits with 0 if it was told, 1 if the catalogue has faults, 2 if the question has.
    """
    proven = pipeline.prove(data)
    if isinstance(proven, Report):
        click.echo(report_text(proven), err=True, nl=False)
        return 1
    found = question(proven.catalogue, Asked(**asked))
    if isinstance(found, tuple):
        click.echo("\n".join(f"startklar: {fault}" for fault in found), err=True)
        return _COULD_NOT_RUN
    plan = make_plan(proven.catalogue, found)
    who = "-".join([*sorted(found.profile.models), *found.profile.operators])
    click.echo(_FORMATS[format_](proven.catalogue, plan, name or who), nl=False)
    return 0
