"""What an editor writes when a fact has been verified, and where."""

from functools import cache
from typing import Final

from generator.model.record import record
from generator.views.site import Site

_KEYS: Final = {
    "date": "dagen, skriven {day}",
    "by": "er roll eller funktion, inte ert namn",
    "how": "till exempel: ringde supporten",
    "source": "var svaret finns, till exempel ett ärendenummer",
}


@record(frozen=True, kw_only=True, slots=True)
class Writing:
    """Lines whose values are left out: `check` asks for each, so nothing is verified by copying."""

    where: str
    """Where they go, in words."""
    place: str
    """File and line."""
    address: str | None
    """The line where the catalogue is kept."""
    text: str


def writing(site: Site, section: str, id_: str) -> Writing:
    """The place and the lines for the entry, indented as its other keys are."""
    named = site.place((section, id_))
    source, empty = (site.key_place(section, id_, key) for key in ("source", "verified"))
    day = site.as_of.isoformat()
    if source.line == named.line:
        where, place, text = "sist på raden, före `}`", source, _in_a_row()
    elif empty != named:
        where, place, text = "i stället för raden `verified`", empty, _lines(day, empty.column)
    else:
        where, place, text = "före raden `source`", source, _lines(day, source.column)
    return Writing(
        where=where, place=f"{place.file}:{place.line}", address=site.edit_url(place), text=text
    )


@cache
def _lines(day: str, column: int) -> str:
    """Columns are few, and whoever asks for all entries asks for the same."""
    indent, widest = " " * (column - 1), max(map(len, _KEYS))
    keys = (f"{f'{key}:':{widest + 2}} # {told.format(day=day)}" for key, told in _KEYS.items())
    return "\n".join([f"{indent}verified:", *(f"{indent}  {line}" for line in keys)]) + "\n"


def _in_a_row() -> str:
    return f", verified: {{{', '.join(f'{key}: ' for key in _KEYS)}}}"
