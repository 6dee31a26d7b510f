"""The same records give the same bytes, and only what a browser asks for is published."""

import time
from random import Random

import pytest

from generator.outputs import search_index as module
from generator.outputs.search_index import SearchIndexError, search_index
from generator.outputs.search_records import Kind, Record

RECORDS = [
    Record(
        address=f"tjanster/nr-{n}/",
        kind=Kind.SERVICE,
        title=f"Tjänst <{n}> & co",
        names=(f"Fårö-{n}",),
        body=f"<p>Ord nummer {n}, åäö.</p>",
    )
    for n in range(40)
]
RECORDS += [
    Record(address="ordlista/#hsa", kind=Kind.TERM, title="HSA", body="<p>En katalog.</p>"),
    Record(address="redaktor/", kind=Kind.EDITOR, title="Handbok", body="<p>Så gör ni.</p>"),
]


def test_the_same_bytes_whatever_the_order_and_the_moment() -> None:
    shuffled = Random(1).sample(RECORDS, len(RECORDS))  # noqa: S311 - repeatable on purpose
    first = search_index(RECORDS)
    time.sleep(1.1)  # past the next whole second, if any file held the time
    assert [search_index(shuffled) for _ in range(4)] == [first] * 4


def test_other_words_have_another_folder() -> None:
    assert search_index(RECORDS[:3]).folder != search_index(RECORDS[:4]).folder


def test_no_user_interface_of_others_is_published() -> None:
    names = [name.rpartition("/")[2] for name in search_index(RECORDS).files]
    assert not [name for name in names if "ui" in name or "unknown" in name or "worker" in name]
    assert "pagefind.js" in names


def test_nothing_to_find_is_no_fault() -> None:
    assert search_index([]).files


def test_a_program_that_is_not_there_is_a_fault_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "get_executable", lambda: "/ingenstans/pagefind")
    with pytest.raises(SearchIndexError, match="går inte att starta"):
        search_index(RECORDS)
