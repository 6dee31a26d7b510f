"""The Nu HTML checker over every page of the built site: no error, or it fails."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

_WITHOUT_JAVA: Final = (
    "The Nu HTML checker needs Java 11 or newer (Debian: apt-get install default-jre-headless)"
)


def main(site: Path, program: Path) -> int:
    """The exit code, with a line for each error said."""
    if (java := shutil.which("java")) is None:
        sys.exit(_WITHOUT_JAVA)
    command = [java, "-jar", str(program), "--skip-non-html", "--format", "json", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    messages = json.loads(done.stderr)["messages"]
    errors = [message for message in messages if message["type"] != "info"]
    for error in errors:
        page = error.get("url", "").partition(f"{site.name}/")[2]
        print(f"{page}:{error.get('lastLine', '')}: {error['message']}")  # noqa: T201
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"{pages} pages, {len(errors)} errors, {len(messages) - len(errors)} warnings")  # noqa: T201
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
