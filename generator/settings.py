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
    as_of: date | None = None
    """The day that coming dates are counted from: `as_of: 2027-01-01`. By default today."""
