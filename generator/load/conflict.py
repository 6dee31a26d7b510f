"""What a version control tool leaves in a file when two changes of the same lines collide."""

from collections.abc import Iterator
from typing import Final

from generator.load.fault import SyntaxFault, SyntaxKind
from generator.source import SourceText, Span

_BEGIN: Final = "<" * 7
_BETWEEN: Final = frozenset({"=" * 7, "|" * 7})
_END: Final = ">" * 7


def conflicts(source: SourceText) -> Iterator[SyntaxFault]:
    """One fault for each place where nobody has chosen, at its first mark.

    The marks stand first on their lines, where no value of the catalogue can.
    """
    if not any(mark in source.text for mark in (_BEGIN, _END, *_BETWEEN)):
        return
    is_open = False
    for number, line in enumerate(source.lines, start=1):
        mark, space, _ = line.partition(" ")
        if mark not in {_BEGIN, _END, *_BETWEEN} or (mark in {_BEGIN, _END} and not space):
            continue
        if mark == _BEGIN or not is_open:
            span = Span(source.name, number, 1, number, len(line) + 1)
            yield SyntaxFault(SyntaxKind.CONFLICT, span, line)
        is_open = mark != _END
