"""The house's order, held: what may import what, how large things grow, and that names agree."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
THEME = ROOT / "theme"
MODULES = sorted(GENERATOR.rglob("*.py"))
TEMPLATES = sorted(THEME.rglob("*.html"))

MAY_IMPORT = {
    "model": set(),
    "settings": set(),
    "data_files": set(),
    "user_cache": set(),
    "store": {"user_cache"},
    "clock": set(),
    "side_by_side": set(),
    "standing": set(),
    "chains": {"model"},
    "source": {"model"},
    "diagnostics": {"source"},
    "load": {"data_files", "model", "source", "store", "side_by_side"},
    "checks": {"model", "source", "diagnostics", "load", "chains", "side_by_side"},
    "edit": {"model", "source", "load", "checks"},
    "report": {"source", "diagnostics", "checks"},
    "plan": {"model", "chains"},
    "views": {"model", "source", "diagnostics", "chains", "checks", "plan"},
    "sheets": {"model", "plan", "views"},
    "pages": {"model", "source", "diagnostics", "chains", "checks", "plan", "views", "sheets"},
    "outputs": {"model", "source", "store", "plan", "views", "sheets", "pages"},
    "diff": {
        "data_files",
        "model",
        "source",
        "store",
        "diagnostics",
        "load",
        "checks",
        "report",
        "plan",
        "views",
        "sheets",
        "pages",
        "outputs",
    },
    "kept": {
        "data_files",
        "store",
        "user_cache",
        "plan",
        "model",
        "source",
        "diagnostics",
        "load",
        "checks",
        "proving",
    },
    "proving": {"diagnostics", "load", "checks", "plan"},
    "publication": {"model", "clock", "side_by_side", "pages", "outputs"},
    "making_ready": {"kept", "theme_ahead"},
    "theme_ahead": {"standing", "side_by_side", "kept", "outputs"},
    "pipeline": {
        "model",
        "store",
        "standing",
        "theme_ahead",
        "clock",
        "kept",
        "publication",
        "proving",
        "diagnostics",
        "load",
        "checks",
        "report",
        "plan",
        "views",
        "sheets",
        "pages",
        "outputs",
        "diff",
        "settings",
    },
    "host_files": {"publication", "outputs"},
    "host_preview": {"publication", "outputs"},
    "host_live": {"host_preview"},
    "host_watch": set(),
    "host_shell": {"publication", "outputs", "host_preview"},
    "host_mkdocs": {
        "clock",
        "publication",
        "pipeline",
        "outputs",
        "settings",
        "side_by_side",
        "making_ready",
        "host_files",
        "host_shell",
        "host_preview",
        "host_live",
        "host_watch",
    },
    "commands": {
        "clock",
        "kept",
        "proving",
        "pipeline",
        "diagnostics",
        "checks",
        "report",
        "load",
        "edit",
        "model",
        "chains",
        "plan",
        "views",
        "sheets",
        "outputs",
        "diff",
        "settings",
        "host_mkdocs",
    },
    "__main__": {"commands"},
    "__init__": set(),
}
"""The flow, left to right: a room may know the rooms named, and itself."""


def room(module: Path) -> str:
    return module.relative_to(GENERATOR).with_suffix("").parts[0]


def imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return names | {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_imports_follow_the_flow(module: Path) -> None:
    here = room(module)
    inner = {n.split(".")[1] for n in imported(module) if n.startswith("generator.")}
    assert inner - {here} <= MAY_IMPORT[here]


def test_only_the_host_knows_mkdocs() -> None:
    knowing = [m for m in MODULES if any(n.split(".")[0] == "mkdocs" for n in imported(m))]
    assert knowing == [m for m in MODULES if m.name.startswith("host_")]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_is_one_room(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


def test_who_opens_a_folder_sees_at_a_glance_where_to_go() -> None:
    """A longer list than fits a screen is read only where each file is one of a kind: the rules."""
    folders = Counter(m.parent for m in MODULES if m.name != "__init__.py")
    del folders[GENERATOR / "checks" / "rules"]
    assert {name(f): many for f, many in folders.items() if many > 30} == {}


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_is_short(template: Path) -> None:
    assert len(template.read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_function_does_one_thing(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            lines = (node.end_lineno or 0) - first.lineno + 1
            assert lines <= 40, f"{node.name} has {lines} lines"


def test_no_room_is_a_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "core", "manager"}
    assert not {m.stem for m in MODULES} & drawers


def test_every_module_imports_alone() -> None:
    names = [".".join(m.relative_to(ROOT).with_suffix("").parts) for m in MODULES]
    names = [n.removesuffix(".__init__") for n in names if not n.endswith("__main__")]
    program = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for known in [m for m in sys.modules if m.split('.')[0] == 'generator']:\n"
        "        del sys.modules[known]\n"
        "    importlib.import_module(name)\n"
    )
    command = [sys.executable, "-c", program, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_a_part_is_one_folder_of_its_name() -> None:
    for file in (THEME / "parts").glob("*/*"):
        assert file.stem == file.parent.name, name(file)
    for file in (THEME / "parts").glob("*"):
        assert file.is_dir(), name(file)


def test_raw_colours_stand_in_the_tokens_alone() -> None:
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(")
    for style in [*(THEME / "parts").glob("*/*.css"), *(THEME / "css").glob("*.css")]:
        if style.name != "tokens.css":
            assert not colour.search(style.read_text(encoding="utf-8")), name(style)
