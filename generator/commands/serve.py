from datetime import date
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal

import click

from generator.commands.options import as_of_day, config_file, data_folder, settings


@click.command("serve", params=[data_folder(None), config_file(), as_of_day()])
@click.option("--pdf", is_flag=True, help="Print the papers too, which takes time at each change.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT")
def command(*, pdf: bool, address: str, data: Path | None, config: Path, as_of: date | None) -> int:
    """Show the guide in a browser, and again at every change.

    While the catalogue has faults, the report is shown at every address of the guide.
    """
    from generator import host_mkdocs  # noqa: PLC0415 - for `--help` a second too long

    signal(SIGTERM, default_int_handler)  # what ends otherwise leaves its site on the disk
    return host_mkdocs.serve_site(config, {**settings(data, as_of), "pdf": pdf}, address)
