"""Every document gives its data or a fault with a place, alone and inside a field of a service."""

from collections import Counter
from datetime import date

import pytest

from generator.checks import report
from generator.diagnostics import Report
from generator.load.document import read_document
from generator.load.fault import DuplicateKeyFault, SyntaxFault
from generator.load.loaded import Loaded
from generator.load.reading import load_bytes
from tests.yaml_suite.cases import Document, documents

DOCUMENTS = tuple(documents())
AS_OF = date(2027, 2, 1)
BEFORE = b"""services:
  a:
    name: A
    summary: B
    obligation: {}
    source: {ref: seed, lines: 1}
"""


def name(document: Document) -> str:
    return document.name


def told(fault: object) -> str:
    assert isinstance(fault, SyntaxFault | DuplicateKeyFault)
    if isinstance(fault, DuplicateKeyFault):
        return f"duplicate-key {fault.again.line}:{fault.again.column}"
    return f"{fault.kind} {fault.span.line}:{fault.span.column}"


def faults(loaded: Loaded) -> list[SyntaxFault | DuplicateKeyFault]:
    return [each for each in loaded.faults if isinstance(each, SyntaxFault | DuplicateKeyFault)]


def is_placed(found: Report) -> bool:
    """Whether each diagnostic has words and points into the file, or right behind it."""
    lines = [len(text.lines) for text in found.texts.values()]
    return all(
        each.message and each.help and 1 <= each.span.line <= max(lines)
        for each in found.diagnostics
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_a_file_is_read_as_it_says_or_refused_at_its_place(document: Document) -> None:
    loaded = load_bytes({"a.yaml": document.raw})
    found = report(loaded, as_of=AS_OF)
    assert is_placed(found)
    if document.is_read:
        assert faults(loaded) == []
        assert read_document(loaded.places.texts["a.yaml"])[0] == document.data
    else:
        assert ", ".join(map(told, faults(loaded))) == document.expected
        said = {each.rule for each in found.diagnostics}
        assert said & {"syntax-error", "duplicate-key"}


def inside() -> list[Document]:
    """Those of one key `a` that a field of a service can have."""
    return [
        each
        for each in DOCUMENTS
        if each.raw.startswith(b"a:") and not each.raw.startswith((b"a:b", b"a:\xc2"))
        if not any(mark in b"\n" + each.raw for mark in (b"\n---", b"\n...", b"\n%"))
    ]


@pytest.mark.parametrize("document", inside(), ids=name)
def test_a_field_is_what_it_says_or_refused_at_its_place(document: Document) -> None:
    lines = document.raw.removeprefix(b"a").splitlines(keepends=True)
    raw = BEFORE + b"    text" + b"".join(b"    " * (n > 0) + line for n, line in enumerate(lines))
    loaded = load_bytes({"a.yaml": raw})
    found = report(loaded, as_of=AS_OF)
    assert is_placed(found)
    only = document.data if document.data and list(document.data) == ["a"] else {}
    wanted = only.get("a", "")
    if wanted is None or (isinstance(wanted, str) and wanted.strip()):
        assert loaded.catalogue.services["a"].text == (wanted and wanted.strip())
    else:
        assert found.errors


def test_every_chapter_of_syntax_has_documents() -> None:
    chapters = Counter(each.name.partition(".")[0] for each in DOCUMENTS)
    assert sorted(chapters) == sorted(("5", "6", "7", "8", "9", "10"))
    assert len({each.name for each in DOCUMENTS}) == len(DOCUMENTS) > 350


def test_nothing_reads_differently_without_being_told() -> None:
    for document in DOCUMENTS:
        if document.result.endswith("although other"):
            found = report(load_bytes({"a.yaml": document.raw}), as_of=AS_OF)
            assert "misleading-character" in {each.rule for each in found.diagnostics}
