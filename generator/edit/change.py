from collections.abc import Iterable
from dataclasses import dataclass

from generator.source import SourceText, Span


class RefusedError(Exception):
    """The change cannot be made; the message says in Swedish why, and what to do instead."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a file's text, counted from zero with an exclusive end, and what replaces it."""

    file: str
    start: int
    end: int
    new: str

    @classmethod
    def within(cls, text: SourceText, span: Span, old: str, new: str) -> "Edit":
        """Replaces the word once in what stands at the span, so that quotes around it stay.

        A word that is written with escapes is replaced together with its quotes.
        """
        start = text.offset(span.line, span.column)
        end = text.offset(span.end_line, span.end_column)
        at = text.text.find(old, start, end)
        return cls(text.name, start, end, new) if at < 0 else cls(text.name, at, at + len(old), new)

    @classmethod
    def insertion(cls, text: SourceText, offset: int, new: str) -> "Edit":
        return cls(text.name, offset, offset, new)


def applied(text: SourceText, edits: Iterable[Edit]) -> str:
    """The file's text after the edits that are its own; they do not overlap."""
    pieces, done = [], 0
    for edit in sorted(each for each in edits if each.file == text.name):
        pieces += [text.text[done : edit.start], edit.new]
        done = edit.end
    return "".join((*pieces, text.text[done:]))


def line_break(text: SourceText) -> str:
    """How the file ends its lines."""
    return "\r\n" if "\r\n" in text.text else "\n"
