import re
from collections.abc import Iterator
from typing import Final

_CODE: Final = re.compile(r"`[^`]*`")


def outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds in a text in Markdown and does not begin in code, in one pass."""
    codes = _CODE.finditer(text)
    code = next(codes, None)
    for found in pattern.finditer(text):
        while code and code.end() <= found.start():
            code = next(codes, None)
        if not code or found.start() < code.start():
            yield found
