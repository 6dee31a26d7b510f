from pathlib import Path

import pytest

from tests.diff.repositories import LONGER, begin, git, write
from tests.diff.worlds import WORLD


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits, `first` and `main`, and a changed working tree in it."""
    folder = tmp_path / "förråd med blanksteg"
    write(folder / "data", WORLD)
    begin(folder)
    git(folder, "tag", "first")
    write(folder / "data", LONGER)
    git(folder, "commit", "-q", "-a", "-m", "Två")
    write(folder / "data", WORLD.replace("lead_time: 14d", "lead_time: 42d"))
    monkeypatch.chdir(folder)
    return folder
