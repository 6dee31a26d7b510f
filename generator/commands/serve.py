from pathlib import Path

import click

from generator import host_mkdocs
from generator.commands.options import config_file, data_folder


@click.command("serve", params=[data_folder(None), config_file()])
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT")
def command(*, address: str, data: Path | None, config: Path) -> None:
    """Show the guide in a browser, and again at every change.

    While the catalogue has faults, the report is shown at every address of the guide.
    """
    host_mkdocs.serve_site(config, data, address)
