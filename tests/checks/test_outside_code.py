"""What stands in code is no link and no HTML, however much of both a text has."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks.outside_code import outside_code

LINK, SIGN = re.compile(r"\]\("), re.compile("[`a]")
CODE = re.compile(r"`[^`]*`")


@example("`a`](", LINK)
@example("`a` `](`", LINK)
@example("`a`a`", SIGN)
@given(st.text("]( `a", max_size=40), st.sampled_from([LINK, SIGN]))
def test_it_finds_what_begins_in_no_code(text: str, pattern: re.Pattern[str]) -> None:
    codes = [code.span() for code in CODE.finditer(text)]
    apart = [
        found.start()
        for found in pattern.finditer(text)
        if not any(begin <= found.start() < end for begin, end in codes)
    ]
    assert [found.start() for found in outside_code(pattern, text)] == apart
