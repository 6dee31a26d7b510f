"""What pages say to machines is what the catalogue states, and nothing can break out of it."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.outputs.html.json_ld import JsonLd
from generator.pages.registry import all_pages
from generator.views.site import Site
from tests.pages.rendered import BOTH, made_up, real, small

PLAIN = f"""
services:
  kort: {{name: Kortet, also_called: [Brickan], formerly: [Plasten], prerequisites: [], {BOTH}}}
terms:
  hsa: {{word: HSA, explanation: 'En **katalog**.', also_called: [katalogen]}}
"""
HOSTILE = """
services:
  kort:
    name: '</script><script>alert(1)</script> & <!-- "x" \\'
    summary: "En rad.\\u2028</SCRIPT ><img src=x onerror=alert(1)>"
    prerequisites: []
    obligation: {pv: mandatory}
    source: seed
"""


def said(site: Site, address: str) -> dict[str, dict[str, Any]]:
    """The things of a page, by type."""
    pages = tuple(all_pages(site))
    page = next(page for page in pages if page.address == address)
    graph = json.loads(JsonLd(site, pages).of(page))["@graph"]
    return {thing["@type"]: thing for thing in graph}


def at(site: Site, address: str) -> Site:
    guide = site.guide.model_copy(update={"site": address})
    object.__setattr__(site.checked.catalogue, "guide", guide)
    return site


def test_a_service_is_told_with_its_names_provider_and_audience() -> None:
    service = said(small(PLAIN), "tjanster/kort")["Service"]
    assert service["name"] == "Kortet"
    assert service["description"] == "Den behövs."
    assert service["alternateName"] == ["Brickan", "Plasten"]
    assert service["provider"] == {"@type": "Organization", "name": "Regionen"}
    assert [each["audienceType"] for each in service["audience"]] == ["Primärvården", "Rehab"]


def test_what_nobody_knows_is_not_told() -> None:
    service = said(small(HOSTILE), "tjanster/kort")["Service"]
    assert not {"provider", "alternateName", "areaServed"} & service.keys()


def test_a_condition_is_no_service() -> None:
    site = small(f"services:\n  avtal: {{name: Avtal, kind: condition, prerequisites: [], {BOTH}}}")
    assert "Service" not in said(site, "tjanster/avtal")


def test_the_glossary_is_a_set_of_terms() -> None:
    terms = said(small(PLAIN), "ordlista")["DefinedTermSet"]["hasDefinedTerm"]
    assert [(term["name"], term["description"]) for term in terms] == [("HSA", "En katalog.")]
    assert terms[0]["alternateName"] == ["katalogen"]
    assert terms[0]["url"].startswith("./#")


def test_the_way_to_a_page_leads_over_the_pages_above_it() -> None:
    trail = said(small(PLAIN), "tjanster/kort")["BreadcrumbList"]["itemListElement"]
    steps = [(step["position"], step["name"], step["item"]) for step in trail]
    assert steps == [(1, "Startklar", "../../"), (2, "Tjänster A–Ö", "../"), (3, "Kortet", "./")]


def test_addresses_are_whole_where_the_guide_is_published() -> None:
    told = said(at(small(PLAIN), "https://guide.example/start"), "tjanster/kort")
    assert told["Service"]["url"] == "https://guide.example/start/tjanster/kort/"
    assert told["WebPage"]["isPartOf"]["url"] == "https://guide.example/start/"


def test_no_text_ends_the_script_it_stands_in() -> None:
    site = small(HOSTILE)
    pages = tuple(all_pages(site))
    page = next(page for page in pages if page.address == "tjanster/kort")
    text = JsonLd(site, pages).of(page)
    assert not re.search("[<>&\u2028\u2029]", text)
    name = said(site, "tjanster/kort")["Service"]["name"]
    assert name == site.catalogue.services["kort"].name


@pytest.mark.parametrize(
    "site",
    [
        *(real, made_up, lambda: small(PLAIN), lambda: small(HOSTILE)),
        *(
            lambda: at(small(PLAIN), "https://a.se/b&c/"),
            lambda: at(small(HOSTILE), "https://a.se"),
        ),
    ],
)
def test_what_is_put_together_of_pieces_is_what_is_written_whole(
    site: Callable[[], Site],
) -> None:
    told = JsonLd(site(), all_pages(site()))
    for page in all_pages(site()):
        assert told.of(page) == told.slowly(page), page.address
