"""The options of the `startklar` section in mkdocs.yml, one by one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Folders are relative to the folder of mkdocs.yml."""

    data: str = "data"
    """The folder of the catalogue's YAML files."""
    theme: str = "theme"
    """The folder of the templates and styles of the generated pages."""
    content: str = "content"
    """The folder of the hand-written pages: mkdocs.yml's own `docs_dir`."""
    pdf: bool = True
    """Whether the sheets are printed to PDF, too; `false` saves a preview the time."""
    compress: bool = False
    """Whether texts get twins compressed by gzip and Brotli, for a host that sends such as they lie
    (`docs/hosting.md`). A preview has none."""
    changes: int = 50
    """How many of the latest commits the page of changes looks at; 0 leaves the page out."""
    as_of: date | None = None
    """The day that coming dates are counted from: `as_of: 2027-01-01`. By default today."""
