"""Which ids somebody may choose today."""

import re
from typing import Final

from generator.checks.nearest import as_id
from generator.checks.wording import quote
from generator.edit.change import RefusedError
from generator.model.scalars import AN_ID, ID_PATTERN
from generator.model.step import UNIT

LONGEST: Final = 60
"""Characters. An address is read aloud and typed, and becomes the name of a folder and of files."""

_NUMBERED: Final = {f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)}
_DEVICES: Final = {"con", "prn", "aux", "nul", *_NUMBERED}
"""Names that no file may have on Windows."""
RESERVED: Final = frozenset({UNIT, "null", "index", "readme", *_DEVICES})
"""`unit` is the care unit itself, `null` is nothing in YAML, and the rest are not free as files."""


def check_id(written: str) -> None:
    """Raises RefusedError, with an id that could be meant, for what no new entry may be called."""
    if not re.fullmatch(ID_PATTERN, written):
        meant = _meant(as_id(written))
        raise RefusedError(f"{quote(written)} kan inte vara ett id; skriv {AN_ID}{meant}")
    if len(written) > LONGEST:
        what = f"är för långt för ett id: {len(written)} tecken, högst {LONGEST}"
        raise RefusedError(f"{quote(written)} {what}{_meant(written)}")
    if written in RESERVED:
        what = "är upptaget, det betyder något särskilt; välj ett annat id"
        raise RefusedError(f"{quote(written)} {what}{_meant(written)}")


def _meant(id_: str) -> str:
    short = id_ if len(id_) <= LONGEST else id_[: LONGEST + 1].rpartition("-")[0] or id_[:LONGEST]
    short = f"{short}-2" if short in RESERVED else short
    return f"; till exempel {quote(short)}" if short else ""
