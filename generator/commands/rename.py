from collections import Counter
from pathlib import Path

import click

from generator.checks.wording import quote
from generator.commands.options import data_folder
from generator.edit.change import RefusedError
from generator.edit.renaming import Renaming, rename
from generator.edit.saving import save
from generator.load import Loaded, load
from generator.report.excerpt import visible


@click.command("rename", params=[data_folder()])
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--unpublished",
    is_flag=True,
    help="Nobody has seen the old id: keep no address for it.",
)
def command(*, data: Path, old: str, new: str, unpublished: bool) -> int:
    """Change an id wherever it stands; the old address leads on to the new.

    OLD is the id of any entry, with its section before it if need be (links:sjunet), or a step,
    choice or option (sjunet/egen/bestall). Exits with 0 if it is changed, 2 if nothing was touched.
    """
    try:
        loaded = load(data)
        renaming = rename(loaded, old, new, unpublished=unpublished)
        save(loaded.places.texts, renaming.edits)
    except RefusedError as refused:
        raise click.ClickException(str(refused)) from refused
    _tell(renaming, unpublished=unpublished)
    _tell_mentions(loaded, renaming)
    return 0


def _tell(renaming: Renaming, *, unpublished: bool) -> None:
    what = renaming.old
    click.echo(f"{quote(what.whole)} i avsnittet `{what.section}` heter nu {quote(renaming.new)}.")
    for file, count in Counter(edit.file for edit in renaming.edits).items():
        click.echo(f"  {file}: {count} {'ställe' if count == 1 else 'ställen'}")
    if not unpublished:
        click.echo("Det gamla id:t står i `former_ids`, så att gamla länkar leder rätt.")


def _tell_mentions(loaded: Loaded, renaming: Renaming) -> None:
    if renaming.mentions:
        click.echo("Nämns också i text, som programmet inte ändrar:")
    for span in renaming.mentions:
        line = loaded.places.texts[span.file].line(span.line)
        click.echo(f"  {span.file}:{span.line}: {visible(line.strip())}")
