"""The feeds of changes, read back by a feed reader that is not ours."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from generator.outputs.site.changelog_atom import changes_feeds
from generator.pages.registry import all_pages
from generator.views.changelog import Edition
from generator.views.site import Site
from tests.pages.test_changelog import SINCE, edition, item, told

ATOM = "{http://www.w3.org/2005/Atom}"


def feeds(site: Site) -> dict[str, bytes]:
    found = changes_feeds(site, all_pages(site))
    return {name: feed for name, feed in found.items() if isinstance(feed, bytes)}


def published(site: Site, address: str) -> Site:
    guide = site.guide.model_copy(update={"site": address})
    catalogue = replace(site.catalogue, guide=guide)
    return replace(site, checked=replace(site.checked, catalogue=catalogue))


def parsed(feed: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(feed)
    assert not found.bozo, found.get("bozo_exception")
    return found


def two() -> tuple[Edition, Edition]:
    later = edition(item("natet", "kostnad: «a» → «b»"), item("kortet", "x", models=("rehab",)))
    made = datetime(2026, 3, 1, 12, 0, 5, tzinfo=UTC)
    earlier = Edition(commit="d" * 40, made=made, items=(item("natet", "namn"),), effects=())
    return later, earlier


def test_a_reader_finds_each_edition_latest_first() -> None:
    found = parsed(feeds(told(*two()))["andringar.xml"])
    assert found.version == "atom10"
    assert [entry.updated for entry in found.entries] == [
        "2026-05-31T22:30:00Z",
        "2026-03-01T12:00:05Z",
    ]
    assert found.feed.updated == "2026-05-31T22:30:00Z"
    assert found.feed.author == "Regionen"
    assert found.entries[0].title == "Tjänsten «natet» och tjänsten «kortet»"
    assert "kostnad: «a» → «b»" in found.entries[0].content[0].value


def test_each_model_has_its_own() -> None:
    found = feeds(told(*two()))
    assert set(found) == {"andringar.xml", "andringar/pv.xml", "andringar/rehab.xml"}
    assert "kortet" not in found["andringar/pv.xml"].decode()
    assert "kortet" in found["andringar/rehab.xml"].decode()


@pytest.mark.parametrize("site", ["https://guide.example.se/a", "https://guide.example.se/a/"])
def test_addresses_are_whole_where_the_guide_says_where_it_is(site: str) -> None:
    found = parsed(feeds(published(told(*two()), site))["andringar/pv.xml"])
    assert found.feed.link == "https://guide.example.se/a/andringar/pv/"
    assert found.entries[0].link.startswith("https://guide.example.se/a/andringar/pv/#andring-ccc")
    assert 'href="https://guide.example.se/a/tjanster/natet/"' in found.entries[0].content[0].value


def test_addresses_are_else_counted_from_the_feed() -> None:
    written = feeds(told(*two()))
    assert 'href="andringar/"' in written["andringar.xml"].decode()
    assert 'href="andringar.xml"' in written["andringar.xml"].decode()
    assert 'href="pv.xml"' in written["andringar/pv.xml"].decode()
    assert "../tjanster/natet/" in written["andringar/pv.xml"].decode()


def test_ids_are_many_and_the_same_wherever_it_is_published() -> None:
    here, there = feeds(told(*two())), feeds(published(told(*two()), "https://a.example.se"))
    ids = [re.findall(r"<id>(.*?)</id>", feed.decode()) for feed in here.values()]
    every = [id_ for many in ids for id_ in many]
    assert len(set(every)) == len(every) == 9
    assert [re.findall(r"<id>(.*?)</id>", feed.decode()) for feed in there.values()] == ids
    assert all(id_.startswith("urn:uuid:") for id_ in every)


def test_it_has_what_the_standard_asks_for() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: one of each, in the feed and in each entry."""
    root = ET.fromstring(feeds(told(*two()))["andringar.xml"])  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    for part in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        relations = [link.get("rel") for link in part.findall(f"{ATOM}link")]
        assert relations.count("alternate") == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None


def test_nothing_to_tell_is_a_feed_too() -> None:
    found = parsed(feeds(told())["andringar.xml"])
    assert found.feed.updated == SINCE.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert not found.entries


def test_hostile_words_are_words() -> None:
    text = "«<script>alert(1)</script>\x00]]>&amp;»"
    found = parsed(feeds(told(edition(item("natet", text))))["andringar.xml"])
    assert "<script" not in found.entries[0].content[0].value


def test_the_same_history_gives_the_same_bytes() -> None:
    assert feeds(told(*two())) == feeds(told(*two()))


def test_without_history_there_is_no_feed() -> None:
    assert feeds(replace(told(*two()), changelog=None)) == {}
