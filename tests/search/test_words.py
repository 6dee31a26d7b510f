"""One meaning of a word, two implementations: the index's and, in a real browser, the query's."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.outputs.search import words as search_words

ROOT = Path(__file__).parents[2]
READ = """async ([texts, lists]) => {
    const { Words, written } = await import("/theme/modules/search/words.js");
    const words = new Words(lists);
    return texts.map((text) => written(text).map((word) => {
        const { plain, stem, stop } = words.term(word);
        return [word, plain, stem, stop];
    }));
}"""
LISTS = {"endings": search_words.ENDINGS, "stopWords": sorted(search_words.STOP_WORDS)}


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{served}/tests/plan/empty.html")
    yield page
    page.close()


def in_python(text: str) -> list[list[object]]:
    read = [(word, search_words.folded(word)) for word in search_words.written(text)]
    return [
        [word, plain, search_words.stem(plain), search_words.is_stop_word(word)]
        for word, plain in read
    ]


def test_every_word_of_the_catalogue_and_the_pages(page: Page) -> None:
    files = [*(ROOT / "data").glob("*.yaml"), *(ROOT / "content").glob("*.md")]
    texts = [file.read_text(encoding="utf-8") for file in sorted(files)]
    assert page.evaluate(READ, [texts, LISTS]) == [in_python(text) for text in texts]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cn"]))
        | st.from_regex(re.compile("[a-zåäöéÅÄÖ ,-]{3,40}"), fullmatch=True),
        max_size=40,
    )
)
def test_any_text(page: Page, texts: list[str]) -> None:
    assert page.evaluate(READ, [texts, LISTS]) == [in_python(text) for text in texts]
