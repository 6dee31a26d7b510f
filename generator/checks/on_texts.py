"""The rules that look at what texts say, each text by itself, and so at any file by itself."""

from typing import Final

from generator.checks.rule import Rule
from generator.checks.rules.html_in_text import html_in_text
from generator.checks.rules.long_sentence import long_sentence
from generator.checks.rules.misleading_character import misleading_character
from generator.checks.rules.obfuscated_text import obfuscated_text
from generator.checks.rules.unpublishable_link import unpublishable_link

ON_TEXTS: Final[tuple[Rule, ...]] = (
    obfuscated_text,
    html_in_text,
    unpublishable_link,
    misleading_character,
    long_sentence,
)
"""Those of `registry.RULES` that are `on_texts`."""
