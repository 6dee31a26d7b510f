"""`/jamfor/`: what is the same in the care models, what is not, and what holds for both."""

import re

from generator.pages.registry import all_pages
from generator.views.differences import differences
from generator.views.obligations import strictest
from tests.pages.rendered import BASE, FREE, markup, read, real, section, slot, small

COMPARED = f"""
links:
  guide: {{title: Lathund för alla, kind: guide, models: [pv], source: seed}}
  page: {{title: Om båda, source: seed}}
recurring:
  fil:
    title: Lämna filen
    text: Varje månad.
    rule: {{kind: last-day}}
    source: seed
    tasks: [{{title: Kontrollera koderna, models: [rehab]}}, {{title: Ladda upp}}]
services:
  net:
    name: Nätet
    obligation: {{pv: mandatory, rehab: optional}}
    recurring: [fil]
    links: [guide, page]
    steps:
      - {{id: a, title: Beställ}}
      - {{id: b, title: Ring rehab, models: [rehab]}}
      - {{id: c, title: Ring båda, models: [pv, rehab]}}
    {FREE.replace(", ", f"{chr(10)}    ")}
  lika: {{name: Lika, obligation: {{pv: optional, rehab: unspecified}}, {FREE}}}
  ena: {{name: Ena, obligation: {{pv: needed-because}}, {FREE}}}
  villkor:
    {{name: Villkor, obligation: {{pv: {{level: conditional, condition: säljer A}},
    rehab: {{level: conditional, condition: köper B}}}}, {FREE}}}
  grund: {{name: Avtal, kind: condition, obligation: {{pv: mandatory, rehab: mandatory}}, {FREE}}}
""".replace("needed-because", "{level: needed, because: Det går inte annars.}")


def test_services_stand_by_who_is_offered_them() -> None:
    body = markup(small(COMPARED), "jamfor")
    assert re.findall(r'<h2 id="([\w-]+)"', body) == [
        "gemensamma",
        "bara-pv",
        "skillnader",
        "flera",
    ]
    shared = section(body, "gemensamma")
    assert "Nätet PV: Obligatorisk Rehab: Valfri Båda: Obligatorisk" in shared
    assert "Lika PV: Valfri Rehab: Inte angivet i källan Båda: Inte angivet i källan" in shared
    assert "Avtal" not in shared, "it is no service"
    only = section(body, "bara-pv")
    assert "Ena PV: Behövs i praktiken Rehab: Nämns inte Båda: Behövs i praktiken" in only


def test_the_union_keeps_every_condition() -> None:
    site = small(COMPARED)
    assert strictest(site.catalogue, site.catalogue.services["villkor"]).condition == (
        "Primärvården: Krävs om ni säljer A. Rehab: Krävs om ni köper B."
    )


def test_what_differs_inside_a_shared_service_stands_beside_each_other() -> None:
    site = small(COMPARED)
    pv, rehab = differences(site.catalogue, site.catalogue.services["net"])
    assert [part.title for part in pv.parts] == ["Lathund för alla"]
    assert [part.title for part in rehab.parts] == ["Ring rehab", "Kontrollera koderna"]
    assert differences(site.catalogue, site.catalogue.services["lika"]) == ()
    text = section(markup(site, "jamfor"), "skillnader")
    assert "Nätet Primärvården Lathund för alla Rehab Steg: Ring rehab Varje månad:" in text


def test_a_unit_with_both_is_told_the_sum_and_led_to_its_plan() -> None:
    body = markup(small(COMPARED), "jamfor")
    text = section(body, "flera")
    assert "Obligatoriska 1 Behövs i praktiken 1 Villkorade 1 Inte angivet i källan 1" in text
    assert "../planera/#m=pv,rehab" in body


def test_one_model_has_nothing_to_be_compared_with() -> None:
    base = BASE.replace("  rehab: {name: Rehab, short_name: Rehab}\n", "")
    assert base != BASE
    site = small(f"services: {{a: {{name: A, obligation: {{pv: mandatory}}, {FREE}}}}}", base)
    assert "jamfor" not in [page.address for page in all_pages(site)]
    assert "jamfor" not in slot(site, "start") + markup(site, "pv")


def test_every_real_service_is_compared_once() -> None:
    text = read(markup(real(), "jamfor").partition('<h2 id="skillnader"')[0])
    names = [s.name for s in real().catalogue.services.values() if s.kind.value == "service"]
    assert all(f" {name} " in text for name in names)
    assert text.count("Båda:") == len(names)
