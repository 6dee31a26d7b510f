"""What people at care units type is answered among the first three results, in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.load import load

ROOT = Path(__file__).parents[2]
ERRANDS = yaml.safe_load((Path(__file__).parent / "errands.yml").read_text(encoding="utf-8"))
SERVICES = load(ROOT / "data").catalogue.services.values()
NAMES = [
    (name, f"tjanster/{service.id}/")
    for service in SERVICES
    for name in (service.name, *service.also_called, *service.formerly)
]
FIRST_THREE = """async (text) => {
    const { results } = await window.find(text);
    const shown = await Promise.all(results.slice(0, 3).map((result) => result.show()));
    return shown.map(({ address }) => address);
}"""
OPEN = """async () => {
    const { skModule, skSearch } = document.querySelector("[data-sk-search]").dataset;
    const module = await import(new URL(skModule, location));
    window.find = await module.open(new URL(skSearch, location), false);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """A page of the built guide with what its search asks, `find`."""
    page = browser.new_page()
    page.goto(f"{site_address}/om/")
    page.evaluate(OPEN)
    yield page
    page.close()


def first_three(page: Page, text: str) -> list[str]:
    found: list[str] = page.evaluate(FIRST_THREE, text)
    return found


def mistyped(name: str, dice: Random) -> str:
    """The name with one slip in one of its letters: left out, doubled, another, or moved on."""
    spots = [i for i in range(len(name) - 1) if name[i : i + 2].isalpha()]
    at = dice.choice(spots)
    a, b = name[at], name[at + 1]
    slip = dice.choice(["", a + a, dice.choice("aeinrst")])
    return name[:at] + (b + a + name[at + 2 :] if dice.random() < 1 / 4 else slip + name[at + 1 :])


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand["search"])
def test_an_errand_is_answered(page: Page, errand: dict[str, list[str]]) -> None:
    found = first_three(page, str(errand["search"]))
    pages = {address.split("#")[0].strip("/") for address in found}
    assert pages & set(errand["answer"]) if errand["answer"] else not pages, found


@pytest.mark.parametrize(("name", "address"), NAMES)
def test_every_name_a_service_has_had_finds_it(page: Page, name: str, address: str) -> None:
    found = first_three(page, name)
    assert address in found, found


@pytest.mark.parametrize(("name", "address"), [n for n in NAMES if len(n[0]) >= 6])
def test_a_slip_of_the_finger_finds_it_still(page: Page, name: str, address: str) -> None:
    dice = Random(name)  # noqa: S311 - the same slips every time
    slips = {mistyped(name, dice) for _ in range(4)} - {"Kontakt"}  # another word, of another page
    missed = {
        slip: found for slip in sorted(slips) if address not in (found := first_three(page, slip))
    }
    assert not missed


def test_without_dots_every_name_finds_its_service(page: Page) -> None:
    plain = str.maketrans("åäöÅÄÖ", "aaoAAO")
    dotted = [(name, address) for name, address in NAMES if name.translate(plain) != name]
    assert dotted
    missed = [name for name, at in dotted if at not in first_three(page, name.translate(plain))]
    assert not missed


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("kiv logga in", "tjanster/kiv/#steg-inloggning"),
        ("npö uppdrag", "tjanster/npo/#steg-uppdrag"),
        ("sjunet", "tjanster/sjunet/"),
        ("hsa-id", "ordlista/#hsa-id"),
        ("vad kostar etjänstekort", "tjanster/etjanstekort/#kostnad"),
        ("när en uppgift saknas", "om/#nar-en-uppgift-saknas"),
        ("boa bankid", "tjanster/boa-registret/#steg-bankid"),
    ],
)
def test_a_result_leads_to_the_section_that_answers(page: Page, text: str, address: str) -> None:
    found = first_three(page, text)
    assert address in found, found


def test_a_word_that_somebody_has_written_is_not_taken_for_another(page: Page) -> None:
    for text in ("hur lång tid", "vem betalar", "avtal", "när kan vi börja", "kort nät"):
        assert page.evaluate("async (text) => (await window.find(text)).meant", text) == [], text


def test_what_is_written_for_editors_does_not_meet_units(page: Page) -> None:
    for text in ("unknown-reference", "redaktör", "YAML", "katalogens format"):
        assert not [a for a in first_three(page, text) if a.startswith("redaktor")], text
