"""The schema and `check` say the same of a file, as far as a schema can say anything.

What it cannot say, and `check` alone finds: a step in `after` that is not in the same list; an id
given twice; a required section that no file has; what services need of each other (obtainable,
offered, mandatory); dates and line numbers in the wrong order; a time zone that does not exist; a
text with HTML or a cipher in it; how a scalar was spelt (`True`, `+3`, `0o17`, `Null`) once the
editor's parser has typed it; and an id that the list has not heard of since `startklar schema`.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from generator.load import load, load_texts
from generator.model.outline import DataPath
from generator.source import SourceText
from tests.schema.agreement import (
    as_an_editor_reads,
    refused_by_check,
    refused_by_schema,
    refuses,
    schema_of,
)

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BASE = SourceText("base.yaml", (HERE / "base.yaml").read_text(encoding="utf-8"))
GOOD = sorted((HERE / "good").glob("*.yaml"))
BAD = sorted((HERE / "bad").glob("*.yaml"))


@pytest.fixture(scope="module")
def base_schema() -> Any:
    return schema_of(load_texts([BASE]).catalogue)


def stem(path: Path) -> str:
    return path.stem


def expected(text: str) -> set[DataPath]:
    """The paths that the file says of itself."""
    return {
        tuple(int(step) if step.isdigit() else step for step in path.split("/") if step)
        for path in re.findall(r"^# fel: ?(.*)$", text, re.MULTILINE)
    }


def test_the_base_is_good(base_schema: Any) -> None:
    assert not refuses(load_texts([BASE]))
    assert refused_by_schema(base_schema, as_an_editor_reads(BASE.text)) == (set(), set())


@pytest.mark.parametrize("file", GOOD, ids=stem)
def test_both_accept(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    loaded = load_texts([BASE, SourceText(file.name, text)])
    assert (refused_by_check(loaded), refuses(loaded)) == (set(), False)
    made = schema_of(loaded.catalogue)
    assert refused_by_schema(made, as_an_editor_reads(text))[0] == set()


@pytest.mark.parametrize("file", BAD, ids=stem)
def test_both_refuse_at_the_same_path(file: Path, base_schema: Any) -> None:
    text = file.read_text(encoding="utf-8")
    loaded = load_texts([BASE, SourceText(file.name, text)])
    assert refuses(loaded)
    assert refused_by_check(loaded) == expected(text)
    outer, inner = refused_by_schema(base_schema, as_an_editor_reads(text))
    assert all(path in inner or path in parents(inner) for path in expected(text))
    assert all(_covers(each, expected(text)) for each in outer)


def parents(paths: set[DataPath]) -> set[DataPath]:
    """Of two keys that clash `check` blames the object, a schema one of them."""
    return {path[:-1] for path in paths}


def _covers(fault: DataPath, paths: set[DataPath]) -> bool:
    """Whether a fault of the schema is one of those expected, or the alternatives around one."""
    return fault[:-1] in paths or any(path[: len(fault)] == fault for path in paths)


@pytest.mark.parametrize("file", sorted((ROOT / "data").glob("*.yaml")), ids=stem)
def test_the_real_data_is_good(file: Path) -> None:
    made = schema_of(load(ROOT / "data").catalogue)
    text = file.read_text(encoding="utf-8")
    assert refused_by_schema(made, as_an_editor_reads(text))[0] == set()
