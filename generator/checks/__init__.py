"""A loaded catalogue is held against every rule; each is a .py and a .md of its name in `rules`.

What is named here is imported when it is asked for: who looks at texts alone needs no model.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generator.checks.checking import CheckedCatalogue, check, report
    from generator.checks.registry import RULES

__all__ = ["RULES", "CheckedCatalogue", "check", "report"]

_RULES: Final = "RULES"


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    module = "registry" if name == _RULES else "checking"
    return getattr(import_module(f"{__name__}.{module}"), name)
