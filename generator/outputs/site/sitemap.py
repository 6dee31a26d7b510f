"""The list of the guide's addresses for search engines."""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import escape

NAME: Final = "sitemap.xml"
_MOST: Final = 50_000
"""Addresses in one file, by the protocol of sitemaps.org."""
_OPEN: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemaps(site: str, urls: Iterable[str], changed: str) -> dict[str, str]:
    """Of the pages, by their addresses from the root, in a guide that is published at the site.

    Each is said to have changed on the day: every page tells of what has been since. Of more than
    one file holds, `sitemap.xml` lists the files.
    """
    every = sorted(urls)
    if len(every) <= _MOST:
        return {NAME: _listed("urlset", "url", site, every, changed)}
    firsts = range(0, len(every), _MOST)
    files = {
        f"sitemap-{number}.xml": _listed("urlset", "url", site, every[first:][:_MOST], changed)
        for number, first in enumerate(firsts, 1)
    }
    return {NAME: _listed("sitemapindex", "sitemap", site, [*files], changed), **files}


def _listed(whole: str, each: str, site: str, urls: Sequence[str], changed: str) -> str:
    lines = (
        f"<{each}><loc>{escape(site + url)}</loc><lastmod>{changed}</lastmod></{each}>\n"
        for url in urls
    )
    return "".join((_OPEN.format(whole), *lines, f"</{whole}>\n"))
