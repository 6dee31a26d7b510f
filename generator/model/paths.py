"""Where in the data something stands, and what stands there; without the model, which is large."""

from typing import Any, NamedTuple

DataPath = tuple[str | int, ...]
"""The way to a value in the data: keys and list positions from the top."""


class Leaf(NamedTuple):
    """A scalar, one of a list of them, or the key of a mapping."""

    field: str
    value: Any
    path: DataPath
    on_key: bool = False
