"""What was compiled before is used only for the very same template and program."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from generator.outputs.html import compiled
from generator.outputs.html.compiled import Compiled
from generator.store import Store


class Counting(jinja2.Environment):
    compiled = 0

    def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.compiled += 1
        return super().compile(*given, **named)  # type: ignore[call-overload]


def rendered(folder: Path, text: str, name: str = "a.html") -> tuple[str, int]:
    """What the template gives, and how many have been compiled for it."""
    theme = folder / "theme"
    theme.mkdir(exist_ok=True)
    (theme / name).write_text(text, encoding="utf-8")
    environment = Counting(
        loader=jinja2.FileSystemLoader(theme), bytecode_cache=Compiled(folder / "kept")
    )
    return environment.get_template(name).render(), environment.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert rendered(tmp_path, "ett") == ("ett", 1)
    assert rendered(tmp_path, "ett") == ("ett", 0)


def test_another_text_or_name_is_another_template(tmp_path: Path) -> None:
    rendered(tmp_path, "ett")
    assert rendered(tmp_path, "två") == ("två", 1)
    assert rendered(tmp_path, "ett", "b.html") == ("ett", 1)
    assert rendered(tmp_path, "ett") == ("ett", 0)


def test_another_program_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path, "ett")
    monkeypatch.setattr(compiled, "_makings", lambda: (("program", b"another"),))
    assert rendered(tmp_path, "ett") == ("ett", 1)


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


def test_every_part_of_the_program_takes_part(tmp_path: Path) -> None:
    names = [name for name, _ in compiled._makings()]  # noqa: SLF001 - the reason why it is right
    assert {"python", "jinja2", "program"} <= set(names)
    one, other = (Store(tmp_path, [("program", text)]) for text in (b"1", b"2"))
    assert one.key("a") != other.key("a")
