"""What Startklar keeps between runs."""

import shutil
from pathlib import Path

FOLDER = ".startklar"


def forget(catalogue: Path) -> None:
    """As if it had never been run there; the site stays."""
    shutil.rmtree(catalogue / FOLDER, ignore_errors=True)
