import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import click

from generator import proving
from generator.commands.options import as_of_day, data_folder
from generator.diagnostics import Report
from generator.report import github, json, sarif, text

_FORMATS: Final[dict[str, Callable[[Report], str]]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
}


@click.command("check", params=[data_folder(), as_of_day()])
@click.option("--strict", is_flag=True, help="Warnings are faults too.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="Who is to read the report.",
)
def command(*, strict: bool, format_: str, data: Path, as_of: date | None) -> int:
    """Check the catalogue against all rules.

    Exits with 0 if it is clean, 1 if it has faults, 2 if it could not be checked.
    """
    report = proving.review(data, as_of)
    render = _FORMATS[format_]
    if render is text.render and _in_color():
        render = partial(text.render, color=True)
    click.echo(render(report), nl=False)
    return int(report.fails(strict=strict))


def _in_color() -> bool:
    """Whether somebody looks at it, and has not asked to be spared (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
