"""What Startklar keeps between runs."""

from pathlib import Path

from bench.leavings import put_away

FOLDER = ".startklar"


def kept_there(catalogue: Path) -> dict[str, str]:
    """The environment in which what is kept for the user is kept there too."""
    return {"XDG_CACHE_HOME": str(catalogue.absolute() / FOLDER)}


def forget(catalogue: Path) -> None:
    """As if it had never been run there; the site stays."""
    put_away(catalogue / FOLDER)
