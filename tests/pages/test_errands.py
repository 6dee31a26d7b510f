"""A new user's errands: answered at most two links from the start page, the menu not counted."""

import re
from itertools import chain

import pytest

from tests.pages.rendered import read, real
from tests.pages.test_links import pages, target

MODELS = sorted(real().catalogue.models)


def links(address: str) -> list[tuple[str, str]]:
    hrefs = re.findall(r'<a [^>]*?href="([^"]*)"', pages()[address])
    return [target(address, href) for href in hrefs if ":" not in href.partition("#")[0]]


def clicks(address: str, anchor: str = "") -> int:
    """How many links lead from the start page to the place: the shortest way in its pages."""
    wanted, seen, reached = (address, anchor), {""}, [""]
    for number in range(1, 4):
        found = list(chain.from_iterable(map(links, reached)))
        if wanted in found or (not anchor and address in [page for page, _ in found]):
            return number
        reached = [page for page, _ in dict.fromkeys(found) if page in pages() and page not in seen]
        seen |= {*reached}
    return 99


def words(address: str, anchor: str) -> str:
    """What stands from an anchor on."""
    return read(pages()[address].partition(f'id="{anchor}"')[2])


@pytest.mark.parametrize("model", MODELS)
def test_what_must_we_have(model: str) -> None:
    assert clicks(model, "tjanster") == 1
    assert "Obligatoriska" in words(model, "tjanster")[:200]


@pytest.mark.parametrize("model", MODELS)
def test_what_do_we_do_first(model: str) -> None:
    assert clicks(model, "vagen") == 1
    assert "Omgång 1: börja genast" in words(model, "vagen")


def test_by_when() -> None:
    assert clicks("planera") == 1
    for model in MODELS:
        assert "dagar före start" in words(model, "vagen")


def test_which_form_goes_to_whom() -> None:
    assert clicks("blanketter") == 1
    text = read(pages()["blanketter"])
    forms = real().catalogue.forms.values()
    on_the_web = text.count("Lämnas på webben")
    assert text.count("Skickas till") == len(forms) - on_the_web
    assert 0 < on_the_web < len(forms)
    assert all(form.title in text for form in forms)


def test_when_is_the_file_handed_in() -> None:
    assert "December 2026: tis 1, ons 2 eller tor 3 december, senast tor 3" in read(pages()[""])
    assert clicks("kalender") == 1


def test_who_supports_a_service() -> None:
    assert clicks("kontakter") == 1
    for service in real().catalogue.services:
        assert clicks(f"tjanster/{service}") <= 2
        assert 'id="hjalp"' in pages()[f"tjanster/{service}"]


def test_what_is_it_called_now() -> None:
    assert clicks("tjanster") == 1
    listed = read(pages()["tjanster"])
    for service in real().catalogue.services.values():
        for name in service.formerly:
            assert f"{name} → heter i guiden {service.name}" in listed
        if service.replaced_by:
            assert f"Ersatt av {service.replaced_by.name}." in listed


def test_what_if_we_have_both() -> None:
    assert clicks("jamfor") == 1


def test_every_page_for_units_is_three_links_away_at_most() -> None:
    far = [a for a in pages() if not a.startswith("redaktor") and a and clicks(a) > 3]
    assert set(far) <= {"om", "tillganglighet"}, "these stand in every page's footer"
