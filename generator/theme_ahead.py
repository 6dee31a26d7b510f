"""What is made of the theme alone, made by another process before this one asks for it.

Of a cold build of any size it was .55 s in which one process worked and the other waited: 83
templates compiled, styles and scripts made small. What comes of it is compared with the theme as
it stands when it is asked for: of a template by its text, of the rest by what the system says of
every file.
"""

import os
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple

from generator.kept import place
from generator.outputs.html.compiled import NAME, Compiled
from generator.outputs.html.templates import Templates
from generator.outputs.site.assets import Assets, assets
from generator.side_by_side import begun
from generator.standing import State, standing, state

_GIVING_WAY: Final = 5
"""Of the twenty steps that a process may go back by itself."""


class Made(NamedTuple):
    seen: State | None = None
    """The theme before anything was made of it."""
    look: Assets | None = None
    codes: bytes = b""
    """Templates that no build had compiled before."""


_begun: Final[dict[Path, Callable[[], Made]]] = {}


def begin(theme: Path) -> None:
    """Where there is no other process, or a fault stops it, all is made when it is asked for."""
    _begun[theme.absolute()] = cache(begun(partial(_made, theme), Made))


@standing
def look(theme: Path) -> Assets:
    """As `assets`. Raises TemplateFaultError."""
    made = _of(theme)
    if made.look and made.seen is not None and made.seen == state(theme):
        return made.look
    return assets(theme)


@standing
def templates(theme: Path) -> Templates:
    """All of them, compiled."""
    made = Templates(theme)
    made.bytecode_cache = known = Compiled(place.store(NAME), _of(theme).codes)
    made.ready()
    known.keep()
    _begun.clear()  # nothing more will be asked for
    return made


def _look(theme: Path) -> Assets | None:
    """What makes things small is Go's: once it runs here, it does not in a copy of this process."""
    return None if "minify" in sys.modules else assets(theme)


def _of(theme: Path) -> Made:
    return _begun.get(theme.absolute(), Made)()


def _made(theme: Path) -> Made:
    """Of templates the next build finds most that an earlier one has compiled.

    It gives way while more processes than there are processors have something to do: it is needed
    when the catalogue has been read and checked, by one who waits for that alone.
    """
    os.nice(_GIVING_WAY)
    seen, known = state(theme), Compiled(place.store(NAME))
    if not known.kept:
        compiling = Templates(theme)
        compiling.bytecode_cache = known
        compiling.ready()
    return Made(seen, _look(theme), known.new())
