"""The same input gives the same bytes, wherever, whenever and by whom it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import copy_project
from tests.diff.repositories import begin, git

ORDER = Path(__file__).parent / "environment"
DAY = "2026-11-23"
HERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "1",
    "SOURCE_DATE_EPOCH": "0",
    "HOME": "/",
    "USER": "anna",
}
THERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "sv_SE.UTF-8",
    "LANGUAGE": "de",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "4000000000",
    "USER": "bo",
}


def project(folder: Path) -> Path:
    """The real guide with twins and a history of two commits."""
    copy_project(folder)
    config = folder / "mkdocs.yml"
    written = config.read_text(encoding="utf-8")
    config.write_text(written.replace("theme: theme}", "theme: theme, compress: true}"))
    services = folder / "data" / "services.yaml"
    now = services.read_text(encoding="utf-8")
    services.write_text(now.replace("name: KIV (Katalog i Väst)", "name: Kiv", 1), encoding="utf-8")
    begin(folder)
    services.write_text(now, encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Två")
    return folder


def run(
    folder: Path, environment: dict[str, str], *asked: str, umask: int = 0o022
) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join([str(ORDER), str(ORDER.parent.parent.parent)])
    base = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "generator", *asked],
        cwd=folder,
        env={**base, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path, **environment},
        capture_output=True,
        check=False,
        umask=umask,
    )


def build(folder: Path, environment: dict[str, str], umask: int = 0o022) -> dict[str, bytes]:
    done = run(folder, environment, "build", "--as-of", DAY, umask=umask)
    assert done.returncode == 0, done.stderr
    return files(folder / "site")


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_two_machines_build_the_same_bytes_and_so_does_a_second_build(tmp_path: Path) -> None:
    one = project(tmp_path / "a")
    other = tmp_path / "en annan mapp å" / "djupt" / "nere"
    shutil.copytree(one, other)
    first, second = build(one, HERE), build(other, THERE, umask=0o077)
    assert {Path(name).suffix for name in first} >= {
        ".html",
        ".pdf",
        ".ics",
        ".js",
        ".css",
        ".gz",
        ".br",
    }
    assert differing(first, second) == []
    assert "andringar" in "".join(first)
    shutil.rmtree(other / ".startklar")
    assert differing(first, build(one, THERE)) == []


TOLD = (
    *(
        ("diff", "HEAD~1", "--today", DAY, "--format", form)
        for form in ("text", "markdown", "json")
    ),
    *(("diff", "HEAD", "--today", DAY, "--format", form) for form in ("text", "markdown", "json")),
    *(("check", "--as-of", DAY, "--format", form) for form in ("text", "json", "github", "sarif")),
    ("review", "HEAD~1", "--today", DAY, "--annotate"),
)


def test_two_machines_tell_a_change_in_the_same_words(tmp_path: Path) -> None:
    one = project(tmp_path / "a")
    config = one / "mkdocs.yml"  # its papers and twins are told apart above
    config.write_text(config.read_text(encoding="utf-8").replace("compress: true", "pdf: no"))
    changed(one / "data")
    other = tmp_path / "en annan mapp å" / "djupt" / "nere"
    shutil.copytree(one, other)
    for asked in TOLD:
        first, second = run(one, HERE, *asked), run(other, THERE, *asked, umask=0o077)
        assert (first.stdout, first.returncode) == (second.stdout, second.returncode), asked
        assert first.stdout, (asked, first.stderr)
    told = files(one / "review")
    assert len(told["report.md"]) > 2000
    assert "preview/index.html" in told
    assert differing(told, files(other / "review")) == []


def changed(data: Path) -> None:
    """Many changes at once: other times and names, new words, and what the check says of them."""
    for name, old, new in (
        ("services.yaml", "time: 14d", "time: 28d"),
        ("forms.yaml", "title: ", "title: Ny "),
        ("contacts.yaml", "role: ", "role: Ny "),
    ):
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new), encoding="utf-8")
    extra = "".join(
        f"  ny-{n}: {{word: Nytt ord {n}, explanation: Ett ord., source: seed}}\n" for n in range(9)
    )
    (data / "zz.yaml").write_text(f"terms:\n{extra}", encoding="utf-8")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
