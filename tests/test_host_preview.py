"""What a preview waits for, and what nobody who waits for it waits for."""

import gc
from collections.abc import Iterator

import pytest

from generator import host_preview
from generator.host_preview import Collector


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    yield
    gc.enable()


def test_it_rests_while_a_preview_is_built_and_goes_on_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(host_preview, "_SHOWN", 0)
    collector = Collector()
    collector.wait()
    assert not gc.isenabled()
    collector.go_on()
    collector.later.join()
    assert gc.isenabled()


def test_a_change_at_once_is_not_kept_waiting() -> None:
    collector = Collector()
    collector.wait()
    collector.go_on()
    collector.wait()
    collector.later.join()
    assert not gc.isenabled()
