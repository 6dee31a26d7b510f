"""Where things are found, from the site's root: what `url()` in a template is given."""

from collections.abc import Iterable
from typing import Final

EDITORS: Final = "redaktor"
"""The folder of what is for those who look after the catalogue."""
RULES: Final = "redaktor/regler"
FORMAT: Final = "redaktor/format"
VERIFICATION: Final = "redaktor/kontrollera"
PARTS: Final = "redaktor/delar"
PLANNER: Final = "planera"
CALENDAR: Final = "kalender"
GATHER: Final = "checklistor/samla"
COMPARE: Final = "jamfor"
CHANGELOG: Final = "andringar"


def service(id_: str) -> str:
    return f"tjanster/{id_}"


def target(reference: str) -> str:
    """Of a service, or of a step, choice or option on its service's page."""
    id_, _, inner = reference.partition("/")
    return f"{service(id_)}#{anchor(reference)}" if inner else service(id_)


def anchor(item: str) -> str:
    """The place on its service's page of `service/option/step`; no id holds two dashes in a row."""
    return f"steg-{item.partition('/')[2].replace('/', '--')}"


def fragment(address: str) -> str:
    """The place on its page that an address leads to; empty for the page as a whole."""
    return address.partition("#")[2]


def form(id_: str) -> str:
    return f"blanketter#{id_}"


def document(id_: str) -> str:
    """Of a link: its place among the named documents and pages."""
    return f"blanketter#dokument-{id_}"


def contact(id_: str) -> str:
    return f"kontakter#{id_}"


def organisation(id_: str) -> str:
    return f"kontakter#organisation-{id_}"


def term(id_: str) -> str:
    return f"ordlista#{id_}"


def model(id_: str) -> str:
    return id_


def model_checklist(id_: str) -> str:
    return f"checklistor/{id_}"


def start_checklist(model_: str, operator: str) -> str:
    """Of what a unit of the model, run by the operator, does before it starts."""
    return f"{model_checklist(model_)}/{operator}"


def gather(model_: str, operator: str) -> str:
    """Of the sheet with what the forms and orders of a unit of the model ask for."""
    return f"{GATHER}/{model_}/{operator}"


def gather_of(model_: str) -> str:
    """Of the choice among a model's sheets."""
    return f"{GATHER}#{model_}"


def service_checklist(id_: str) -> str:
    return f"checklistor/tjanst/{id_}"


def month(model_: str) -> str:
    """What a unit of the model does every month, with a year's dates."""
    return f"checklistor/manaden/{model_}"


def calendar(model_: str) -> str:
    """Of a care model's own dates."""
    return f"{CALENDAR}#{model_}"


def planner(models: Iterable[str]) -> str:
    """The planner with the care models already chosen."""
    return f"{PLANNER}#m={','.join(models)}"


def recurring(id_: str) -> str:
    """Where it is told how the days of something that comes back are worked out."""
    return f"{CALENDAR}#regel-{id_}"


def feed(model_: str) -> str:
    """The file that a calendar program can follow."""
    return f"{CALENDAR}/{model_}.ics"


def changes(model_: str) -> str:
    """What has been changed for a care model."""
    return f"{CHANGELOG}/{model_}"


def changes_feed(page: str) -> str:
    """The file that a feed reader can follow, of a page of changes."""
    return f"{page}.xml"


def source(id_: str) -> str:
    """The place of a source in a page's own list of them."""
    return f"kalla-{id_}"


def rule(name: str) -> str:
    return f"{RULES}/{name}"
