"""What the planner's page does with an answer, in Chromium.

Of the real catalogue with a processor four times slower, as a cheap telephone has; of thousands of
services without.
"""

from pathlib import Path
from statistics import median
from typing import Any

from bench import places
from bench.building import built
from bench.progress import say
from tests.browser import chromium
from tests.tools.static_host import serving

_LARGE = 2_500
_SLOWER = {places.REAL: 4, _LARGE: 1}
_ANSWERS = 15
_QUESTION = "m=primarvard&d=privat&start=2028-03-01"
_WAIT = 120_000
_MEASURE = """\
async (days) => {
  const input = document.querySelector('[data-sk-form] [name=start]');
  const found = [];
  for (const day of days) {
    await new Promise((rested) => setTimeout(rested, 200));
    input.value = day;
    // asked for before the page asks, so that what it draws in later frames is not counted
    const drawn = new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const begin = performance.now();
    input.dispatchEvent(new Event('change', {bubbles: true}));
    const handled = performance.now();
    await drawn;
    found.push([handled - begin, performance.now() - begin]);
  }
  return found;
}
"""


def keystrokes(root: Path = places.ROOT) -> dict[str, Any]:
    """Milliseconds for each answer, by catalogue: until its handler is done, until it is drawn."""
    found = {}
    for services in (places.REAL, _LARGE):
        say(f"{services or 'real'}: the planner's answers")
        found[str(services)] = _answers(built(services, root), _SLOWER[services])
    return found


def _answers(site: Path, slower: int) -> dict[str, list[float]]:
    days = [f"2028-03-{day:02}" for day in range(2, 2 + _ANSWERS)]
    with serving(site) as address, chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(_WAIT)
        page.goto(f"{address}/planera/#{_QUESTION}")
        page.locator("[data-sk-planner]").wait_for()
        page.wait_for_load_state("networkidle")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        spent = page.evaluate(_MEASURE, days)
    handled, drawn = zip(*spent, strict=True)
    return {"handled": list(handled), "drawn": list(drawn), "middle": [median(handled)]}
