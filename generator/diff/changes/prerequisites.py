"""What must be done first: what was asked for before and is not now, and the other way round."""

from collections.abc import Iterable, Iterator

from generator.diff.changes.change import Change
from generator.diff.changes.fields import Pair, fields
from generator.model.need import AllOf, AnyOf, Need, Reference

_FIELD = "prerequisites"
_LABEL = "förutsättning"


def prerequisites(pair: Pair, before: Iterable[Need], after: Iterable[Need]) -> Iterator[Change]:
    """Told by what is needed; a changed reason for the same need is a change of that need."""
    was, now = ({_key(need): need for need in needs} for needs in (before, after))
    for key, need in was.items():
        if key not in now:
            yield pair.change(_FIELD, _LABEL, pair.was.need(need), None)
    for key, need in now.items():
        shown = pair.now.need(need)
        if key not in was:
            yield pair.change(_FIELD, _LABEL, None, shown)
        elif was[key] != need:
            yield from _grounds(pair.within(_FIELD, f"{_LABEL} «{shown}»"), was[key], need)


def _grounds(pair: Pair, before: Need, after: Need) -> Iterator[Change]:
    bare = {"all": (), "any": ()}
    one, other = (each.model_copy(update=bare) for each in (before, after))
    if one != other:
        yield from fields(pair, one, other)
    yield from (
        change
        for old, new in zip(_inner(before), _inner(after), strict=True)
        if old != new
        for change in _grounds(pair, old, new)
    )


def _inner(need: Need) -> tuple[Need, ...]:
    """In the order of their keys, so that the same needs stand side by side."""
    match need:
        case AnyOf(any=parts) | AllOf(all=parts):
            return tuple(sorted(parts, key=_key))
    return ()


def _key(need: Need) -> str:
    """The same for needs that ask for the same, whatever the order and the reason."""
    if isinstance(need, Reference):
        return need.need
    sign = "|" if isinstance(need, AnyOf) else "&"
    return f"({sign.join(_key(part) for part in _inner(need))})"
