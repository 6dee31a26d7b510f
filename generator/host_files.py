"""The files that MkDocs is told of: what is written by hand it reads, the rest it knows by name."""

from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.outputs.site.assets import is_template_source

if TYPE_CHECKING:  # or who reads the settings would wait for all that makes a guide
    from generator.publication import Publication


class KnownFiles(Files):
    """The hand-written files, which MkDocs reads and writes; it is told of the others by name.

    So what leads to a generated page is resolved and checked, and its file is made only then.
    """

    def __init__(self, files: Files, config: MkDocsConfig, made: "Publication") -> None:
        pages = {f"{page.address or 'index'}.md" for page in made.pages}
        super().__init__(
            file
            for file in files
            if not is_template_source(file.src_uri) and file.src_uri not in pages
        )
        self.config, self.pages, self.made = config, pages, made
        self.asked: dict[str, File] = {}

    @cached_property
    def beside(self) -> frozenset[str]:
        """The names of the other files: few pages lead to one, and to work them out takes long."""
        return frozenset(self.made.files())

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path)
        if found is None and (path in self.pages or path in self.beside):
            generated = File.generated(self.config, path, content="")
            return self.asked.setdefault(path, generated)
        return found
