"""The files that a search in the browser is answered from, in pieces, made by Pagefind.

Pagefind reads web pages, so each record is given to it as one. What a record is called stands in a
field named after its kind: the browser weighs by field, and so by kind.
"""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from markupsafe import escape
from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.outputs.search_records import Kind, Record

_PAGE: Final = (
    '<!doctype html><html lang="sv"><head>{fields}</head><body{readers}>{body}</body></html>'
)
# A second value would stand before or after this one as it happens: Pagefind sorts none of them.
_FOR_UNITS: Final = ' data-pagefind-filter="for:enhet"'
_FIELD: Final = '<meta data-pagefind-meta="{}[content]" content="{}">'
_SERVED: Final = (
    "pagefind.js",
    "pagefind-entry.json",
    "pagefind.*.pf_meta",
    "wasm.sv.pagefind",
    "index/*",
    "filter/*",
    "fragment/*",
)
"""Of what Pagefind writes; the rest is user interfaces of its own."""

_ENDING: Final = ".html"
"""Of a record's file, behind its address: no page of the guide has an address that ends so."""

_ENDS: Final = re.compile(r"</(?:dt|dd|div|li|span|td|th|summary|label|button)>")
"""Where one thing is said and the next begins, which Pagefind would read as one word."""

_HASH_LENGTH: Final = 8
_WORD: Final = re.compile(r"[\w-]+")
_SHORTEST: Final = 4
"""Letters of a word that a slip of the finger is guessed in."""


class SearchIndexError(Exception):
    """Pagefind could not be run, or gave up; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchIndex:
    folder: str
    """Where it is published, from the root; named by what is in it, so as to be kept for ever."""
    files: Mapping[str, str | bytes]
    """Each file's content, by address."""


def search_index(records: Iterable[Record]) -> SearchIndex:
    """The same for the same records, in any order. Raises SearchIndexError."""
    found = sorted(records, key=lambda record: record.address)
    files = {"names.json": _names(found).encode(), **_indexed(found)}
    whole = hashlib.sha256(b"".join(name.encode() + content for name, content in files.items()))
    folder = f"assets/search.{whole.hexdigest()[:_HASH_LENGTH]}"
    addressed = {f"{folder}/{name}": content for name, content in files.items()}
    return SearchIndex(folder=folder, files=addressed)


def _indexed(records: list[Record]) -> dict[str, bytes]:
    """What Pagefind makes of them, by name; of nothing it makes nothing but a complaint."""
    if not records:
        return {}
    with TemporaryDirectory(prefix="startklar-") as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        for record in records:
            file = pages / f"{record.address}{_ENDING}"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_page(record), encoding="utf-8")
        _run(get_executable(), "--silent", "--site", pages, "--output-path", made)
        files = (file for pattern in _SERVED for file in sorted(made.glob(pattern)))
        return {file.relative_to(made).as_posix(): file.read_bytes() for file in files}


def _run(*command: str | Path) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise SearchIndexError(f"sökningens program går inte att starta: {error}") from error
    if done.returncode:
        raise SearchIndexError(f"sökningen gick inte att göra: {done.stderr or done.stdout}")


def _page(record: Record) -> str:
    fields = {str(record.kind): record.title}
    if record.names:
        fields[f"{record.kind}_namn"] = " · ".join(record.names)
    return _PAGE.format(
        fields="".join(_FIELD.format(name, escape(value)) for name, value in fields.items()),
        readers="" if record.kind is Kind.EDITOR else _FOR_UNITS,
        body=_ENDS.sub(r" \g<0>", record.body),
    )


def _names(records: list[Record]) -> str:
    """The words of all names, for the browser to guess what a mistyped one was meant to be."""
    readers = (record for record in records if record.kind is not Kind.EDITOR)
    texts = (name for record in readers for name in (record.title, *record.names))
    written = {word.casefold() for name in texts for word in _WORD.findall(name)}
    words = written | {part for word in written for part in word.split("-")}
    return json.dumps(sorted(w for w in words if len(w) >= _SHORTEST), ensure_ascii=False)
