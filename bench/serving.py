"""From a saved file to the page that shows it, with a preview running."""

import socket
import subprocess
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench import places
from bench.building import QUIET, STARTKLAR
from bench.one_line import one_line
from bench.peers import hugo
from bench.peers.environments import environment
from bench.process import FailedError, ended, started
from bench.progress import say
from bench.startklar_kept import kept_there

_CHANGES = 7
_LOOK = 0.005
_LONGEST = 60.0
_REST = 1.5
"""Between changes, so that the one before is done with."""


def served(services: int, root: Path = places.ROOT) -> list[float]:
    """Seconds, for each of some changes, from before the file is written to the changed answer."""
    folder = places.catalogue(services, root)
    line = one_line(folder)
    line.write(0)
    port = _port()
    command = (*STARTKLAR, "serve", "--address", f"127.0.0.1:{port}")
    try:
        return _followed(
            started(command, folder, {**QUIET, **kept_there(folder)}),
            port,
            f"/{line.address}/",
            line.write,
        )
    finally:
        line.write(0)


def served_by_hugo(services: int, root: Path = places.ROOT) -> list[float]:
    """The same for a changed page in the folder that `building.builds` has made."""
    folder = places.peer("hugo", services, root)
    line = one_line(places.catalogue(services, root))
    page = folder / "content" / f"{line.address}.html"
    text = page.read_text("utf-8")

    def change(number: int) -> str:
        said = f"<p>Changed [{number}]</p>"
        page.write_text(text + said, "utf-8")
        return said

    port = _port()
    command = (
        *(hugo.program(environment("hugo", root / "env")), "server", "--quiet"),
        *("--bind", "127.0.0.1", "--port", str(port)),
    )
    settings = hugo.contender("hugo-tuned", root / "env" / "hugo", folder).environment
    return _followed(started(command, folder, settings), port, f"/{line.address}/", change)


def _followed(
    process: "subprocess.Popen[bytes]", port: int, address: str, change: Callable[[int], str]
) -> list[float]:
    try:
        _await(port, address, "", process)
        found = []
        for number in range(1, _CHANGES + 1):
            say(f"preview at {address}, change {number}")
            time.sleep(_REST)
            begin = time.perf_counter()
            said = change(number)
            _await(port, address, said, process)
            found.append(time.perf_counter() - begin)
        return found
    finally:
        ended(process)


def _await(port: int, address: str, said: str, process: "subprocess.Popen[bytes]") -> None:
    last = time.monotonic() + _LONGEST
    while time.monotonic() < last:
        if process.poll() is not None:
            raise FailedError(f"the preview ended with {process.returncode}")
        page = _page(port, address)
        if page is not None and said in page:
            return
        time.sleep(_LOOK)
    raise FailedError(f"{address} was not shown")


def _page(port: int, address: str) -> str | None:
    """What the server says there; nothing while it does not answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=_LONGEST)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    return body if answer.status == 200 else None  # noqa: PLR2004 - OK


def _port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
