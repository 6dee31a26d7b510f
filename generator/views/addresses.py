"""Where things are found, from the site's root: what `url()` in a template is given."""

from typing import Final

RULES: Final = "redaktor/regler"
FORMAT: Final = "redaktor/format"
PLANNER: Final = "planera"
CALENDAR: Final = "kalender"


def service(id_: str) -> str:
    return f"tjanster/{id_}"


def target(reference: str) -> str:
    """Of a service, or of a step, choice or option on its service's page."""
    id_, _, inner = reference.partition("/")
    return f"{service(id_)}#{anchor(reference)}" if inner else service(id_)


def anchor(item: str) -> str:
    """The place on its service's page of `service/option/step`; no id holds two dashes in a row."""
    return f"steg-{item.partition('/')[2].replace('/', '--')}"


def form(id_: str) -> str:
    return f"blanketter#{id_}"


def document(id_: str) -> str:
    """Of a link: its place among the named documents and pages."""
    return f"blanketter#dokument-{id_}"


def contact(id_: str) -> str:
    return f"kontakter#{id_}"


def term(id_: str) -> str:
    return f"ordlista#{id_}"


def model(id_: str) -> str:
    return id_


def model_checklist(id_: str) -> str:
    return f"checklistor/{id_}"


def service_checklist(id_: str) -> str:
    return f"checklistor/tjanst/{id_}"


def calendar(model_: str) -> str:
    """Of a care model's own dates."""
    return f"{CALENDAR}#{model_}"


def recurring(id_: str) -> str:
    """Where it is told how the days of something that comes back are worked out."""
    return f"{CALENDAR}#regel-{id_}"


def feed(model_: str) -> str:
    """The file that a calendar program can follow."""
    return f"{CALENDAR}/{model_}.ics"


def source(id_: str) -> str:
    """The place of a source in a page's own list of them."""
    return f"kalla-{id_}"


def rule(name: str) -> str:
    return f"{RULES}/{name}"
