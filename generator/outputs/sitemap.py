"""The list of the guide's addresses for search engines."""

from collections.abc import Iterable
from typing import Final

from markupsafe import escape

_BEGIN: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap(site: str, urls: Iterable[str], changed: str) -> str:
    """Of the pages, by their addresses from the root, in a guide that is published at the site.

    Each is said to have changed on the day: every page tells of what has been since.
    """
    lines = (
        f"<url><loc>{escape(site + url)}</loc><lastmod>{changed}</lastmod></url>\n"
        for url in sorted(urls)
    )
    return "".join((_BEGIN, *lines, "</urlset>\n"))
