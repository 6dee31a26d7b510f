"""Signs that libyaml passes over where YAML 1.2 has none: a text would be cut in silence."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from generator.load.fault import SyntaxFault, SyntaxKind
from generator.source import SourceText

_COMMENT: Final = re.compile(r"""#(?<=["'\]},\[{|>+0-9-]#)""")
_QUESTION: Final = re.compile(r"\?[^\s\]}]")
"""Where either may stand; most files have none, and are not read a second time. Both begin with the
sign itself, which is found in a tenth of the time that any class of signs before it takes."""
_OPENING: Final = frozenset({"[", "{", ",", ":", ""})
"""What such a question mark comes after, with nothing or spaces between, or too many to look at."""
_NEAR: Final = 80
"""Characters; to look further would take long in a file of spaces."""
_BETWEEN: Final = re.compile(r"(?<!\S)#.*|(?P<comment>#.*)|(?P<question>\?)")
"""What stands between the scalars: a comment, one that nothing parts from what is before it (YAML
1.2.2 §6.6), and the question mark of a key that nothing parts from the key (§7.4.2)."""

_LINE_BREAK: Final = re.compile("[\r\n\x85\u2028\u2029]")


def dropped(source: SourceText) -> Iterator[SyntaxFault]:
    """One fault for each sign; after what libyaml cannot read there is nothing to say.

    `title: "Sjunet"#1` would lose its end, and `{?id: a}` its question mark.
    """
    if not _is_suspect(source.text):
        return
    end = 0
    for begin, next_end in (*_scalars(source.text), (len(source.text), 0)):
        for found in _BETWEEN.finditer(source.text, end, begin):
            kind = _kind(found)
            if kind is not None:
                yield SyntaxFault(kind, source.span(found.start()))
        end = next_end


def _is_suspect(text: str) -> bool:
    asked = (found.start() for found in _QUESTION.finditer(text))
    return bool(_COMMENT.search(text)) or any(
        text[max(0, at - _NEAR) : at].rstrip()[-1:] in _OPENING for at in asked
    )


def _kind(found: re.Match[str]) -> SyntaxKind | None:
    if found["comment"]:
        return SyntaxKind.COMMENT
    after = found.string[found.end() : found.end() + 1]
    is_cut = found["question"] and after.strip() and after not in "]},"
    return SyntaxKind.QUESTION if is_cut else None


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, as far as can be read; a block's after its first line."""
    parser = CParser(text)
    event: Any = None
    try:
        while not isinstance(event, yaml.StreamEndEvent):
            event = parser.get_event()
            if isinstance(event, yaml.ScalarEvent):
                yield _reach(text, event)
    except yaml.YAMLError:
        return


def _reach(text: str, scalar: Any) -> tuple[int, int]:
    begin, end = scalar.start_mark.index, scalar.end_mark.index
    if scalar.style in {"|", ">"}:
        line_break = _LINE_BREAK.search(text, begin)
        begin = line_break.end() if line_break else len(text)
    return begin, max(begin, end)
