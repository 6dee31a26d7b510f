import re
from dataclasses import dataclass
from functools import cached_property

from generator.load.fault import SyntaxFault
from generator.source import SourceText, Span

_COMMENT = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True)
class Around:
    """What stands around the place where libyaml gave up."""

    fault: SyntaxFault
    text: SourceText

    @cached_property
    def line(self) -> str:
        return self.text.line(self.fault.span.line)

    @cached_property
    def above(self) -> Span:
        """The nearest line above that is neither empty nor a comment."""
        number = self.fault.span.line - 1
        while number > 1 and not self.written(self._whole(number)):
            number -= 1
        return self._whole(number)

    @property
    def before(self) -> str:
        return self.line[: self.fault.span.column - 1]

    @property
    def at(self) -> str:
        return self.line[self.fault.span.column - 1 : self.fault.span.column]

    @property
    def begun(self) -> Span:
        return self.fault.begun or self.fault.span

    @property
    def begun_line(self) -> Span:
        return self._whole(self.begun.line)

    @property
    def after_begun(self) -> str:
        """What stands on the line after the sign that begins it."""
        return self.text.line(self.begun.line)[self.begun.column :]

    @property
    def lacks_colon_above(self) -> bool:
        """Whether the line above is a sibling of this one that has come to nothing but a word."""
        above = self.above
        if ":" in self.written(above) or self.written(above)[:1] in {"-", ""}:
            return False
        parent = self._whole(self._parent(above))
        is_sibling = above.column == self._whole(self.fault.span.line).column
        return is_sibling and (parent.line == above.line or self.written(parent).endswith(":"))

    def _parent(self, span: Span) -> int:
        """The number of the nearest line above that is indented less; at the top its own."""
        numbers = range(span.line - 1, 0, -1)
        lines = ((number, self._whole(number)) for number in numbers)
        return next(
            (n for n, at in lines if self.written(at) and at.column < span.column), span.line
        )

    def written(self, span: Span) -> str:
        return self.text.line(span.line)[span.column - 1 : span.end_column - 1]

    def _whole(self, number: int) -> Span:
        line = _COMMENT.split(self.text.line(number))[0]
        start, end = len(line) - len(line.lstrip()), len(line.rstrip())
        return Span(self.text.name, max(number, 1), start + 1, max(number, 1), end + 1)
