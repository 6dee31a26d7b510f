"""What a built site is: files by kind, and which of them a change moves."""

import gzip
import hashlib
from collections.abc import Mapping
from pathlib import Path

_COMPRESSION = 6
_COMPRESSED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt", ".csv"})
_LARGEST = 10

Sizes = dict[str, int]


def digests(site: Path) -> dict[str, str]:
    """What each file holds, by its place in the site."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Files that are not in both, or not the same in both."""
    return sorted(file for file in {*one, *other} if one.get(file) != other.get(file))


def by_kind(site: Path) -> dict[str, Sizes]:
    """Files, bytes, and bytes as a static host sends them."""
    found: dict[str, Sizes] = {}
    for file, sizes in _sizes(site).items():
        kind = found.setdefault(_kind(file), {"files": 0, "bytes": 0, "sent": 0})
        kind["files"] += 1
        for key, size in sizes.items():
            kind[key] += size
    return found


def largest(site: Path, suffix: str = "") -> dict[str, Sizes]:
    """Those that cost a reader most, of all or of one suffix."""
    sizes = {file: each for file, each in _sizes(site).items() if file.endswith(suffix)}
    ranked = sorted(sizes.items(), key=lambda each: -each[1]["sent"])
    return dict(ranked[:_LARGEST])


def _sizes(site: Path) -> dict[str, Sizes]:
    return {
        file.relative_to(site).as_posix(): {"bytes": file.stat().st_size, "sent": sent(file)}
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def sent(file: Path) -> int:
    content = file.read_bytes()
    return len(gzip.compress(content, _COMPRESSION)) if file.suffix in _COMPRESSED else len(content)


def _kind(file: str) -> str:
    if file.endswith(".html"):
        return "pages"
    if file.endswith(".pdf"):
        return "papers"
    return "search" if "search" in file else "other"
