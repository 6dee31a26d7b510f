"""Texts that decide nothing but what is shown where they are shown, and who has read them.

Editors change these most. Nothing is chosen, counted, ordered or named by what such a text says, so
whoever has not read it gives the same whatever it says. While it is watched who reads, each reading
is noted: as `service/field`, or `UNKNOWN` of a part that is not the watched catalogue's.

It is noted where Python looks the field up, so no reader can forget it. What goes round that is
`__dict__`, which `model/walk.py` and pydantic alone use: comparing counts as reading all.
`tests/outputs/html/test_kept_pages.py` marks each text and looks for it where nobody read it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final, TypeVar

from generator.model.outline import DataPath, outline
from generator.model.service import Function, Service
from generator.model.step import Choice, Option, Step

PROSE: Final[Mapping[type, tuple[str, ...]]] = {
    Service: ("summary", "text", "no_action"),
    Function: ("text",),
    Step: ("text", "answer", "chase"),
    Choice: ("text",),
    Option: ("text",),
}
UNKNOWN: Final = "?"
"""What stands for any text at all, and for what is not watched."""
_NAMES: Final = (*dict.fromkeys(name for names in PROSE.values() for name in names),)
_BITS: Final = len(_NAMES).bit_length()
"""So many hold the number of a name. A pair for each reading would be 88 bytes in place of 32."""
_HOLDERS: Final = frozenset({"functions", "steps", "options"})
"""The fields that parts with such texts stand in."""
PLACES: Final = "@"
"""What is noted of who asks where something is written, before its entry if it lies in one."""
REPORT: Final = "report"
"""What is noted of who looks at the check's report, in which any text may be."""
_NUMBER: Final = (1 << _BITS) - 1
_UNKNOWN: Final = (UNKNOWN,) * len(_NAMES)
R = TypeVar("R")


@dataclass(slots=True, eq=False)
class Reading:
    """What has been read while one thing was made."""

    own: set[int | str] = field(default_factory=set)
    """Each part, by `id`, with the number of its field's name; or something else, by name."""
    used: dict[int, "Reading"] = field(default_factory=dict)
    """What had been read for what was made before and used now."""
    told: frozenset[str] | None = None
    """What it comes to, when somebody has asked; the rest is forgotten then."""


_now: Final = [Reading()]
"""Its only one is where readings are noted."""


class _Watched:
    """A field whose readings are noted; what is read stands where pydantic has put it."""

    def __init__(self, name: str) -> None:
        self.name, self.number = name, _NAMES.index(name)

    def __get__(self, part: Any, kind: type | None = None) -> Any:
        if part is None:
            return self
        _now[0].own.add(id(part) << _BITS | self.number)
        return part.__dict__[self.name]

    def __set__(self, part: Any, value: Any) -> None:
        raise AttributeError(self.name)


def watch() -> None:
    """From now on, in this process; what has been noted is forgotten."""
    _now[0] = Reading()
    for kind, names in PROSE.items():
        if not isinstance(kind.__dict__.get(names[0]), _Watched):
            for name in names:
                setattr(kind, name, _Watched(name))
            kind.__eq__ = _all_read(names, kind.__eq__)  # type: ignore[method-assign]
            kind.__hash__ = _all_read(names, kind.__hash__)  # type: ignore[method-assign]


def _all_read(names: Iterable[str], do: Callable[..., R]) -> Callable[..., R]:
    numbers = [*map(_NAMES.index, names)]

    def done(*parts: Any) -> R:
        _now[0].own.update(id(part) << _BITS | number for part in parts for number in numbers)
        return do(*parts)

    return done


def compared(part: Service, name: str) -> Any:
    """A text for the list of pages, of which each page compares its own row: it is not noted."""
    return part.__dict__[name]


@contextmanager
def reading() -> Iterator[Reading]:
    """What is read meanwhile, which is not noted outside."""
    outside, _now[0] = _now[0], Reading()
    try:
        yield _now[0]
    finally:
        _now[0] = outside


def note(read: Reading) -> None:
    """As if it had been read now: by whoever is given what was made of it before."""
    _now[0].used[id(read)] = read


def note_other(what: str) -> None:
    """Something else than texts has been read, of this name."""
    _now[0].own.add(what)


def places_at(path: DataPath) -> str:
    """What a reading of where something at the path is written is told as.

    Of what lies in an entry it begins with PLACES, as no id does.
    """
    inner = len(path) > 1 and isinstance(path[1], str)
    return f"{PLACES}{path[0]}/{path[1]}" if inner else PLACES


class Readers:
    """Says of readings what was read, in a catalogue of these services."""

    def __init__(self, services: Iterable[Service]) -> None:
        self.services = services
        self._texts: dict[int, tuple[str, ...]] = {}
        """What each part's texts are told as, in the order of the names: by the part's `id`."""

    def told(self, read: Reading) -> frozenset[str]:
        """When it is over."""
        if read.told is None:
            used = [each.told or self.told(each) for each in read.used.values()]
            find = (self._texts or self._found()).get
            own = {
                what if isinstance(what, str) else find(what >> _BITS, _UNKNOWN)[what & _NUMBER]
                for what in read.own
            }
            read.told = frozenset(own.union(*used))
            read.own, read.used = set(), {}
        return read.told

    def _found(self) -> Mapping[int, tuple[str, ...]]:
        for service in self.services:
            texts = tuple(intern(f"{service.id}/{name}") for name in _NAMES)
            self._texts.update((id(part), texts) for part in _parts(service))
        return self._texts


def _parts(service: Service) -> Iterator[object]:
    yield service
    yield from service.functions
    yield from (spot.item for spot in outline(service))


def prose_at(path: DataPath) -> str | None:
    """What a reading of the text at the path is told as; None if there is no such text."""
    if len(path) < 3 or path[0] != "services" or path[-1] not in _NAMES:  # noqa: PLR2004
        return None
    inner = path[2:-1]
    if not all(isinstance(step, int) or step in _HOLDERS for step in inner):
        return None
    return f"{path[1]}/{path[-1]}"
