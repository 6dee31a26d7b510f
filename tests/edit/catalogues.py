"""Catalogues in memory, changed and read again."""

from collections.abc import Iterable

from generator.edit.change import Edit, applied
from generator.load import Loaded, load_texts
from generator.source import SourceText

BASE = """
guide: {title: Guide, publisher: Regionen}
models:
  rehab: {name: Vårdval Rehab, short_name: Rehab}
  pv: {name: Primärvården, short_name: PV}
operators: {private: {name: Privat, short_name: Privat}}
sources: {seed: {title: Källa, publisher: Regionen}}
"""


def read(**files: str) -> Loaded:
    """The files, named without their ending, beside what all have in common."""
    texts = [SourceText(f"{name}.yaml", text) for name, text in files.items()]
    return load_texts([SourceText("base.yaml", BASE), *texts])


def texts(loaded: Loaded) -> dict[str, str]:
    return {name: text.text for name, text in loaded.places.texts.items()}


def changed(loaded: Loaded, edits: Iterable[Edit]) -> Loaded:
    """What is read after the edits."""
    edits = tuple(edits)
    sources = loaded.places.texts.values()
    return load_texts([SourceText(text.name, applied(text, edits)) for text in sources])
