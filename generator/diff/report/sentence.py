"""A change in a sentence, without the name of the entry that it stands under."""

from generator.diff.changes import things
from generator.diff.changes.change import Change, Kind
from generator.diff.report.edits import edited, excerpt


def heading(change: Change) -> str:
    """The entry that a change is about, as a line of its own."""
    thing = change.entry
    if change.part is None and change.kind is Kind.ADDED:
        return f"{_upper(things.new(thing))}: {thing.name}"
    if change.part is None and change.kind is Kind.REMOVED:
        return f"{_upper(thing.noun)} «{thing.name}» finns inte längre"
    return f"{_upper(thing.noun)} «{thing.name}»"


def sentence(change: Change) -> str | None:
    """What happened; None when the heading has said it all."""
    part, said = change.part, _said(change)
    if part is None or said is None:
        return said
    if change.kind is Kind.ADDED:
        return f"{things.new(part)} «{part.name}», {change.after}"
    return f"{part.noun} «{part.name}»{said if said.startswith(' ') else f': {said}'}"


def _said(change: Change) -> str | None:
    match change.kind:
        case Kind.ADDED:
            return excerpt(change.after) if change.after else None
        case Kind.REMOVED:
            return None if change.part is None else " finns inte längre"
        case Kind.RENAMED:
            return f"har fått ett nytt id: `{change.before}` → `{change.after}`"
        case Kind.MOVED:
            return f" står nu {change.after} (förut {change.before})"
    return _values(change)


def _values(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        sign = "tillagt" if before is None else "borttaget"
        return f"{sign} – {change.label}: {excerpt(after or before or '')}"
    return f"{change.label}: {edited(before, after)}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
