"""Builds of a small guide, each in a process of its own that has everything imported already."""

import gc
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from generator.commands import main
from generator.outputs.site.publish import Aside
from generator.outputs.site.spare import KEPT

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "theme" / "examples"
TRACEBACK = 70
"""The exit code of a build that ended in one."""


class _Later(ModuleType):
    """`minify`, imported when it is used: Go's runtime, which it is, is no good after a fork."""

    def string(self, *arguments: str) -> str:
        sys.modules.pop(self.__name__, None)
        return str(vars(importlib.import_module(self.__name__))["string"](*arguments))


def import_all_but_go(names: Iterable[str]) -> None:
    """So that no build has to."""
    if "minify" not in sys.modules:
        sys.modules["minify"] = _Later("minify")
    for name in names:
        with suppress(ImportError):
            if name.partition(".")[0] not in {"minify", "__main__", "__mp_main__"}:
                importlib.import_module(name)


HOSTS = ("host_mkdocs", "host_files", "host_shell", "pipeline", "commands.build")
import_all_but_go(f"generator.{name}" for name in HOSTS)


@dataclass(frozen=True)
class Ended:
    code: int
    said: str
    seconds: float


STANDS = ("site", ".startklar", ".cache")
"""What outlives a build."""

Nothing = Callable[[], object]


def _nothing() -> None:
    """Before or after a build, unless something else is asked for."""


@contextmanager
def guide(data: Path = EXAMPLES) -> Iterator[Path]:
    """A project with that catalogue, where nothing has been built, on a disk's temporary folder."""
    with tempfile.TemporaryDirectory(prefix="startklar-test-") as folder:
        project = Path(folder, "project")
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, project / name)
        shutil.copytree(data, project / "data")
        shutil.copy(ROOT / "mkdocs.yml", project)
        os.environ["TMPDIR"] = tempfile.tempdir = str(Path(folder, "tmp"))
        Path(folder, "tmp").mkdir()
        os.environ["XDG_CACHE_HOME"] = str(project / ".cache")
        yield project


def build(project: Path, prepare: Nothing = _nothing, finish: Nothing = _nothing) -> Ended:
    """In a fork; what it says goes to a file beside the project."""
    child = begin(project, prepare, finish)
    begun = time.monotonic()
    _, status = os.waitpid(child, 0)
    return ended(project, status, time.monotonic() - begun)


def begin(project: Path, prepare: Nothing = _nothing, finish: Nothing = _nothing) -> int:
    gc.freeze()  # or what is here already would be looked through, and so copied, by every child
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

    def __init__(self, project: Path) -> None:
        """As it stands now, with what its builds have kept; a plain build gives the new."""
        self.project, self.site = project, project / "site"
        self.kept = project.with_name("stood")
        self.kept.mkdir()
        for name in STANDS:
            _copy(project / name, self.kept / name)
        self.old = state(self.site)
        ended = build(project)
        assert ended.code == 0, ended.said
        self.new = state(self.site)
        self.restore()

    def restore(self) -> None:
        for name in STANDS:
            shutil.rmtree(self.project / name, ignore_errors=True)
            _copy(self.kept / name, self.project / name)

    def is_which(self) -> str:
        """`old`, `new`, or what must not be."""
        return {self.old: "old", self.new: "new"}.get(state(self.site), "neither")

    def left_beside(self) -> list[str]:
        """What the next build would not have taken away either."""
        Aside(self.site, lambda _: None).discard()
        return [entry.name for entry in self.project.iterdir() if "site-" in entry.name]


def replaced(project: Path, *, alike: bool = True) -> Standing:
    """Two builds stand, and what the second replaced is kept; some pages differ from the next.

    Unless the two are alike, the next has no file of the old that it could keep.
    """
    for _ in range(2):
        ended = build(project)
        assert ended.code == 0, ended.said
    trees = () if alike else (project / "site", project / KEPT)
    for file in [file for tree in trees for file in tree.rglob("*") if file.is_file()]:
        _put(file, file.read_bytes() + b"\n")
    for name in ("index.html", "borta.html"):
        _put(project / "site" / name, b"den f\xc3\xb6rra")
    return Standing(project)


def _put(file: Path, content: bytes) -> None:
    """Not into one that is there, which may have another name too."""
    file.unlink(missing_ok=True)
    file.write_bytes(content)


def _copy(folder: Path, to: Path) -> None:
    """Names of one file stay names of one file."""
    if folder.exists():
        subprocess.run(["cp", "-a", "--", folder, to], check=True)  # noqa: S603, S607


def killed(child: int) -> int:
    """The exit status."""
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]
