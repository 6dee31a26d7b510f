"""What a fuzzer begins with: small whole catalogues, and the words that they are written with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

from pydantic import BaseModel

from generator.checks import RULES
from generator.data_files import is_data
from generator.load.entries import parts_in
from generator.model.catalogue import SECTIONS
from generator.model.guide import Guide
from tests.rule_page import examples

BETWEEN: Final = b"\x00\n"
"""Parts the files of one input: no YAML file holds it."""
SCHEMA: Final = Path(__file__).parents[1] / "schema"
_SPELLINGS: Final = (
    *("14d", "5wd", "none", "unknown", "true", "ja", "2027-06-01", "06-01", "02-29", "16-51"),
    *("https://a.se", "mailto:a@b.se", "a/b", "[]", "{}", "- ", ": ", ">-\n", "|\n", "*a", "&a "),
    *("!!x ", "---\n", "<<: ", '"\\u0000"', "\ufeff", "\u202e", "\u0085", "\u2028", "~", "# "),
)


def seeds() -> Iterator[bytes]:
    """The rules' own examples, good and bad, and the schema's, each as one input."""
    for rule in RULES:
        for example in examples(rule.text).values():
            yield BETWEEN.join(text.text.encode() for text in example.whole)
    base = (SCHEMA / "base.yaml").read_bytes()
    for file in sorted(SCHEMA.glob("*/*")):
        if is_data(file):
            yield base + BETWEEN + file.read_bytes()


def files(written: bytes) -> dict[str, bytes]:
    """An input as the files of a catalogue."""
    return {f"{at}.yaml": text for at, text in enumerate(written.split(BETWEEN))}


def words() -> list[str]:
    """Sections, keys, the values of enumerations, and how scalars are spelt."""
    parts: list[type[BaseModel]] = [Guide, *SECTIONS.values()]
    found = dict.fromkeys([*SECTIONS, *_SPELLINGS])
    for part in parts:
        for name, field in part.model_fields.items():
            found[field.alias or name] = None
            inner = [each for each in parts_in(field.annotation) if each not in parts]
            parts += dict.fromkeys(inner)
            found |= dict.fromkeys(_values(field.annotation))
    return list(found)


def _values(annotation: object) -> Iterator[str]:
    """The values of the enumerations in it."""
    for value in getattr(annotation, "__members__", {}).values():
        yield str(value.value)
    for inner in get_args(annotation):
        yield from _values(inner)
