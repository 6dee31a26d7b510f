"""A build is whole or it is not there, however it is asked for."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.conftest import ROOT

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
KIV_NEEDS_ALL_OF_THE_CARD = ("need: etjanstekort/forsta-kort", "need: etjanstekort")


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", *command],
        cwd=project,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_mkdocs_and_startklar_build_the_same_bytes(project: Path, built: Path) -> None:
    done = run(project, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    assert files(built) == files(project / "site")


def test_a_second_build_replaces_the_first_and_leaves_nothing_behind(project: Path) -> None:
    for _ in range(2):
        assert run(project, "generator", "build").returncode == 0
    assert [p.name for p in project.iterdir() if "site" in p.name] == ["site"]


def test_a_guide_can_be_built_without_papers(project: Path) -> None:
    change(project / "mkdocs.yml", "theme: theme}", "theme: theme, pdf: false}")
    done = run(project, "generator", "build", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0, done.stderr
    assert re.search(r"\| +typst\b", done.stderr) is None
    assert re.search(r"\| +mkdocs\b", done.stderr)
    site = project / "site"
    assert not list(site.rglob("*.pdf"))
    page = (site / "checklistor" / "rehab" / "privat" / "index.html").read_text(encoding="utf-8")
    assert "Checklista inför start" in page
    assert ".pdf" not in page


def test_two_processes_write_the_bytes_of_one(project: Path) -> None:
    change(project / "mkdocs.yml", "theme: theme}", "theme: theme, pdf: false}")
    assert run(project, "generator", "build").returncode == 0
    alone = files(project / "site")
    program = (
        "from generator import side_by_side\n"
        "side_by_side.FEWEST = 1\n"
        "from generator.commands import main\n"
        "main(['build'])\n"
    )
    (project / "shared.py").write_text(program)
    done = run(project, "shared", PYTHONPATH=f"{ROOT}")
    assert done.returncode == 0, done.stderr
    assert files(project / "site") == alone


def break_chain(project: Path) -> None:
    change(project / "data" / "services.yaml", *KIV_NEEDS_ALL_OF_THE_CARD)
    change(project / "data" / "services.yaml", "need: kiv/administrator-registrerad", "need: kiv")


def break_page_template(project: Path) -> None:
    (project / "theme" / "pages" / "service.html").write_text("{{ nobody.knows }}")


def break_template_syntax(project: Path) -> None:
    (project / "theme" / "pages" / "service.html").write_text("\n{% if %}")


def break_shell(project: Path) -> None:
    (project / "theme" / "main.html").write_text("{{ nobody.knows() }}")


def break_slot(project: Path) -> None:
    (project / "content" / "om.md").write_text("# Om\n\n<!-- startklar:okand -->\n")


def remove_data(project: Path) -> None:
    (project / "data").rename(project / "borta")


def empty_data(project: Path) -> None:
    for file in (project / "data").iterdir():
        file.unlink()


def garble(project: Path) -> None:
    (project / "data" / "services.yaml").write_bytes(b"services:\n  \xff\xfe: 1\n")


FAULTS: list[tuple[Callable[[Path], None], int, str]] = [
    (break_chain, 1, r"data/services.yaml:\d+:\d+: fel\[unobtainable-service\]"),
    (garble, 1, r"data/services.yaml:2:3: fel\[syntax-error\]"),
    (break_page_template, 2, r"theme/pages/service.html:1: .*nobody"),
    (break_template_syntax, 2, r"theme/pages/service.html:2: "),
    (break_shell, 2, r"nobody"),
    (break_slot, 2, r"okand"),
    (remove_data, 2, r"mappen `data` finns inte"),
    (empty_data, 2, r"innehåller ingen YAML-fil"),
]


@pytest.mark.parametrize(("break_it", "code", "says"), FAULTS, ids=[f[0].__name__ for f in FAULTS])
def test_a_fault_is_told_and_the_last_good_site_stays(
    project: Path, break_it: Callable[[Path], None], code: int, says: str
) -> None:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("den förra")
    break_it(project)
    own, mkdocs = run(project, "generator", "build"), run(project, "mkdocs", "build")
    assert own.returncode == code, own.stderr
    assert mkdocs.returncode == 1
    for done in (own, mkdocs):
        said = done.stdout + done.stderr
        assert re.search(says, said), said
        assert "Traceback" not in said
    assert files(site) == {"index.html": "den förra".encode()}
    assert [p.name for p in project.iterdir() if "site" in p.name] == ["site"]


def test_strict_publishes_nothing_while_there_are_warnings(project: Path) -> None:
    done = run(project, "generator", "build", "--strict")
    assert done.returncode == 1
    assert "link-without-address" in done.stderr
    assert not (project / "site").exists()


def test_settings_that_are_not_there(tmp_path: Path) -> None:
    done = run(tmp_path, "generator", "build")
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_folder_of_data(project: Path) -> None:
    (project / "data").rename(project / "katalog")
    assert run(project, "generator", "build", "--data", "katalog").returncode == 0
    assert (project / "site" / "tjanster" / "kiv" / "index.html").exists()


@contextmanager
def preview(project: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "serve", "--address", address]
    server = subprocess.Popen(  # noqa: S603
        command, cwd=project, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, text: str) -> str:
    page = ""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310
                page = answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            page = ""
        if text in page:
            return page
        time.sleep(0.2)
    pytest.fail(f"{text!r} never came; the last page was {page[:2000]!r}")


def test_the_preview_shows_the_report_and_then_the_guide_again(project: Path) -> None:
    services = project / "data" / "services.yaml"
    good = services.read_text(encoding="utf-8")
    with preview(project) as address:
        page = f"{address}/tjanster/kiv/"
        wait_for(page, "Så här gör ni")
        services.write_text(good.replace(*KIV_NEEDS_ALL_OF_THE_CARD, 1) + "\nsluttext", "utf-8")
        wait_for(page, "fel[syntax-error]")
        services.write_text(
            good.replace("name: KIV (Katalog i Väst)", "name: KIV (ändrad)"), "utf-8"
        )
        wait_for(page, "KIV (ändrad)")


def test_a_preview_that_is_told_to_end_leaves_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setitem(ENVIRONMENT, "TMPDIR", str(temporary))
    with preview(project) as address:
        wait_for(f"{address}/om/", "Startklar")
        assert [*temporary.iterdir()] != []
    assert [*temporary.iterdir()] == []


def test_a_preview_on_a_port_that_is_taken(project: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        done = run(project, "generator", "serve", "--address", address)
    assert done.returncode == 2
    assert f"`{address}` går inte att använda: den är upptagen" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_preview_shows_every_kind_of_change(project: Path) -> None:
    """What one build keeps for the next is never shown in place of what it is made of now."""
    with preview(project) as address:
        wait_for(f"{address}/tjanster/kiv/", "Så här gör ni")
        change(project / "data" / "services.yaml", "name: KIV", "name: Nya KIV")
        wait_for(f"{address}/tjanster/kiv/", "<h1>Nya KIV")
        with (project / "content" / "om.md").open("a", encoding="utf-8") as page:
            page.write("\nEtt nytt stycke.\n")
        wait_for(f"{address}/om/", "Ett nytt stycke.")
        change(project / "theme" / "pages" / "service.html", "<h1>", "<h1>Mallens ")
        wait_for(f"{address}/tjanster/kiv/", "<h1>Mallens Nya KIV")
        with (project / "theme" / "css" / "tokens.css").open("a", encoding="utf-8") as style:
            style.write("\n.new { order: 7 }\n")
        for _ in range(100):
            page_now = wait_for(f"{address}/om/", "startklar.")
            look = re.search(r"assets/startklar\.[0-9a-f]+\.css", page_now)
            if look and ".new{order:7}" in wait_for(f"{address}/{look[0]}", "{"):
                break
            time.sleep(0.2)
        else:
            pytest.fail("the new style never came")


def test_a_preview_shows_changed_examples_and_those_before_again(project: Path) -> None:
    example = project / "theme" / "parts" / "all-sources" / "all-sources.yaml"
    catalogue = project / "theme" / "examples" / "catalogue.yaml"
    written = example.read_text(encoding="utf-8")
    with preview(project) as address:
        page = f"{address}/redaktor/delar/"
        wait_for(page, "En påhittad källa")
        change(example, "show: '", "show: 'Exemplet är nytt. ")
        wait_for(page, "Exemplet är nytt. ")
        example.write_text(written, encoding="utf-8")
        change(catalogue, "title: En påhittad källa", "title: En omdöpt källa")
        assert "Exemplet är nytt." not in wait_for(page, "En omdöpt källa")
