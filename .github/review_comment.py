"""Post the report of a review as the one comment of its pull request.

The run that made the report ran the proposal's own code, so nothing in it is believed: GitHub is
asked which pull request it was, and the report is text of limited length that calls nobody. Needs
nothing but Python, so that nothing is installed where there is a right to write.
"""

import io
import json
import os
import re
import struct
import sys
import unicodedata
import zipfile
import zlib
from typing import Any, Final
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

MARK: Final = "<!-- startklar-review -->"
"""How the comment is known again."""
AUTHOR: Final = "github-actions[bot]"
MOST_BYTES: Final = 2_000_000
"""Of the packed report."""
MOST_CHARACTERS: Final = 60_000
"""Of the unpacked one; GitHub takes 65,536 in a comment."""
_FILE: Final = "report.md"
_PACKINGS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""What GitHub packs with; others ask for memory as they like."""
_DAMAGES: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, KeyError, ValueError),
    *(OverflowError, RuntimeError, NotImplementedError),
)
"""What `zipfile` raises for archives that are none, are cut or have been made to be none."""
_CALL: Final = re.compile(r"(?<![A-Za-z0-9])@(?=\w)|#(?=\d)|&(?=#[xX]|commat;|num;|lowbar;)")
"""What GitHub takes for a person or a number, also after a letter that is not English, and what
Markdown makes such a sign of."""
_UNCALLED: Final = "\u200b"
_TIMEOUT: Final = 30
"""Seconds."""
_PAGE: Final = 100
_MOST_PAGES: Final = 20


class Api:
    """GitHub's, for one repository."""

    def __init__(self, root: str, repository: str, token: str) -> None:
        self.root, self.token = f"{root}/repos/{repository}", token

    def get(self, path: str, **query: object) -> Any:  # noqa: ANN401 - JSON
        return json.loads(self._asked("GET", f"{self.root}/{path}?{urlencode(query)}"))

    def send(self, method: str, path: str, body: str) -> None:
        self._asked(method, f"{self.root}/{path}", json.dumps({"body": body}).encode())

    def download(self, path: str) -> bytes:
        """At most a byte more than is allowed, so that too much is seen to be."""
        return self._asked("GET", f"{self.root}/{path}", most=MOST_BYTES + 1)

    def _asked(self, method: str, url: str, data: bytes | None = None, most: int = -1) -> bytes:
        request = Request(url, data, method=method)  # noqa: S310 - the runner's own address
        request.add_header("Accept", "application/vnd.github+json")
        # A download is redirected to a store of files, which has no business with the token.
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - as above
            found: bytes = answer.read(most)
        return found


def pull_request(api: Api, owner: str, branch: str, commit: str) -> int | None:
    """The open pull request whose last commit was reviewed; None if it has gone on or is closed."""
    found = api.get("pulls", state="open", head=f"{owner}:{branch}", per_page=_PAGE)
    numbers = (each["number"] for each in found if each["head"]["sha"] == commit)
    return next((number for number in numbers if type(number) is int and number > 0), None)


def report(api: Api, run: int) -> str | None:
    """What the run wrote; None if there is no such thing, or nothing that could be it."""
    artifacts = api.get(f"actions/runs/{run}/artifacts", name="report")["artifacts"]
    for each in artifacts:
        if each["name"] == "report" and not each["expired"] and each["size_in_bytes"] <= MOST_BYTES:
            return unpacked(api.download(f"actions/artifacts/{int(each['id'])}/zip"))
    return None


def unpacked(packed: bytes) -> str | None:
    """The one file that is looked for, and no more of it than is wanted; nothing is written."""
    if len(packed) > MOST_BYTES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            if archive.getinfo(_FILE).compress_type not in _PACKINGS:
                return None
            with archive.open(_FILE) as file:
                return file.read(4 * MOST_CHARACTERS).decode(errors="replace")
    except _DAMAGES:
        return None


def harmless(text: str) -> str:
    """The text without invisible characters, and with nobody called by it."""
    seen = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return _CALL.sub(lambda call: f"{call[0]}{_UNCALLED}", "".join(seen))


def comment(text: str | None, commit: str, run_page: str) -> str:
    about = f"Gäller {commit[:7]}. Räknat av förslagets egen kod, så läs det som dess påstående."
    where = f"Förhandsvisningen och hela rapporten finns i [körningen]({run_page})."
    if text is None:
        missing = f"Granskningen av {commit[:7]} gav ingen rapport."
        return f"{MARK}\n{missing} Se [körningen]({run_page})."
    shown = harmless(text)
    if len(shown) > MOST_CHARACTERS:
        shown = f"{shown[:MOST_CHARACTERS].rpartition(chr(10))[0]}\n\n</details>\n\n*Avkortad.*"
    return f"{MARK}\n{about} {where}\n\n{shown}"


def post(api: Api, number: int, body: str) -> None:
    """As the comment that is there from before, or as a new one."""
    for page in range(1, _MOST_PAGES + 1):
        found = api.get(f"issues/{number}/comments", per_page=_PAGE, page=page)
        for each in found:
            if each["user"]["login"] == AUTHOR and each["body"].startswith(MARK):
                api.send("PATCH", f"issues/comments/{int(each['id'])}", body)
                return
        if len(found) < _PAGE:
            break
    api.send("POST", f"issues/{number}/comments", body)


def main() -> int:
    env = os.environ
    repository, run = env["GITHUB_REPOSITORY"], int(env["RUN_ID"])
    api = Api(env["GITHUB_API_URL"], repository, env["GITHUB_TOKEN"])
    try:
        number = pull_request(api, env["HEAD_OWNER"], env["HEAD_BRANCH"], env["HEAD_SHA"])
        if number is None:
            sys.stdout.write("No open pull request ends in the commit that was reviewed.\n")
            return 0
        run_page = f"{env['GITHUB_SERVER_URL']}/{repository}/actions/runs/{run}"
        post(api, number, comment(report(api, run), env["HEAD_SHA"], run_page))
    except HTTPError as error:
        sys.stderr.write(f"GitHub answers {error.code} at {error.url}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
