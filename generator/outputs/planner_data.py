"""What `/planera/` is given: all that plans are made of, and the words and links for what it shows.

The engine, `theme/modules/plan.js`, reads what `plan_data` writes and passes over the rest.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.scalars import Basis
from generator.model.service import Service
from generator.model.step import UNIT, Step
from generator.outputs.html import url
from generator.outputs.plan_data import as_json, plan_data
from generator.views import addresses, directory, words
from generator.views.directory import ContactView
from generator.views.former import former_ids
from generator.views.order import received, recipient_missing
from generator.views.site import Site

FILE: Final = "assets/plan.json"

_YEARS_BACK: Final = 1
"""What should have begun before the year's first day is still told its date."""
_YEARS_AHEAD: Final = 3
_VERSION_LENGTH: Final = 8


def planner_file(site: Site) -> dict[str, str]:
    """The file's address and its text."""
    return {FILE: as_json(planner_data(site.catalogue, site.as_of))}


def planner_data(catalogue: Catalogue, as_of: date) -> dict[str, Any]:
    """All that the page knows. Its `version` follows the facts and not the calendar."""
    first = date(as_of.year - _YEARS_BACK, 1, 1)
    last = date(as_of.year + _YEARS_AHEAD, 12, 31)
    facts = {**plan_data(catalogue, first, last), "shown": _shown(catalogue)}
    facts["former"] = former_ids(catalogue)
    calendar = facts.pop("calendar")
    version = hashlib.sha256(as_json(facts).encode()).hexdigest()[:_VERSION_LENGTH]
    about = {"title": catalogue.guide.title, "timezone": catalogue.guide.timezone}
    return {"version": version, **about, "calendar": calendar, **facts}


def _shown(catalogue: Catalogue) -> dict[str, Any]:
    """Words and pages, by id; pages are counted from the site's root."""
    services = catalogue.services.values()
    return {
        "services": {s.id: _service(s) for s in services},
        "steps": {id_: about for s in services for id_, about in _steps(catalogue, s)},
    }


def _service(service: Service) -> dict[str, str]:
    about = {"page": url("", addresses.service(service.id))}
    successor = service.replaced_by
    return {**about, "replaced": words.replaced(successor.name)} if successor else about


def _steps(catalogue: Catalogue, service: Service) -> Iterator[tuple[str, dict[str, Any]]]:
    for spot in outline(service):
        if isinstance(spot.item, Step):
            about = _step(catalogue, spot.item)
            page = url("", addresses.target(spot.id))
            yield spot.id, {k: v for k, v in {"page": page, **about}.items() if v}


def _step(catalogue: Catalogue, step: Step) -> dict[str, Any]:
    time = step.time
    return {
        "who": words.actor(catalogue, step.actor),
        "own": step.actor == UNIT,
        "term": words.lead_time_term(step.actor),
        "time": words.lead_time(time) if time.is_wait else None,
        "stops": [f"Stopp {words.period(catalogue.stops[id_])}" for id_ in step.stop],
        "assumed": time.assumed or time.basis is Basis.ASSUMPTION,
        **_sent(catalogue, step),
        "answer": step.answer,
        "chase": step.chase,
    }


def _sent(catalogue: Catalogue, step: Step) -> dict[str, Any]:
    """The form if there is one, those who receive what is sent, and whom else to turn to."""
    form = directory.form(catalogue, step.form) if step.form else None
    to = received(catalogue, step)
    known = {view.id for view in (form.recipients if form else to)}
    others = [directory.contact(catalogue, id_) for id_ in step.contacts if id_ not in known]
    return {
        "form": {"title": form.title, "page": url("", form.page)} if form else None,
        "to": [_reached(view) for view in to],
        "recipient_missing": recipient_missing(catalogue, step),
        "contacts": [_reached(view) for view in others],
    }


def _reached(view: ContactView) -> dict[str, str]:
    """A contact with every way to reach it that a source gives."""
    found = {
        "name": view.organisation,
        "role": view.role,
        "page": url("", view.page),
        "email": view.email,
        "phone": view.phone,
        "post": ", ".join(view.postal_address),
    }
    return {name: value for name, value in found.items() if value}
