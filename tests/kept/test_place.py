"""Only what the user alone can have kept is taken for an answer."""

import os
from pathlib import Path

import pytest

from generator.kept.place import store


def test_it_is_the_user_s_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    here = store("answers")
    assert here is not None
    assert here.folder == tmp_path / "startklar" / "answers"
    assert here.folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("given", ["", "data", "./data", ".startklar"])
def test_a_way_from_where_one_happens_to_stand_is_none(
    given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    here = store("answers")
    assert here is not None
    assert tmp_path / "home" in here.folder.parents


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_where_others_may_write_nothing_is_kept(
    mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    here = tmp_path / "startklar" / "answers"
    here.mkdir(parents=True)
    here.chmod(mode)
    assert store("answers") is None


def test_what_is_another_s_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert store("answers") is not None
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    assert store("answers") is None


def test_a_link_to_elsewhere_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "startklar").mkdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "startklar" / "answers").symlink_to(tmp_path / "elsewhere")
    assert store("answers") is None


def test_where_nothing_can_be_made_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert store("answers") is None
