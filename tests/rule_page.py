"""A rule's page, taken apart and run.

The examples are small worlds with their expectation inside. `python -m tests.rule_page` writes
what the rules say today into the pages, for whoever has changed a wording to read aloud.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.checks import RULES
from generator.checks.checking import report
from generator.checks.rule import Rule
from generator.diagnostics import Report
from generator.load import load_texts
from generator.load.document import read_document
from generator.report.text import render_one
from generator.source import SourceText

FURTHER: Final = Path(__file__).parent / "checks"
"""More examples, a page for each rule that needs them."""
AS_OF = date(2027, 2, 1)
"""The day on which every example is read."""
GUIDE = "guide: {title: Guide, publisher: Regionen}\n"
BASE = {
    "models": {
        "primarvard": "{name: VG Primärvård, short_name: Primärvård}",
        "rehab": "{name: Vårdval Rehab, short_name: Rehab}",
    },
    "operators": {
        "private": "{name: Privat vårdgivare, short_name: Privat}",
        "public": "{name: Offentlig vårdgivare, short_name: Offentlig}",
    },
    "sources": {
        "seed": "{title: IT-tjänster, publisher: Regionen}",
        "x1": "{title: En annan källa, publisher: Inera}",
    },
    "organisations": {"vgr": "{name: Regionen}", "inera": "{name: Inera}"},
    "services": {
        "grund": "{name: Grund, summary: Allt vilar på den., source: seed, "
        "obligation: {primarvard: mandatory, rehab: mandatory}}",
    },
}
"""What every example may take for granted. What an example defines itself is left out."""

_MARK = "# fel"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REPORT = re.compile(r"\s*^```text\n.*?^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """The YAML and text blocks under one heading."""

    name: str
    files: dict[str, str]
    text: str | None

    @property
    def marked(self) -> list[tuple[str, int]]:
        """The lines that end with the mark."""
        return [
            (file, number)
            for file, text in self.files.items()
            for number, line in enumerate(text.splitlines(), start=1)
            if line.endswith(_MARK)
        ]

    @property
    def whole(self) -> list[SourceText]:
        """Its files, and the base that makes them a catalogue."""
        texts = [SourceText(name, text) for name, text in self.files.items()]
        return [SourceText("bas.yaml", _rest(texts)), *texts]

    def run(self, rule: Rule) -> Report:
        """What that rule alone says of the example."""
        return report(load_texts(self.whole), [rule], as_of=AS_OF)


def reported(found: Report) -> list[tuple[str, int]]:
    return [(each.span.file, each.span.line) for each in found.diagnostics]


def as_text(found: Report) -> str:
    return "\n\n".join(render_one(found, each) for each in found.diagnostics) + "\n"


def headings(page: str) -> list[str]:
    return _SECTION.findall(page)


def examples(page: str) -> dict[str, Example]:
    """Each heading's example, where there is one."""
    _, *parts = _SECTION.split(page)
    found = (_example(name, text) for name, text in zip(parts[::2], parts[1::2], strict=True))
    return {example.name: example for example in found if example.files}


def _example(name: str, text: str) -> Example:
    blocks = _BLOCK.findall(text)
    files = {file or "services.yaml": body for kind, file, body in blocks if kind == "yaml"}
    texts = [body for kind, _, body in blocks if kind == "text"]
    return Example(name, files, texts[0] if texts else None)


def _rest(texts: list[SourceText]) -> str:
    """The base without the entries that the texts define themselves."""
    taken: dict[str, set[str]] = {}
    for text in texts:
        for section, entries in read_document(text)[0].items():
            taken.setdefault(section, set()).update(entries or ())
    sections = (_section(name, entries, taken.get(name, ())) for name, entries in BASE.items())
    return "".join(("" if "guide" in taken else GUIDE, *sections))


def _section(name: str, entries: dict[str, str], taken: Container[str]) -> str:
    kept = {id_: entry for id_, entry in entries.items() if id_ not in taken}
    return "".join((f"{name}:\n" if kept else "", *(f"  {i}: {e}\n" for i, e in kept.items())))


def rewrite(rule: Rule) -> None:
    """Put the exact report after each example in which a line is marked."""
    for page in (rule.page, FURTHER / rule.page.name):
        if page.exists():
            head, *parts = _SECTION.split(page.read_text(encoding="utf-8"))
            told = zip(parts[::2], parts[1::2], strict=True)
            body = "".join(f"## {name}{_retold(rule, name, text)}" for name, text in told)
            page.write_text(head + body, encoding="utf-8")


def _retold(rule: Rule, name: str, text: str) -> str:
    example = _example(name, text)
    if not example.marked:
        return text
    *_, last = (block for block in _BLOCK.finditer(text) if block[1] == "yaml")
    written = _REPORT.sub("", text[last.end() :], count=1)
    return f"{text[: last.end()]}\n\n```text\n{as_text(example.run(rule))}```{written}"


if __name__ == "__main__":
    for each in RULES:
        rewrite(each)
