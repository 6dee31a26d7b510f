"""What a command writes is whole or not there."""

import contextlib
from pathlib import Path
from uuid import uuid4

import click

from generator.checks.wording import quote


def write(file: Path, content: bytes) -> None:
    """Aside and then renamed, in a folder that is made if need be.

    Raises ClickException if it cannot be written.
    """
    aside = file.with_name(f".{file.name}-{uuid4().hex}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content)
        aside.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise click.ClickException(fault(file, "skrivas", error)) from error


def fault(file: Path, what: str, error: OSError) -> str:
    """That the file cannot be read or written, and what the machine says."""
    return f"{quote(file)} kan inte {what}: datorn svarar «{error.strerror}»"
