"""The planner's link comes from anybody: no error, no script, and no plan of something else."""

from collections.abc import Callable
from random import Random
from urllib.parse import quote

import pytest

from tests.planner.conftest import Reader

GOOD = "m=rehab&d=private&start=2027-03-01"
KEYS = ("m", "d", "start", "idag", "med", "val", "klart", "p", "v", "f", "__proto__", "x", "")
VALUES = (
    *("rehab", "pv,rehab", "private", "2027-03-01", "2027-02-30", "9999-99-99", "-1", "0001-01-01"),
    *("register", "nat/anslutning:egen", "nat/anslutning:__proto__", "constructor:toString", ":"),
    *("nat/extern/bestall", "__proto__", "hasOwnProperty", "a" * 5_000, ",".join("abc" * 400)),
    *("<script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>", "javascript:1"),
    *("nat.k8xn~tillgang", "..~~", "\u202e", "\x00", "=&#", "%", "%ff", "\ud7ff", "null"),
)
ROUNDS = 40
"""Links in one go; each is drawn whole before the next."""


def _parts(dice: Random) -> str:
    parts = [f"{dice.choice(KEYS)}={quote(dice.choice(VALUES))}" for _ in range(dice.randrange(9))]
    return "&".join(dice.sample([GOOD, *parts], len(parts) + 1))


def _noise(dice: Random) -> str:
    return "m=" + "".join(f"%{dice.randrange(256):02x}" for _ in range(dice.randrange(1, 300)))


def _cut(dice: Random) -> str:
    link = f"{GOOD}&med=register&val=nat/anslutning:egen&klart=nat/extern/bestall"
    at = dice.randrange(len(link))
    return link[:at] + dice.choice("&=%<,:/~") * dice.randrange(4) + link[at + dice.randrange(9) :]


def _bare(dice: Random) -> str:
    return "".join(chr(dice.randrange(33, 1_000)) for _ in range(dice.randrange(60))) + "="


@pytest.mark.parametrize("made", [_parts, _noise, _cut, _bare])
def test_any_link_is_read_without_an_error(reader: Reader, made: Callable[[Random], str]) -> None:
    page = reader.open()
    dice = Random(made.__name__)  # noqa: S311 - the same links every time
    for _ in range(ROUNDS):
        link = made(dice)
        page.evaluate("link => { location.hash = link }", link)
        page.evaluate("() => new Promise((done) => setTimeout(done, 20))")
        reader.settled()
        assert page.evaluate("window.hacked") is None, link
        assert page.locator("[data-sk-planner] :is(script, img)").count() == 0, link
        shown = page.locator("[data-sk-planner]").inner_text()
        assert not any(word in shown for word in ("undefined", "NaN", "[object")), link


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("m=pv", "Länken säger samma sak två gånger. Det första gäller: m"),
        ("start=2027-12-01", "Det första gäller: start"),
        ("med=finns-inte", "en tjänst som inte finns längre: finns-inte"),
        ("val=nat/anslutning:finns-inte", "ett alternativ som inte finns längre"),
        ("klart=nat/finns-inte", "ett klart steg som inte finns längre"),
        ("toString=1", "inte känner till: toString"),
    ],
)
def test_what_is_left_out_of_a_plan_is_told(reader: Reader, more: str, told: str) -> None:
    page = reader.open(f"{GOOD}&{more}")
    assert told in page.locator("[data-sk-remarks]").inner_text()
    assert "måndag 1 mars 2027" in reader.verdict()
    assert reader.fragment()["m"] == "rehab"


def test_a_huge_link_is_read(reader: Reader) -> None:
    page = reader.open(f"{GOOD}&med={','.join(map(str, range(50_000)))}")
    assert "Och" in page.locator("[data-sk-remarks]").inner_text()
    assert "Ja, ni hinner" in reader.verdict()
