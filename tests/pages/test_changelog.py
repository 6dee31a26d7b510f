"""The page of changes, and none where nothing tells what has been changed."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from generator.outputs.html.rendering import Html
from generator.pages.navigation import menu
from generator.pages.registry import all_pages
from generator.views.changelog import Changelog, Edition, Item, Line
from generator.views.site import Site
from tests.pages.rendered import BOTH, THEME, markup, read, small

WORLD = f"""
services:
  natet: {{name: Nätet, former_ids: [ledningen], {BOTH}}}
  kortet: {{name: Kortet, {BOTH}}}
"""
EVERY = ("pv", "rehab")
SINCE = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
"""The first of February where the guide is read."""


def item(id_: str, *texts: str, models: tuple[str, ...] = EVERY) -> Item:
    lines = tuple(Line(text=text, models=models) for text in texts)
    heading = f"Tjänsten «{id_}»"
    return Item(heading=heading, section="services", id=id_, lines=lines, models=models)


def edition(*items: Item, effects: tuple[Line, ...] | None = (), unread: int = 0) -> Edition:
    made = datetime(2026, 5, 31, 22, 30, tzinfo=UTC)
    return Edition(commit="c" * 40, made=made, items=items, effects=effects, unread=unread)


def told(*editions: Edition, whole: bool = True) -> Site:
    log = Changelog(editions=editions, since=SINCE, whole=whole)
    return replace(small(WORLD), changelog=log)


def body(site: Site, model: str = "") -> str:
    return markup(site, f"andringar/{model}".rstrip("/"))


def test_a_change_is_dated_where_the_guide_is_read_and_leads_to_its_page() -> None:
    found = body(told(edition(item("natet", "kostnad: «a» → «b»"))))
    assert "1 juni 2026: tjänsten «natet»" in read(found)
    assert 'href="../tjanster/natet/"' in found
    assert "kostnad: «a» → «b»" in read(found)
    assert "Ingen dag och inget steg flyttas." in read(found)


def test_what_has_another_id_today_is_found_under_it_and_what_is_gone_is_not_linked() -> None:
    found = body(told(edition(item("ledningen", "a"), item("borta"))))
    assert 'href="../tjanster/natet/"' in found
    assert "<strong>Tjänsten «borta»</strong>" in found


def test_each_model_has_a_page_with_what_concerns_it() -> None:
    site = told(edition(item("natet", "för alla"), item("kortet", "för rehab", models=("rehab",))))
    assert "för rehab" in read(body(site, "rehab"))
    assert "för rehab" not in read(body(site, "pv"))
    assert "för alla" in read(body(site, "pv"))
    assert 'Tjänsten «kortet»</a> <span class="sk-tag">Rehab</span>' in body(site)
    assert "sk-tag" not in body(site, "rehab")


def test_an_edition_that_concerns_the_others_is_not_on_a_models_page() -> None:
    site = told(edition(item("kortet", "x", models=("rehab",))))
    assert "Inget har ändrats sedan 1 februari 2026." in read(body(site, "pv"))


def test_what_it_does_to_who_starts_stands_first() -> None:
    effect = Line(text="Rehab: måste börjas tidigare", details=("start 1 maj",), models=("rehab",))
    site = told(edition(item("natet", "leveranstid"), effects=(effect,)))
    words = read(body(site))
    assert words.index("måste börjas tidigare") < words.index("leveranstid")
    assert "start 1 maj" in words
    assert "måste börjas" not in read(body(site, "pv"))


def test_what_cannot_be_told_is_said() -> None:
    words = read(body(told(edition(item("natet", "x"), effects=None, unread=2))))
    assert "Det går inte att räkna ut för den här ändringen." in words
    assert "inte jämfört: två poster." in words


def test_many_changes_are_counted_by_kind_and_folded_after_the_first_names() -> None:
    many = [item("natet", *(f"rad {number}" for number in range(15))), item("kortet", "x")]
    many += [replace(item(f"f{number}"), section="forms") for number in range(5)]
    found = body(told(edition(*many)))
    words = read(found)
    assert "Två tjänster: Tjänsten «natet» och Tjänsten «kortet»." in words
    assert "Fem blanketter: Tjänsten «f0», Tjänsten «f1», Tjänsten «f2» och 2 till." in words
    assert "Visa vad som har ändrats i två tjänster den 1 juni 2026" in words
    services, forms = re.findall(r"<details.*?</details>", found, re.DOTALL)
    assert "rad 0" in services
    assert "«f4»" in forms
    assert "rad 0" not in re.sub(r"<details.*?</details>", "", found, flags=re.DOTALL)


def test_few_changes_stand_open() -> None:
    assert "<details" not in body(told(edition(item("natet", "a"), item("kortet", "b"))))


def test_hostile_words_are_words() -> None:
    found = body(told(edition(item("natet", "text: «<script>alert(1)</script>»"))))
    assert "<script" not in found


def test_how_far_back_it_goes_is_said() -> None:
    assert "Guiden börjar 1 februari 2026." in read(body(told()))
    assert "Äldre ändringar står inte här." in read(body(told(whole=False)))


def test_without_history_there_is_no_page_and_nothing_leads_to_it() -> None:
    site = small(WORLD)
    assert not [page for page in all_pages(site) if page.address.startswith("andringar")]
    assert "andringar.md" not in str(menu(site))
    assert "andringar.md" in str(menu(told()))
    assert "andringar" not in Html(THEME, site).fill("<!-- startklar:footer -->", "")
