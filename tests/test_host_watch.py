"""A change is seen at once, by whichever way it is told."""

from collections.abc import Callable
from pathlib import Path
from queue import Queue

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.host_watch import Told

PATIENCE = 20


def save(file: Path) -> None:
    file.write_text("ny text")


def save_beside_and_rename(file: Path) -> None:
    aside = file.with_name(f".{file.name}.tmp")
    aside.write_text("ny text")
    aside.replace(file)


class Changes(FileSystemEventHandler):
    def __init__(self) -> None:
        self.files = Queue[str]()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.files.put(Path(str(event.src_path)).name)


def silent(told: Told) -> None:
    def refuse() -> None:
        raise OSError

    told.system.start = refuse  # type: ignore[method-assign]


def seldom(told: Told) -> None:
    for emitter in told.emitters:
        emitter._timeout = 1000  # noqa: SLF001


@pytest.mark.parametrize("system", [silent, seldom])
@pytest.mark.parametrize("saved", [save, save_beside_and_rename, Path.unlink])
def test_a_change_is_seen_by_looking_or_by_being_told(
    tmp_path: Path, saved: Callable[[Path], None], system: Callable[[Told], None]
) -> None:
    (tmp_path / "deep").mkdir()
    file = tmp_path / "deep" / "services.yaml"
    file.write_text("text")
    changes, told = Changes(), Told()
    told.schedule(changes, str(tmp_path), recursive=True)
    system(told)
    told.start()
    try:
        (tmp_path / "first.yaml").write_text("text")
        assert changes.files.get(timeout=PATIENCE) == "first.yaml"
        file.read_text()
        saved(file)
        while changes.files.get(timeout=PATIENCE) != "services.yaml":
            pass
    finally:
        told.stop()
        told.join()
