"""What holds for every page of the guide as it is published, whatever made it."""

import re
from collections import Counter
from collections.abc import Callable
from posixpath import normpath

from tests.site.published import Published, Seen

_RUNS = {"", "module", "text/javascript"}


def _of(published: Published, what: Callable[[Seen], object]) -> dict[str, object]:
    return {address: what(page) for address, page in published.own.items()}


def test_every_link_leads_to_a_page_a_file_or_a_place(published: Published) -> None:
    dead = {
        (address, asked)
        for address, page in published.pages.items()
        for asked in page.asks
        if published.dead(address, asked)
    }
    assert not dead


def test_every_page_has_one_heading_and_says_its_language(published: Published) -> None:
    assert set(_of(published, lambda page: len(page.all("h1"))).values()) == {1}
    assert {page.all("html")[0]["lang"] for page in published.pages.values()} == {"sv"}


def test_titles_and_descriptions_are_those_of_one_page(published: Published) -> None:
    titles = Counter(page.texts["title"][0] for page in published.own.values())
    descriptions = Counter(page.meta("description")[0] for page in published.own.values())
    assert [title for title, pages in titles.items() if pages > 1] == []
    assert [description for description, pages in descriptions.items() if pages > 1] == []
    assert "" not in titles.keys() | descriptions.keys()


def test_a_guide_without_an_address_claims_none(published: Published) -> None:
    for address, page in published.own.items():
        assert not page.meta("og:url"), address
        assert not [link for link in page.all("link") if link.get("rel") == "canonical"], address
    assert not (published.folder / "sitemap.xml").exists()


def test_what_pages_say_to_machines_can_be_read(published: Published) -> None:
    for address, page in published.own.items():
        kinds = {thing["@type"] for data in page.linked_data for thing in data["@graph"]}
        assert len(page.linked_data) <= 1, address
        if address not in {"/", "/om/", "/redaktor/", "/tillganglighet/"}:
            assert {"WebPage", "BreadcrumbList"} <= kinds, address
    assert published.pages["/"].linked_data[0]["@graph"][0]["@type"] == "WebSite"


def test_no_script_stands_in_a_page(published: Published) -> None:
    """So that a policy may forbid it: redirects alone have one, for the place on the page."""
    for address, page in published.own.items():
        scripts = zip(page.all("script"), page.texts.get("script", []), strict=True)
        running = [text for script, text in scripts if script.get("type", "") in _RUNS]
        assert not any(text.strip() for text in running), address
        elements = [each for many in page.attributes.values() for each in many]
        assert not [e for e in elements if any(name.startswith("on") for name in e)], address
        assert not [e for e in elements if e.get("href", "").startswith("javascript:")], address


def test_the_page_for_what_is_not_found_leads_on(published: Published) -> None:
    page = published.pages["/404.html"]
    leads = {normpath(link["href"]) for link in page.all("a") if link["href"][0] == "/"}
    assert {"/", "/tjanster", "/ordlista", "/kontakter"} <= leads
    assert all(asked.startswith(("/", "#")) for asked in page.asks)


def test_the_menu_lists_no_service(published: Published) -> None:
    """It is on every page, and there may be thousands."""
    menu = published.pages["/"].menu
    assert "tjanster/" in menu
    assert not [href for href in menu if re.match("tjanster/.", href)]
