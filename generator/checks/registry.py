"""The rules, in view. A new rule is two files and one line here."""

from typing import Final

from generator.checks.rule import Rule
from generator.checks.rules.ambiguous_name import ambiguous_name
from generator.checks.rules.deadline_in_the_wrong_month import deadline_in_the_wrong_month
from generator.checks.rules.dominated_option import dominated_option
from generator.checks.rules.duplicate_id import duplicate_id
from generator.checks.rules.duplicate_key import duplicate_key
from generator.checks.rules.expired_override import expired_override
from generator.checks.rules.form_without_recipient import form_without_recipient
from generator.checks.rules.html_in_text import html_in_text
from generator.checks.rules.idle_alternative import idle_alternative
from generator.checks.rules.invalid_period import invalid_period
from generator.checks.rules.link_without_address import link_without_address
from generator.checks.rules.long_sentence import long_sentence
from generator.checks.rules.mandatory_rests_on_optional import mandatory_rests_on_optional
from generator.checks.rules.mandatory_rests_on_unspecified import mandatory_rests_on_unspecified
from generator.checks.rules.misleading_character import misleading_character
from generator.checks.rules.missing_field import missing_field
from generator.checks.rules.obfuscated_text import obfuscated_text
from generator.checks.rules.prerequisite_not_offered import prerequisite_not_offered
from generator.checks.rules.redundant_prerequisite import redundant_prerequisite
from generator.checks.rules.replaced_without_successor import replaced_without_successor
from generator.checks.rules.single_option import single_option
from generator.checks.rules.stale_fact import stale_fact
from generator.checks.rules.syntax_error import syntax_error
from generator.checks.rules.unknown_field import unknown_field
from generator.checks.rules.unknown_format import unknown_format
from generator.checks.rules.unknown_lead_time import unknown_lead_time
from generator.checks.rules.unknown_reference import unknown_reference
from generator.checks.rules.unobtainable_service import unobtainable_service
from generator.checks.rules.unpublishable_link import unpublishable_link
from generator.checks.rules.unused_contact import unused_contact
from generator.checks.rules.unused_fact import unused_fact
from generator.checks.rules.unused_form import unused_form
from generator.checks.rules.unverified_person import unverified_person
from generator.checks.rules.verified_in_advance import verified_in_advance
from generator.checks.rules.weakened_rule import weakened_rule
from generator.checks.rules.wrong_type import wrong_type

RULES: Final[tuple[Rule, ...]] = (
    syntax_error,
    duplicate_key,
    unknown_format,
    unknown_field,
    missing_field,
    wrong_type,
    duplicate_id,
    unknown_reference,
    unobtainable_service,
    prerequisite_not_offered,
    mandatory_rests_on_optional,
    single_option,
    ambiguous_name,
    invalid_period,
    deadline_in_the_wrong_month,
    obfuscated_text,
    html_in_text,
    unpublishable_link,
    misleading_character,
    weakened_rule,
    unknown_lead_time,
    idle_alternative,
    link_without_address,
    form_without_recipient,
    mandatory_rests_on_unspecified,
    unverified_person,
    stale_fact,
    verified_in_advance,
    replaced_without_successor,
    long_sentence,
    expired_override,
    dominated_option,
    redundant_prerequisite,
    unused_form,
    unused_contact,
    unused_fact,
)
