"""The search as it is met: by keyboard, with words for what is found, and when nothing is."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Response, Route, expect

MOST_BYTES = 40_000
"""Before the first answer."""


def watched(page: Page) -> list[Response]:
    """The answers that the page gets from now on."""
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    return answers


@pytest.fixture
def asked() -> list[str]:
    """The addresses that the page has asked for."""
    return []


@pytest.fixture
def page(browser: Browser, site_address: str, asked: list[str]) -> Iterator[Page]:
    faults: list[str] = []
    page = browser.new_page(viewport={"width": 1024, "height": 800})

    def watch(request: Request) -> None:
        asked.append(request.url)

    page.on("request", watch)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{site_address}/tjanster/kiv/")
    yield page
    page.close()
    assert not faults


def status(page: Page) -> str:
    return page.locator("dialog [role=status]").inner_text()


def search(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(text)
    expect(page.locator("dialog [role=status]")).to_contain_text(f"«{text}»")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent || document.activeElement.id"))


def test_nothing_is_loaded_before_the_reader_turns_to_it_and_nothing_stored(
    page: Page, asked: list[str], site_address: str
) -> None:
    assert not [url for url in asked if "/search" in url or "/modules." in url]
    search(page, "sjunet")
    assert [url for url in asked if "/search/index.json" in url]
    assert all(url.startswith(site_address) for url in asked)
    assert (
        page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    )


def test_by_keyboard_from_the_first_key_to_the_page(page: Page) -> None:
    page.get_by_role("button", name="Sök i guiden").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox", name="Sök i guiden")).to_be_focused()
    page.keyboard.type("hjälpmedel")
    expect(page.locator("dialog li")).not_to_have_count(0)
    page.keyboard.press("ArrowDown")
    assert focused(page) == "webSESAM"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#sok")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tjanster/websesam/")


def test_enter_goes_to_the_first_result_even_before_it_is_shown(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("munin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tjanster/munin/")


def test_escape_closes_and_the_focus_is_back(page: Page) -> None:
    button = page.get_by_role("button", name="Sök i guiden")
    button.click()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()
    expect(button).to_be_focused()


def test_how_many_are_found_is_announced(page: Page) -> None:
    search(page, "hårda certifikat")
    number = re.match(r"(\d+) träff", status(page))
    assert number
    assert page.locator("dialog li").count() == int(number[1])


def test_each_result_says_what_it_is_and_why(page: Page) -> None:
    search(page, "reservkort")
    words = [line for item in page.locator("dialog li").all() for line in [item.inner_text()]]
    assert any(text.splitlines()[0] == "Reservkort" and "\nOrd\n" in text for text in words), words
    assert "reservkort" in [mark.lower() for mark in page.locator("mark").all_inner_texts()]


def test_a_place_on_the_page_itself_is_gone_to(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/ordlista/")
    search(page, "reservkort")
    page.get_by_role("link", name="Reservkort", exact=True).last.click()
    expect(page.locator("dialog")).not_to_be_visible()
    assert page.url.endswith("/ordlista/#reservkort")


def test_more_than_fit_are_shown_when_asked_for(page: Page) -> None:
    search(page, "blanketter")
    first = page.locator("dialog li").count()
    page.get_by_role("button", name="Visa fler").click()
    expect(page.locator("dialog li").nth(first).get_by_role("link")).to_be_focused()


def test_nothing_found_says_so_and_where_to_look(page: Page) -> None:
    search(page, "xqzvå")
    assert status(page) == "Inga träffar på «xqzvå». Prova ett annat ord, eller ett kortare."
    assert page.locator("dialog li").count() == 0
    page.get_by_role("link", name="tjänsterna från A till Ö").click()
    page.wait_for_url("**/tjanster/")


def test_a_guessed_word_is_told(page: Page) -> None:
    search(page, "sjunte")
    assert "Det här är träffar på «sjunet»." in status(page)


def test_a_word_that_the_guide_does_not_have_is_told(page: Page) -> None:
    search(page, "beställa sjunte sms")
    assert "Det här är träffar på «beställa sjunet»." in status(page)
    assert "Guiden har inget om «sms»." in status(page)
    assert page.locator("dialog li").count() > 0


def test_a_result_within_a_page_says_where(page: Page) -> None:
    search(page, "vad kostar etjänstekort")
    first = page.locator("dialog li").first
    assert "Tjänst: Kostnad och betalning" in first.inner_text().splitlines()
    first.get_by_role("link").click()
    page.wait_for_url("**/tjanster/etjanstekort/#kostnad")


def test_what_is_typed_is_shown_as_text(page: Page) -> None:
    search(page, "<img src=x onerror=alert(1)>")
    assert page.locator("dialog img").count() == 0


def test_where_text_is_typed_a_slash_is_a_slash(page: Page) -> None:
    search(page, "sjunet")
    page.keyboard.type("/")
    expect(page.locator("#sok")).to_have_value("sjunet/")


def test_when_it_cannot_be_loaded_that_is_said(page: Page) -> None:
    page.route("**/assets/search/**", lambda route: route.abort())
    page.keyboard.press("Control+k")
    page.keyboard.type("sjunet")
    expect(page.locator("dialog [role=status]")).to_contain_text("gick inte att ladda")
    expect(page.get_by_role("link", name="tjänsterna från A till Ö")).to_be_visible()


def test_a_piece_that_does_not_come_is_asked_for_again(page: Page) -> None:
    page.route("**/assets/search/w*", lambda route: route.abort())
    page.keyboard.press("Control+k")
    page.keyboard.type("sjunet")
    expect(page.locator("dialog [role=status]")).to_contain_text("gick inte att ladda")
    page.unroute("**/assets/search/w*")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tjanster/sjunet/")


def test_it_needs_no_exception_from_a_strict_policy(browser: Browser, site_address: str) -> None:
    page = browser.new_page()
    policy = (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src *"
    )

    def strictly(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route("**/tjanster/kiv/", strictly)
    page.goto(f"{site_address}/tjanster/kiv/")
    search(page, "sjunet")
    assert page.locator("dialog li").count() > 0
    page.close()


def test_a_first_answer_moves_few_bytes(browser: Browser, site_address: str) -> None:
    """Compressed, with the script, whatever is asked for first."""
    for text in ("sjunet", "hur lång tid tar det att få kort", "artorsregistret", "b"):
        page = browser.new_page()
        page.goto(f"{site_address}/tjanster/kiv/")
        answers = watched(page)
        page.keyboard.press("Control+k")
        page.locator("#sok").fill(text)
        expect(page.locator("dialog [role=status]")).to_contain_text(f"«{text}»")
        sizes = [len(gzip.compress(answer.body(), 6)) for answer in answers]
        assert 0 < sum(sizes) <= MOST_BYTES, (text, sizes)
        page.close()


def test_a_guide_read_from_a_disk_says_why_it_cannot_search(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "tjanster" / "kiv" / "index.html").as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("sjunet")
    expect(page.locator("dialog [role=status]")).to_contain_text("ligger på en webbplats")
    page.close()


def test_without_javascript_there_is_the_list(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/tjanster/kiv/")
    expect(page.get_by_role("button", name="Sök i guiden")).not_to_be_visible()
    page.get_by_role("link", name="Leta från A till Ö").click()
    page.wait_for_url("**/tjanster/")
    context.close()
