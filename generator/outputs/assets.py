"""The theme's styles and scripts, one file each, so that a page asks for two."""

from pathlib import Path
from typing import Final

STYLE: Final = "assets/startklar.css"
SCRIPT: Final = "assets/startklar.js"


def assets(theme: Path) -> dict[str, str]:
    """Where each is published, and its text: tokens first, then each part's in order of name."""
    styles = [theme / "css" / "tokens.css", *sorted((theme / "css").glob("[!t]*.css"))]
    styles += sorted((theme / "parts").glob("*/*.css"))
    scripts = sorted((theme / "parts").glob("*/*.js"))
    return {STYLE: _joined(styles), SCRIPT: _joined(scripts)}


def _joined(files: list[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def is_template_source(name: str) -> bool:
    """Whether a file of the theme folder is an ingredient and not to be served as it stands."""
    return name.startswith(("parts/", "pages/", "css/"))
