"""The options of the `startklar` section in mkdocs.yml, one by one."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Folders are relative to the folder of mkdocs.yml."""

    data: str = "data"
    """The folder of the catalogue's YAML files."""
    theme: str = "theme"
    """The folder of the templates and styles of the generated pages."""
