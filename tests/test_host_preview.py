"""What a preview waits for, and what nobody who waits for it waits for."""

import gc
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import Environment, FileSystemLoader

from generator import host_preview
from generator.host_preview import Collector, ShellCode


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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "main.html").write_text("ett", "utf-8")
    return tmp_path


def rendered(folder: Path, code: ShellCode) -> str:
    environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=code, autoescape=True)
    return environment.get_template("main.html").render()


def test_of_a_template_that_is_worked_on_the_last_text_alone_is_kept(folder: Path) -> None:
    code = ShellCode()
    for text in ("ett", "två", "tre", "ett"):
        (folder / "main.html").write_text(text, "utf-8")
        assert [rendered(folder, code), rendered(folder, code)] == [text, text]
    assert len(code.last) == 1


def test_what_has_been_compiled_is_not_compiled_again(folder: Path) -> None:
    code = ShellCode()
    first = rendered(folder, code)
    with patch.object(Environment, "compile", side_effect=AssertionError):
        assert rendered(folder, code) == first
