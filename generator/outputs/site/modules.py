"""The modules in `theme/modules/` as they are published: one file for each that is asked for.

That is a module that no other imports, which is a page's own, and one that is fetched when it is
needed, with `import("…")`. The others lie in the file of those that import them. All of a file
stands in one function, so that the minifier may shorten every name that is seen only there: of the
planner's 25 files the browser gets two, and two thirds of the bytes. No bundler that is kept comes
as a wheel (tried: esbuild, rolldown), and this leaves out what makes one hard.

So names at the top of modules that meet in a file must differ, and only `import { … } from "…"` and
`export` before a declaration are understood; anything else is said to be so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from posixpath import dirname, join, normpath, relpath
from typing import Final

from generator.outputs.template_fault import TemplateFaultError

_IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
_LATER: Final = re.compile(r'\bimport\("(\.[^"]+)"\)')
_DECLARED: Final = re.compile(
    r"^(export )?((?:async )?function\*?|class|const|let) (\w+)", re.MULTILINE
)
_STRANGE: Final = re.compile(r"^(?:import\b|export\b|(?:const|let) \W|var\b).*", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Module:
    imports: Mapping[str, tuple[str, ...]]
    """The names taken, by the module that they are taken from."""
    later: tuple[str, ...]
    declared: tuple[str, ...]
    exported: tuple[str, ...]
    text: str
    """Without imports and exports."""


def published(texts: Mapping[str, str]) -> dict[str, str]:
    """The text of each file that is asked for, by its path, given every module by its own.

    Raises TemplateFaultError, which names the module, for what is not understood.
    """
    modules = {name: _read(name, text) for name, text in texts.items()}
    for name, module in modules.items():
        _check(name, module, modules)
    imported = {name for module in modules.values() for name in module.imports}
    later = {name for module in modules.values() for name in module.later}
    own = [name for name in modules if name not in imported and name not in later]
    return dict(chain.from_iterable(_page(modules, name) for name in own))


def _read(name: str, text: str) -> _Module:
    def found(path: str) -> str:
        return normpath(join(dirname(name), path))

    imports = {found(path): _names(names) for names, path in _IMPORT.findall(text)}
    body = _IMPORT.sub("", text)
    declared = _DECLARED.findall(body)
    body = _DECLARED.sub(r"\2 \3", body)
    if strange := _STRANGE.search(_DECLARED.sub("", body)):
        raise TemplateFaultError(f"modules/{name}: cannot be put in one file: {strange[0]}")
    return _Module(
        imports=imports,
        later=tuple(found(path) for path in _LATER.findall(body)),
        declared=tuple(word for _, _, word in declared),
        exported=tuple(word for export, _, word in declared if export),
        text=body,
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def _check(name: str, module: _Module, modules: Mapping[str, _Module]) -> None:
    for other in module.later:
        if other not in modules:
            raise TemplateFaultError(f"modules/{name}: there is no {other}")
    for other, names in module.imports.items():
        exported = modules[other].exported if other in modules else ()
        for word in names:
            if word not in exported:
                raise TemplateFaultError(f"modules/{name}: {other} does not export {word}")


def _page(modules: Mapping[str, _Module], name: str) -> Iterator[tuple[str, str]]:
    """A page's own file, and those that it fetches later, which take from it what they share."""
    first = _with_imports(modules, [name])
    later = dict.fromkeys(other for part in first for other in modules[part].later)
    parts = {
        other: [part for part in _with_imports(modules, [other]) if part not in first]
        for other in later
    }
    _meet(modules, [*first, *dict.fromkeys(chain.from_iterable(parts.values()))])
    taken = {other: _taken(modules, inside, first) for other, inside in parts.items()}
    given = dict.fromkeys(chain(modules[name].exported, *taken.values()))
    yield name, _file(modules, name, first, given)
    for other, inside in parts.items():
        path = _relative(other, name)
        names = ",".join(taken[other])
        head = f'import{{{names}}}from"{path}";' if names else ""
        yield other, head + _file(modules, other, inside, modules[other].exported)


def _with_imports(modules: Mapping[str, _Module], names: Iterable[str]) -> list[str]:
    """The modules with all that they import, each after what it imports."""
    found: dict[str, None] = {}
    for name in names:
        for inner in _with_imports(modules, modules[name].imports):
            found.setdefault(inner)
        found.setdefault(name)
    return list(found)


def _meet(modules: Mapping[str, _Module], names: list[str]) -> None:
    owners: dict[str, str] = {}
    for name in names:
        for word in modules[name].declared:
            if owners.setdefault(word, name) != name:
                raise TemplateFaultError(f"modules/{name}: {owners[word]} has a {word} already")


def _taken(modules: Mapping[str, _Module], inside: list[str], first: list[str]) -> list[str]:
    names = (
        word
        for part in inside
        for other, words in modules[part].imports.items()
        if other in first
        for word in words
    )
    return list(dict.fromkeys(names))


def _file(modules: Mapping[str, _Module], name: str, parts: list[str], given: Iterable[str]) -> str:
    def moved(part: str) -> str:
        return _LATER.sub(
            lambda m: f'import("{_relative(name, normpath(join(dirname(part), m[1])))}")',
            modules[part].text,
        )

    words = ",".join(given)
    head, foot = (f"export const{{{words}}}=", f"return{{{words}}};") if words else ("", "")
    return f"{head}(()=>{{{''.join(map(moved, parts))}{foot}}})();"


def _relative(here: str, there: str) -> str:
    path = relpath(there, dirname(here) or ".")
    return path if path.startswith(".") else f"./{path}"
