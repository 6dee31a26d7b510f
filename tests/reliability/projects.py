"""Guides to be built under fault, with what stands there before."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from tests.reliability.building import ROOT, Standing, build, guide, replaced

# isort: split
# The generator after it, which keeps Go away: it is no good after a fork.
from generator import pipeline
from generator.outputs.paper import prints
from generator.outputs.site import publish, twins
from generator.pages import registry
from generator.pages.calendar import calendar_pages
from generator.pages.changelog import changelog_pages
from generator.pages.month import month_pages
from generator.pages.service import service_pages
from generator.sheets.month import month_sheets

SMALL = Path(__file__).parent / "guide"
OPTIONS = "{data: data, theme: theme"


SPARE, FORGOTTEN = "spare", 1
SCANNED = os.scandir
OF_EACH_KIND = (service_pages, calendar_pages, changelog_pages, month_pages)


class _InOrder:
    """As `os.scandir` gives, by name."""

    def __init__(self, *folder: Any) -> None:
        with SCANNED(*folder) as found:
            self.left = iter(sorted(found, key=lambda entry: entry.name))

    def __iter__(self) -> Iterator[Any]:
        return self.left

    def __next__(self) -> Any:
        return next(self.left)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.left = iter(())


class _InTurn:
    """A pool of threads that has none, so that the nth call of a build is always the same."""

    def __init__(self, *_: object) -> None:
        """However many threads are asked for."""

    def submit(self, work: Callable[..., Any], *arguments: object) -> Future[Any]:
        future = Future[Any]()
        try:
            future.set_result(work(*arguments))
        except Exception as error:  # noqa: BLE001 - raised where the answer is asked for
            future.set_exception(error)
        return future

    def shutdown(self, *, wait: bool) -> None:
        """Everything is done already."""


def _without_what_is_alike() -> None:
    """In this process one page or file of a kind stands for all, and what is alike is in order."""
    number = count(1)
    for room, name, instead in (
        (prints, "ThreadPoolExecutor", _InTurn),
        (os, "scandir", _InOrder),
        (publish, "uuid4", lambda: UUID(int=next(number) << 96)),
        (registry, "PAGES", OF_EACH_KIND),
        (pipeline, "_parts", lambda _: ()),
        (pipeline, "all_sheets", month_sheets),
        (twins, "_TEXTS", frozenset({".xml", ".ics"})),
        (sys.modules["minify"], "string", lambda _, text: text),
    ):
        setattr(room, name, instead)


@contextmanager
def _small() -> Iterator[Path]:
    """A guide with every kind of output: papers, feeds, redirects, search and compressed twins."""
    _without_what_is_alike()
    with guide(SMALL) as project:
        for page in set((project / "content").iterdir()) - {project / "content" / "index.md"}:
            page.unlink()
        config = project / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        assert OPTIONS in text
        text = text.replace(OPTIONS, f"{OPTIONS}, compress: true, as_of: 2027-04-05")
        config.write_text(text, encoding="utf-8")
        _git(project, "init", "--quiet")
        yield project


def _git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", project, *who, *arguments], check=True)  # noqa: S603, S607


def _versions(project: Path) -> Iterator[None]:
    """A service goes, and comes again under another name; the first two are in the history."""
    data = project / "data"
    now = data / "now.yaml"
    text = now.read_bytes()
    now.unlink()
    _commit(project)
    yield
    (data / "before.yaml").unlink()
    _commit(project)
    yield
    now.write_bytes(text)
    yield


def _commit(project: Path) -> None:
    _git(project, "add", "--all", "data")
    _git(project, "commit", "--quiet", "--message", "x")


@contextmanager
def first() -> Iterator[Standing]:
    """No site stands, and of each kind of what builds keep a little is missing."""
    with _small() as project:
        for _ in _versions(project):
            pass
        _built(project)
        shutil.rmtree(project / "site")
        _forget(project)
        yield Standing(project)


@contextmanager
def again() -> Iterator[Standing]:
    """Two builds stand, each of another catalogue, and the next is of a third."""
    with _small() as project:
        for number, _ in enumerate(_versions(project)):
            if number < 2:
                _built(project)
        _forget(project)
        yield Standing(project)


def _built(project: Path) -> None:
    ended = build(project)
    assert ended.code == 0, ended.said


def _forget(project: Path) -> None:
    """Some of what was kept is to be made anew: all would take most of a build's time."""
    for folder in (project / ".startklar").iterdir():
        if folder.name != SPARE:
            for file in sorted(filter(Path.is_file, folder.rglob("*")))[:FORGOTTEN]:
                file.unlink()


@contextmanager
def real() -> Iterator[Standing]:
    """The guide in `data/`, built by two processes and with threads at the papers."""
    with guide(ROOT / "data") as project:
        yield replaced(project)


PREPARED = {make.__name__: make for make in (first, again, real)}
