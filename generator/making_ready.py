"""What a build is going to ask for, begun in other processes as soon as its folders are known."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final

from generator.kept.ahead import read_ahead

_MAKING: Final = "generator.pipeline"
"""What makes a guide: it is imported while another process reads, which needs nothing of it."""


def make_ready(data: Path, theme: Path) -> None:
    """A large catalogue is read first, so that no three processes share two processors."""
    if not read_ahead(data, partial(_theme, theme, _MAKING)):
        _theme(theme)


def _theme(theme: Path, *first: str) -> None:
    """Begun when those modules are imported; what it needs itself is never needed sooner."""
    for each in first:
        import_module(each)
    from generator import theme_ahead  # noqa: PLC0415 - as above

    theme_ahead.begin(theme)
