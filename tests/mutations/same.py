"""Other spellings of the same catalogue, and other catalogues that are as good."""

import itertools
from collections.abc import Callable, Iterator

from tests.mutations.mutant import Mutant, same, told
from tests.mutations.world import World


def _every(world: World, rewritten: Callable[[str], str | bytes]) -> Iterator[Mutant]:
    """Each file alone written otherwise, and all of them."""
    for name, text in world.files.items():
        yield Mutant({**world.files, name: rewritten(text)}, (name, 1))
    yield Mutant({name: rewritten(text) for name, text in world.files.items()}, ("", 1))


@same
def carriage_returns(world: World) -> Iterator[Mutant]:
    yield from _every(world, lambda text: text.replace("\n", "\r\n"))


@same
def byte_order_mark(world: World) -> Iterator[Mutant]:
    yield from _every(world, lambda text: b"\xef\xbb\xbf" + text.encode())


@same
def space_at_the_end_of_a_line(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        if spot.key_at and "\n" not in world.text(spot):
            files = world.with_value(spot, f"{world.text(spot)}  ")
            yield Mutant(files, (spot.file, spot.line))


@same
def comment(world: World) -> Iterator[Mutant]:
    for name, text in world.files.items():
        lines = text.split("\n")
        for _, path, data in world.maps:
            row = next(iter(data.keys_at.values()))[0] if data else 0
            if len(path) == 2 and world.loaded.places.span(path).file == name:
                lead = lines[row][: len(lines[row]) - len(lines[row].lstrip())]
                added = [*lines[:row], f"{lead}# en anmärkning: {{[", *lines[row:]]
                yield Mutant(_joined(world, name, added), (name, row + 1))


@same
def no_line_break_at_the_end(world: World) -> Iterator[Mutant]:
    yield from _every(world, lambda text: text.rstrip("\n"))


@same
def marks_of_a_document(world: World) -> Iterator[Mutant]:
    yield from _every(world, lambda text: f"---\n{text}...\n")


@same
def another_file_name(world: World) -> Iterator[Mutant]:
    for name, text in world.files.items():
        rest = {each: other for each, other in world.files.items() if each != name}
        yield Mutant({**rest, f"zz-{name}": text}, (name, 1))


@same
def double_quotes(world: World) -> Iterator[Mutant]:
    yield from _quoted(world, '"', lambda text: text.replace("\\", "\\\\").replace('"', '\\"'))


@same
def single_quotes(world: World) -> Iterator[Mutant]:
    yield from _quoted(world, "'", lambda text: text.replace("'", "''"))


def _quoted(world: World, mark: str, escaped: Callable[[str], str]) -> Iterator[Mutant]:
    for spot in world.spots:
        if "\n" not in world.text(spot) and "\n" not in spot.value:
            yield Mutant(
                world.with_value(spot, f"{mark}{escaped(spot.value)}{mark}"),
                (spot.file, spot.line),
                spot.value,
            )


@same
def quoted_key(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        if spot.key_at:
            files = world.with_text(spot.file, world.reach(spot.file, spot.key_at), f'"{spot.key}"')
            yield Mutant(files, (spot.file, spot.line), spot.key)


@same
def entry_in_another_file(world: World) -> Iterator[Mutant]:
    for name, text in world.files.items():
        lines = text.split("\n")
        for section, entries in world.loaded.places.roots[name].items():
            rows = [entries.keys_at[id_][0] for id_ in entries] if section != "guide" else []
            for first, last in itertools.pairwise(rows):
                moved = "\n".join([f"{section}:", *lines[first:last], ""])
                left = "\n".join([*lines[:first], *lines[last:]])
                yield Mutant({**world.files, name: left, "zz.yaml": moved}, (name, first + 1))


@same
def keys_in_another_order(world: World) -> Iterator[Mutant]:
    """Two lines of an entry that follow each other."""
    for file, path, data in world.maps:
        lines = world.files[file].split("\n")
        rows = [
            (data.keys_at[key][0], data.values_at[key])
            for key in data
            if isinstance(data[key], str)
        ]
        for (row, value), (after, other) in itertools.pairwise(rows):
            both = value[2] == row and other[2] == after == row + 1
            if both and lines[row].lstrip()[:1] != "-" and len(path) > 1:
                turned = [*lines[:row], lines[after], lines[row], *lines[after + 1 :]]
                yield Mutant(_joined(world, file, turned), (file, row + 1))


@same
def text_on_other_lines(world: World) -> Iterator[Mutant]:
    """A plain text as a folded one, a word on each line."""
    for spot in world.spots:
        column = spot.key_at[1] if spot.key_at else 0
        line = world.loaded.places.texts[spot.file].lines[spot.line - 1]
        in_block = "{" not in line and "[" not in line and "\n" not in world.text(spot)
        if (
            spot.key_at
            and in_block
            and spot.key in {"text", "note", "summary", "because"}
            and " #" not in line
        ):
            lead = " " * (column + 2)
            words = f"\n{lead}".join(spot.value.split(" "))
            yield Mutant(world.with_value(spot, f">-\n{lead}{words}"), (spot.file, spot.line))


def _joined(world: World, name: str, lines: list[str]) -> dict[str, str]:
    return {**world.files, name: "\n".join(lines)}


def _other(name: str, key: str, *values: str) -> None:
    def make(world: World) -> Iterator[Mutant]:
        for spot in world.spots:
            if spot.key == key and "\n" not in world.text(spot):
                for new in values:
                    if new != spot.value:
                        yield Mutant(world.with_value(spot, new), (spot.file, spot.line), new)

    make.__name__ = name
    told(make)


_other("another lead time", "lead_time", "3wd", "60d", "none")
_other("another assumed time", "assume", "3wd", "60d")
_other("another title", "title", "En annan rubrik")
_other("another summary", "summary", "Något annat.")
_other("another reason", "because", "Ett annat skäl.")
_other("another day of a stop", "from", "06-02")
_other("another payer", "payer", "nobody", "unit", "unknown")
_other("another basis", "basis", "seed", "implied", "assumption")
_other("another level", "level", "optional", "unspecified")


def _swapped(key: str, section: str) -> None:
    def make(world: World) -> Iterator[Mutant]:
        known = [*getattr(world.loaded.catalogue, section)]
        for spot in world.spots:
            if spot.key == key and spot.value in known and len(known) > 1:
                siblings = {each.value for each in world.spots if each.path[:-1] == spot.path[:-1]}
                new = next((each for each in known if each not in siblings), None)
                if new is not None:
                    yield Mutant(world.with_value(spot, new), (spot.file, spot.line), new)

    make.__name__ = f"another of the {section} in {key}"
    told(make)


for _key, _section in (
    ("contacts", "contacts"),
    ("recipients", "contacts"),
    ("links", "links"),
    ("form", "forms"),
    ("ref", "sources"),
    ("models", "models"),
    ("operators", "operators"),
    ("organisation", "organisations"),
    ("provider", "organisations"),
    ("actor", "organisations"),
    ("asks_for", "facts"),
    ("recurring", "recurring"),
    ("need", "services"),
    ("services", "services"),
):
    _swapped(_key, _section)


@told
def line_gone(world: World) -> Iterator[Mutant]:
    """Any one-line value in block style."""
    for file, path, data in world.maps:
        lines = world.files[file].split("\n")
        for key, mark in data.keys_at.items():
            alone = lines[mark[0]][: mark[1]].strip() == "" and data.values_at[key][2] == mark[0]
            if alone and isinstance(data[key], str) and path and len(data) > 1:
                text = [*lines[: mark[0]], *lines[mark[0] + 1 :]]
                yield Mutant(_joined(world, file, text), (file, mark[0] + 1), f"{path}/{key}")
