"""A comparison as a comment on a pull request: the sum in sight, the rest folded."""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from generator.diagnostics import Diagnostic
from generator.diff.comparison import Comparison
from generator.diff.report.sentence import heading, sentence
from generator.diff.report.summary import summary, unread
from generator.diff.report.telling import Teller, Told
from generator.report.text import NAMES

_MOST_IN_SIGHT: Final = 8
_MARKS: Final = re.compile(r"([\\`*_\[\]|~])")
_CALLS: Final = re.compile(r"([@#])")
"""What GitHub takes for the beginning of a name or a number, also after a backslash."""
_CODE: Final = re.compile(r"`([^`]*)`")


def render(found: Comparison) -> str:
    parts = (_head, _refused, _effects, _changes, _findings, _published)
    return "\n".join(line for part in parts for line in part(found)) + "\n"


def _head(found: Comparison) -> Iterator[str]:
    yield "## Vad ändringen betyder för läsarna"
    yield ""
    for line in (*summary(found), *unread(found)):
        yield f"- {_shown(line)}"
    yield ""


def _refused(found: Comparison) -> Iterator[str]:
    if found.refused:
        yield "### Får inte göras så här"
        yield ""
        for each in found.refused:
            yield f"{_finding(each)}."
            yield f"  **Därför:** {_shown(each.why)}. **Gör så:** {_shown(each.help)}."
        yield ""


def _effects(found: Comparison) -> Iterator[str]:
    if found.effects is None or not found.effects.any:
        return
    told = tuple(
        Teller(found.old.loaded.catalogue, found.new.loaded.catalogue).effects(found.effects)
    )
    major = [each for each in told if not each.minor]
    yield "### Vad det gör för den som startar"
    yield ""
    yield from (line for each in major[:_MOST_IN_SIGHT] for line in _told(each))
    yield ""
    rest = [*major[_MOST_IN_SIGHT:], *(each for each in told if each.minor)]
    yield from _folded(
        f"Fler följder ({len(rest)})", [line for each in rest for line in _told(each)]
    )


def _told(told: Told) -> Iterator[str]:
    yield f"- {_shown(told.text)}"
    yield from (f"  - {_shown(detail)}" for detail in told.details)


def _changes(found: Comparison) -> Iterator[str]:
    lines = []
    for title, group in groupby(found.changes, heading):
        lines.append(f"- **{_shown(title)}**")
        lines += [f"  - {_shown(said)}" for said in map(sentence, group) if said]
    yield from _folded("Alla ändringar", lines)


def _findings(found: Comparison) -> Iterator[str]:
    new, gone = found.findings.new, found.findings.resolved
    yield from _folded(f"Nytt i granskningen ({len(new)})", map(_finding, new))
    yield from _folded(f"Löst i granskningen ({len(gone)})", map(_finding, gone))


def _finding(found: Diagnostic) -> str:
    place = f"{found.span.file}:{found.span.line}"
    return f"- `{place}` {NAMES[found.severity]} `{found.rule}`: {_shown(found.message)}"


def _published(found: Comparison) -> Iterator[str]:
    pages = found.published
    if pages is None:
        return
    named = (("ny", pages.new), ("borta", pages.gone), ("ändrad", pages.changed))
    lines = [f"- {what}: `{address}`" for what, many in named for address in many]
    yield from _folded(f"Sidor och utskrifter ({len(lines)})", lines)


def _folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    inner = list(lines)
    if inner:
        yield from ("<details>", f"<summary>{html.escape(title)}</summary>", "", *inner, "")
        yield from ("</details>", "")


def _shown(text: str) -> str:
    """An author's words as words: nothing in them is markup or calls anybody, but code is code."""
    words = _CODE.split(" ".join(text.split()))
    odd = (f"`{word}`" if number % 2 else _plain(word) for number, word in enumerate(words))
    return "".join(odd)


def _plain(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", html.escape(text, quote=False))
    return _CALLS.sub(r"\1<!-- -->", marked)
