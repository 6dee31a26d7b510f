"""What `/planera/` is given: all that plans are made of, and the words and links for what it shows.

The engine, `theme/modules/plan.js`, reads what `plan_data` writes and passes over the rest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.scalars import Basis
from generator.model.service import Service
from generator.model.step import UNIT, Step
from generator.outputs.html.ways import url
from generator.outputs.plans.data import as_json, plan_data
from generator.views import directory, words
from generator.views.directory import ContactView
from generator.views.former import former_ids
from generator.views.order import received, recipient_missing
from generator.views.site import Site

T = TypeVar("T")

FILE: Final = "assets/plan.json"

_YEARS_BACK: Final = 1
"""What should have begun before the year's first day is still told its date."""
_YEARS_AHEAD: Final = 3
_VERSION_LENGTH: Final = 8


def planner_file(site: Site) -> dict[str, str]:
    """The file's address and its text."""
    about, facts = _parts(site.catalogue, site.as_of)
    return {FILE: f"{as_json(about)[:-1]},{facts[1:]}"}


def planner_data(catalogue: Catalogue, as_of: date) -> dict[str, Any]:
    """All that the page knows. Its `version` follows the facts and not the calendar."""
    about, facts = _parts(catalogue, as_of)
    return {**about, **json.loads(facts)}


def _parts(catalogue: Catalogue, as_of: date) -> tuple[dict[str, Any], str]:
    """What stands first, and the facts as JSON: they are written once, also for their hash."""
    first = date(as_of.year - _YEARS_BACK, 1, 1)
    last = date(as_of.year + _YEARS_AHEAD, 12, 31)
    facts = {**plan_data(catalogue, first, last), "shown": _shown(catalogue)}
    facts["former"] = former_ids(catalogue)
    calendar = facts.pop("calendar")
    written = as_json(facts)
    about = {
        "version": hashlib.sha256(written.encode()).hexdigest()[:_VERSION_LENGTH],
        "title": catalogue.guide.title,
        "timezone": catalogue.guide.timezone,
        "calendar": calendar,
    }
    return about, written


def _shown(catalogue: Catalogue) -> dict[str, Any]:
    """Words and pages, by id; pages are counted from the site's root.

    The page of a service or step follows from its id. What many steps name stands once.
    """
    services = catalogue.services.values()
    steps = {id_: (service, step) for service in services for id_, step in _steps(service)}
    used = [step for _, step in steps.values()]
    turned = {id_: _Turned.of(catalogue, step) for id_, (_, step) in steps.items()}
    contacts = {view.id: view for to in turned.values() for view in (*to.first, *to.others)}
    return {
        "replaced": {
            s.id: words.replaced(s.replaced_by.name) for s in services if s.replaced_by is not None
        },
        "steps": {
            id_: about
            for id_, (service, step) in steps.items()
            if (about := _step(catalogue, service, step, turned[id_]))
        },
        "actors": {id_: _actor(catalogue, id_) for id_ in _once(step.actor for step in used)},
        "forms": {id_: _form(catalogue, id_) for id_ in _once(step.form for step in used) if id_},
        "contacts": {id_: _reached(view) for id_, view in contacts.items()},
    }


def _once(ids: Iterable[T]) -> Iterable[T]:
    return dict.fromkeys(ids)


class _Turned(NamedTuple):
    """Whom a step turns to."""

    first: Sequence[ContactView]
    """Who receive what is sent."""
    others: Sequence[ContactView]

    @classmethod
    def of(cls, catalogue: Catalogue, step: Step) -> "_Turned":
        first = received(catalogue, step)
        form = directory.form(catalogue, step.form) if step.form else None
        known = {view.id for view in (form.recipients if form else first)}
        others = [directory.contact(catalogue, id_) for id_ in step.contacts if id_ not in known]
        return cls(first, others)


def _steps(service: Service) -> Iterator[tuple[str, Step]]:
    return ((s.id, s.item) for s in outline(service) if isinstance(s.item, Step))


def _actor(catalogue: Catalogue, actor: str) -> dict[str, Any]:
    about = {"who": words.actor(catalogue, actor), "term": words.lead_time_term(actor)}
    return {**about, "own": True} if actor == UNIT else about


def _form(catalogue: Catalogue, id_: str) -> dict[str, Any]:
    form = directory.form(catalogue, id_)
    about = {"title": form.title, "page": url("", form.page)}
    return {**about, "unverified": True} if form.unverified else about


def _step(catalogue: Catalogue, service: Service, step: Step, turned: _Turned) -> dict[str, Any]:
    """What is to be told of a step; forms and contacts by their ids."""
    time = step.time
    about = {
        "time": words.lead_time(time) if time.is_wait else None,
        "time_unverified": time.is_wait and time.time is not None and service.verified is None,
        "stops": [f"Stopp {words.period(catalogue.stops[id_])}" for id_ in step.stop],
        "assumed": time.assumed or time.basis is Basis.ASSUMPTION,
        "form": step.form,
        "to": [view.id for view in turned.first],
        "recipient_missing": recipient_missing(catalogue, step),
        "contacts": [view.id for view in turned.others],
        "answer": step.answer,
        "chase": step.chase,
    }
    return {name: value for name, value in about.items() if value}


def _reached(view: ContactView) -> dict[str, Any]:
    """A contact with every way to reach it that a source gives."""
    found = {
        "name": view.organisation,
        "role": view.role,
        "page": url("", view.page),
        "email": view.email,
        "phone": view.phone,
        "post": ", ".join(view.postal_address),
        "unverified": view.unverified and view.reachable,
    }
    return {name: value for name, value in found.items() if value}
