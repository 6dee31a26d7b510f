from dataclasses import dataclass, field
from typing import Final

from generator.model.calendar import Recurring, Stop
from generator.model.directory import Contact, Form, Link, Organisation, Source, Term
from generator.model.entry import Entry
from generator.model.fact import Fact
from generator.model.guide import CareModel, Guide, Operator
from generator.model.override import Override
from generator.model.service import Service

SECTIONS: Final[dict[str, type[Entry]]] = {
    "models": CareModel,
    "operators": Operator,
    "sources": Source,
    "organisations": Organisation,
    "contacts": Contact,
    "facts": Fact,
    "forms": Form,
    "links": Link,
    "terms": Term,
    "stops": Stop,
    "recurring": Recurring,
    "services": Service,
    "overrides": Override,
}
"""Each section of entries and what an entry of it is. `guide` stands beside them, alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Catalogue:
    """Everything the authors wrote that could be read, by section and id, in written order."""

    guide: Guide
    models: dict[str, CareModel] = field(default_factory=dict)
    operators: dict[str, Operator] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    stops: dict[str, Stop] = field(default_factory=dict)
    recurring: dict[str, Recurring] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    overrides: dict[str, Override] = field(default_factory=dict)
