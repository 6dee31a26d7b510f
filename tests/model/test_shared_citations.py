"""What cites the same lines has one citation for all; nothing that is wrong is taken for it."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.entry import Citation, SourceRef

CITED: TypeAdapter[Citation] = TypeAdapter(SourceRef)


def test_the_same_lines_are_one_citation_however_they_are_written() -> None:
    bare = CITED.validate_python("seed")
    assert bare == Citation(ref="seed")
    assert CITED.validate_python({"ref": "seed"}) is bare
    lines = CITED.validate_python({"ref": "seed", "lines": "16-51"})
    assert lines == Citation(ref="seed", lines="16-51")
    assert CITED.validate_python({"lines": "16-51", "ref": "seed"}) is lines


@pytest.mark.parametrize(
    "wrong",
    [
        {"ref": "seed", "line": "16-51"},
        {"ref": "seed", "lines": "16-51", "page": "3"},
        {"ref": "seed", "lines": ""},
        {"ref": "seed", "lines": "sextio"},
        {"ref": "Seed"},
        {"ref": ["seed"]},
        {"lines": "16-51"},
        {},
        "Seed",
        ["seed"],
    ],
)
def test_what_is_wrong_is_told_each_time_beside_what_is_known(wrong: object) -> None:
    CITED.validate_python("seed")
    CITED.validate_python({"ref": "seed", "lines": "16-51"})
    for _ in range(2):
        with pytest.raises(ValidationError):
            CITED.validate_python(wrong)


def test_a_copy_with_other_lines_leaves_the_shared_one_as_it_is() -> None:
    shared = CITED.validate_python({"ref": "seed", "lines": "16-51"})
    assert shared.model_copy(update={"lines": None}) == Citation(ref="seed")
    assert shared.lines == "16-51"
