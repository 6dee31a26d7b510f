"""Services of which the same is written share what they are obliged to, and nobody can tell."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.entry import ID_KEY
from generator.model.service import Obligations, Service

PLAIN = TypeAdapter(Obligations)
"""As it is read where nothing is shared."""
CITED = {"level": "mandatory", "source": {"ref": "seed", "lines": "13"}}


def service(obligation: Any) -> Service:
    rest = {"name": "N", "summary": "S.", "source": "seed"}
    return Service.model_validate({ID_KEY: "n", "obligation": obligation, **rest})


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"pv": "mandatory"},
        {"pv": "mandatory", "rehab": "optional"},
        {"rehab": "optional", "pv": "mandatory"},
        {"pv": {"level": "mandatory"}},
        {"pv": CITED},
        {"pv": {**CITED, "source": "seed"}},
        {"pv": {**CITED, "until": "2027-01-01"}},
        {"pv": {"level": "needed", "because": "B."}},
    ],
)
def test_what_is_shared_is_what_is_written(written: Any) -> None:
    once, again = service(written).obligation, service(written).obligation
    assert once is again
    assert [*once.items()] == [*PLAIN.validate_python(written).items()]


@pytest.mark.parametrize(
    "wrong",
    [
        {"pv": "must"},
        {"pv": ["mandatory"]},
        {"pv": {"level": "needed"}},
        {"pv": {**CITED, "source": {"ref": {"ref": {"ref": "seed"}}}}},
        ["pv"],
        "mandatory",
    ],
)
def test_what_is_wrong_is_told_each_time_as_where_nothing_is_shared(wrong: Any) -> None:
    with pytest.raises(ValidationError) as plain:
        PLAIN.validate_python(wrong)
    for _ in range(2):
        with pytest.raises(ValidationError) as shared:
            service(wrong)
        told = [(each["type"], each["loc"][1:], each["msg"]) for each in shared.value.errors()]
        assert told == [(each["type"], each["loc"], each["msg"]) for each in plain.value.errors()]
