"""What stands in code is no link and no HTML, however much of both a text has."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.outside_code import outside_code

LINK = re.compile(r"\]\(")
CODE = re.compile(r"`[^`]*`")


@given(st.text("]( `a", max_size=40))
def test_it_finds_what_begins_in_no_code(text: str) -> None:
    codes = [code.span() for code in CODE.finditer(text)]
    apart = [
        found.start()
        for found in LINK.finditer(text)
        if not any(begin <= found.start() < end for begin, end in codes)
    ]
    assert [found.start() for found in outside_code(LINK, text)] == apart
