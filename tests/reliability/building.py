"""Builds of a small guide, each in a process of its own that has everything imported already."""

import importlib
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from generator.commands import main
from generator.outputs.site.publish import Aside

ROOT = Path(__file__).parent.parent.parent
TRACEBACK = 70
"""The exit code of a build that ended in one."""


class _Later(ModuleType):
    """`minify`, imported when it is used: Go's runtime, which it is, is no good after a fork."""

    def string(self, *arguments: str) -> str:
        sys.modules.pop(self.__name__, None)
        return str(vars(importlib.import_module(self.__name__))["string"](*arguments))


def _import_all_but_go() -> None:
    """So that no build has to."""
    sys.modules["minify"] = _Later("minify")
    importlib.import_module("generator.host_mkdocs")
    importlib.import_module("generator.commands.build")


_import_all_but_go()


@dataclass(frozen=True)
class Ended:
    code: int
    said: str
    seconds: float


Nothing = Callable[[], object]


def _nothing() -> None:
    """Before or after a build, unless something else is asked for."""


@contextmanager
def small_guide() -> Iterator[Path]:
    """A project with the example catalogue, where an older guide stands published."""
    with tempfile.TemporaryDirectory(prefix="startklar-test-") as folder:
        project = Path(folder, "project")
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copytree(ROOT / "theme" / "examples", project / "data")
        shutil.copy(ROOT / "mkdocs.yml", project)
        os.environ["TMPDIR"] = tempfile.tempdir = str(Path(folder, "tmp"))
        Path(folder, "tmp").mkdir()
        yield project


def build(project: Path, prepare: Nothing = _nothing, finish: Nothing = _nothing) -> Ended:
    """In a fork; what it says goes to a file beside the project."""
    child = begin(project, prepare, finish)
    begun = time.monotonic()
    _, status = os.waitpid(child, 0)
    return ended(project, status, time.monotonic() - begun)


def begin(project: Path, prepare: Nothing = _nothing, finish: Nothing = _nothing) -> int:
    child = os.fork()
    if child:
        return child
    code = TRACEBACK
    try:
        said = os.open(project.with_name("said"), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o666)
        os.dup2(said, 1)
        os.dup2(said, 2)
        os.chdir(project)
        prepare()
        try:
            main(["build"])
        finally:
            finish()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException:  # noqa: BLE001 - it is told, and the fork must not go on as a test
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def ended(project: Path, status: int, seconds: float) -> Ended:
    said = project.with_name("said").read_text(encoding="utf-8")
    code = os.waitstatus_to_exitcode(status)
    return Ended(code, said, seconds)


def state(folder: Path) -> str:
    """One word for every name and byte in the folder."""
    whole = sha256()
    for file in sorted(folder.rglob("*")):
        whole.update(f"{file.relative_to(folder)}\0".encode())
        whole.update(sha256(file.read_bytes()).digest() if file.is_file() else b"/")
    return whole.hexdigest()


class Standing:
    """The published guide of a project: the old one, until a build replaces it."""

    def __init__(self, project: Path, *, alike: bool = True) -> None:
        """Unless the two are alike, the new has no file of the old that it could keep."""
        self.site, self.kept = project / "site", project.with_name("old")
        first = build(project)
        assert first.code == 0, first.said
        self.new = state(self.site)
        shutil.copytree(self.site, self.kept)
        (self.kept / "index.html").write_text("den förra", encoding="utf-8")
        for file in [] if alike else filter(Path.is_file, self.kept.rglob("*")):
            file.write_bytes(file.read_bytes() + b"\n")
        (self.kept / "borta.html").write_text("den förra", encoding="utf-8")
        self.old = state(self.kept)
        self.restore()

    def restore(self) -> None:
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.kept, self.site)

    def is_which(self) -> str:
        """`old`, `new`, or what must not be."""
        return {self.old: "old", self.new: "new"}.get(state(self.site), "neither")

    def left_beside(self) -> list[str]:
        """What the next build would not have taken away either."""
        Aside(self.site, lambda _: None).discard()
        return [entry.name for entry in self.site.parent.iterdir() if "site-" in entry.name]


def killed(child: int) -> int:
    """The exit status."""
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
