"""The texts that are only read: what one of them says is no matter to any rule but those on texts.

A rule that is not `on_texts` may ask whether such a text is there, and never what it says. What a
rule quotes, compares or follows is not here: names of services and models, ids, days, levels. A
prerequisite's reason is: `QUOTING` alone says it again.
"""

from collections.abc import Iterable, Mapping
from typing import Final, get_args

from generator.kept.moved import shape
from generator.model.addresses import ADDRESS_PATTERN, EMAIL_PATTERN
from generator.model.calendar import Recurring, Stop, Task
from generator.model.directory import Contact, Form, Link, Organisation, Source, Term
from generator.model.entry import Part, Verified
from generator.model.fact import Asked, Fact
from generator.model.lead_time import LeadTime
from generator.model.need import AllOf, AnyOf, Reference
from generator.model.paths import DataPath
from generator.model.scalars import Address, Email
from generator.model.service import Cost, Function, Obligation, SelfTest, Service, Successor
from generator.model.step import Choice, Option, Step
from generator.model.walk import Placed

QUOTING: Final = "unobtainable-service"
"""The rule that says again why something is needed."""
_NONE: Final = frozenset[str]()
_FORMED: Final = ((Address, ADDRESS_PATTERN), (Email, EMAIL_PATTERN))
"""The texts that must have a form."""
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


def shapes(parts: Iterable[Placed]) -> dict[str, str]:
    """The shapes of the paths to such texts of the parts, each with the pattern of its values.

    Any value that is not empty is one where the pattern is empty. What has the shape of anything
    else is left out.
    """
    found: dict[str, str] = {}
    others: set[str] = set()
    for kind, here in {(kind, shape(path)) for kind, path in _kinds(parts)}:
        for name, field in kind.model_fields.items():
            inside = f"{here}/{field.alias or name}"
            if (field.alias or name) in TEXTS.get(kind, _NONE):
                found |= dict.fromkeys((inside, f"{inside}/#"), _pattern(field.annotation))
            else:
                others |= {inside, f"{inside}/#"}
    return {each: pattern for each, pattern in found.items() if each not in others}


def _kinds(parts: Iterable[Placed]) -> set[tuple[type[Part], DataPath]]:
    """Each kind and where it stands; in one entry for all, since a shape leaves its id out."""
    return {
        (type(part), path if path[0] == "guide" else (path[0], "", *path[2:]))
        for part, path in parts
    }


def _pattern(annotation: object) -> str:
    inner = get_args(annotation)
    return next((pattern for kind, pattern in _FORMED if kind in inner), "")
