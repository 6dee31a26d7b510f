"""Files become a catalogue and a list of faults. Nothing here judges what the catalogue says."""

from generator.load.files import UnreadableError
from generator.load.loaded import Loaded
from generator.load.reading import load, load_bytes, load_texts

__all__ = ["Loaded", "UnreadableError", "load", "load_bytes", "load_texts"]
