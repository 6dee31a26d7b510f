"""The change that an editor makes: another word in one line of one service's summary."""

import re
from dataclasses import dataclass
from pathlib import Path

from bench.wording import identifier

_REAL = "Vården har en skyddad del av internet"
_MADE = re.compile(r"(\S+ \S+)(?= är till för)")


@dataclass(frozen=True, slots=True)
class OneLine:
    file: Path
    words: str
    """They stand once in the file, and in what is published of them."""
    address: str
    """The page that must show the change."""

    def write(self, number: int) -> str:
        """Puts the number in, instead of an earlier one; gives what the page then says."""
        text = self.file.read_text("utf-8")
        said = f"{self.words} {number}" if number else self.words
        known = re.escape(self.words) + r"(?: \d+)?"
        self.file.write_text(re.sub(known, said, text, count=1), "utf-8")
        return said


def one_line(folder: Path) -> OneLine:
    """In the last of the catalogue's made files, or in the real catalogue if that is all."""
    made = sorted((folder / "data").glob("omrade-*.yaml"))
    if not made:
        return OneLine(folder / "data" / "services.yaml", _REAL, "tjanster/sjunet")
    found = _MADE.findall(made[-1].read_text("utf-8"))
    name = next(each for each in reversed(found) if identifier(each).isascii())
    return OneLine(made[-1], f"{name} är till för", f"tjanster/{identifier(name)}")
