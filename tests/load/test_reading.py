"""A folder becomes a catalogue. What cannot be opened is nobody's fault, and no report either."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.load import Loaded, UnreadableError, load, load_texts
from generator.load.fault import DuplicateIdFault, ShapeFault, ShapeKind, SyntaxFault, SyntaxKind
from generator.load.files import MAX_BYTES
from generator.source import SourceText

GUIDE = "guide: {title: Guide, publisher: Regionen}\n"
SERVICE = "{name: A, summary: B., obligation: {}, source: seed}"


def texts(**files: str) -> Loaded:
    return load_texts([SourceText(f"{name}.yaml", text) for name, text in files.items()])


def kinds(loaded: Loaded) -> list[str]:
    return [str(getattr(fault, "kind", "")) for fault in loaded.faults]


def test_sections_are_gathered_from_all_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(f"services:\n  b: {SERVICE}\n")
    (tmp_path / "a.yaml").write_text(f"{GUIDE}services:\n  z: {SERVICE}\n")
    (tmp_path / "c.txt").write_text("services: [")
    (tmp_path / ".#a.yaml").symlink_to("user@machine.1234")  # Emacs has unsaved changes
    loaded = load(tmp_path)
    assert list(loaded.catalogue.services) == ["z", "b"]
    assert not loaded.faults
    assert loaded.places.span(("services", "b")).file.endswith("b.yml")


def test_a_byte_order_mark_and_windows_line_ends_are_no_text(tmp_path: Path) -> None:
    text = f"{GUIDE}services:\n  å: {SERVICE}\n".replace("\n", "\r\n")
    (tmp_path / "a.yaml").write_bytes(text.encode("utf-8-sig"))
    loaded = load(tmp_path)
    assert [(f.given, f.on_key) for f in loaded.faults if isinstance(f, ShapeFault)] == [
        ("å", True)
    ]
    span = loaded.places.span(("services", "å"))
    assert (span.line, span.column, span.end_column) == (3, 3, 4)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_that_is_not_utf_8_is_shown_but_not_read(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(mark + "a: b\nnamn: vård\n".encode("latin-1"))
    loaded = load(tmp_path)
    (fault,) = loaded.faults
    assert isinstance(fault, SyntaxFault)
    assert (fault.kind, fault.detail) == (SyntaxKind.ENCODING, "0xE5")
    assert (fault.span.line, fault.span.column) == (2, 8)
    assert loaded.places.texts[fault.span.file].line(2) == "namn: v�rd"
    assert not loaded.whole


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert kinds(load(tmp_path)) == [SyntaxKind.SIZE]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("password: hunter2\n")
    (folder / "a.yaml").symlink_to("../secret.yaml")
    loaded = load(folder)
    assert kinds(loaded) == [SyntaxKind.LINK]
    assert not any("hunter2" in text.text for text in loaded.places.texts.values())
    assert not loaded.whole


def test_a_link_within_the_folder_is_a_file_as_any(tmp_path: Path) -> None:
    folder, real = tmp_path / "data", tmp_path / "real"
    real.mkdir()
    folder.symlink_to(real)
    (real / "a.txt").write_text(f"{GUIDE}services:\n  z: {SERVICE}\n")
    (real / "a.yaml").symlink_to("a.txt")
    assert not load(folder).faults


@pytest.mark.parametrize("make", ["nothing", "a file", "an empty folder"])
def test_a_folder_that_cannot_be_read_is_told_apart(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "data"
    if make == "a file":
        folder.write_text("")
    elif make == "an empty folder":
        folder.mkdir()
    with pytest.raises(UnreadableError, match="mappen"):
        load(folder)


def refuse(error: OSError) -> Callable[[Path], Iterator[Path]]:
    def refused(_: Path) -> Iterator[Path]:
        raise error

    return refused


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(13, "Permission denied"), "behörighet saknas; ge"),
        (OSError(5, "Input/output error"), "datorn svarar «Input/output error»; kontrollera"),
    ],
)
def test_what_cannot_be_opened_is_told_with_the_reason_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    (tmp_path / "a.yaml").write_text(GUIDE)
    for method, what in (("read_bytes", "filen"), ("iterdir", "mappen")):
        monkeypatch.setattr(Path, method, refuse(error))
        with pytest.raises(UnreadableError, match=f"^{what} `.*` kan inte läsas: {why}"):
            load(tmp_path)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "`.*b.yaml` kan inte läsas: det är en mapp; byt namn"),
        (lambda path: path.symlink_to("c"), "`.*b.yaml` kan inte läsas: det är en länk till något"),
        (os.mkfifo, "`.*b.yaml` är ingen vanlig fil; flytta"),
    ],
)
def test_what_is_named_as_a_file_but_is_none_is_not_passed_over(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    (tmp_path / "a.yaml").write_text(GUIDE)
    make(tmp_path / "b.yaml")
    with pytest.raises(UnreadableError, match=message):
        load(tmp_path)


def test_a_broken_entry_hides_no_other_and_is_still_known() -> None:
    loaded = texts(a=f"{GUIDE}services:\n  a: {{}}\n  b: {SERVICE}\n")
    assert list(loaded.catalogue.services) == ["b"]
    assert loaded.knows("services", "a")
    assert not loaded.knows("services", "c")
    assert loaded.whole


def test_an_id_in_two_files_is_read_once() -> None:
    loaded = texts(a=f"{GUIDE}services:\n  a: {SERVICE}\n", b="services:\n  a: {}\n")
    (fault,) = loaded.faults
    assert isinstance(fault, DuplicateIdFault)
    assert (fault.first.file, fault.again.file) == ("a.yaml", "b.yaml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("models: {}\n", [ShapeKind.MISSING, ShapeKind.MISSING]),
        (f"{GUIDE}services:\n", [ShapeKind.EMPTY]),
        (f"{GUIDE}services: {{}}\n", [ShapeKind.EMPTY]),
        (f"{GUIDE}services: []\n", [ShapeKind.WRONG]),
        (f"guide:\nservices: {{a: {SERVICE}}}\n", [ShapeKind.EMPTY]),
        (f"{GUIDE}services:\n  a:\n", [ShapeKind.EMPTY]),
        (f"{GUIDE}services:\n  a: *b\n", [SyntaxKind.ALIAS]),
        (f"{GUIDE}services: *b\n", [SyntaxKind.ALIAS]),
        ("", [SyntaxKind.EMPTY]),
    ],
)
def test_one_fault_is_told_once(text: str, expected: list[str]) -> None:
    assert sorted(kinds(texts(a=text))) == sorted(expected)


def test_what_must_be_there_is_not_missed_when_a_file_is_unreadable() -> None:
    assert kinds(texts(a="services: [", b="models: {}\n")) == [SyntaxKind.YAML]
