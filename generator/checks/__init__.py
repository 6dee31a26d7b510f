"""A loaded catalogue is held against every rule; each is a .py and a .md of its name in `rules`."""

from generator.checks.check import CheckedCatalogue, check, report
from generator.checks.registry import RULES

__all__ = ["RULES", "CheckedCatalogue", "check", "report"]
