"""The comment on a pull request: on which, and how much of what a stranger's run has left."""

import importlib.util
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import ROOT

SPEC = importlib.util.spec_from_file_location("comment", ROOT / ".github" / "review_comment.py")
assert SPEC is not None
assert SPEC.loader is not None
posting = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(posting)

SHA = "a" * 40
BRANCH = 'x $(touch pwned) "& b=c'


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


class GitHub(BaseHTTPRequestHandler):
    """As much of it as is asked, with a store of files elsewhere."""

    pulls: ClassVar[list[dict[str, Any]]] = []
    comments: ClassVar[list[dict[str, Any]]] = []
    artifact: ClassVar[bytes] = b""
    asked: ClassVar[list[tuple[str, str, dict[str, Any] | None]]] = []
    tokens: ClassVar[list[tuple[str, str | None]]] = []

    def _answer(self, found: object) -> None:
        body = found if isinstance(found, bytes) else json.dumps(found).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        self.tokens.append((url.path, self.headers["Authorization"]))
        self.asked.append(("GET", url.path, parse_qs(url.query)))
        if url.path.endswith("/zip"):
            self.send_response(302)
            self.send_header("Location", "/store")
            self.end_headers()
        elif url.path.endswith("/pulls"):
            self._answer(self.pulls)
        elif url.path.endswith("/artifacts"):
            one = {"id": 7, "name": "report", "expired": False, "size_in_bytes": len(self.artifact)}
            self._answer({"artifacts": [one] if self.artifact else []})
        elif url.path.endswith("/comments"):
            page = int(parse_qs(url.query)["page"][0])
            self._answer(self.comments[(page - 1) * 100 : page * 100])
        else:
            self._answer(self.artifact)

    def _write(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.command, self.path, body))
        self._answer({})

    def do_POST(self) -> None:
        self._write()

    def do_PATCH(self) -> None:
        self._write()

    def log_message(self, *_: object) -> None:
        """A test's output is its own."""


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[GitHub]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), GitHub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    GitHub.pulls = [{"number": 12, "head": {"sha": SHA}}]
    GitHub.artifact = packed({"report.md": b"## Rapport\n"})
    for kept in (GitHub.comments, GitHub.asked, GitHub.tokens):
        kept.clear()
    for name, value in {
        "GITHUB_API_URL": address,
        "GITHUB_SERVER_URL": "https://example.se",
        "GITHUB_REPOSITORY": "r/g",
        "GITHUB_TOKEN": "hemlig",
        "RUN_ID": "34",
        "HEAD_OWNER": "u",
        "HEAD_BRANCH": BRANCH,
        "HEAD_SHA": SHA,
    }.items():
        monkeypatch.setenv(name, value)
    yield GitHub
    server.shutdown()
    server.server_close()


def written(github: type[GitHub]) -> tuple[str, str, str]:
    [(method, path, body)] = [each for each in github.asked if each[0] != "GET"]
    assert body is not None
    return method, path, body["body"]


def test_the_first_report_is_a_new_comment(github: type[GitHub]) -> None:
    assert posting.main() == 0
    method, path, body = written(github)
    assert (method, path) == ("POST", "/repos/r/g/issues/12/comments")
    assert body.startswith(posting.MARK)
    assert body.endswith("\n\n## Rapport\n")
    assert "https://example.se/r/g/actions/runs/34" in body


def test_the_next_takes_its_place(github: type[GitHub]) -> None:
    other = {"user": {"login": "u"}, "body": posting.MARK}
    own = {"user": {"login": posting.AUTHOR}, "body": "En annan robot"}
    mine = {"user": {"login": posting.AUTHOR}, "body": f"{posting.MARK}\nförra"}
    all_ = [*([other] * 99), own, mine]
    github.comments[:] = [{"id": at, **each} for at, each in enumerate(all_)]
    assert posting.main() == 0
    assert written(github)[:2] == ("PATCH", "/repos/r/g/issues/comments/100")


def test_the_pull_request_is_asked_of_github(github: type[GitHub]) -> None:
    posting.main()
    query = next(query for _, path, query in github.asked if path.endswith("/pulls"))
    assert query is not None
    assert query["head"] == [f"u:{BRANCH}"]


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [{"number": 12, "head": {"sha": "b" * 40}}],
        [{"number": "../../x", "head": {"sha": SHA}}],
        [{"number": -1, "head": {"sha": SHA}}],
    ],
)
def test_nothing_is_written_on_any_other(github: type[GitHub], pulls: list[dict[str, Any]]) -> None:
    github.pulls = pulls
    assert posting.main() == 0
    assert all(method == "GET" for method, _, _ in github.asked)


def test_the_token_stays_with_github(github: type[GitHub]) -> None:
    posting.main()
    tokens = dict(github.tokens)
    assert tokens["/repos/r/g/actions/artifacts/7/zip"] == "Bearer hemlig"
    assert tokens["/store"] is None


@pytest.mark.parametrize(
    "artifact",
    [
        b"",
        b"ingen zip",
        packed({"../report.md": b"x"}),
        packed({"report.md": b"x" * 100_000})[:-30],
        b"x" * (posting.MOST_BYTES + 1),
    ],
    ids=["none", "no-zip", "elsewhere", "cut", "huge"],
)
def test_what_is_no_report_is_said_to_be_missing(github: type[GitHub], artifact: bytes) -> None:
    github.artifact = artifact
    assert posting.main() == 0
    assert "gav ingen rapport" in written(github)[2]


def test_a_bomb_is_cut(github: type[GitHub]) -> None:
    github.artifact = packed({"report.md": b"0123456 rad\n" * 10_000_000})
    assert len(github.artifact) < posting.MOST_BYTES
    assert posting.main() == 0
    body = written(github)[2]
    assert 50_000 < len(body) < 65_536
    assert body.endswith("\n\n*Avkortad.*")


def test_nobody_is_called_and_nothing_is_hidden(github: type[GitHub]) -> None:
    text = "@alla, se #1 och (@r/lag) \u202e\u0007 brev till a@example.se\n# Rubrik\n".encode()
    github.artifact = packed({"report.md": text + b"\xff"})
    posting.main()
    body = written(github)[2]
    assert "\n\n@\u200balla, se #\u200b1 och (@\u200br/lag)  brev till a@example.se\n" in body
    assert body.endswith("\n# Rubrik\n\ufffd")


@pytest.mark.parametrize(
    "call",
    ["å@alla", "_@alla_", "*@alla*", "&#64;alla", "&#x40;alla", "&#X40;alla", "&commat;alla"],
)
def test_nobody_is_called_by_a_detour(call: str) -> None:
    assert "\u200b" in posting.harmless(f"rad {call}")


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_an_archive_made_to_be_none_is_no_report(packing: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        archive.writestr("report.md", "En rad i en rapport. " * 40)
    whole = buffer.getvalue()
    lot = Random(1)  # noqa: S311 - what is drawn is to be drawn again
    for _ in range(500):
        damaged = bytearray(whole)
        for _ in range(lot.randint(1, 4)):
            damaged[lot.randrange(len(damaged))] = lot.randrange(256)
        found = posting.unpacked(bytes(damaged))
        assert found is None or len(found) <= 4 * posting.MOST_CHARACTERS


def test_a_refusal_is_told(github: type[GitHub], monkeypatch: pytest.MonkeyPatch) -> None:
    del github
    monkeypatch.setenv("GITHUB_REPOSITORY", "r/g")
    monkeypatch.setattr(GitHub, "do_GET", lambda self: self.send_error(403))
    assert posting.main() == 1
