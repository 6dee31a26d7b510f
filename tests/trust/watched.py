"""A page in a real browser, and all that must not happen on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from tests.trust.hostile import TOLD

_REPORTS = """
addEventListener("securitypolicyviolation", (event) => {
  watched(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""


@dataclass
class Watched:
    page: Page
    faults: list[str] = field(default_factory=list)

    def visit(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer is not None
        self.page.wait_for_load_state("networkidle")


@contextmanager
def watched(browser: Browser, home: str, *, lawless: bool = False) -> Iterator[Watched]:
    """What runs, asks elsewhere, or breaks the policy of the page is told as a fault.

    The browser heeds no policy if it is to be lawless.
    """
    context = browser.new_context(locale="sv-SE", bypass_csp=lawless)
    context.set_default_timeout(30_000)
    page = context.new_page()
    seen = Watched(page)

    def tell(what: str) -> None:
        seen.faults.append(f"{page.url.removeprefix(home)}: {what}")

    def asked(request: Request) -> None:
        if not request.url.startswith((home, "data:", "blob:")):
            tell(f"asks {request.url}")

    def logged(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            tell(f"console: {message.text}")

    def opened(dialog: Dialog) -> None:
        tell(f"dialog: {dialog.message}")
        dialog.dismiss()

    context.expose_function(TOLD, lambda *what: tell(f"ran {what}"))
    context.expose_function("watched", tell)
    context.add_init_script(_REPORTS)
    page.on("request", asked)
    page.on("console", logged)
    page.on("dialog", opened)
    page.on("pageerror", lambda error: tell(f"error: {error}"))
    yield seen
    context.close()
