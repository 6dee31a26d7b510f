"""The author's own words in a message: all of a short one, and never more than one line."""

import pytest

from generator.checks.wording import listing, quote, sentence, spot
from generator.model.outline import DataPath

LONGEST = "å" * 60


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("sju\n  net", "`sju net`"),
        (7, "`7`"),
        (LONGEST, f"`{LONGEST}`"),
        (f"{LONGEST}ä", f"`{LONGEST}…`"),
        ("kör `make`", "”kör `make`”"),
    ],
)
def test_a_word_is_quoted_on_one_line(written: object, quoted: str) -> None:
    assert quote(written) == quoted


def test_a_list_is_told_as_a_sentence_does_and_cut_when_it_is_long() -> None:
    words = [f"o{number}" for number in range(13)]
    assert listing([]) == ""
    assert listing(words[:1]) == "`o0`"
    assert listing(words[:3]) == "`o0`, `o1` eller `o2`"
    assert listing(words[:2], " och ") == "`o0` och `o1`"
    most = "`o0`, `o1`, `o2`, `o3`, `o4`, `o5`, `o6`, `o7`, `o8`, `o9`, `o10`"
    assert listing(words[:12]) == f"{most} eller `o11`"
    assert listing(words) == f"{most}, `o11` med flera"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("services", "kiv", "name"), "`name`"),
        (("services", "kiv", "steps", 0), "punkt 1 i `steps`"),
        (("services", "kiv", "steps", 2, "after", 3), "punkt 4 i `after`"),
    ],
)
def test_a_place_is_told_as_a_person_would(path: DataPath, told: str) -> None:
    assert spot(path) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Namnet som läsaren möter.", "namnet som läsaren möter"),
        ("En punkt. Två till. Tre.", "en punkt"),
        ("Skriv `LIX`.", "skriv `LIX`"),
        ("Sluta med X.", "sluta med X"),
        ("", ""),
    ],
)
def test_the_first_sentence_goes_on_after_a_colon(text: str, told: str) -> None:
    assert sentence(text) == told
