"""What a large guide costs its reader: the search's first answer, and the largest pages."""

from pathlib import Path

from playwright.sync_api import Response

from bench import places
from bench.building import built
from bench.one_line import one_line
from bench.progress import say
from bench.site_files import Sizes, largest
from tests.browser import chromium
from tests.tools.static_host import serving

_WAIT = 60_000


def pages(services: int, root: Path = places.ROOT) -> dict[str, Sizes]:
    """The largest pages of the built site, as static hosts send them."""
    say(f"{services} services: sizes of pages")
    return largest(built(services, root), ".html")


def search(services: int, root: Path = places.ROOT) -> dict[str, int]:
    """Bytes over the wire, by kind, from the reader's first key to the first answer on screen."""
    site = built(services, root)
    word = one_line(site.parent).words.partition(" ")[0]
    say(f"{services} services: search for {word}")
    with serving(site) as address, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}/kontakter/")
        page.wait_for_load_state("networkidle")
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - set upon it
        page.keyboard.press("Control+k")
        page.keyboard.type(word)
        page.locator(".sk-search__results li").first.wait_for(timeout=_WAIT)
        asked = list(answers)
        found = {"scripts": 0, "index": 0, "files": len(asked)}
        for answer in asked:
            is_script = answer.url.endswith((".js", ".wasm"))
            found["scripts" if is_script else "index"] += int(answer.headers["content-length"])
        return found
