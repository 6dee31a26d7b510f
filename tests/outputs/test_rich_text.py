"""An author's text as a tree."""

from generator.outputs.rich_text import tree


def test_paragraphs_lists_and_what_stands_out() -> None:
    assert tree("Ring *oss* **nu**.\n\n1. `a`\n2. b") == [
        {"is": "p", "in": ["Ring ", {"is": "em", "in": ["oss"]}, " ",
                           {"is": "strong", "in": ["nu"]}, "."]},
        {"is": "ol", "in": [{"is": "li", "in": [{"is": "code", "in": ["a"]}]},
                            {"is": "li", "in": ["b"]}]},
    ]  # fmt: skip


def test_a_link_says_where_it_leads() -> None:
    assert tree("Se [sidan](https://example.org/?a=1&b=2).")[0]["in"][1] == {  # type: ignore[index]
        "is": "a",
        "in": ["sidan"],
        "to": "https://example.org/?a=1&b=2",
    }


def test_a_line_break_holds_nothing() -> None:
    assert tree("a  \nb") == [{"is": "p", "in": ["a", {"is": "br", "in": []}, " b"]}]


def test_what_looks_like_markup_of_another_kind_is_text() -> None:
    hostile = 'x #import "x" $a$ @b ]] <b>c</b> &lt;'
    assert tree(hostile) == [{"is": "p", "in": ['x #import "x" $a$ @b ]] c <']}]
