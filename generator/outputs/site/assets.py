"""The theme's styles and scripts as they are published: few, small, and named by what is in them.

So a browser may keep each for ever: other bytes have another name. Modules ask for each other by
relative names, so they keep theirs, in a folder that is named by what is in all of them.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files as resources
from pathlib import Path
from typing import Final

from generator.outputs.site.modules import published
from generator.outputs.template_fault import TemplateFaultError

_FOLDER: Final = "assets"
_HASH_LENGTH: Final = 8
_SOURCES: Final = ("parts/", "pages/", "print/", "css/", "modules/", "examples/")
_HOST_S: Final = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""What Material brings along and no page asks for; its style is in ours."""
_TYPES: Final = {".css": "text/css", ".js": "application/javascript"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Assets:
    """Where each is published, from the root."""

    style: str
    first: str
    """The script that runs before anything is shown."""
    script: str
    """The script that waits for the page."""
    modules: Mapping[str, str]
    """The address of each module that is asked for, by its path in `theme/modules/`."""
    files: Mapping[str, str]
    """The texts, by address."""


def assets(theme: Path) -> Assets:
    """Raises TemplateFaultError, which names the file, if one cannot be read as what it is."""
    first = theme / "parts" / "scheme" / "scheme.js"
    scripts = (file for file in sorted((theme / "parts").glob("*/*.js")) if file != first)
    style = _named("startklar.css", "\n".join(map(_small, _styles(theme))))
    begin = _named("scheme.js", _small(first))
    script = _named("startklar.js", ";\n".join(map(_small, scripts)))
    modules = _modules(theme / "modules")
    return Assets(
        style=style[0],
        first=begin[0],
        script=script[0],
        modules={name: address for name, (address, _) in modules.items()},
        files=dict([style, begin, script, *modules.values()]),
    )


def _styles(theme: Path) -> list[Path]:
    """Material's, the tokens, the guide's own and each part's, in order of name."""
    host = Path(str(resources("material"))) / "templates" / "assets" / "stylesheets"
    own = [theme / "css" / "tokens.css", *sorted((theme / "css").glob("[!t]*.css"))]
    return [*sorted(host.glob("main.*.css")), *own, *sorted((theme / "parts").glob("*/*.css"))]


def _modules(folder: Path) -> dict[str, tuple[str, str]]:
    """Address and text by name."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.js"))}
    for file in files.values():
        _small(file)  # a fault is told with the module's name and its own lines
    sources = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
    texts = {name: _smaller(text, ".js") for name, text in sorted(published(sources).items())}
    whole = _hash(f"{name}\n{text}\n" for name, text in texts.items())
    return {name: (f"{_FOLDER}/modules.{whole}/{name}", text) for name, text in texts.items()}


def _named(name: str, text: str) -> tuple[str, str]:
    stem, _, suffix = name.rpartition(".")
    return f"{_FOLDER}/{stem}.{_hash([text])}.{suffix}", text


def _hash(texts: Iterable[str]) -> str:
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:_HASH_LENGTH]


def _small(file: Path) -> str:
    """Without comments and what else only its authors need."""
    try:
        return _smaller(file.read_text(encoding="utf-8"), file.suffix)
    except (OSError, ValueError) as error:  # the second is minify's own too
        raise TemplateFaultError(f"{file}: {error}") from error


@lru_cache(maxsize=256)  # a preview asks for the same at every change of the theme
def _smaller(text: str, suffix: str) -> str:
    import minify  # type: ignore[import-untyped]  # noqa: PLC0415 - it runs in what loads it alone

    return str(minify.string(_TYPES[suffix], text))


def is_template_source(name: str) -> bool:
    """Whether a file of the theme folder, or of Material's, is not to be served as it stands."""
    return name.startswith((*_SOURCES, *_HOST_S))
