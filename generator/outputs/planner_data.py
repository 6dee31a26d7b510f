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
    calendar = facts.pop("calendar")
    version = hashlib.sha256(as_json(facts).encode()).hexdigest()[:_VERSION_LENGTH]
    about = {"title": catalogue.guide.title, "timezone": catalogue.guide.timezone}
    return {"version": version, **about, "calendar": calendar, **facts}


def _shown(catalogue: Catalogue) -> dict[str, Any]:
    """Words and pages, by id; pages are counted from the site's root."""
    services = catalogue.services.values()
    return {
        "services": {s.id: {"page": url("", addresses.service(s.id))} for s in services},
        "steps": {id_: about for s in services for id_, about in _steps(catalogue, s)},
    }


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
        "time": words.lead_time(time),
        "assumed": time.assumed or time.basis is Basis.ASSUMPTION,
        **_form(catalogue, step),
        "answer": step.answer,
        "chase": step.chase,
    }


def _form(catalogue: Catalogue, step: Step) -> dict[str, Any]:
    """The form with those who receive it, or else whom to turn to."""
    contacts = [directory.contact(catalogue, id_) for id_ in step.contacts]
    if step.form is None:
        return {"contacts": [_reached(view) for view in contacts]}
    form = directory.form(catalogue, step.form)
    named = [view for view in form.recipients if view.id in step.contacts]
    return {
        "form": {"title": form.title, "page": url("", form.page)},
        "to": [_reached(view) for view in named or form.recipients],
        "ways": form.ways,
        "contacts": [_reached(v) for v in contacts if v not in form.recipients],
    }


def _reached(view: ContactView) -> dict[str, str]:
    """A contact by its e-mail address, else its postal address or telephone."""
    post = ", ".join(view.postal_address)
    found = {
        "name": view.organisation,
        "role": view.role,
        "page": url("", view.page),
        "email": view.email,
        "other": None if view.email else post or view.phone,
    }
    return {name: value for name, value in found.items() if value}
