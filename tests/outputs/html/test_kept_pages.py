"""A build that knows the last one gives the same bytes as one that knows nothing, in every file."""

import marshal
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from unittest.mock import patch

import pytest

from generator import pipeline, side_by_side
from generator.checks import CheckedCatalogue
from generator.kept import place
from generator.model import prose
from generator.model.outline import outline
from generator.model.prose import PROSE, Readers, prose_at
from generator.outputs.html import kept_pages
from generator.outputs.search import kept_index
from generator.pages import model_way, verification
from generator.publication import Publication
from generator.store import Store
from generator.views import ahead
from tests.mutations.drawn import drawn
from tests.mutations.world import WORLDS, World
from tests.outputs.html.rebuilding import THEME, Folder, started_again

REAL, SMALL = WORLDS
SERVICE: Final = "tjanster/nat"
_MARK: Final = re.compile(r"Zq(\d+)q")


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(os.environ, "XDG_CACHE_HOME", str(tmp_path / "cache"))
    started_again()
    yield
    started_again()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small world, built once."""
    folder = Folder(tmp_path)
    made_same(folder)
    return folder


def made_same(
    folder: Folder, files: Mapping[str, str | bytes] = SMALL.files, **settings: Any
) -> set[str]:
    """The addresses of the pages that were made; the others are left standing."""
    built = folder.built(files, replace(folder.settings, **settings))
    assert built is not None
    warm, cold = built
    assert [*warm] == [*cold]
    assert [name for name in cold if warm[name] != cold[name]] == []
    return {*folder.made}


def texts(world: World) -> Iterator[tuple[str, dict[str, str]]]:
    """Each text that stands on one line, and the files with something else in its place."""
    for spot in world.spots:
        told, written = prose_at(spot.path), world.text(spot)
        if told and "\n" not in written:
            at = written[:1] in {'"', "'"}
            yield told, world.with_value(spot, f"{written[:at]}Zq {written[at:]}")


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_who_shows_a_text_has_read_it(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks: dict[int, str] = {}

    def marked(proof: Callable[..., Any], *args: Any, **named: Any) -> Any:
        proven = proof(*args, **named)
        assert isinstance(proven, CheckedCatalogue)
        for service in proven.catalogue.services.values():
            spots = (spot.item for spot in outline(service))
            for part in (service, *service.functions, *spots):
                for name in PROSE[type(part)]:
                    if text := part.__dict__[name]:
                        marks[len(marks)] = f"{service.id}/{name}"
                        part.__dict__[name] = f"Zq{len(marks) - 1}q {text}"
        return proven

    proof = vars(pipeline)["proof"]
    monkeypatch.setattr(pipeline, "proof", lambda *args, **named: marked(proof, *args, **named))
    folder = Folder(tmp_path)
    made = folder.publish(world.files, folder.settings)
    assert made is not None
    assert made.kept is not None
    shown = set()
    for page in made.pages:
        with prose.reading() as read:
            document = made.document(page)
        told = made.kept.readers.told(read)
        found = {marks[int(n)] for n in _MARK.findall(f"{document.body}{document.json_ld}")}
        assert found <= told or page.data or prose.UNKNOWN in told, page.address
        shown |= found
    assert shown == {*marks.values()}


def test_each_text_of_a_small_guide(folder: Folder) -> None:
    for told, files in texts(SMALL):
        made = made_same(folder, files)
        assert f"tjanster/{told.partition('/')[0]}" in made, told


def test_what_no_page_reads_of_a_change_stands(folder: Folder) -> None:
    unchanged = made_same(folder)
    assert SERVICE not in unchanged
    [(_, files)] = [each for each in texts(SMALL) if each[0] == "nat/summary"]
    made = made_same(folder, files)
    assert SERVICE in made
    assert "tjanster/avtal" not in made


def test_what_is_kept_is_used_and_not_worked_out_again(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(module: ModuleType, name: str) -> None:
        make = vars(module)[name]

        def made(*args: Any, **named: Any) -> Any:
            asked.append(name)
            return make(*args, **named)

        monkeypatch.setattr(module, name, made)

    for module, name in [
        *((pipeline, "feeds"), (pipeline, "planner_file")),
        *((kept_index, "weighed"), (ahead, "_ahead"), (verification, "_by_owner")),
        *((model_way, "_stops"), (model_way, "_way")),
    ]:
        counted(module, name)
    folder.shell = "<p>Så att alla sidor görs.</p>"
    [(_, files)] = [each for each in texts(SMALL) if each[0] == "nat/summary"]
    with patch.object(pipeline, "_store", lambda: None):
        cold = folder.publish(files, folder.settings)
    assert cold
    asked.clear()
    _all_made(cold)
    without = Counter(asked)
    assert without.keys() == {
        *("feeds", "planner_file", "weighed", "_ahead", "_by_owner", "_stops", "_way")
    }
    warm = folder.publish(files, folder.settings)
    assert warm
    asked.clear()
    _all_made(warm)
    assert asked == ["weighed"] * asked.count("weighed")
    assert 0 < len(asked) < without["weighed"]


def _all_made(made: Publication) -> None:
    """But the page of parts, which is made of another catalogue."""
    for page in made.pages:
        if page.template != "parts":
            made.document(page)
    made.files()


@pytest.mark.parametrize("number", range(0, 130, 30))
def test_other_changes(folder: Folder, number: int) -> None:
    changes = [each for each in drawn(900, seed=2) if each[0] is SMALL]
    for world, _, mutant in changes[number::130]:
        if folder.built(mutant.files):
            made_same(folder, mutant.files)
            made_same(folder, world.files)


def test_the_real_guide_in_two_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "FEWEST", 0)
    folder = Folder(tmp_path)
    made_same(folder, REAL.files)
    for _, files in [*texts(REAL)][::25]:
        made_same(folder, files)


def test_lines_that_move(folder: Folder) -> None:
    """The links that lead to a line lead to another."""
    [(name, text)] = SMALL.files.items()
    assert SERVICE in made_same(folder, {name: f"# en rad\n{text}"})


def test_another_day(folder: Folder) -> None:
    assert SERVICE in made_same(folder, as_of=date(2027, 2, 2))


def test_another_shell(folder: Folder) -> None:
    folder.shell = "<p>Något annat sist på sidan.</p>"
    assert SERVICE in made_same(folder)


@pytest.mark.parametrize("name", ["pages/service.html", "parts/steps/steps.html", "css/tokens.css"])
def test_another_theme(folder: Folder, tmp_path: Path, name: str) -> None:
    shutil.copytree(THEME, tmp_path / "theme")
    made_same(folder, theme="theme")
    assert SERVICE not in made_same(folder, theme="theme")
    with (tmp_path / "theme" / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert SERVICE in made_same(folder, theme="theme")


def test_another_program(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "makings", lambda: [("program", b"another")])
    assert SERVICE not in made_same(folder)
    started_again()
    assert SERVICE in made_same(folder)


def _by_hand(page: Path) -> None:
    page.write_bytes(page.read_bytes() + b" ")


def _by_hand_and_redated(page: Path) -> None:
    """With as many bytes as before, and a date that says that nobody has written it."""
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"e", b"a"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def _another(page: Path) -> None:
    beside = page.with_name("ny")
    shutil.copy2(page, beside)
    _by_hand_and_redated(beside)
    beside.replace(page)


def _gone(page: Path) -> None:
    page.unlink()


def _folder(page: Path) -> None:
    page.unlink()
    page.mkdir()


def _pipe(page: Path) -> None:
    page.unlink()
    os.mkfifo(page)


def _without_end(page: Path) -> None:
    page.unlink()
    page.symlink_to(page)


_CHANGES: Final = [
    *(_by_hand, _by_hand_and_redated, _another),
    *(_gone, _folder, _pipe, _without_end),
]


@pytest.mark.parametrize("change", _CHANGES)
@pytest.mark.parametrize("builds", [0, 2])
def test_a_page_that_somebody_has_changed(
    folder: Folder, change: Callable[[Path], None], builds: int
) -> None:
    """With no spare tree yet, and with one whose files are the published."""
    for _ in range(builds):
        made_same(folder)
    change(folder.root / "site" / SERVICE / "index.html")
    made = made_same(folder)
    assert SERVICE in made
    assert "tjanster/avtal" not in made


def test_no_site(folder: Folder) -> None:
    shutil.rmtree(folder.root / "site")
    assert SERVICE in made_same(folder)


def test_a_site_of_another_build(folder: Folder) -> None:
    """As after a build that was killed when it had kept its pages, or beside another."""
    before = folder.root / "before"
    shutil.copytree(folder.root / "site", before)
    for _, files in texts(SMALL):
        made_same(folder, files)
        shutil.rmtree(folder.root / "site")
        shutil.copytree(before, folder.root / "site")
        made_same(folder, files)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"{}", b"\xff"),
        *map(marshal.dumps, [None, {}, {"texts": 1, "whole": b"", "pages": 1}]),
        marshal.dumps({"texts": {}, "whole": b"", "pages": {"": []}, "filled": {}}),
    ],
)
def test_what_is_kept_is_damaged(folder: Folder, content: bytes) -> None:
    for name, whole in _stored().items():
        _store().put(name, content)
        made_same(folder)
        (_store().folder / name).write_bytes(whole[:-1])
        made_same(folder)


def test_what_is_kept_of_the_pages_and_of_other_files_is_of_two_builds(folder: Folder) -> None:
    """As after a build that was killed between the two."""
    before = _stored()
    for _, files in [*texts(SMALL)][:4]:
        made_same(folder, files)
        for name in before:
            (_store().folder / name).write_bytes(before[name])
            made_same(folder, files)


def test_what_is_kept_of_a_page_that_was_changed_meanwhile(folder: Folder) -> None:
    """The date of its change is another's, though all bytes are the same."""
    page = folder.root / "site" / SERVICE / "index.html"
    page.write_bytes(page.read_bytes())
    assert SERVICE not in made_same(folder)


def test_entries_that_stand_elsewhere_in_their_file(folder: Folder) -> None:
    [(name, text)] = SMALL.files.items()
    whole = text if isinstance(text, str) else text.decode()
    lines = whole.splitlines(keepends=True)
    entries = [at for at, line in enumerate(lines) if line[:2] == "  " and line[2:3].isalpha()]
    for at in entries[:: len(entries) // 5]:
        made_same(folder, {name: "".join([*lines[:at], "\n", *lines[at:]])})


def _store() -> Store:
    store = place.store(kept_pages.NAME)
    assert store is not None
    return store


def _stored() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in _store().folder.iterdir()}


def test_nowhere_to_keep_anything(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "store", lambda _: None)
    started_again()
    assert SERVICE in made_same(folder)


def test_a_reader_of_a_part_that_is_not_the_guide_s() -> None:
    prose.watch()
    service = next(iter(SMALL.loaded.catalogue.services.values()))
    with prose.reading() as read:
        assert service.summary
        assert service == service.model_copy()
    told = Readers([service]).told(read)
    assert told == {f"{service.id}/{name}" for name in PROSE[type(service)]} | {prose.UNKNOWN}
