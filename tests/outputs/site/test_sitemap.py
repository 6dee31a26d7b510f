"""Every address stands once, in as many files as search engines ask for."""

import xml.etree.ElementTree as ET

import pytest

from generator.outputs.site import sitemap
from generator.outputs.site.sitemap import sitemaps

SITE = "https://guide.example/"


def locations(text: str) -> tuple[str, list[str]]:
    """What kind of list it is, and its addresses."""
    tree = ET.fromstring(text)  # noqa: S314 - our own
    return tree.tag.partition("}")[2], [
        place.text or "" for place in tree.iter() if "loc" in place.tag
    ]


def test_few_stand_in_one_file() -> None:
    files = sitemaps(SITE, ["b/", "a/?x&y", ""], "2027-01-01")
    assert [*files] == ["sitemap.xml"]
    assert locations(files["sitemap.xml"]) == ("urlset", [SITE, f"{SITE}a/?x&y", f"{SITE}b/"])


@pytest.mark.parametrize(("pages", "expected"), [(3, 0), (4, 2), (6, 2), (7, 3)])
def test_more_than_a_file_holds_are_led_to(
    pages: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "_MOST", 3)
    files = sitemaps(SITE, [f"{number}/" for number in range(pages)], "2027-01-01")
    kind, led = locations(files.pop("sitemap.xml"))
    assert kind == ("sitemapindex" if expected else "urlset")
    if expected:
        assert led == [SITE + name for name in files]
        assert len(files) == expected
        led = [place for text in files.values() for place in locations(text)[1]]
    assert led == [f"{SITE}{number}/" for number in range(pages)]
