"""A static host that sends what the published `_headers` says, as Netlify and Cloudflare do."""

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.tools.static_host import Handler


def rules(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each pattern of addresses with its headers."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((line, []))
        elif line:
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return found


class _Strict(Handler):
    def end_headers(self) -> None:
        address = self.path.partition("?")[0]
        for pattern, headers in rules((Path(self.directory) / "_headers").read_text()):
            if fnmatchcase(address, pattern):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()


@contextmanager
def strict_host(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
