from pathlib import Path
from typing import Final

import click

from generator.checks import RULES, report
from generator.checks.wording import quote
from generator.commands.options import data_folder
from generator.commands.writing import fault, write
from generator.load import load
from generator.outputs.schema.ids import known_ids
from generator.outputs.schema.whole import schema
from generator.plan.today import today
from generator.report.text import render as report_text

_DEFAULT: Final = Path("schema/catalogue.schema.json")
_STDOUT: Final = Path("-")


@click.command("schema", params=[data_folder()])
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if it is stale.")
@click.argument("file", type=click.Path(path_type=Path), default=_DEFAULT)
def command(*, data: Path, only_check: bool, file: Path) -> int:
    """Write the JSON Schema of a data file, for the tools that editors write in.

    FILE is schema/catalogue.schema.json unless another is named; `-` is the terminal. Exits with
    0 if it was written, 1 if the catalogue has faults or the file is stale, 2 if it could not be.
    It holds the ids of what has ended or not yet begun too, so no day makes it stale.
    """
    loaded = load(data)
    found = report(loaded, as_of=today(loaded.catalogue.guide))
    if found.errors:
        click.echo(report_text(found), err=True, nl=False)
        return 1
    made = schema(known_ids(loaded.catalogue, {rule.name: rule.summary for rule in RULES}))
    if file == _STDOUT:
        click.echo(made, nl=False)
        return 0
    if only_check:
        return _compare(file, made)
    write(file, made.encode())
    click.echo(f"Schemat är skrivet: {file}")
    return 0


def _compare(file: Path, made: str) -> int:
    try:
        fresh = file.read_bytes() == made.encode()
    except FileNotFoundError:
        fresh = False
    except OSError as error:
        raise click.ClickException(fault(file, "läsas", error)) from error
    if not fresh:
        click.echo(f"{quote(file)} är gammal; kör `startklar schema` och spara filen", err=True)
    return 0 if fresh else 1
