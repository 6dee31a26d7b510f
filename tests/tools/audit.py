"""Known vulnerabilities of pinned packages; says plainly of how many nobody could be asked.

pip-audit by itself passes over what the database does not answer about and leaves with 0.
"""

import json
import subprocess
import sys
from pathlib import Path

FOUND, NOT_ASKED = 1, 2


def main(program: str, pins: Path) -> int:
    command = [program, "--require-hashes", "--disable-pip", "--progress-spinner=off", "-f", "json"]
    done = subprocess.run([*command, "-r", pins], capture_output=True, text=True, check=False)  # noqa: S603
    code, told = verdict(done.stdout, done.stderr)
    sys.stdout.write(f"{pins}: {told}\n")
    return code


def verdict(answer: str, complaint: str) -> tuple[int, str]:
    """The exit code and what is said, of pip-audit's JSON or of why there is none."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        last = complaint.strip().splitlines()[-1:] or ["no answer"]
        return NOT_ASKED, f"NOT CHECKED, the database cannot be asked: {last[0]}"
    known = [
        f"{each['name']} {each['version']}: {', '.join(fault['id'] for fault in each['vulns'])}"
        for each in packages
        if each.get("vulns")
    ]
    if known:
        return FOUND, "\n  ".join(["known vulnerabilities:", *known])
    skipped = sum("skip_reason" in each for each in packages)
    if skipped:
        return NOT_ASKED, f"NOT CHECKED, the database has no answer about {skipped} packages"
    return 0, f"nothing known about {len(packages)} packages"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
