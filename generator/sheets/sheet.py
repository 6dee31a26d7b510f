"""What a paper holds, as values: its page on screen and its print are made of the same.

Everything is text, a number, yes or no, or a tuple or dataclass of those, so that it becomes JSON
without a guess. A page's address is counted from the guide's root; an output makes it whole.
"""

from enum import StrEnum

from generator.model.record import record
from generator.views.words import MISSING


class Detail(StrEnum):
    LIST = "list"
    """What is needed to tick off: for the wall."""
    HOW_TO = "how-to"
    """The same, with how each thing is done: for whoever does it."""


@record(frozen=True, slots=True)
class Prose:
    """An author's text, in Markdown."""

    markdown: str


@record(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: to a page of the guide, or to a whole address of elsewhere."""

    text: str
    address: str


@record(frozen=True, slots=True)
class Missing:
    """A fact that no source gives; paper has room to write it in."""

    text: str = MISSING


Run = str | Link | Prose | Missing
Line = tuple[Run, ...]
"""Runs that follow each other with nothing between."""


@record(frozen=True, slots=True)
class Fact:
    """«Skickas till: VGR IT: it@example.org», with a line for each of several."""

    term: str
    lines: tuple[Line, ...]


class NoteKind(StrEnum):
    STOP = "stop"
    REPLACED = "replaced"
    WAITS = "waits"


@record(frozen=True, kw_only=True, slots=True)
class Note:
    """What a reader must not miss, at the place where it bites."""

    kind: NoteKind
    title: str
    text: Prose | None = None
    stop: str | None = None
    """The id of the stop that it is about."""


@record(frozen=True, kw_only=True, slots=True)
class HowTo:
    """What only the longer print says of a step or a choice."""

    text: Prose | None = None
    facts: tuple[Fact, ...] = ()
    questions: tuple[Prose, ...] = ()
    """What the source leaves open."""

    def __bool__(self) -> bool:
        return bool(self.text or self.facts or self.questions)


@record(frozen=True, kw_only=True, slots=True)
class Tick:
    """One thing to do, with its box."""

    id: str
    title: Link
    """Begins with a verb, and leads to where it is explained."""
    who: str
    own: bool
    """Whether the unit does it, not somebody it waits for."""
    order_by: str | None = None
    """The last day to begin; None leaves room to write one in."""
    tags: tuple[str, ...] = ()
    """«Valfritt», «Gäller: …»."""
    stops: tuple[str, ...] = ()
    """«Stopp 1 juni–31 juli»."""
    facts: tuple[Fact, ...] = ()
    how_to: HowTo = HowTo()


@record(frozen=True, kw_only=True, slots=True)
class Branch:
    """One of the alternatives of a choice."""

    title: str
    recommended: bool = False
    tags: tuple[str, ...] = ()
    entries: tuple["Entry", ...] = ()
    how_to: HowTo = HowTo()


@record(frozen=True, kw_only=True, slots=True)
class Choice:
    """Alternatives, of which one is to be done."""

    id: str
    title: Link
    continued: bool = False
    """Whether the choice stands further up and only what follows of it is here."""
    tags: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()
    how_to: HowTo = HowTo()


Entry = Tick | Choice


@record(frozen=True, kw_only=True, slots=True)
class Group:
    """Things to do that belong together; without a heading, to the section as a whole."""

    heading: Link | None = None
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()


@record(frozen=True, kw_only=True, slots=True)
class Section:
    heading: str
    anchor: str
    groups: tuple[Group, ...] = ()


@record(frozen=True, kw_only=True, slots=True)
class Checklist:
    """The body of every sheet that is ticked off."""

    facts: tuple[Fact, ...] = ()
    """What holds for the list as a whole, at its head."""
    sections: tuple[Section, ...] = ()


@record(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A paper in its details, and its page on screen."""

    kind: str
    """The name of its template in `theme/print/`, and of its file here."""
    address: str
    """Of the page on screen, from the root and without slashes at the ends."""
    name: str
    """What the file is called when somebody saves it, without detail and ending."""
    title: str
    description: str
    """One sentence: what it is a list of."""
    blanks: tuple[str, ...] = ()
    """What the unit writes at the head: «Enhet», «Start»."""
    body: object
    """A frozen dataclass of the kind's own, or a `Checklist`."""
    details: tuple[Detail, ...] = (Detail.LIST, Detail.HOW_TO)

    def file(self, detail: Detail) -> str:
        """The address of the print in a detail."""
        ending = "" if detail is self.details[0] else "-med-forklaringar"
        return f"{self.address}/{self.name}{ending}.pdf"
