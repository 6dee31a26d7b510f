from datetime import date
from pathlib import Path

import click

from generator.clock import Clock
from generator.commands.options import as_of_day, config_file, data_folder, settings
from generator.commands.progress import progress


@click.command("build", params=[data_folder(None), config_file(), as_of_day()])
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option("--profile", is_flag=True, help="Tell how long each stage took.")
def command(
    *, strict: bool, profile: bool, data: Path | None, config: Path, as_of: date | None
) -> int:
    """Build the guide into the folder that mkdocs.yml names.

    Exits with 0 if it is published, 1 if the catalogue has faults, 2 if it could not be built.
    Unless it is published, the guide that was there before stays.
    """
    from generator import host_mkdocs  # noqa: PLC0415 - for `--help` a second too long

    with progress("Sidor", before="Läser och granskar") as tell:
        clock = Clock()
        asked = host_mkdocs.Asked(
            settings=settings(data, as_of), strict=strict, clock=clock, progress=tell
        )
        built = host_mkdocs.build_site(config, asked)
    if profile:
        click.echo("\n".join(clock.report()), err=True)
    if isinstance(built, int):
        return built
    click.echo(f"Guiden är byggd: {built.pages} sidor i {built.folder}/")
    return 0
