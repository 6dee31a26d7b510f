"""The look's raw values are in one file, and readers can tell its colours apart."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"
TOKENS = (THEME / "css" / "tokens.css").read_text(encoding="utf-8")
STYLES = [file for file in THEME.rglob("*.css") if file.name != "tokens.css"]
RAW = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b[\d.]+(?:rem|px|pt|mm)\b", re.IGNORECASE)

TEXT, GRAPHIC = 4.5, 3.0
"""WCAG 2.1: 1.4.3 and 1.4.11, level AA."""
PAIRS = [
    ("ink", "surface", TEXT),
    ("ink", "sunk", TEXT),
    ("ink", "accent-soft", TEXT),
    ("ink", "caution-soft", TEXT),
    ("ink", "mark", TEXT),
    ("ink-quiet", "surface", TEXT),
    ("ink-quiet", "sunk", TEXT),
    ("ink-quiet", "accent-soft", TEXT),
    ("ink-quiet", "caution-soft", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "sunk", TEXT),
    ("accent", "accent-soft", TEXT),
    ("accent", "caution-soft", TEXT),
    ("accent-strong", "accent-soft", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    ("caution", "caution-soft", TEXT),
    ("caution", "surface", TEXT),
    ("caution", "sunk", TEXT),
    ("rule-strong", "surface", GRAPHIC),
    ("rule-strong", "sunk", GRAPHIC),
    ("caution-rule", "surface", GRAPHIC),
]


def scheme(name: str) -> dict[str, str]:
    screen, _, paper = TOKENS.partition("@media print")
    pairs = re.findall(r"--sk-([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);", screen)
    if name == "paper":
        return dict(re.findall(r"--sk-([a-z-]+): (#[0-9a-f]+);", paper))
    return {token: dark if name == "dark" else light for token, light, dark in pairs}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) > 4 else "".join(c * 2 for c in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("name", ["light", "dark", "paper"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(front: str, back: str, least: float, name: str) -> None:
    colours = scheme(name)
    low, high = sorted((luminance(colours[front]), luminance(colours[back])))
    assert (high + 0.05) / (low + 0.05) >= least


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_raw_values_are_tokens(file: Path) -> None:
    assert not RAW.findall(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_every_token_used_exists(file: Path) -> None:
    known = set(re.findall(r"(--sk-[a-z0-9-]+):", TOKENS))
    assert set(re.findall(r"var\((--sk-[a-z0-9-]+)", file.read_text(encoding="utf-8"))) <= known


def test_nothing_in_the_theme_asks_another_origin() -> None:
    asks = re.compile(
        r"""(?:src|href|srcset)=["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import"""
    )
    for file in THEME.rglob("*"):
        if file.suffix in {".html", ".css", ".js", ".svg"}:
            assert not asks.search(file.read_text(encoding="utf-8")), file
