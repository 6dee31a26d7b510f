"""How a preview learns of a change; only a preview imports what looks at files."""

from collections.abc import Iterable
from contextlib import suppress
from threading import Event
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter

_LOOK: Final = 0.1
"""Seconds between two looks for changes that nobody tells of."""
_QUIET: Final = 0.02
"""Seconds without a change before it is built: some editors write a file in two steps."""
_WRITTEN: Final[list[type[FileSystemEvent]]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""What the system is asked to tell of: a build reads every file."""


def look_often(server: LiveReloadServer, config: MkDocsConfig, more: Iterable[str]) -> None:
    """MkDocs looks every half second, then waits a tenth: 0.35 s on average till it begins.

    What is written by hand is a few hundred files, and to look at them all takes 2 ms.
    """
    server.observer = Told()  # type: ignore[assignment]
    server.build_delay = _QUIET
    for path in (config.docs_dir, config.config_file_path or config.docs_dir, *more):
        server.watch(path)


class Told(BaseObserver):
    """Looks at the files when the system tells of a change, 0.05 s sooner on average.

    What has changed is what a look finds: systems tell of more than that, and of nothing on a
    network's disk, so it looks every so often too.
    """

    def __init__(self) -> None:
        super().__init__(_Looking, timeout=_LOOK)
        self.system = Observer()

    def on_thread_start(self) -> None:
        super().on_thread_start()
        for emitter in self.emitters:
            path, inside = emitter.watch.path, emitter.watch.is_recursive
            if isinstance(emitter, _Looking):
                self.system.schedule(emitter.wake, path, recursive=inside, event_filter=_WRITTEN)
        with suppress(OSError):  # it tells no more programs
            self.system.start()

    def on_thread_stop(self) -> None:
        self.system.stop()
        super().on_thread_stop()


class _Wake(FileSystemEventHandler):
    def __init__(self, told: Event) -> None:
        self.told = told

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - watchdog gives it
        self.told.set()


class _Looking(PollingEmitter):
    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - watchdog's own
        super().__init__(*given, **named)
        self.told = Event()
        self.wake = _Wake(self.told)

    def queue_events(self, timeout: float) -> None:
        self.told.wait(timeout)
        self.told.clear()
        super().queue_events(0)

    def on_thread_stop(self) -> None:
        self.told.set()
        super().on_thread_stop()
