from pathlib import Path
from typing import Final

import click

from generator.checks.wording import quote
from generator.commands.options import data_folder
from generator.edit.adding import add, check_name, check_source
from generator.edit.change import RefusedError
from generator.edit.saving import save
from generator.edit.stub import title_key
from generator.load import Loaded, load
from generator.model.catalogue import SECTIONS

_SECTIONS: Final = {"service": "services", "form": "forms", "contact": "contacts"}


@click.command("new", params=[data_folder()])
@click.argument("kind", metavar="service|form|contact", type=click.Choice(list(_SECTIONS)))
@click.argument("id_", metavar="ID")
@click.option("--name", metavar="TEXT", help="What it is called: a name, a title or a role.")
@click.option("--source", metavar="ID", help="Where the facts were read.")
def command(*, data: Path, kind: str, id_: str, name: str | None, source: str | None) -> int:
    """Add an entry to be filled in, where its like stand.

    What must be filled in is empty, and `startklar check` asks for it, so nothing is published
    before. Exits with 0 if it is added, 2 if nothing was touched.
    """
    try:
        loaded = load(data)
        section = _SECTIONS[kind]
        added = add(loaded, section, id_, _known(loaded, section, name, source))
        save(loaded.places.texts, [added.edit])
    except RefusedError as refused:
        raise click.ClickException(str(refused)) from refused
    place = f"{added.edit.file}:{added.line}"
    click.echo(f"{quote(id_)} står nu i avsnittet `{section}`: {place}")
    click.echo("Fyll i raderna som saknar värde. `startklar check` säger vad som är kvar.")
    return 0


def _known(loaded: Loaded, section: str, name: str | None, source: str | None) -> dict[str, str]:
    known = {}
    if name is not None:
        check_name(name)
        known[title_key(SECTIONS[section])] = name.strip()
    if source is not None:
        check_source(loaded, source)
        known["source"] = source
    return known
