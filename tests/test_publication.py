"""In which order pages are made, whatever the order in which they are listed."""

from generator.pages.page import Page
from generator.publication import Publication


def page(address: str, about: str | None = None) -> Page:
    return Page(address=address, title="", description="", template="", about=about)


def order(
    stays: tuple[str, ...] = (), printed: tuple[str, ...] = (), by_hand: tuple[str, ...] = ()
) -> list[list[str]]:
    listed = (page("a", "x"), page("b"), page("x"), page("c", "y"), page("d", "x"), page("e", "y"))
    made = Publication(
        pages=listed, document=lambda _: NotImplemented, fill=lambda *_: "", printed=printed
    )
    turns = made._in_turn(stays, dict.fromkeys(by_hand, ""))  # noqa: SLF001 - what is made of it takes a host
    return [[each.address if each else "" for each in some] for some in turns]


def test_pages_about_the_same_follow_each_other_after_those_that_stand_alone() -> None:
    assert order() == [["b", "x", "a", "d", "c", "e", ""]]
    assert order(stays=("d", "b")) == [["x", "a", "c", "e", ""]]


def test_pages_written_by_hand_come_first() -> None:
    assert order(stays=("a", "d", "c", "e"), by_hand=("om/", "/")) == [["om/", "/", "b", "x", ""]]


def test_what_waits_for_prints_comes_last() -> None:
    assert order(printed=("d", "e", "b")) == [["x", "a", "c"], ["", "b", "d", "e"]]
