"""Options that several commands have."""

from pathlib import Path
from typing import Final

import click

_DEFAULT: Final = Path("data")


def data_folder(default: Path | None = _DEFAULT) -> click.Option:
    """`--data DIR`, before or after the command's name; after wins."""

    def own_or_inherited(
        context: click.Context, _: click.Parameter, value: Path | None
    ) -> Path | None:
        return value or context.obj or default

    return click.Option(
        ["--data"],
        metavar="DIR",
        type=click.Path(path_type=Path),
        callback=own_or_inherited,
        help="The catalogue's folder.  [default: data]",
    )


def config_file() -> click.Option:
    """`--config FILE`: the site's settings."""
    return click.Option(
        ["--config"],
        metavar="FILE",
        type=click.Path(path_type=Path),
        default=Path("mkdocs.yml"),
        show_default=True,
        help="The site's settings.",
    )
