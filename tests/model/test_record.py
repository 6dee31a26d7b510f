from dataclasses import dataclass, replace

from generator.model.record import record


@record(frozen=True, kw_only=True, slots=True)
class Quick:
    name: str
    inner: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Frozen:
    name: str
    inner: tuple[str, ...] = ()


def test_a_record_is_what_the_frozen_dataclass_is_but_for_the_lock() -> None:
    quick, frozen = Quick(name="Sjunet", inner=("a",)), Frozen(name="Sjunet", inner=("a",))
    assert hash(quick) == hash(frozen)
    assert quick == Quick(name="Sjunet", inner=("a",))
    assert {quick: 1}[replace(quick)] == 1
    assert quick != replace(quick, inner=())
    assert repr(quick) == repr(frozen).replace("Frozen", "Quick")
    assert not hasattr(quick, "__dict__")


def test_its_fields_are_set_without_a_call() -> None:
    assert Quick.__setattr__ is object.__setattr__
