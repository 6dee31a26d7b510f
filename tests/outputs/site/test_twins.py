"""A host that sends a twin sends the file, and twins cost no more than once."""

import gzip
import os
from pathlib import Path
from stat import S_IFREG

import brotli  # type: ignore[import-untyped]
import pytest

from generator.outputs.site import twins as made
from generator.outputs.site.twins import BROTLI, GZIP, twins
from generator.outputs.site.writer import Writer

PAGE = "<p>Sjunet är en skyddad del av internet.</p>\n".encode() * 100
NAME = "tjanster/sjunet/index.html"


def nothing(_: str) -> None:
    return None


def write(folder: Path, before: Path, content: bytes = PAGE) -> dict[str, bytes]:
    writer = Writer(folder, before, S_IFREG | 0o666 & ~_umask(), compress=True)
    writer.write(NAME, content)
    page = folder / NAME
    return {each.name: each.read_bytes() for each in sorted(page.parent.iterdir())}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_twin_says_what_its_file_says(tmp_path: Path) -> None:
    files = write(tmp_path / "a", tmp_path / "none")
    assert list(files) == ["index.html", "index.html.br", "index.html.gz"]
    assert gzip.decompress(files["index.html.gz"]) == PAGE
    assert brotli.decompress(files["index.html.br"]) == PAGE
    assert len(files["index.html.br"]) < len(files["index.html.gz"]) < len(PAGE)


def test_a_twin_has_no_date_and_no_name_in_it() -> None:
    (_, compressed), _ = twins(NAME, PAGE, nothing)
    flags, time, system = compressed[3], compressed[4:8], compressed[9]
    assert (flags, time, system) == (0, bytes(4), 255)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", PAGE[:1000]),
        ("papper/a.pdf", PAGE),
        ("_headers", PAGE),
        ("sitemap.xml", PAGE),
        ("a.txt", os.urandom(2000)),
    ],
    ids=["small", "print", "headers", "the host's", "no smaller"],
)
def test_what_gains_nothing_has_none(name: str, content: bytes) -> None:
    assert list(twins(name, content, nothing)) == []


def test_a_page_that_has_not_changed_keeps_its_twins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = write(tmp_path / "a", tmp_path / "none")
    monkeypatch.setattr(made, "_gzip", None)
    monkeypatch.setattr(made, "_brotli", None)
    assert write(tmp_path / "b", tmp_path / "a") == before
    for each in before:
        file = tmp_path / "b" / NAME
        assert file.with_name(each).samefile((tmp_path / "a" / NAME).with_name(each))


OTHER = b"<p>Ett annat n\xc3\xa4t.</p>\n" * 100


@pytest.mark.parametrize(
    "wrong",
    [
        gzip.compress(PAGE, mtime=1),
        next(twin for _, twin in twins(NAME, OTHER, nothing)),
        next(twin for _, twin in twins(NAME, PAGE, nothing))[:-9],
        next(twin for _, twin in twins(NAME, PAGE, nothing)) + b"\x00",
        b"",
    ],
    ids=["dated", "of another", "cut", "longer", "empty"],
)
def test_a_twin_that_says_something_else_does_not_stay(tmp_path: Path, wrong: bytes) -> None:
    before = write(tmp_path / "a", tmp_path / "none")
    for suffix in (GZIP, BROTLI):
        (tmp_path / "a" / f"{NAME}{suffix}").write_bytes(wrong)
    assert write(tmp_path / "b", tmp_path / "a") == before


def test_a_page_that_has_changed_has_new_twins(tmp_path: Path) -> None:
    write(tmp_path / "a", tmp_path / "none")
    files = write(tmp_path / "b", tmp_path / "a", OTHER)
    assert gzip.decompress(files["index.html.gz"]) == OTHER
    assert brotli.decompress(files["index.html.br"]) == OTHER


def test_what_is_no_file_is_not_read_for_a_twin(tmp_path: Path) -> None:
    page = tmp_path / "a" / NAME
    page.parent.mkdir(parents=True)
    os.mkfifo(page.with_name("index.html.gz"))
    assert "index.html.gz" in write(tmp_path / "b", tmp_path / "a")
