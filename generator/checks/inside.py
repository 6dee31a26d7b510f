import re

from generator.model.outline import DataPath
from generator.source import Places, Span


def inside(places: Places, path: DataPath, found: re.Match[str]) -> Span:
    """Where what was found in a text stands in the file; the whole text if it is written otherwise.

    A folded text has its spaces where the file has line breaks and indents.
    """
    whole = places.span(path)
    lines = [places.texts[whole.file].line(n) for n in range(whole.line, whole.end_line + 1)]
    lines[-1] = lines[-1][: whole.end_column - 1]
    written = "\n".join(lines)
    same = re.compile(r"\s+".join(map(re.escape, found[0].split())))
    earlier = len(same.findall(found.string[: found.start()]))
    matches = list(same.finditer(written, whole.column - 1))
    if earlier >= len(matches):
        return whole
    (line, column), (end_line, end_column) = (
        _place(written, offset) for offset in matches[earlier].span()
    )
    return Span(whole.file, whole.line + line, column, whole.line + end_line, end_column)


def _place(written: str, offset: int) -> tuple[int, int]:
    """How many lines down, and in which column there."""
    before = written[:offset]
    return before.count("\n"), offset - before.rfind("\n")
