"""Hold the loader against the public suite: `python -m tests.yaml_suite FOLDER`.

The folder is branch `data` of github.com/yaml/yaml-test-suite: each of its folders has `in.yaml`,
what a parser makes of it in `test.event`, and `error` where it must be refused. Nothing of it is
kept here; the documents beside this file are our own.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator.checks import report
from generator.load.document import read_document
from generator.load.reading import load_bytes

_NODE_MARKS: Final = re.compile(r"^(?:&\S+ |<\S*> )*")
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "0": "\0", "e": "\x1b"}
_MARKS: Final = ("+STR", "-STR", "+DOC", "-DOC")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    folder: Path = options.parse_args().folder
    results = {
        each.parent.relative_to(folder).as_posix(): _result(each)
        for each in sorted(folder.rglob("in.yaml"))
        if not {"name", "tags"} & {*each.relative_to(folder).parts}
    }
    counts = Counter(results.values())
    for result, count in counts.most_common():
        names = [name for name, found in results.items() if found == result]
        few = f": {', '.join(names)}" if result not in {"read as it says", "refused"} else ""
        sys.stdout.write(f"{count} {result}{few}\n")
    sys.stdout.write(f"{counts.total()} documents\n")
    return 1 if not counts or counts["read otherwise"] else 0


def _result(file: Path) -> str:
    """What became of it; a fault of the program is a traceback."""
    loaded = load_bytes({"a.yaml": file.read_bytes()})
    found = report(loaded, as_of=date(2027, 2, 1))
    lines = len(loaded.places.texts["a.yaml"].lines)
    if not all(1 <= each.span.line <= lines for each in found.diagnostics):
        return "without a place"
    data, faults = read_document(loaded.places.texts["a.yaml"])
    if faults or any(each.rule == "syntax-error" for each in found.diagnostics):
        return "refused"
    if file.with_name("error").exists():
        return "read though it is invalid"
    events = file.with_name("test.event").read_text(encoding="utf-8").splitlines()
    said = _node(each for each in map(str.lstrip, events) if not each.startswith(_MARKS))
    return "read as it says" if said == _bare(data) else "read otherwise"


def _node(events: Iterator[str], event: str = "") -> Any:
    """The value that the next events tell; a text without blanks at its ends, as in fields."""
    event = event or next(events)
    if event.startswith("+MAP"):
        pairs = ((key, _node(events)) for key in map(_key, _until(events, "-MAP")))
        return dict(pairs)
    if event.startswith("+SEQ"):
        return [_node(events, item) for item in _until(events, "-SEQ")]
    return _scalar(event)


def _until(events: Iterator[str], end: str) -> Iterator[str]:
    while not (event := next(events)).startswith(end):
        yield event


def _key(event: str) -> str:
    return _scalar(event) or ""


def _scalar(event: str) -> str | None:
    written = _NODE_MARKS.sub("", event.removeprefix("=VAL "))
    text = _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), written[1:])
    return None if written[0] == ":" and text in {"", "~", "null"} else text.strip()


def _bare(data: Any) -> Any:
    if isinstance(data, dict):
        return {key.strip(): _bare(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_bare(value) for value in data]
    return data.strip() if isinstance(data, str) else data


if __name__ == "__main__":
    sys.exit(main())
