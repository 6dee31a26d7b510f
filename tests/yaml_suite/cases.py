"""Documents of every chapter of YAML 1.2.2, and what reading each must give.

A case begins with `===`, the section and what is tried; its document goes on to `-->`, after which
stands what must come of it: the data as JSON, or each fault's kind, line and column. `although
valid` means that the specification allows what is refused, for libyaml does not read it; `although
invalid` that it does not allow what is read, which has one meaning all the same; `although other`
that it has the text otherwise, of which `misleading-character` tells.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
_CASE: Final = re.compile(r"^=== (.+)\n((?s:.*?))^--> (.+)\n", re.MULTILINE)
_SIGN: Final = re.compile("‹(x?)([0-9A-F]+)›")
_LONG: Final = "a" * 1100
_SURROGATE: Final = 0xDC00


@dataclass(frozen=True)
class Document:
    name: str
    raw: bytes
    result: str

    @property
    def expected(self) -> str:
        return self.result.partition(" although ")[0]

    @property
    def data(self) -> Any:
        """What is read; nothing of what is refused."""
        return json.loads(self.expected) if self.expected[0] in '{["' else None

    @property
    def is_read(self) -> bool:
        return self.data is not None


def documents() -> Iterator[Document]:
    for file in sorted(FOLDER.glob("*.txt")):
        for name, written, result in _CASE.findall(file.read_text(encoding="utf-8")):
            yield Document(name, _raw(written), result)


def _raw(written: str) -> bytes:
    """`‹1B›` is a character, `‹xFF›` a byte, `‹EOF›` an end without a line break."""
    text = written.removesuffix("\n").removesuffix("‹EOF›") if "‹EOF›" in written else written
    text = _SIGN.sub(_character, text.replace("‹LONG›", _LONG))
    return text.encode("utf-8", "surrogateescape")


def _character(sign: re.Match[str]) -> str:
    return chr(_SURROGATE * bool(sign[1]) + int(sign[2], 16))
