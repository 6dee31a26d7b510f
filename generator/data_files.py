"""Which files of the data folder are read: by `load`, of a revision in git, for a kept answer.

It stands apart from `load` since a kept answer has no time for what `load` imports.
"""

from pathlib import PurePath
from typing import Final

_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_LOCK: Final = ".#"
"""How Emacs begins the name of a link to nothing, while a file has changes to be saved."""


def is_data(path: PurePath) -> bool:
    """Whether a file of that name in the data folder is read."""
    return path.suffix in _SUFFIXES and not path.name.startswith(_LOCK)
