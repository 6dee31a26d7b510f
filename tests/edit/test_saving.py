"""All files are replaced, or none is."""

from pathlib import Path

import pytest

from generator.edit.change import Edit, RefusedError
from generator.edit.saving import save
from generator.load import load
from generator.source import SourceText

TEXT = "terms:\r\n  a: {word: A, explanation: B.}\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def edits(folder: Path, *names: str) -> tuple[dict[str, SourceText], list[Edit]]:
    texts = dict(load(folder).places.texts)
    at = TEXT.index("A,")
    return texts, [Edit((folder / name).as_posix(), at, at + 1, "Å") for name in names]


def test_only_what_changes_is_written_with_all_else_as_it_was(folder: Path) -> None:
    (folder / "a.yaml").chmod(0o640)
    kept = (folder / "c.yaml").stat()
    touched = save(*edits(folder, "a.yaml", "b.yaml"))
    assert [Path(name).name for name in touched] == ["a.yaml", "b.yaml"]
    new = b"\xef\xbb\xbf" + TEXT.replace("A,", "Å,").encode()
    old = b"\xef\xbb\xbf" + TEXT.encode()
    assert held(folder) == {"a.yaml": new, "b.yaml": new, "c.yaml": old}
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640
    after = (folder / "c.yaml").stat()
    assert (after.st_mtime_ns, after.st_ino) == (kept.st_mtime_ns, kept.st_ino)


def test_a_link_goes_on_leading_to_the_file(folder: Path) -> None:
    (folder / ".delat").mkdir()
    real = folder / ".delat" / "a.yaml"
    (folder / "a.yaml").rename(real)
    (folder / "a.yaml").symlink_to(real)
    save(*edits(folder, "a.yaml"))
    assert (folder / "a.yaml").is_symlink()
    assert "Å" in real.read_text(encoding="utf-8-sig")


def test_a_file_that_somebody_else_has_changed_stops_them_all(folder: Path) -> None:
    texts, some = edits(folder, "a.yaml", "b.yaml")
    (folder / "b.yaml").write_text("terms: {}\n", encoding="utf-8")
    before = held(folder)
    with pytest.raises(RefusedError, match=r"b\.yaml` har ändrats under tiden"):
        save(texts, some)
    assert held(folder) == before


def test_a_file_that_is_gone_stops_them_all(folder: Path) -> None:
    texts, some = edits(folder, "a.yaml", "b.yaml")
    (folder / "b.yaml").unlink()
    before = held(folder)
    with pytest.raises(RefusedError, match=r"b\.yaml` kan inte läsas längre"):
        save(texts, some)
    assert held(folder) == before


@pytest.mark.parametrize("failing", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_failure_on_the_way_puts_everything_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int, error: BaseException
) -> None:
    texts, some = edits(folder, "a.yaml", "b.yaml", "c.yaml")
    before, replace, calls = held(folder), Path.replace, []

    def breaking(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", breaking)
    with pytest.raises((RefusedError, KeyboardInterrupt)):
        save(texts, some)
    assert held(folder) == before


def test_a_folder_that_cannot_be_written_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = held(folder)
    monkeypatch.setattr("generator.edit.saving.mkstemp", refused)
    with pytest.raises(RefusedError, match="kan inte skrivas"):
        save(*edits(folder, "a.yaml"))
    assert held(folder) == before


def test_a_file_that_is_protected(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(folder)
    monkeypatch.setattr("generator.edit.saving.os.access", lambda *_: False)
    with pytest.raises(RefusedError, match=r"a\.yaml` är skrivskyddad"):
        save(*edits(folder, "a.yaml"))
    assert held(folder) == before
