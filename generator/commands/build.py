from datetime import date
from pathlib import Path

import click

from generator import host_mkdocs
from generator.commands.options import as_of_day, config_file, data_folder, settings


@click.command("build", params=[data_folder(None), config_file(), as_of_day()])
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
def command(*, strict: bool, data: Path | None, config: Path, as_of: date | None) -> int:
    """Build the guide into the folder that mkdocs.yml names.

    Exits with 0 if it is published, 1 if the catalogue has faults, 2 if it could not be built.
    Unless it is published, the guide that was there before stays.
    """
    built = host_mkdocs.build_site(config, settings(data, as_of), strict=strict)
    if isinstance(built, int):
        return built
    pages = sum(1 for _ in built.rglob("index.html"))
    click.echo(f"Guiden är byggd: {pages} sidor i {built}/")
    return 0
