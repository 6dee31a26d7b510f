"""The headings of a page, as the list that leads to them."""

from collections.abc import Sequence

from generator.model.record import record

_TOP = 2
"""The highest level of heading below a page's own."""


@record(frozen=True, slots=True)
class Heading:
    level: int
    anchor: str
    title: str
    """As it stands in the page: HTML."""


def contents(headings: Sequence[Heading]) -> str:
    """A list of two levels; nothing for a page without headings."""
    if not headings:
        return ""
    written: list[str] = []
    inside = False
    for heading in headings:
        under = bool(written) and heading.level > _TOP
        if under and not inside:
            written.append("\n<ul>\n")
        elif inside and not under:
            written.append("</li>\n</ul>\n</li>\n")
        elif written:
            written.append("</li>\n")
        inside = under
        written.append(f'<li><a href="#{heading.anchor}">{heading.title}</a>')
    end = "</li>\n</ul>\n</li>\n</ul>\n" if inside else "</li>\n</ul>\n"
    return "".join(("<ul>\n", *written, end))
