import importlib
import os
import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from generator.commands.options import as_of_day, data_folder
from generator.commands.progress import waiting
from generator.kept.answer import Answer, Question, answer

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
    question = Question(data, as_of, format_, color=format_ == "text" and _in_color())
    with waiting("Granskar"):
        found = answer(question, partial(_find, question))
    click.echo(found.text, nl=False)
    return int(found.fails(strict=strict))


def _find(question: Question, files: Mapping[str, bytes] | None) -> Answer:
    # Imported when no answer is kept: what reads and judges a catalogue takes long to import.
    from generator.kept.review import review  # noqa: PLC0415

    report, holds = review(question, files)
    render: Any = importlib.import_module(f"generator.report.{question.format}").render
    text = render(report, color=True) if question.color else render(report)
    return Answer(text, report.errors, report.warnings, *holds)


def _in_color() -> bool:
    """Whether somebody looks at it, and has not asked to be spared (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
