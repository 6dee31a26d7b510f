"""A bar is seen at a terminal while one waits, fits in it, and is gone afterwards."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = """
from generator.commands import progress as told
told._PATIENCE = {patience}
with told.progress("Sidor", before="Läser") as tell:
    for done in range(200):
        tell(done, 200)
    {end}
print("Klart")
"""
WAITING = """
import time
from generator.commands import progress as told
told._PATIENCE, told._TICK = {patience}, 0.01
with told.waiting("Granskar många kataloger"):
    for _ in range(20):
        time.sleep(0.01)  # as often as it is broken off, it goes on
    {end}
print("Klart")
"""


def seen(columns: int, patience: float = 0, end: str = "pass", program: str = PROGRAM) -> str:
    """What a terminal of that width is sent."""
    child, terminal = pty.fork()
    if not child:
        program = program.format(patience=patience, end=end)
        os.chdir(ROOT)
        os.environ.update(COLUMNS=str(columns), TERM="xterm")
        os.execv(sys.executable, [sys.executable, "-c", program])  # noqa: S606 - our own program
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    sent = b""
    try:
        while part := os.read(terminal, 65536):
            sent += part
    except OSError:  # so a terminal says that nobody writes any more
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    return sent.decode()


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_it_fits_and_leaves_nothing(columns: int) -> None:
    shown, _, after = seen(columns).rpartition("\r\x1b[K\x1b[?25h")
    lines = shown.replace("\x1b[?25l", "").split("\r")
    assert any(line.startswith("Sidor") for line in lines)
    assert max(map(len, lines)) <= columns
    assert "\n" not in shown
    assert after == "Klart\r\n"


def test_the_cursor_comes_back_when_it_is_interrupted() -> None:
    assert "\r\x1b[K\x1b[?25h" in seen(80, end="raise KeyboardInterrupt")


@pytest.mark.parametrize("program", [PROGRAM, WAITING])
def test_what_is_soon_done_has_none(program: str) -> None:
    assert seen(80, patience=60, program=program) == "Klart\r\n"


@pytest.mark.parametrize(
    ("columns", "line"), [(80, "Granskar många kataloger … "), (9, "Granskar")]
)
def test_work_of_unknown_length_tells_how_long_it_has_taken(columns: int, line: str) -> None:
    shown, _, after = seen(columns, patience=0.001, program=WAITING).rpartition("\r\x1b[K")
    lines = shown.replace("\x1b[K", "").split("\r")
    assert lines[0] == ""
    assert len(lines) > 1
    assert all(each.startswith(line) for each in lines[1:])
    assert max(map(len, lines)) < columns
    assert after == "Klart\r\n"


def test_the_line_goes_when_the_wait_is_interrupted() -> None:
    shown = seen(80, patience=0.001, program=WAITING, end="raise KeyboardInterrupt")
    before, _, after = shown.partition("\r\x1b[K")
    assert "Granskar" in before
    assert after.startswith("Traceback")


def test_the_wait_before_the_first_gives_way_to_the_bar() -> None:
    program = PROGRAM.replace(
        "for done",
        "import time; begun = time.monotonic()\n"
        "    while time.monotonic() < begun + 0.1: pass\n    for done",
    )
    wait, _, bar = seen(80, patience=0.01, program=program).partition("\r\x1b[K")
    assert wait.startswith("\rLäser … 0 s")
    assert "Läser" not in bar
    assert "Sidor" in bar


@pytest.mark.parametrize("program", [PROGRAM, WAITING])
def test_nobody_is_shown_one_who_is_no_terminal(program: str) -> None:
    program = program.format(patience=0, end="pass")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("Klart\n", "")
