"""A site is built aside and takes the published one's place when it is whole."""

import shutil
from pathlib import Path
from uuid import uuid4


class Aside:
    """A folder beside the published one. Use `publish` or `discard`, once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.folder = site.parent / f".{site.name}-{uuid4().hex[:8]}"
        self.folder.mkdir(parents=True)

    def publish(self) -> None:
        """Put the new site where readers find it; what stood there is removed afterwards."""
        before = self.folder.with_name(f"{self.folder.name}-before")
        if self.site.exists():
            self.site.rename(before)
        self.folder.rename(self.site)
        shutil.rmtree(before, ignore_errors=True)

    def discard(self) -> None:
        """Leave the published site as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)
