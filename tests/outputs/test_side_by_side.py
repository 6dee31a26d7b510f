"""Work in two processes gives what work in one gives, its faults too."""

import os
import signal
from pathlib import Path

import pytest

from generator.outputs import side_by_side
from generator.outputs.side_by_side import Work
from generator.outputs.template_fault import TemplateFaultError

MANY = range(1000)


@pytest.fixture(params=["two processes", "one process", "no fork"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    may = request.param == "two processes"
    if request.param == "no fork":
        monkeypatch.delattr(os, "fork")
    else:
        monkeypatch.setattr(side_by_side, "_may_fork", lambda: may)
    return str(request.param)


def written(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in folder.iterdir()}


def work(folder: Path, *, faulty: frozenset[int] = frozenset()) -> Work[int, int]:
    first = os.getpid()

    def do(number: int) -> None:
        if number in faulty:
            raise TemplateFaultError(f"mall.html:{number}")
        (folder / str(number)).write_text(str(number * 2))

    return Work(do, lambda: None, lambda: os.getpid() - first, lambda *_: None)


@pytest.mark.usefixtures("processes")
def test_everything_is_done_once(tmp_path: Path) -> None:
    work(tmp_path).on(MANY)
    assert written(tmp_path) == {str(n): str(n * 2) for n in MANY}


def test_the_other_process_tells_what_it_has_to(tmp_path: Path, processes: str) -> None:
    told = work(tmp_path).on(MANY)
    assert len(told) == (processes == "two processes")
    assert 0 not in told


@pytest.mark.usefixtures("processes")
def test_the_first_fault_is_told_whoever_met_it(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultError, match=r"^mall\.html:7$"):
        work(tmp_path, faulty=frozenset({7, 8, 500, 999})).on(MANY)


@pytest.mark.usefixtures("processes")
def test_a_fault_that_cannot_be_sent_is_told_too(tmp_path: Path) -> None:
    class Odd(Exception):  # noqa: N818 - a programmer's
        def __init__(self) -> None:
            super().__init__(lambda: None)

    def do(_: int) -> None:
        raise Odd

    with pytest.raises(Odd):
        Work(do, lambda: None, lambda: None, lambda *_: None).on(MANY)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("processes", ["two processes"], indirect=True)
@pytest.mark.usefixtures("processes")
def test_what_a_killed_process_left_undone_is_done(tmp_path: Path) -> None:
    first = os.getpid()

    def do(number: int) -> None:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        (tmp_path / str(number)).write_text(str(number * 2))

    assert Work(do, lambda: None, lambda: None, lambda *_: None).on(MANY) == []
    assert written(tmp_path) == {str(n): str(n * 2) for n in MANY}


def test_few_things_are_not_worth_a_process(tmp_path: Path) -> None:
    assert work(tmp_path).on(range(10)) == []
    assert len(written(tmp_path)) == 10
