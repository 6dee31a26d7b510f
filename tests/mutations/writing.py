"""Slips of the pen that YAML, the loader and the shape of the catalogue do not allow."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.source import PlacedMap
from tests.mutations.mutant import Make, Mutant, reported
from tests.mutations.world import World

_SINGLE: Final = frozenset({"title", "name", "role", "word"})


def _before_values(mark: str) -> Make:
    def make(world: World) -> Iterator[Mutant]:
        for spot in world.spots:
            text = world.text(spot)
            if spot.key in _SINGLE and "\n" not in text:
                yield Mutant(world.with_value(spot, f"{mark}{text}"), (spot.file, spot.line))

    return make


def _named(name: str, rule: str, make: Make) -> None:
    make.__name__ = name
    reported(rule)(make)


_named("anchor", "syntax-error", _before_values("&a "))
_named("tag", "syntax-error", _before_values("!!python/object:os.system "))


def _added(line: str, row: int) -> Make:
    """A line put at the end of every file; `row` is the one of it that is reported, from one."""

    def make(world: World) -> Iterator[Mutant]:
        for name, text in world.files.items():
            if name != "catalogue.yaml" or row:
                yield Mutant({**world.files, name: text + line}, (name, text.count("\n") + row))

    return make


_named("second document", "syntax-error", _added("---\na: b\n", 1))
_named("unknown section", "unknown-field", _added("tjanster:\n  a: {name: A}\n", 1))
_named("conflict left", "syntax-error", _added("<<<<<<< HEAD\n=======\n>>>>>>> main\n", 1))
_named("key that is a list", "syntax-error", _added("? [a]\n: b\n", 1))
_named("NUL", "syntax-error", _added("# \x00\n", 1))


@reported("syntax-error")
def alias(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        if spot.key in _SINGLE and "\n" not in world.text(spot):
            yield Mutant({**world.with_value(spot, "*nagot")}, (spot.file, spot.line))


@reported("syntax-error")
def bytes_that_are_no_utf8(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        if any(letter in spot.value for letter in "åäö") and "\n" not in world.text(spot):
            first, last = world.reach(spot.file, spot.value_at)
            text = world.files[spot.file]
            raw = text[:first].encode() + text[first:last].encode("latin-1", "replace")
            files: dict[str, str | bytes] = {**world.files}
            files[spot.file] = raw + text[last:].encode()
            yield Mutant(files, (spot.file, spot.line))


def _keys(world: World) -> Iterator[tuple[str, PlacedMap, str, int]]:
    """Keys that stand first on their lines, each with its file, its mapping and its line."""
    for file, path, data in world.maps:
        lines = world.loaded.places.texts[file].lines
        for key, mark in data.keys_at.items():
            if path and lines[mark[0]][: mark[1]].strip() == "":
                yield file, data, key, mark[0]


@reported("unknown-field")
def misspelt_key(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        is_field = spot.key_at and "obligation" not in spot.path[-2:]
        if is_field and spot.key_at and len(spot.path) > 2:
            first, last = world.reach(spot.file, spot.key_at)
            written = world.files[spot.file][first:last]
            files = world.with_text(spot.file, (first, last), f"{written}x")
            yield Mutant(files, (spot.file, spot.key_at[0] + 1), written)


def _lines(world: World, file: str) -> list[str]:
    return world.files[file].splitlines(keepends=True)


@reported("duplicate-key")
def key_given_twice(world: World) -> Iterator[Mutant]:
    for file, data, key, row in _keys(world):
        value = data[key]
        lines = _lines(world, file)
        if isinstance(value, str) and data.values_at[key][2] == row:
            text = "".join([*lines[: row + 1], lines[row], *lines[row + 1 :]])
            yield Mutant({**world.files, file: text}, (file, row + 2), key)


@reported("missing-field")
def required_line_gone(world: World) -> Iterator[Mutant]:
    """Entries in block style, reported at their id."""
    for file, path, data in world.maps:
        for key in ("name", "title", "role", "word", "summary"):
            row = data.keys_at[key][0] if key in data else -1
            one = row >= 0 and data.values_at[key][2] == row
            if len(path) == 2 and one and row > _opened(world, file, path):
                lines = _lines(world, file)
                text = "".join(lines[:row] + lines[row + 1 :])
                yield Mutant({**world.files, file: text}, (file, _opened(world, file, path) + 1))


def _opened(world: World, file: str, path: tuple[str | int, ...]) -> int:
    section = world.loaded.places.roots[file][str(path[0])]
    return int(section.keys_at[str(path[1])][0])


@reported("duplicate-id")
def id_in_another_file_too(world: World) -> Iterator[Mutant]:
    for path in _entries(world):
        text = f"{path[0]}:\n  {path[1]}: {{}}\n"
        yield Mutant({**world.files, "zz.yaml": text}, ("zz.yaml", 2), "/".join(path))


def _entries(world: World) -> Iterator[tuple[str, str]]:
    for _, path, _ in world.maps:
        if len(path) == 2 and path[0] != "guide":
            yield str(path[0]), str(path[1])


@reported("duplicate-id")
def former_id_that_is_taken(world: World) -> Iterator[Mutant]:
    by_section: dict[str, list[str]] = {}
    for section, id_ in _entries(world):
        by_section.setdefault(section, []).append(id_)
    for file, path, data in world.maps:
        others = by_section.get(str(path[0]), []) if len(path) == 2 else []
        row = next(iter(data.keys_at.values()))[0] if data else 0
        if len(others) > 1 and "former_ids" not in data and row > _opened(world, file, path):
            other = next(each for each in others if each != path[1])
            lines = _lines(world, file)
            lines.insert(row, f"    former_ids: [{other}]\n")
            yield Mutant({**world.files, file: "".join(lines)}, (file, row + 1), other)


@reported("duplicate-id")
def two_steps_of_one_id(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        at = spot.path[-2] if len(spot.path) > 2 else None
        if spot.key == "id" and isinstance(at, int) and at > 0 and spot.path[-3] == "steps":
            before = (*spot.path[:-2], at - 1, "id")
            for other in (each for each in world.spots if each.path == before):
                yield Mutant(world.with_value(spot, other.value), (spot.file, spot.line))


@reported("syntax-error")
def comment_right_after_a_text(world: World) -> Iterator[Mutant]:
    for spot in world.spots:
        text = world.text(spot)
        at_end = world.loaded.places.texts[spot.file].line(spot.line).endswith(text)
        if at_end and not {*text} & {"'", '"'}:
            yield Mutant(world.with_value(spot, f"'{text}'#1"), (spot.file, spot.line))


@reported("unknown-format")
def later_format(world: World) -> Iterator[Mutant]:
    for file, path, data in world.maps:
        if path == ("guide",):
            row = next(iter(data.keys_at.values()))[0]
            lines = _lines(world, file)
            lines.insert(row, "  format: 2\n")
            yield Mutant({**world.files, file: "".join(lines)}, (file, row + 1))


def _with_text(written: Callable[[str], str], rule: str, name: str) -> None:
    def make(world: World) -> Iterator[Mutant]:
        for spot in world.spots:
            text = world.text(spot)
            is_plain = "\n" not in text and not {"'", '"'} & {*text}
            if spot.key in {"text", "explanation", "note"} and is_plain:
                yield Mutant(world.with_value(spot, written(text)), (spot.file, spot.line))

    _named(name, rule, make)


_LONG: Final = " ".join(["ord"] * 60)
_with_text(lambda text: f"{text} <b>x</b>", "html-in-text", "HTML in a text")
_with_text(lambda text: f"'{text} stizi{{}}xxwz|H%vozmoqwv5{{m'", "obfuscated-text", "cipher")
_with_text(lambda text: f"'{text} [x](javascript:alert)'", "unpublishable-link", "link that runs")
_with_text(lambda text: f"'{text} [x](//a.se)'", "unpublishable-link", "link without a scheme")
_with_text(lambda text: f"'{text} \u2028x'", "misleading-character", "line that some break")
_with_text(lambda text: f"{text}\u200b", "misleading-character", "letter without width")
_with_text(lambda text: f"{text} \u202ex", "misleading-character", "turned direction")
_with_text(lambda text: f"{text} b\u0430nk", "misleading-character", "Cyrillic letter")
_with_text(lambda text: f"{text} Ett {_LONG}.", "long-sentence", "long sentence")
