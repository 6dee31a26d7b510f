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
with told.progress("Sidor") as tell:
    for done in range(200):
        tell(done, 200)
    {end}
print("Klart")
"""


def seen(columns: int, patience: float = 0, end: str = "pass") -> str:
    """What a terminal of that width is sent."""
    child, terminal = pty.fork()
    if not child:
        program = PROGRAM.format(patience=patience, end=end)
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


def test_what_is_soon_done_has_none() -> None:
    assert seen(80, patience=60) == "Klart\r\n"


def test_nobody_is_shown_one_who_is_no_terminal() -> None:
    program = PROGRAM.format(patience=0, end="pass")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("Klart\n", "")
