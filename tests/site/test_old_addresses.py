"""Whoever kept an address of an older guide, on paper or in a bookmark, comes to its place."""

from pathlib import Path
from urllib.parse import urljoin

from tests.site.published import Published

STORED = (Path(__file__).parent / "old_addresses.txt").read_text(encoding="utf-8").splitlines()
HOST = "https://guide.example"


def old() -> list[tuple[str, list[str]]]:
    """Each address and the places in it, counted from the root."""
    lines = [line.split() for line in STORED if not line.startswith("#")]
    return [(line[0], line[1:]) for line in lines]


def reached(published: Published, address: str) -> str:
    """Where the address leads, as a browser without JavaScript goes."""
    page = published.pages.get(address)
    leads = [
        each["content"].partition("url=")[2]
        for each in (page.all("meta") if page else [])
        if each.get("http-equiv") == "refresh"
    ]
    to = urljoin(HOST + address, leads[0]).removeprefix(HOST) if leads else address
    return reached(published, to) if to != address else address


def test_every_old_address_leads_to_its_page_and_its_place(published: Published) -> None:
    lost = []
    for address, places in old():
        now = reached(published, address)
        if not address.endswith("/"):
            lost += [] if (published.folder / address[1:]).is_file() else [address]
        elif now not in published.pages:
            lost.append(address)
        else:
            anchors = published.pages[now].anchors
            lost += [f"{address}#{place}" for place in places if place not in anchors | gone(place)]
    assert lost == [], "give what was renamed `former_ids`, or mark what is gone in the list"


def gone(place: str) -> set[str]:
    return {place} if place.startswith("!") else set()


def test_the_list_has_pages_papers_and_calendars() -> None:
    addresses = [address for address, _ in old()]
    assert len(addresses) > 150
    assert {address.rpartition(".")[2] for address in addresses if "." in address} >= {"pdf", "ics"}
    assert sum(len(places) for _, places in old()) > 800


def test_what_is_marked_as_gone_is_gone(published: Published) -> None:
    for address, places in old():
        anchors = published.pages[reached(published, address)].anchors if places else set()
        assert not anchors & {place[1:] for place in places if place.startswith("!")}
