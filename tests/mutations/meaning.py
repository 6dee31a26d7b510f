"""Catalogues that are well written and wrong: `meaning.yml`, and an edge that runs both ways."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from tests.mutations.mutant import KINDS, Kind, Mutant, Verdict, reported
from tests.mutations.world import World

_HERE: Final = "# here"
_SERVICE: Final = "name: Ny, summary: Den är ny., source: SOURCE"


def _kind(kind: str, rule: str, text: str) -> Kind:
    """A kind that adds a file to the world."""
    row = next(n for n, line in enumerate(text.splitlines(), 1) if line.endswith(_HERE))

    def make(world: World) -> Iterator[Mutant]:
        for target in world.loaded.catalogue.services:
            filled = _filled(text, world).replace("TARGET", target)
            yield Mutant({**world.files, "zz.yaml": filled}, ("zz.yaml", row), target)

    return Kind(kind, make, Verdict.REPORTED, rule)


def _filled(text: str, world: World) -> str:
    catalogue = world.loaded.catalogue
    for word, level in (("MUST", "mandatory"), ("MAY", "optional")):
        each = ", ".join(f"{model}: {level}" for model in catalogue.models)
        text = text.replace(word, f"{_SERVICE}, obligation: {{{each}}}")
    firsts = (
        ("SOURCE", catalogue.sources),
        ("ORGANISATION", catalogue.organisations),
        ("MODEL", catalogue.models),
    )
    for word, entries in firsts:
        text = text.replace(word, next(iter(entries)))
    return text


_ROWS: Final = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
KINDS.extend(_kind(**row) for row in _ROWS)


@reported("unobtainable-service")
def edge_turned_to_itself(world: World) -> Iterator[Mutant]:
    """An edge that runs the other way too: what is needed needs what needs it.

    Where there is another way, through another option, it is not the service that goes.
    """
    for spot in world.spots:
        target = spot.value.partition("/")[0]
        own = str(spot.path[1])
        is_need = spot.key in {"need", "prerequisites"} and spot.path[0] == "services"
        if is_need and target != own and not {"any", "options"} & {*spot.path}:
            yield Mutant(world.with_value(spot, own), (spot.file, spot.line), own)
