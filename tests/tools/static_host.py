"""A folder served as a static host serves it.

Compressed, with a page for what is not there, and what is named by its content kept for ever.
"""

import gzip
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

_NAMED_BY_CONTENT: Final = re.compile(r"\.[0-9a-f]{8}[./]")
_COMPRESSED: Final = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt", ".csv"}


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """A test's output is its own."""

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not self.path.partition("?")[0].endswith("/"):
            super().do_GET()  # which leads on to the folder
            return
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        self._answer(status, file, file.read_bytes() if file.is_file() else b"")

    def _answer(self, status: HTTPStatus, file: Path, body: bytes) -> None:
        kept = "max-age=31536000, immutable" if _NAMED_BY_CONTENT.search(self.path) else "no-cache"
        self.send_response(status)
        kind = self.guess_type(file)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text/" in kind else kind)
        self.send_header("Cache-Control", kept)
        if file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, for as long as it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
