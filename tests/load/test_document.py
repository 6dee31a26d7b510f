"""A file's text becomes data that remembers its places, or a fault that says where."""

import pytest

from generator.load.document import MAX_DEPTH, read_document
from generator.load.fault import DuplicateKeyFault, SyntaxFault, SyntaxKind
from generator.model.outline import DataPath
from generator.source import PlacedMap, Places, SourceText, Span


def read(text: str) -> tuple[PlacedMap, list[SyntaxFault | DuplicateKeyFault]]:
    return read_document(SourceText("a.yaml", text))


def place(text: str, *path: str | int, key: bool = False) -> tuple[int, int, str]:
    """Line, column and the text there."""
    source = SourceText("a.yaml", text)
    span = Places({"a.yaml": source}, {"a.yaml": read(text)[0]}).span(path, key=key)
    return span.line, span.column, source.line(span.line)[span.column - 1 : span.end_column - 1]


BLOCK = "services:\n  sjunet:\n    name: Sjunet\n    steps:\n      - id: klar\n      - id: slut\n"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (BLOCK, ("services", "sjunet", "name"), (3, 11, "Sjunet")),
        (BLOCK, ("services", "sjunet"), (2, 3, "sjunet")),
        (BLOCK, ("services", "sjunet", "steps"), (4, 5, "steps")),
        (BLOCK, ("services", "sjunet", "steps", 1), (6, 9, "id")),
        (BLOCK, ("services", "sjunet", "steps", 1, "id"), (6, 13, "slut")),
        (BLOCK, ("services", "sjunet", "steps", 7, "id"), (4, 5, "steps")),
        (BLOCK, ("services", "sjunet", "summary"), (2, 3, "sjunet")),
        (BLOCK, ("services", "kiv"), (1, 1, "services")),
        (BLOCK.replace("\n", "\r\n"), ("services", "sjunet", "name"), (3, 11, "Sjunet")),
        (BLOCK.replace("\n", "\r"), ("services", "sjunet", "name"), (3, 11, "Sjunet")),
        ("a: {åäö: 😀x, b: [1, två]}", ("a", "b", 1), (1, 21, "två")),
        ("a: {åäö: 😀x}", ("a", "åäö"), (1, 10, "😀x")),
        ('a: "två ord"', ("a",), (1, 4, '"två ord"')),
        ("a:\n  b:\n  c: 1", ("a", "b"), (2, 3, "b")),
        ("a: [{}]", ("a", 0), (1, 5, "{")),
    ],
)
def test_a_path_leads_to_its_place(
    text: str, path: DataPath, expected: tuple[int, int, str]
) -> None:
    assert place(text, *path) == expected


def test_the_key_can_be_pointed_at() -> None:
    assert place(BLOCK, "services", "sjunet", "name", key=True) == (3, 5, "name")


def test_a_text_of_many_lines_ends_where_it_ends() -> None:
    root, _ = read("a: >\n  ett\n  två\nb: 1\n")
    assert Span.of("a.yaml", root.values_at["a"]) == Span("a.yaml", 1, 4, 4, 1)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert read(f"a: {nothing}\n")[0] == {"a": None}


def test_scalars_are_the_text_that_was_written() -> None:
    text = 'a: no\nb: 12:30\nc: 1_000\nd: 2027-01-01\ne: 0700\nf: "null"\ng: 1e3\n'
    written = {"a": "no", "b": "12:30", "c": "1_000", "d": "2027-01-01"}
    assert read(text)[0] == {**written, "e": "0700", "f": "null", "g": "1e3"}


@pytest.mark.parametrize(
    ("kind", "text", "line", "column"),
    [
        (SyntaxKind.EMPTY, "", 1, 1),
        (SyntaxKind.EMPTY, "# bara en kommentar\n", 1, 1),
        (SyntaxKind.EMPTY, "---\n", 2, 1),
        (SyntaxKind.NOT_A_MAPPING, "bara text\n", 1, 1),
        (SyntaxKind.NOT_A_MAPPING, "# en rad\n- a\n", 2, 1),
        (SyntaxKind.KEY, "a:\n  [b]: c\n", 2, 3),
        (SyntaxKind.KEY, "a: {{ b }: c}\n", 1, 5),
        (SyntaxKind.ANCHOR, "a: &b c\n", 1, 4),
        (SyntaxKind.ALIAS, "a: *b\n", 1, 4),
        (SyntaxKind.TAG, "a: !!int 3\n", 1, 4),
        (SyntaxKind.DOCUMENTS, "a: 1\n---\nb: 2\n", 2, 1),
        (SyntaxKind.YAML, "a: 1\r\nb: @\r\n", 2, 4),
        (SyntaxKind.YAML, "å: 1\nä: \x01\n", 2, 4),
        (SyntaxKind.YAML, "å: 1\rä: \x01\n", 2, 4),
        (SyntaxKind.YAML, "a: \ud800\n", 1, 4),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_its_place(
    kind: SyntaxKind, text: str, line: int, column: int
) -> None:
    _, faults = read(text)
    assert [(f.kind, f.span.line, f.span.column) for f in faults if isinstance(f, SyntaxFault)] == [
        (kind, line, column)
    ]


def kinds(text: str) -> list[SyntaxKind]:
    return [fault.kind for fault in read(text)[1] if isinstance(fault, SyntaxFault)]


def test_depth_has_a_limit() -> None:
    deepest, too_deep = ("a: " + "[" * n + "]" * n for n in (MAX_DEPTH - 1, MAX_DEPTH))
    assert kinds(deepest) == []
    assert kinds(too_deep) == [SyntaxKind.DEPTH]
    assert kinds("a: " + "[" * 100_000) == [SyntaxKind.DEPTH]


def test_a_thousand_laughs_are_none() -> None:
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(50))
    assert read(text)[0]["b1"] == [None, None, None]
    assert set(kinds(text)) == {SyntaxKind.ANCHOR, SyntaxKind.ALIAS}


def test_a_key_written_twice_keeps_its_first_value() -> None:
    root, faults = read("a: 1\nb: 2\na: 3\n")
    assert root == {"a": "1", "b": "2"}
    again, first = Span("a.yaml", 3, 1, 3, 2), Span("a.yaml", 1, 1, 1, 2)
    assert faults == [DuplicateKeyFault("a", again, first)]


def test_a_quote_without_end_knows_where_it_began() -> None:
    _, (fault,) = read('a: 1\nb: "x\nc: 2\n')
    assert isinstance(fault, SyntaxFault)
    assert fault.begun == Span("a.yaml", 2, 4, 2, 5)
