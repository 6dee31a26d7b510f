"""What was compiled before is used only for the very same template and program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator import pipeline
from generator.clock import Clock
from generator.kept import program
from generator.outputs.html import compiled
from generator.outputs.html.compiled import Compiled
from generator.publication import Publication
from generator.settings import Settings
from generator.store import Store
from tests.conftest import copy_project


class Counting(jinja2.Environment):
    compiled = 0

    def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.compiled += 1
        return super().compile(*given, **named)  # type: ignore[call-overload]


def rendered(
    folder: Path, text: str, name: str = "a.html", program: bytes = b"this"
) -> tuple[str, int]:
    """What the template gives, and how many have been compiled for it."""
    theme = folder / "theme"
    theme.mkdir(exist_ok=True)
    (theme / name).write_text(text, encoding="utf-8")
    kept = Compiled(Store(folder / "kept", [("program", program)]))
    environment = Counting(loader=jinja2.FileSystemLoader(theme), bytecode_cache=kept)
    made = environment.get_template(name).render()
    kept.keep()
    return made, environment.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert rendered(tmp_path, "ett") == ("ett", 1)
    assert rendered(tmp_path, "ett") == ("ett", 0)


def test_another_text_or_name_is_another_template(tmp_path: Path) -> None:
    rendered(tmp_path, "ett")
    assert rendered(tmp_path, "två") == ("två", 1)
    assert rendered(tmp_path, "ett", "b.html") == ("ett", 1)
    assert rendered(tmp_path, "ett") == ("ett", 0), "what others have kept stays"


def test_another_program_compiles_anew(tmp_path: Path) -> None:
    rendered(tmp_path, "ett")
    assert rendered(tmp_path, "ett", program=b"another") == ("ett", 1)
    assert {"python", "program", "packages"} == {name for name, _ in program.makings()}


def test_of_too_many_those_of_the_last_build_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_MOST", 2)
    for text in ("ett", "två", "tre"):
        rendered(tmp_path, text)
    assert rendered(tmp_path, "tre") == ("tre", 0)
    assert rendered(tmp_path, "ett") == ("ett", 1)


def test_where_nothing_can_be_kept_all_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder", encoding="utf-8")
    assert rendered(tmp_path, "ett") == ("ett", 1)
    assert rendered(tmp_path, "ett") == ("ett", 1)
    nowhere = Compiled(None)
    environment = Counting(loader=jinja2.DictLoader({"a": "ett"}), bytecode_cache=nowhere)
    assert environment.get_template("a").render() == "ett"
    nowhere.keep()


def spoilt(content: bytes) -> Iterator[bytes]:
    yield b""
    yield content[:-3]
    yield content[:40] + bytes([content[40] ^ 1]) + content[41:]


def test_a_spoilt_one_is_not_used(tmp_path: Path) -> None:
    rendered(tmp_path, "ett")
    [file] = (tmp_path / "kept").iterdir()
    for content in spoilt(file.read_bytes()):
        file.write_bytes(content)
        assert rendered(tmp_path, "ett") == ("ett", 1)


def test_what_is_no_piece_of_ours_is_not_used(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept", [("program", b"this")])
    for content in (b"nonsense", b"i\x01\x00\x00\x00"):
        store.put(store.key(""), content)
        assert rendered(tmp_path, "ett") == ("ett", 1)


def test_a_build_keeps_them_in_no_project_and_for_every_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    compiles: list[str | None] = []
    compile_ = jinja2.Environment.compile

    def counted(here: Any, source: Any, name: Any = None, *given: Any, **named: Any) -> Any:
        compiles.append(name)
        return compile_(here, source, name, *given, **named)

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    for checkout in ("one", "other"):
        compiles.clear()
        monkeypatch.chdir(copy_project(_made(tmp_path / checkout)))
        made = pipeline.publish(Path.cwd(), Settings(pdf=False, changes=0), Clock())
        assert isinstance(made, Publication)
        assert ("service.html" in compiles) == (checkout == "one")
        assert not Path(".startklar/templates").exists()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
