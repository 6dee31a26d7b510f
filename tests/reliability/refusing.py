"""One call of a build is refused, and what is found after it."""

import errno
import json
import os
import re
import sys
from dataclasses import dataclass, field

from tests.reliability.building import (
    STANDS,
    TRACEBACK,
    Ended,
    Standing,
    build,
    import_all_but_go,
    state,
)
from tests.reliability.failing_disk import FailingDisk

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
_BY_LOT = re.compile(r"(?<=/)(\.?[0-9a-f]{32}|[0-9a-f]{8}|startklar-\w{8})(?=/|$)")
"""Names that are drawn by lot, and others for another build."""


@dataclass(frozen=True)
class Case:
    number: int
    """Of the call that is refused, from 1."""
    error: int
    for_good: bool


@dataclass(frozen=True)
class Tried:
    case: Case
    refused: str | None
    """As `asked` names it; None if the build ended before."""
    code: int
    fault: str | None


@dataclass
class Refusing:
    standing: Standing
    sound: set[str] = field(default_factory=set)
    """States of the disk from which a build has been seen to publish the new guide."""

    def __post_init__(self) -> None:
        self.begin = self._state()

    def asked(self) -> list[str]:
        """Everything that a build asks, in order. What it has imported, later builds need not."""
        project = self.standing.project
        answer, disk = project.with_name("asked"), FailingDisk(0, 0)

        def tell() -> None:
            answer.write_text(json.dumps([disk.asked, sorted(sys.modules)]), encoding="utf-8")

        ended = build(project, disk.install, tell)
        assert ended.code == 0, ended.said
        self.standing.restore()
        calls, modules = json.loads(answer.read_text(encoding="utf-8"))
        import_all_but_go(modules)
        return [self._name(each) for each in calls]

    def tried(self, case: Case) -> Tried:
        project = self.standing.project
        told = os.open(project.with_name("refused"), os.O_CREAT | os.O_TRUNC | os.O_RDWR)
        write, disk = os.write, FailingDisk(case.number, case.error, case.for_good)
        disk.refuse = lambda what: write(told, f"{what}\n".encode())
        ended = build(project, disk.install)
        refused = os.pread(told, 10_000, 0).decode().splitlines()
        os.close(told)
        found = fault(ended, self.standing) or self._next()
        if self._state() != self.begin:
            self.standing.restore()
        return Tried(case, self._name(refused[0]) if refused else None, ended.code, found)

    def _next(self) -> str | None:
        """What is wrong with the build that comes after."""
        left = self._state()
        if left in self.sound:
            return None
        ended = build(self.standing.project)
        if (ended.code, self.standing.is_which()) != (0, "new"):
            return f"the next build: exit {ended.code}, {self.standing.is_which()}, {ended.said!r}"
        self.sound.add(left)
        return None

    def _state(self) -> str:
        return " ".join(state(self.standing.project / name) for name in STANDS)

    def _name(self, asked: str) -> str:
        return _BY_LOT.sub("*", asked.replace(str(self.standing.project.parent), ""))


def fault(ended: Ended, standing: Standing) -> str | None:
    """What is wrong with how it ended."""
    which, told = standing.is_which(), "inget har publicerats" in ended.said
    if ended.code == TRACEBACK or "Traceback" in ended.said:
        return f"a traceback: {ended.said[-1500:]}"
    if (ended.code, which, told) not in {(0, "new", False), (2, "old", True)}:
        return f"exit {ended.code}, the {which} site, said {ended.said!r}"
    if left := standing.left_beside():
        return f"left {left}"
    return None
