"""Files become a catalogue and a list of faults. Nothing here judges what the catalogue says.

What is named here is imported when it is asked for: who reads one file alone needs no model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.load.files import UnreadableError
    from generator.load.loaded import Loaded
    from generator.load.reading import load, load_bytes, load_texts

__all__ = ["Loaded", "UnreadableError", "load", "load_bytes", "load_texts"]

_ELSEWHERE: Final = {"UnreadableError": "files", "Loaded": "loaded"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'reading')}"), name)
