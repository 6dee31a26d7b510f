"""The data of a file as it was and as it is, side by side."""

from collections.abc import Iterator
from typing import Any

from generator.model.paths import DataPath

Difference = tuple[DataPath, Any, Any]
"""A path, and what stood and stands there: two texts, or values that are not of one kind, or
mappings and lists that have not the same keys in the same order."""


def differences(old: Any, new: Any, path: DataPath = ()) -> Iterator[Difference]:
    """All of them, but none inside another."""
    kind = next((kind for kind in (str, dict, list) if isinstance(old, kind)), None)
    if kind is None or not isinstance(new, kind) or kind is str:
        yield from () if old == new else ((path, old, new),)
        return
    steps = _steps(old)
    if steps != _steps(new):
        yield path, old, new
        return
    for step in steps:
        yield from differences(old[step], new[step], (*path, step))


def _steps(data: Any) -> list[Any]:
    """The keys, in their order, or the positions."""
    return [*data] if isinstance(data, dict) else [*range(len(data))]
