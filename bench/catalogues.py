"""Catalogues of any size, the same for a size: `python -m bench.catalogues N FOLDER`.

The real catalogue is in each, file by file, and the rest is made in its likeness, in areas of fifty
services with a file each. The folder can be built as it stands: `startklar build` in it, or
`startklar build --config FOLDER/mkdocs.yml`.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.made_services import AREA, WORDS, Data, MadeServices
from bench.wording import Wording, identifier, name, word
from generator.load.reading import load_bytes
from generator.model.catalogue import Catalogue

PROJECT = Path(__file__).parents[1]
AS_OF = "2027-01-04"
"""The day that everything is counted from, so that tomorrow's pages are today's."""
_WIDTH = 110


class _Dumper(yaml.CSafeDumper):
    """Writes long texts as editors do."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - PyYAML's signature
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else ">" if len(text) > _WIDTH - 20 else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def files(services: int) -> dict[str, bytes]:
    """The data folder's files by name: the real ones, and one for each area.

    Services are counted all together, also those that are conditions; there are never fewer than
    the real catalogue has.
    """
    kept = {path.name: path.read_bytes() for path in sorted((PROJECT / "data").glob("*.yaml"))}
    real: Data = {}
    for content in kept.values():
        for section, entries in yaml.load(content, yaml.CBaseLoader).items():  # noqa: S506 - texts
            real.setdefault(section, {}).update(entries)
    missing = range(len(real["services"]), services)
    for number, area in enumerate(_areas(Random(services), real, missing), start=1):  # noqa: S311
        kept[f"omrade-{number:04}.yaml"] = yaml.dump(
            area,
            Dumper=_Dumper,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=None,
            width=_WIDTH,
            encoding="utf-8",
        )
    return kept


def _areas(dice: Random, real: Data, numbers: range) -> Iterator[Data]:
    wording = Wording(dice, real)
    made = MadeServices(dice, real["services"], wording)
    for first in numbers[::AREA]:
        area = _directory(dice, real, wording, range(first, min(first + AREA, numbers.stop)))
        made.begin_area()
        made.forms, made.contacts, made.links = (
            [*area[section]] for section in ("forms", "contacts", "links")
        )
        services = map(made.service, range(first, min(first + AREA, numbers.stop)))
        yield {**area, "services": dict(services)}


def _directory(dice: Random, real: Data, wording: Wording, numbers: range) -> Data:
    """What an area's services share; a form serves two or three, a contact five."""
    first, count = numbers.start, len(numbers)
    stem = identifier(name(first))

    def like(section: str, many: int, title: str, **changed: str) -> Data:
        entries = [each for each in real[section].values() if "person" not in each]
        return {
            f"{stem}-{title}-{n}": _alike(dice.choice(entries), wording)
            | {title: f"{dice.choice(entries)[title]} för {name(first + n)}", **changed}
            for n in range(many)
        }

    return {
        "sources": like("sources", 1, "title"),
        "organisations": like("organisations", 1, "name"),
        "contacts": like(
            "contacts",
            1 + count // 6,
            "role",
            organisation=f"{stem}-name-0",
            source=f"{stem}-title-0",
        ),
        "forms": like("forms", 1 + count // 5, "title"),
        "links": like("links", 1 + count // 5, "title"),
        "terms": {
            f"{stem}-word-{n}": {
                "word": word(first + n),
                "explanation": wording.like(dice.choice([*real["terms"].values()])["explanation"]),
            }
            for n in range(WORDS)
        },
    }


def _alike(entry: Data, wording: Wording) -> Data:
    return {
        key: wording.like(part) if key in {"note", "explanation"} else part
        for key, part in entry.items()
        if key not in {"former_ids", "verified"}
    }


def write(services: int, folder: Path) -> None:
    """The data with settings beside it that take everything else from the project."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name_, content in files(services).items():
        (folder / "data" / name_).write_bytes(content)
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    for key in ("docs_dir", "custom_dir"):
        settings = re.sub(rf"({key}: )(\S+)", rf"\1{_from(folder)}/\2", settings)
    theme = f"data: data, theme: {_from(folder)}/theme, pdf: false, changes: 0, as_of: {AS_OF}"
    settings = settings.replace("data: data, theme: theme", theme)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")


def _from(folder: Path) -> str:
    return os.path.relpath(PROJECT, folder)


def catalogue(services: int) -> Catalogue:
    return load_bytes(files(services)).catalogue


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
