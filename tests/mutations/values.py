"""Values that their fields do not take, and ids that lead nowhere."""

from collections.abc import Callable

from tests.mutations.mutant import put
from tests.mutations.world import Spot

_REFERENCES = {
    "form": "forms",
    "recipients": "contacts",
    "contacts": "contacts",
    "ref": "sources",
    "models": "models",
    "operators": "operators",
    "organisation": "organisations",
    "provider": "organisations",
    "actor": "organisations",
    "links": "links",
    "asks_for": "facts",
    "recurring": "recurring",
    "stop": "stops",
    "need": "services",
    "after": "steps",
}


def _as(written: str) -> Callable[[Spot], str | None]:
    return lambda _: written


def _inside(*sections: str) -> Callable[[Spot], bool]:
    return lambda spot: spot.path[0] in sections


for key in _REFERENCES:

    def _nowhere() -> None: ...

    _nowhere.__name__ = f"unknown_id_in_{key}"
    put(_as("finns-inte"), key, rule="unknown-reference")(_nowhere)


def _term_service(spot: Spot) -> str | None:
    is_one = spot.path[0] == "terms" and spot.is_item and spot.path[-2] == "services"
    return "finns-inte" if is_one else None


@put(_term_service, "services", rule="unknown-reference")
def unknown_service_in_a_term() -> None: ...


def _short_source(spot: Spot) -> str | None:
    return "finns-inte" if spot.path[-1] == "source" and "verified" not in spot.path else None


@put(_short_source, "source", rule="unknown-reference")
def unknown_id_in_a_short_source() -> None: ...


def _step_of(spot: Spot) -> str | None:
    return f"{spot.value.partition('/')[0]}/finns-inte"


@put(_step_of, "need", "prerequisites", rule="unknown-reference")
def unknown_step_in_a_need() -> None: ...


@put(_as("Inte Ett Id"), *_REFERENCES, rule="wrong-type")
def id_that_is_none() -> None: ...


def _level(spot: Spot) -> str | None:
    return "obligatorisk" if "obligation" in spot.path and spot.key not in _TEXTS else None


_TEXTS = {"because", "condition", "ref", "lines", "source", "from", "until"}


@put(_level, rule="wrong-type")
def unknown_level() -> None: ...


@put(_as("ibland"), "kind", "payer", "status", "basis", "ways", rule="wrong-type")
def unknown_value_of_a_list() -> None: ...


def _spelt(*forms: str) -> Callable[[Spot], str | None]:
    return lambda spot: forms[hash_of(spot) % len(forms)]


def hash_of(spot: Spot) -> int:
    """The same in every run, and others for neighbours."""
    return spot.line * 31 + spot.value_at[1]


@put(_spelt("14 dagar", "2v", "14", "-3d", "1.5d", "99999d"), "lead_time", "time", "assume",
     rule="wrong-type")  # fmt: skip
def lead_time_in_another_form() -> None: ...


@put(_spelt("9-3", "tre", "3–9", "16 - 51", "3;9"), "lines", rule="wrong-type")
def lines_in_another_form() -> None: ...


@put(_spelt("2027-02-30", "27-02-01", "1 juni 2027", "2027/06/01"), "date", "read", "opens",
     "closes", rule="wrong-type")  # fmt: skip
def day_that_is_none() -> None: ...


@put(_spelt("13-01", "02-30", "juni", "6-1"), "from", "to", rule="wrong-type")
def yearly_day_that_is_none() -> None: ...


@put(_spelt("2027-13", "juni 2027", "2027-6"), "month", rule="wrong-type")
def month_that_is_none() -> None: ...


@put(_spelt("kanske", "1", "yes", "True"), "optional", "recommended", "personal",
     rule="wrong-type")  # fmt: skip
def flag_that_is_none() -> None: ...


@put(_spelt("a at b.se", "a@b", "å@b.se"), "email", rule="wrong-type")
def mail_address_that_is_none() -> None: ...


def _address(spot: Spot) -> str | None:
    forms = ("javascript:alert(1)", "ftp://a.se", "www.a.se", "data:text/html,x")
    return forms[hash_of(spot) % len(forms)] if spot.path[0] in {"links", "forms"} else None


@put(_address, "address", rule="wrong-type")
def address_that_may_not_be() -> None: ...


@put(_as("Europa/Stockholm"), "timezone", rule="wrong-type")
def time_zone_that_is_none() -> None: ...


@put(_as("tre"), "days", rule="wrong-type")
def number_in_letters() -> None: ...


def _place_of_a_text(spot: Spot) -> str | None:
    return None if spot.is_item else "[en, två]"


@put(_place_of_a_text, "title", "name", "summary", "explanation", "word", rule="wrong-type")
def list_instead_of_a_text() -> None: ...


@put(_as('""'), "title", "name", "summary", "explanation", "word", "because", "note",
     rule="wrong-type")  # fmt: skip
def empty_text() -> None: ...


def _bare(spot: Spot) -> str | None:
    return None if spot.is_item else "~"


@put(_bare, "title", "name", "summary", "role", "word", "publisher", rule="missing-field")
def nothing_where_something_must_be() -> None: ...
