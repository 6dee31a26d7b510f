"""Runs a program and says what it cost."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

MEGABYTE = 1_000_000
_LONGEST = 600.0
_SAMPLED = 0.02
_AWAY = 20
"""Times as long between two looks as a look takes: one at a gigabyte takes 18 ms, and fifty a
second at each of two took a third of both processors from the build that was timed meanwhile."""
_TOLD = 600
_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Python keeps compiled code, as it does wherever it has not been told otherwise; packages are
when they are installed. Compiling ours anew each time was a fifth of a `check`."""


class FailedError(Exception):
    """The program did not do what was to be measured; the text is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds from start to end, and seconds of processor time of it and its children."""

    wall: float
    processor: float


def run(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    longest: float = _LONGEST,
    expected: tuple[int, ...] = (0,),
) -> Cost:
    """Raises FailedError for another exit code than expected, or when the seconds are over."""
    with tempfile.TemporaryFile() as said:
        begin = time.perf_counter()
        process = _start(command, folder, environment, said.fileno())
        timer = Timer(longest, _end, [process.pid])
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            said.seek(0)
            raise FailedError(
                f"{process.returncode}: {said.read()[-_TOLD:].decode('utf-8', 'replace')}"
            )
    return Cost(wall, used.ru_utime + used.ru_stime)


def peak(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> int:
    """The most memory in bytes that the program and its children had together.

    What they share counts once (the kernel's proportional set size), looked at fifty times a
    second, or as often as disturbs it little. Raises FailedError.
    """
    process = _start(command, folder, environment, subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        begin = time.perf_counter()
        most = max(most, sum(map(_proportional, _family(process.pid))))
        time.sleep(max(_SAMPLED, _AWAY * (time.perf_counter() - begin)))
    if process.returncode:
        raise FailedError(f"{process.returncode}: {command[0]}")
    return most


def _start(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None, said: int
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - programs that the bench itself names
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **_COMPILED, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        start_new_session=True,
    )


def started(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    """A program that runs until `ended`."""
    return _start(command, folder, environment, subprocess.DEVNULL)


def ended(process: "subprocess.Popen[bytes]") -> None:
    _end(process.pid)
    process.wait()


def _end(pid: int) -> None:
    """The program leads a session of its own, so its children end with it and nobody else does."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _family(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        with suppress(OSError):
            children = Path(f"/proc/{each}/task/{each}/children").read_text("ascii")
            found += map(int, children.split())
    return found


def _proportional(pid: int) -> int:
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
