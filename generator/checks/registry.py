"""The rules, in view. A new rule is two files and one line here."""

from typing import Final

from generator.checks.duplicate_key import duplicate_key
from generator.checks.rule import Rule

RULES: Final[tuple[Rule, ...]] = (duplicate_key,)
