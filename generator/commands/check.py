import importlib
import os
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from generator import proving
from generator.commands.options import as_of_day, data_folder

_FORMATS: Final = ("text", "json", "github", "sarif")
"""Each is a module of `generator.report`; it is imported when it is asked for, as a command is."""


@click.command("check", params=[data_folder(), as_of_day()])
@click.option("--strict", is_flag=True, help="Warnings are faults too.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="Who is to read the report.",
)
def command(*, strict: bool, format_: str, data: Path, as_of: date | None) -> int:
    """Check the catalogue against all rules.

    Exits with 0 if it is clean, 1 if it has faults, 2 if it could not be checked.
    """
    report = proving.review(data, as_of)
    render: Any = importlib.import_module(f"generator.report.{format_}").render
    if format_ == "text" and _in_color():
        render = partial(render, color=True)
    click.echo(render(report), nl=False)
    return int(report.fails(strict=strict))


def _in_color() -> bool:
    """Whether somebody looks at it, and has not asked to be spared (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
