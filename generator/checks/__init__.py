"""A loaded catalogue is held against every rule. One rule = one .py and one .md of its name."""

from generator.checks.check import CheckedCatalogue, check, report
from generator.checks.registry import RULES

__all__ = ["RULES", "CheckedCatalogue", "check", "report"]
