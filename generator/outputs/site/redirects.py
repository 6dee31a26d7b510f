"""What is still found at an address that has changed: a page that leads on, or the same file.

Nothing lists them: they are neither in the menu nor in the search nor in the sitemap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup

from generator.outputs.html.ways import url
from generator.outputs.site.policy import LEADING_ON, POLICY
from generator.pages.page import Page
from generator.views.former import former_names
from generator.views.site import Site

_OWN_FILES: Final = "assets"
"""The folder of the program's files, whose names are no ids."""

_SCRIPT: Final = Markup(LEADING_ON)  # noqa: S704 - the program's own
_PAGE: Final = Markup("""\
<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title} har flyttat</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="{address}">
<script>{script}</script>
<meta http-equiv="refresh" content="0; url={address}">
<main>
<h1>Sidan har flyttat</h1>
<p>Den finns nu här: <a href="{address}">{title}</a></p>
</main>
</html>
""")
"""Without JavaScript the reader comes to the page, and with it to the place in the page too."""


def redirects(
    site: Site, pages: Iterable[Page], files: Mapping[str, str | bytes]
) -> dict[str, str | bytes]:
    """What stands at each address that a page or file had before something was renamed."""
    names = former_names(site.catalogue)
    if not names:
        return {}
    titles = {page.address: page.title for page in pages}
    found: dict[str, str | bytes] = {}
    for address, title in titles.items():
        for before in _before(address.split("/"), names):
            if before not in titles:
                leads = _PAGE.format(
                    title=title, address=url(before, address), policy=POLICY, script=_SCRIPT
                )
                found[f"{before}/index.html"] = str(leads)
    for name, content in files.items():
        path = PurePosixPath(name)
        if path.parts[0] != _OWN_FILES:
            older = _before(path.with_suffix("").parts, names)
            found |= {f"{before}{path.suffix}": content for before in older}
    return {before: what for before, what in found.items() if before not in files}


def _before(now: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The addresses with former ids in the place of today's, in every combination.

    A file has the ids of its folders in its name too: `rehab/privat/checklista-rehab-privat`.
    """
    if names.keys().isdisjoint(now):
        return
    choices = [(part, *names.get(part, ())) for part in now]
    _, *others = product(*choices)
    for parts in others:
        *folders, name = parts
        for today, before in zip(now, folders, strict=False):
            if today != before:
                name = re.sub(rf"(?<![^-]){re.escape(today)}(?![^-])", before, name)
        yield "/".join((*folders, name))
