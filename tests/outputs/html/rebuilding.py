"""A guide built again and again in one folder, without a host, beside what is built of nothing.

`python -m tests.outputs.html.rebuilding --changes 700` changes the catalogue in 130 ways, by lot.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final
from unittest.mock import patch

from generator import pipeline
from generator.clock import Clock
from generator.outputs.html import recent
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Framed, Shell
from generator.outputs.site import spare
from generator.outputs.site.publish import Aside
from generator.outputs.site.writer import Writer
from generator.pages.page import Page
from generator.pages.slots import SLOTS
from generator.publication import Publication
from generator.settings import Settings
from tests.mutations.drawn import drawn

AS_OF: Final = date(2027, 2, 1)
THEME: Final = Path(__file__).parents[3] / "theme"
_SLOTS: Final = "".join(f"<!-- startklar:{name} -->" for name in sorted(SLOTS))
"""A hand-written page with all that can be filled into one."""
Site = Mapping[str, bytes]
"""Every file, by name."""


def plain(page: Framed) -> str:
    """A shell that says all that a page may tell of itself."""
    said = (page.url, page.title, page.edit_url, page.canonical_url, *page.meta.values())
    return f"<html>{said[0]}{''.join(f'<i>{each}</i>' for each in said[1:])}{page.content}</html>"


@dataclass
class Folder:
    root: Path
    shell: str = ""
    """What stands last on every page."""
    is_preview: bool = False
    """Whether one process makes the guide anew each time, and not each time another one."""
    made: frozenset[str] = frozenset()
    """The addresses of the pages that the last build has made and not left standing."""

    def publish(self, files: Mapping[str, str | bytes], settings: Settings) -> Publication | None:
        """None if the catalogue may not be published."""
        shutil.rmtree(self.root / "data", ignore_errors=True)
        for name, text in files.items():
            file = self.root / "data" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        made = pipeline.publish(self.root, settings, Clock())
        return made if isinstance(made, Publication) else None

    def built(
        self, files: Mapping[str, str | bytes], settings: Settings | None = None
    ) -> tuple[Site, Site] | None:
        """What a build gives that knows the last one, and what one does that knows nothing."""
        if not self.is_preview:
            forgotten()
        made = self.publish(files, settings or self.settings)
        if made is None:
            return None
        asked: set[str] = set()

        def document(page: Page) -> Document:
            asked.add(page.address)
            return made.document(page)

        self._published(replace(made, document=document))
        self.made = frozenset(asked)
        return _everything(self.root / "site"), self._cold(settings or self.settings)

    @property
    def settings(self) -> Settings:
        return Settings(theme=str(THEME), pdf=False, changes=0, as_of=AS_OF)

    def _published(self, made: Publication) -> None:
        """As a host does, in the tree of the site before."""
        aside = Aside(self.root / "site", lambda _: None)
        try:
            aside.reuse(self.root / spare.KEPT)
            filled = made.write(self._shell, aside.writer, lambda *_: None, {"": _SLOTS})
            aside.writer.write("index.html", filled[""].encode())
            aside.publish(preview=True)
        finally:
            aside.discard()

    def _cold(self, settings: Settings) -> Site:
        """What the same gives in an empty folder, when nothing is kept of its pages."""
        with patch.object(pipeline, "_store", lambda: None):
            made = pipeline.publish(self.root, settings, Clock())
        assert isinstance(made, Publication)
        tree = self.root / "aside"
        tree.mkdir()
        (self.root / "probe").touch()
        writer = Writer(tree, self.root / "nowhere", (self.root / "probe").stat().st_mode)
        filled = made.write(self._shell, writer, lambda *_: None, {"": _SLOTS})
        writer.write("index.html", filled[""].encode())
        found = _everything(tree)
        shutil.rmtree(tree)
        return found

    @property
    def _shell(self) -> Shell:
        return Shell(lambda page: plain(page) + self.shell, None)


def started_again() -> None:
    """What one process keeps in mind is forgotten."""
    vars(pipeline)["_store"].cache_clear()
    forgotten()


def forgotten() -> None:
    """The guide that was made last."""
    recent.RECENT.whole = recent.RECENT.begun = None


def _everything(folder: Path) -> Site:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--changes", type=int, default=700)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--preview", action="store_true", help="All by one process.")
    asked, failed, built = options.parse_args(), 0, 0
    with tempfile.TemporaryDirectory() as kept:
        os.environ["XDG_CACHE_HOME"] = kept
        folders: dict[str, Folder] = {}
        for world, kind, mutant in drawn(asked.changes, asked.seed):
            if world.name not in folders:
                folders[world.name] = Folder(
                    Path(tempfile.mkdtemp(dir=kept)), is_preview=asked.preview
                )
                folders[world.name].built(world.files)
            if sites := folders[world.name].built(mutant.files):
                warm, cold = sites
                built += 1
                other = [name for name in {*warm, *cold} if warm.get(name) != cold.get(name)]
                failed += bool(other)
                if other:
                    sys.stdout.write(f"{kind.name}, {world.name}/{mutant.at}: {other}\n")
    sys.stdout.write(f"{built} of {asked.changes} could be built, {failed} went wrong\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
