"""What a check found, kept for the next, in which mostly one text of one file is another.

At 2,500 services that takes a tenth of a whole check, which stays the judge of everything else.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from generator.diagnostics import Report
from generator.kept import documents
from generator.kept.answer import Question, Times
from generator.kept.findings import read
from generator.kept.moved import ChangedError
from generator.kept.place import store
from generator.kept.retold import retold
from generator.load.files import in_memory
from generator.load.known import Meanwhile
from generator.plan.today import is_now
from generator.source import SourceText
from generator.store import Store

NAME: Final = "findings"
"""Of the store that they lie in."""
_AHEAD: Final = 2 / 3
"""What the other process reads while this one imports the model. At 2,500 services the longer of
the two takes a tenth less of a first check's processor time; and of the real catalogue, which the
other reads alone, since this one then needs no PyYAML."""

Whole = Callable[[Question, Mapping[str, bytes] | None, Store | None], tuple[Report, Times]]


def review(question: Question, files: Mapping[str, bytes] | None) -> tuple[Report, Times]:
    """Every fault of the catalogue, and when that holds. Raises UnreadableError."""
    kept = store(NAME) if files else None
    if kept is not None and files is not None:
        with suppress(ChangedError):
            texts = _texts(files)
            known = read(kept.get(key(kept, question.data, question.as_of)))
            if known is not None and is_now(*known.holds):
                with suppress(ChangedError):
                    return retold(known, texts), known.holds
            documents.known().ahead([*texts.values()], Meanwhile(_whole, _AHEAD, always=True))
    return _whole()(question, files, kept)


def _whole() -> Whole:
    # Imported when it is needed: what knows the model takes longer to import than all of this.
    from generator.kept.whole import whole  # noqa: PLC0415

    return whole


def key(kept: Store, data: Path, as_of: date | None) -> str:
    """What findings of the folder are kept under; as of None is the day that it is."""
    return kept.key(repr((Path.cwd(), data, as_of)))


def _texts(files: Mapping[str, bytes]) -> dict[str, SourceText]:
    texts = {}
    for text, fault in in_memory(files):
        if fault:
            raise ChangedError
        texts[text.name] = text
    return texts
