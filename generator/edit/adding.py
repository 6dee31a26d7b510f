"""A new entry is put where its like stand: last in its section, spaced as they are."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.checks.nearest import nearest
from generator.checks.wording import quote
from generator.edit.change import Edit, RefusedError, line_break
from generator.edit.new_id import check_id
from generator.edit.stub import stub
from generator.edit.taken import check_free
from generator.load import Loaded
from generator.model.catalogue import SECTIONS
from generator.source import PlacedMap, SourceText

_INDENT: Final = 2
_NOT_CONTENT: Final = re.compile(r"\s*|#.*|---.*|\.\.\.\s*")
"""Lines between sections: empty, comments of the section to come, marks of a document's ends."""


@dataclass(frozen=True, slots=True)
class Added:
    edit: Edit
    line: int
    """Where the new entry's id stands."""


def add(loaded: Loaded, section: str, id_: str, known: Mapping[str, str]) -> Added:
    """The edit that adds an entry to be filled in. Raises RefusedError if it cannot be added."""
    check_id(id_)
    if not loaded.whole:
        why = "en fil går inte att läsa till slutet"
        raise RefusedError(f"{why}; kör `startklar check`, rätta felet och försök igen")
    check_free(loaded, section, id_)
    models = tuple(loaded.catalogue.models)
    lines = tuple(stub(SECTIONS[section], known, models))
    homes = {file: root for file, root in loaded.places.roots.items() if section in root}
    if not homes:
        return _with_section(loaded, section, id_, lines)
    file = max(homes, key=lambda name: len(homes[name][section] or ()))
    return _in_section(loaded.places.texts[file], homes[file], section, (id_, lines))


def check_name(name: str) -> None:
    """Raises RefusedError for a name that does not fit on one line."""
    if not name.strip() or not name.isprintable():
        raise RefusedError("namnet är tomt eller har tecken som inte syns; skriv det på en rad")


def check_source(loaded: Loaded, ref: str) -> None:
    """Raises RefusedError if no source has the id."""
    known = loaded.catalogue.sources
    if ref not in known:
        meant = nearest(ref, known)
        hint = f"menar ni {quote(meant)}?" if meant else "lägg till den i avsnittet `sources` först"
        raise RefusedError(f"källan {quote(ref)} finns inte; {hint}")


def _in_section(
    text: SourceText, root: PlacedMap, section: str, entry: tuple[str, Iterable[str]]
) -> Added:
    entries = root[section]
    if isinstance(entries, PlacedMap) and entries:
        _refuse_braces(text, root, section)
        column = next(iter(entries.keys_at.values()))[1]
        spaced = _is_spaced(text, entries)
    elif entries is None or entries == {}:
        _refuse_braces(text, root, section)
        column, spaced = _INDENT, False
    else:
        what = f"avsnittet {quote(section)} i `{text.name}` är inget objekt"
        raise RefusedError(f"{what}; kör `startklar check` och rätta det först")
    return _written(text, _end(text, root, section), _lines(entry, column), spaced=spaced)


def _refuse_braces(text: SourceText, root: PlacedMap, section: str) -> None:
    line, column, *_ = root.values_at[section]
    if text.text[text.offset(line + 1, column + 1) :].startswith("{"):
        what = f"avsnittet {quote(section)} i `{text.name}` är skrivet inom klamrar"
        raise RefusedError(f"{what}; skriv det med en rad för varje id och försök igen")


def _is_spaced(text: SourceText, entries: PlacedMap) -> bool:
    """Whether an empty line stands before the section's last entry; so for one that is alone."""
    *others, last = (mark[0] for mark in entries.keys_at.values())
    above = last - 1
    while above > 0 and text.lines[above].lstrip().startswith("#"):
        above -= 1
    return not others or not text.lines[above].strip()


def _end(text: SourceText, root: PlacedMap, section: str) -> int:
    """The number of lines up to the section's last one."""
    begun = root.keys_at[section][0]
    following = [mark[0] for mark in root.keys_at.values() if mark[0] > begun]
    end = min(following, default=len(text.lines))
    while end > begun + 1 and _NOT_CONTENT.fullmatch(text.lines[end - 1]):
        end -= 1
    return end


def _with_section(loaded: Loaded, section: str, id_: str, lines: Iterable[str]) -> Added:
    """The section is new: it comes last in the file where the services stand."""
    roots = loaded.places.roots
    file = next((name for name, root in roots.items() if "services" in root), next(iter(roots)))
    text = loaded.places.texts[file]
    end = len(text.lines)
    while end > 0 and _NOT_CONTENT.fullmatch(text.lines[end - 1]):
        end -= 1
    added = _written(text, end, [f"{section}:", *_lines((id_, lines), _INDENT)], spaced=True)
    return Added(added.edit, added.line + 1)


def _lines(entry: tuple[str, Iterable[str]], column: int) -> list[str]:
    id_, lines = entry
    here = " " * column
    return [f"{here}{id_}:", *(f"{here}{' ' * _INDENT}{line}" for line in lines)]


def _written(text: SourceText, end: int, lines: list[str], *, spaced: bool) -> Added:
    """The lines after so many of the text's."""
    blank = [""] if spaced and end > 0 else []
    break_ = line_break(text)
    whole = "".join(f"{break_}{line}" for line in (*blank, *lines))
    offset = text.offset(end, len(text.lines[end - 1]) + 1) if end else 0
    new = whole if end else whole.removeprefix(break_) + break_
    if end == len(text.lines):  # the last line had no end of its own
        new += break_
    return Added(Edit.insertion(text, offset, new), end + len(blank) + 1)
