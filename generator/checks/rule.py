"""What a rule is: a name, a severity, a page beside its code, and a function that finds the bad."""

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from generator.diagnostics import Severity
from generator.model.paths import DataPath
from generator.model.record import record
from generator.source import Span

if TYPE_CHECKING:  # or who looks at texts alone would wait for the model
    from generator.checks.case import Case

MOST: Final = 1_000
"""Diagnostics of one rule in one file; the rest are counted. One entry can hold 195,000 of them,
which took 31 s and 700 MB to tell, and nobody reads more than these."""

_WHY = re.compile(r"^## Varför det spelar roll\n+(.+?)\n\n", re.MULTILINE | re.DOTALL)


class Label(NamedTuple):
    """Another place, with what it has to do with the finding."""

    place: DataPath | Span
    message: str
    on_key: bool = False


class Finding(NamedTuple):
    """One instance of the bad thing. Texts as in `generator.diagnostics.Diagnostic`."""

    place: DataPath | Span
    message: str
    help: str
    on_key: bool = False
    """Point at the key of the place instead of its value."""
    labels: tuple[Label, ...] = ()
    more: int = 0
    """So many like it in the same file, after the first `MOST`, that the rule has only counted."""


class Reads(IntEnum):
    """How much must have been readable for the rule to judge without guessing."""

    WRITING = 0
    """Nothing: the rule words the faults of the writing itself."""
    ENTRY = 1
    """Each entry by itself."""
    CATALOGUE = 2
    """Every file to its end, since entries refer to each other."""
    WHOLE = 3
    """Every entry, since the rule speaks of what nobody uses."""


@record(frozen=True)
class Rule:
    name: str
    severity: Severity
    reads: Reads
    find: Callable[[Any], Iterator[Finding]]
    """Is given a `Case`, or no more than is `Written` where the rule is on texts."""
    page: Path
    """Its documentation: explanation, published page and test in one."""
    on_graphs: bool = False
    """Whether it looks at the graphs of the profiles, which most of the time goes to."""
    on_texts: bool = False
    """Whether it looks at what texts say, each by itself; other rules take no notice of those."""

    @property
    def address(self) -> str:
        """Where its page stands in the published guide."""
        return f"redaktor/regler/{self.name}/"

    @cached_property
    def text(self) -> str:
        """The page, in Markdown."""
        return self.page.read_text(encoding="utf-8")

    @cached_property
    def summary(self) -> str:
        """What the rule finds, in the page's first sentence."""
        return self.text.split("\n\n")[1].replace("\n", " ").strip()

    @cached_property
    def why(self) -> str:
        """The page's reason as one line, in lower case unless it begins with an abbreviation."""
        found = _WHY.search(self.text)
        if found is None:
            raise ValueError(f"{self.page.name} does not say why")
        reason = " ".join(found[1].split()).removesuffix(".")
        return reason if reason[1:2].isupper() else reason[:1].lower() + reason[1:]


Finder = Callable[["Case"], Iterator[Finding]]


def rule(
    severity: Severity,
    reads: Reads = Reads.ENTRY,
    *,
    on_graphs: bool = False,
    on_texts: bool = False,
) -> Callable[[Finder], Rule]:
    """Make a rule of a function that is named after the bad thing, in a file of the same name."""

    def make(find: Finder) -> Rule:
        page = Path(find.__code__.co_filename).with_suffix(".md")
        name = find.__name__.replace("_", "-")
        return Rule(name, severity, reads, find, page, on_graphs, on_texts)

    return make
