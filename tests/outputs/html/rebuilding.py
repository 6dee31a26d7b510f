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

from generator import pipeline
from generator.clock import Clock
from generator.outputs.html.rendering import Document
from generator.outputs.html.shell import Framed, Shell
from generator.outputs.site.writer import Writer
from generator.pages.page import Page
from generator.publication import Publication
from generator.settings import Settings
from tests.mutations.drawn import drawn

AS_OF: Final = date(2027, 2, 1)
THEME: Final = Path(__file__).parents[3] / "theme"
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
        made = self.publish(files, settings or self.settings)
        if made is None:
            return None
        site, aside = self.root / "site", self.root / "aside"
        cold = self._written(replace(made, kept=None), aside, self.root / "nowhere")
        shutil.rmtree(aside)
        asked: set[str] = set()

        def document(page: Page) -> Document:
            asked.add(page.address)
            return made.document(page)

        warm = self._written(replace(made, document=document), aside, site)
        self.made = frozenset(asked)
        shutil.rmtree(site, ignore_errors=True)
        aside.rename(site)
        return warm, cold

    @property
    def settings(self) -> Settings:
        return Settings(theme=str(THEME), pdf=False, changes=0, as_of=AS_OF)

    def _written(self, made: Publication, tree: Path, published: Path) -> Site:
        tree.mkdir()
        probe = self.root / "probe"
        probe.touch()
        writer = Writer(tree, published, probe.stat().st_mode)
        made.write(Shell(lambda page: plain(page) + self.shell, None), writer, lambda *_: None)
        return {
            each.relative_to(tree).as_posix(): each.read_bytes()
            for each in sorted(tree.rglob("*"))
            if each.is_file()
        }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--changes", type=int, default=700)
    options.add_argument("--seed", type=int, default=0)
    asked, failed, built = options.parse_args(), 0, 0
    with tempfile.TemporaryDirectory() as kept:
        os.environ["XDG_CACHE_HOME"] = kept
        folders: dict[str, Folder] = {}
        for world, kind, mutant in drawn(asked.changes, asked.seed):
            if world.name not in folders:
                folders[world.name] = Folder(Path(tempfile.mkdtemp(dir=kept)))
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
