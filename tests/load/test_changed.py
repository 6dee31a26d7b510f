"""What is read of a change must be known whole, or not at all."""

import pytest

from generator.load import load_texts
from generator.load.changed import changed
from generator.load.loaded import Loaded
from generator.source import SourceText

_BEFORE = "guide:\n  title: Guiden\nservices:\n  nat:\n    name: Nät\n    summary: Ett nät\n"


def _loaded(text: str) -> Loaded:
    return load_texts([SourceText("data.yaml", text)])


@pytest.mark.parametrize("is_given", [True, False])
@pytest.mark.parametrize(
    ("now", "told"),
    [
        (_BEFORE, set()),
        (_BEFORE.replace("Ett nät", "Ett annat nät"), {"@", "@services/nat", "nat/summary"}),
        (_BEFORE.replace("name: Nät", "name: Nätet"), None),
        (_BEFORE.partition("services")[0], None),
        (_BEFORE + "terms: {}\n", None),
        (_BEFORE.replace("nat:", "kort:"), None),
    ],
)
def test_texts_alone_or_nothing(now: str, told: set[str] | None, *, is_given: bool) -> None:
    roots = _loaded(_BEFORE).places.roots if is_given else None
    assert changed({"data.yaml": _BEFORE}, _loaded(now).places, roots) == told
