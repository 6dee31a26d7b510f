"""What somebody looks at is shown first, and is what the whole guide has there in the end."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator import standing
from generator.host_live import LiveServer
from generator.host_mkdocs import Asked, StartklarPlugin
from generator.host_preview import Pages, Superseded
from tests.test_host import break_chain, change, files

PATIENCE = 20
REDIRECT = b'http-equiv="refresh"'


class Everybody:
    """Looks at every page as soon as it can be made, and remembers what was shown."""

    def __init__(self) -> None:
        self.withdrawn = 0
        self.shown: dict[str, bytes] = {}

    def offer(self, pages: Pages) -> None:
        self.beside = pages.beside
        for address in {*pages.listed, *pages.written} - {*self.shown}:
            if (page := pages.page(address)) is not None:
                self.shown[address] = page

    def turn(self, *_: object) -> None:
        pass

    def withdraw(self) -> None:
        self.withdrawn, self.shown = self.withdrawn + 1, {}


def rebuilt(project: Path) -> tuple[Everybody, dict[str, bytes]]:
    """What is shown first and what is published when a preview builds again."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "preview"))
    plugin = cast("StartklarPlugin", config.plugins["startklar"])
    plugin.asked, plugin.serving = Asked(settings={"pdf": False}), True
    everybody = Everybody()
    plugin.live = cast("LiveServer", everybody)
    try:
        build.build(config)
    finally:
        plugin.live = None
    return everybody, files(project / "preview")


def test_every_page_that_is_shown_first_is_the_one_that_the_whole_guide_has(project: Path) -> None:
    for _ in range(2):  # the second has kept pages and a tree to build in
        first, published = rebuilt(project)
        pages = {name for name in published if name.endswith("index.html")}
        pages -= {name for name in pages if REDIRECT in published[name]}
        assert {f"{address}/index.html".lstrip("/") for address in first.shown} == pages
        for address, page in first.shown.items():
            assert published[f"{address}/index.html".lstrip("/")] == page, address
        assert {*first.beside} <= {*published}
        assert first.withdrawn == 0
        change(project / "data" / "services.yaml", "summary: ", "summary: Ändrat. ")


def test_what_is_kept_of_the_theme_changes_no_page(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "_SETTLED", -(10**12))
    rebuilt(project)
    change(project / "data" / "services.yaml", "name: KIV", "name: Nya KIV")
    _, kept = rebuilt(project)
    monkeypatch.setattr(standing, "_SETTLED", 10**18)
    _, anew = rebuilt(project)
    assert kept == anew
    assert "Nya KIV" in kept["tjanster/kiv/index.html"].decode()


def test_what_is_refused_shows_its_report_first_too(project: Path) -> None:
    rebuilt(project)
    break_chain(project)
    first, published = rebuilt(project)
    assert "unobtainable-service" in first.shown["tjanster/kiv"].decode()
    assert published["tjanster/kiv/index.html"] == first.shown["tjanster/kiv"]


def test_what_was_shown_of_a_guide_that_cannot_be_made_is_taken_back(project: Path) -> None:
    rebuilt(project)
    (project / "theme" / "pages" / "glossary.html").write_text("{{ nobody.knows }}")
    first, published = rebuilt(project)
    assert first.withdrawn == 1
    assert "glossary.html:1" in first.shown["tjanster/kiv"].decode()
    assert published["tjanster/kiv/index.html"] == first.shown["tjanster/kiv"]


def test_a_build_that_is_given_up_leaves_the_site_and_nothing_else(project: Path) -> None:
    _, before = rebuilt(project)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "preview"))
    plugin = cast("StartklarPlugin", config.plugins["startklar"])
    change(project / "data" / "services.yaml", "name: KIV", "name: Nya KIV")
    plugin.live = cast("LiveServer", GivesUp(40))
    try:
        with pytest.raises(Superseded):
            build.build(config)
    finally:
        plugin.live = None
    assert files(project / "preview") == before
    assert not (project / ".preview-aside").exists()
    assert "Nya KIV" in rebuilt(project)[1]["tjanster/kiv/index.html"].decode()


class GivesUp:
    def __init__(self, after: int) -> None:
        self.left = after

    def offer(self, *_: object) -> None:
        pass

    def turn(self, *_: object) -> None:
        self.left -= 1
        if not self.left:
            raise Superseded


class World:
    """A server whose guide has the pages `a` and `b`, made by a build that waits when told to."""

    def __init__(self, root: Path) -> None:
        self.root, self.text, self.builds, self.whole = root, "0", 0, Event()
        self.hold, self.refused, self.gone = False, False, set[str]()
        self.beside = {"a.css": "a {}"}
        self.publish()
        self.server = LiveServer(LiveReloadServer(self.build, "127.0.0.1", 0, str(root)))
        self.server.build_delay = 0.01
        self.server.watch(str(root))

    def page(self, address: str) -> bytes | None:
        known = address in {"a", "b"} - self.gone
        return f"<html><body>{address} {self.text}</body></html>".encode() if known else None

    def publish(self) -> None:
        for address in ("a", "b"):
            (self.root / address).mkdir(exist_ok=True)
            (self.root / address / "index.html").write_bytes(self.page(address) or b"")

    def build(self) -> None:
        self.builds += 1
        self.server.offer(cast("Pages", self))
        while self.hold and not self.whole.wait(0.01):
            self.server.turn()
        if self.refused:
            self.server.withdraw()
            self.text = "refused"
        self.publish()

    def change(self, text: str) -> None:
        self.text = text
        with self.server._rebuild_cond:  # noqa: SLF001 - what the watching thread does
            self.server._want_rebuild = True  # noqa: SLF001
            self.server._rebuild_cond.notify_all()  # noqa: SLF001

    def get(self, path: str, shown: str = "") -> str:
        connection = HTTPConnection(*self.server.server_address[:2], timeout=PATIENCE)  # type: ignore[arg-type]
        try:
            connection.request("GET", path, headers={"Referer": f"http://x{shown}"})
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def version(self, page: str) -> int:
        return int(page.partition("livereload(")[2].partition(",")[0])


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.server.observer = cast("Any", _Nobody())
    main = threading.Thread(target=made.server.serve)
    main.start()
    while not made.server.serve_thread.is_alive():
        pass
    yield made
    made.whole.set()
    made.server.shutdown()
    main.join(PATIENCE)


class _Nobody:
    def start(self) -> None:
        pass

    stop = start


@contextmanager
def meanwhile(do: Callable[[], object]) -> Iterator[list[object]]:
    """What it gives, after the block."""
    given: list[object] = []
    thread = threading.Thread(target=lambda: given.append(do()))
    thread.start()
    yield given
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_the_page_that_was_looked_at_is_there_before_the_whole(world: World) -> None:
    assert "a 0" in world.get("/a/")
    world.hold = True
    world.change("1")
    while world.builds == 0:
        pass
    with meanwhile(lambda: world.get("/file.txt")) as file:
        assert "a 1" in world.get("/a/")
        assert "b 1" in world.get("/b/"), "asked for while the rest is made"
        assert world.get("/a.css") == "a {}"
        assert not file, "what is no page waits for the whole"
        world.whole.set()
    assert file == ["404 Not Found"]


def test_a_browser_is_told_once_of_the_page_it_shows(world: World) -> None:
    before = world.version(world.get("/a/"))
    world.hold = True
    with (
        meanwhile(lambda: world.get(f"/livereload/{before}/1", "/a/")) as told,
        meanwhile(lambda: world.get(f"/livereload/{before}/2", "/c/")) as other,
    ):
        world.change("1")
        page = world.get("/a/")
        while world.version(page) == before:
            page = world.get("/a/")
        assert not other
        world.whole.set()
    now = world.version(page)
    assert told == other == [str(now)]
    with meanwhile(lambda: world.get(f"/livereload/{now}/3", "/a/")) as again:
        world.get("/a/")
        assert not again, "the same again would be fetched for nothing"
        world.change("2")
    assert int(str(again[0])) > now


def test_a_change_while_the_rest_is_made_is_shown_next_and_the_rest_given_up(world: World) -> None:
    world.get("/b/")
    world.hold = True
    for number in range(1, 5):
        world.change(str(number))
        while f"b {number}" not in world.get("/b/"):
            pass
    assert world.builds <= 4
    world.whole.set()
    world.get("/file.txt")
    assert "a 4" in (world.root / "a" / "index.html").read_text()


def test_a_page_of_before_is_never_given_out_as_the_new_version(world: World) -> None:
    server, left = world.server, list[object]()
    quiet = server._await_quiet  # noqa: SLF001 - what is between it and the next build

    def looked() -> None:
        quiet()
        left.append(dict(server.made))

    server._await_quiet = looked  # type: ignore[method-assign]  # noqa: SLF001
    world.get("/a/")
    world.hold = True
    for number in range(1, 3):
        world.change(str(number))
        while f"a {number}" not in world.get("/a/"):
            pass
    assert left == [{}]


def test_whoever_has_seen_what_does_not_hold_is_told_again(world: World) -> None:
    world.get("/a/")
    world.hold = world.refused = True
    world.change("1")
    while "a 1" not in (page := world.get("/a/")):
        pass
    with meanwhile(lambda: world.get(f"/livereload/{world.version(page)}/1", "/a/")) as told:
        world.whole.set()
    assert int(str(told[0])) > world.version(page)
    assert "refused" in world.get("/a/")


def test_a_page_that_is_no_more_waits_for_the_whole(world: World) -> None:
    world.get("/a/")
    world.hold, world.gone = True, {"a"}
    world.change("1")
    while world.builds == 0:
        pass
    with meanwhile(lambda: world.get("/a/")) as gone:
        assert "b 1" in world.get("/b/")
        assert not gone
        world.whole.set()
    assert len(gone) == 1


def test_no_more_pages_are_looked_at_than_somebody_has_tabs(world: World) -> None:
    for number in range(50):
        world.get(f"/{number}/")
    assert [*world.server.looked_at] == [str(number) for number in range(44, 50)]


def test_paths_that_lead_out_find_nothing(world: World) -> None:
    world.hold = True
    world.change("1")
    while world.builds == 0:
        pass
    with meanwhile(lambda: world.get("/../../etc/passwd")) as file:
        world.whole.set()
    assert file == ["404 Not Found"]
