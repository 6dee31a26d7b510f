"""The plan's table of an attacked catalogue, opened in LibreOffice.

Run by name alone, since hardly any machine has the program; that the table has no formula is held
by rule in `test_injection.py`.
"""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from generator.outputs.plans.csv import plan_csv
from generator.plan.plan import Plan
from tests.trust.test_injection import HOSTILE, plan  # noqa: F401 - a fixture is known by its name

CONTROL = '\ufeffa;b\r\n=1+1;"=HYPERLINK(""https://x.example"")"\r\n'
SEMICOLONS = "CSV:59,34,76,1"
"""What divides and what quotes, as characters; UTF-8; from the first line."""


def opened(table: bytes, folder: Path) -> str:
    """As LibreOffice has it, in its own XML."""
    folder.mkdir()
    (folder / "plan.csv").write_bytes(table)
    program = shutil.which("soffice") or pytest.fail("there is no LibreOffice")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    how = [
        "--headless",
        f"--infilter={SEMICOLONS}",
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
    ]
    subprocess.run([program, own, *how, str(folder / "plan.csv")], capture_output=True, check=True)  # noqa: S603
    return (folder / "plan.fods").read_text(encoding="utf-8")


def test_no_cell_is_a_formula_or_a_link(plan: Plan, tmp_path: Path) -> None:  # noqa: F811
    assert opened(CONTROL.encode(), tmp_path / "control").count("table:formula=") == 2
    sheet = opened(plan_csv(HOSTILE.catalogue, plan), tmp_path / "plan")
    kinds = Counter(re.findall(r'<table:table-cell[^>]* office:value-type="(\w+)"', sheet))
    assert set(kinds) == {"string", "date", "float"}
    assert kinds["string"] > 50
    assert "table:formula=" not in sheet
    assert "<text:a" not in sheet
