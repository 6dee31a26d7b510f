"""The texts that are only read: what one of them says is no matter to any rule but those on texts.

A rule that is not `on_texts` may ask whether such a text is there, and never what it says. What a
rule quotes, compares or follows is not here: names of services and models, ids, days, levels. A
prerequisite's reason is: `QUOTING` alone says it again.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.calendar import Recurring, Stop, Task
from generator.model.catalogue import Catalogue
from generator.model.directory import Contact, Form, Link, Organisation, Source, Term
from generator.model.entry import Part, Verified
from generator.model.fact import Asked, Fact
from generator.model.lead_time import LeadTime
from generator.model.need import AllOf, AnyOf, Reference
from generator.model.outline import DataPath
from generator.model.service import Cost, Function, Obligation, SelfTest, Service, Successor
from generator.model.step import Choice, Option, Step
from generator.model.walk import every_part, leaves

QUOTING: Final = "unobtainable-service"
"""The rule that says again why something is needed."""
_NONE: Final = frozenset[str]()
TEXTS: Final[Mapping[type[Part], frozenset[str]]] = {
    Service: frozenset({"summary", "text", "search_words", "no_action", "open_questions"}),
    Obligation: frozenset({"because", "condition"}),
    Cost: frozenset({"note"}),
    Successor: frozenset({"name", "note", "address"}),
    Function: frozenset({"name", "text"}),
    SelfTest: frozenset({"question", "conclusion"}),
    Step: frozenset({"title", "text", "because", "open_questions", "signer", "answer", "chase"}),
    Choice: frozenset({"title", "text", "because", "open_questions"}),
    Option: frozenset({"title", "text", "because"}),
    Reference: frozenset({"because"}),
    AllOf: frozenset({"because"}),
    AnyOf: frozenset({"because", "title"}),
    LeadTime: frozenset({"text", "because"}),
    Asked: frozenset({"because"}),
    Source: frozenset({"title", "publisher", "address", "as_of", "note"}),
    Organisation: frozenset({"name", "former_names", "note"}),
    Contact: frozenset({"role", "email", "phone", "postal_address", "note"}),
    Form: frozenset(
        {"title", "title_in_source", "explanation", "address", "signer", "open_questions"}
    ),
    Link: frozenset({"title", "title_in_source", "address", "note"}),
    Term: frozenset({"word", "explanation", "also_called"}),
    Fact: frozenset({"name", "explanation", "where"}),
    Stop: frozenset({"title", "text"}),
    Recurring: frozenset({"title", "text", "action"}),
    Task: frozenset({"title", "text", "because", "open_questions"}),
    Verified: frozenset({"by", "how", "source"}),
}


def texts_in(catalogue: Catalogue) -> Iterator[DataPath]:
    """Where each of them is written."""
    for placed in every_part(catalogue):
        for leaf in leaves(placed, TEXTS.get(type(placed.part), _NONE)):
            yield leaf.path
