"""What another process makes of the theme is what this one would, of the theme as it stands."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator import side_by_side, standing, theme_ahead
from generator.outputs.site.assets import Assets

TEMPLATES = ("pages/one.html", "parts/two/two.html")


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Its files have stood for a while; styles and scripts say which process was told of them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    monkeypatch.setattr(standing, "_SETTLED", -(10**12))
    monkeypatch.setattr(side_by_side, "_may_fork", lambda: True)
    for name in ("assets", "_look"):
        monkeypatch.setattr(theme_ahead, name, _made_here)
    for name in TEMPLATES:
        file = tmp_path / "theme" / name
        file.parent.mkdir(parents=True)
        file.write_text("{{ 1 + 1 }}", "utf-8")
    return tmp_path / "theme"


def _made_here(_: Path) -> Assets:
    return Assets(style=str(os.getpid()), first="", script="", modules={}, files={})


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], list[str]]:
    """Which templates this process compiles when it asks for them, which all give the same."""
    compile_ = jinja2.Environment.compile

    def asked(theme: Path) -> list[str]:
        names = list[str]()

        def counted(here: Any, source: Any, name: Any = None, *given: Any, **named: Any) -> Any:
            names.append(name)
            return compile_(here, source, name, *given, **named)

        monkeypatch.setattr(jinja2.Environment, "compile", counted)
        made = theme_ahead.templates(theme)
        assert made.render("one.html", {}) == "2"
        return names

    return asked


def test_what_is_made_of_the_theme_is_made_by_another_process(
    theme: Path, compiled: Callable[[Path], list[str]]
) -> None:
    theme_ahead.begin(theme)
    assert theme_ahead.look(theme) != _made_here(theme)
    assert compiled(theme) == []


def test_the_next_build_finds_it_too(theme: Path, compiled: Callable[[Path], list[str]]) -> None:
    theme_ahead.begin(theme)
    theme_ahead.templates(theme)
    (theme / "pages" / "three.html").write_text("3", "utf-8")
    assert compiled(theme) == ["three.html"]


def changed(theme: Path) -> None:
    (theme / TEMPLATES[0]).write_text("{{ 2 }}", "utf-8")


def one_more(theme: Path) -> None:
    (theme / "pages" / "three.html").write_text("3", "utf-8")


def gone(theme: Path) -> None:
    (theme / TEMPLATES[1]).unlink()


@pytest.mark.parametrize(
    ("change", "anew"), [(changed, ["one.html"]), (one_more, ["three.html"]), (gone, [])]
)
def test_a_theme_that_has_changed_since_is_looked_at_anew(
    theme: Path,
    compiled: Callable[[Path], list[str]],
    change: Callable[[Path], None],
    anew: list[str],
) -> None:
    theme_ahead.begin(theme)
    theme_ahead._of(theme)  # noqa: SLF001 - it is done
    change(theme)
    assert theme_ahead.look(theme) == _made_here(theme)
    assert compiled(theme) == anew


def _lost(_: Path) -> None:
    os._exit(9)


def _faulty(_: Path) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("fault", [_lost, _faulty])
def test_what_the_other_process_could_not_make_is_made_here(
    theme: Path,
    compiled: Callable[[Path], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Path], None],
) -> None:
    monkeypatch.setattr(theme_ahead, "_look", fault)
    theme_ahead.begin(theme)
    assert theme_ahead.look(theme) == _made_here(theme)
    assert sorted(compiled(theme)) == ["one.html", "two/two.html"]


@pytest.mark.parametrize("begun", [True, False], ids=["alone", "not begun"])
def test_without_another_process_all_is_made_here(
    theme: Path,
    compiled: Callable[[Path], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    begun: bool,
) -> None:
    monkeypatch.setattr(side_by_side, "_may_fork", lambda: False)
    if begun:
        theme_ahead.begin(theme)
    assert theme_ahead.look(theme) == _made_here(theme)
    assert sorted(compiled(theme)) == ["one.html", "two/two.html"]
