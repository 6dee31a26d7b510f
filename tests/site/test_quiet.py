"""Every page, loaded with the network watched: nothing foreign is asked for, nothing is stored."""

from playwright.sync_api import Browser, Request

from tests.site.published import Published

_STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
_NOTHING = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}


def test_no_page_asks_another_origin_stores_anything_or_fails(
    published: Published, site_address: str, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[Request] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright's need
    page.on("response", lambda r: faults.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    for address in published.own:
        page.goto(site_address + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(_STORED) == _NOTHING, address
    assert context.cookies() == []
    foreign = {r.url for r in asked if not r.url.startswith((site_address, "data:", "blob:"))}
    assert foreign == set()
    assert faults == []
    context.close()
