"""The rules, in view. A new rule is two files and one line here."""

from typing import Final

from generator.checks.ambiguous_name import ambiguous_name
from generator.checks.deadline_in_the_wrong_month import deadline_in_the_wrong_month
from generator.checks.duplicate_id import duplicate_id
from generator.checks.duplicate_key import duplicate_key
from generator.checks.form_without_recipient import form_without_recipient
from generator.checks.html_in_text import html_in_text
from generator.checks.idle_alternative import idle_alternative
from generator.checks.invalid_period import invalid_period
from generator.checks.link_without_address import link_without_address
from generator.checks.mandatory_rests_on_optional import mandatory_rests_on_optional
from generator.checks.missing_field import missing_field
from generator.checks.obfuscated_text import obfuscated_text
from generator.checks.prerequisite_not_offered import prerequisite_not_offered
from generator.checks.redundant_prerequisite import redundant_prerequisite
from generator.checks.rule import Rule
from generator.checks.single_option import single_option
from generator.checks.syntax_error import syntax_error
from generator.checks.unknown_field import unknown_field
from generator.checks.unknown_lead_time import unknown_lead_time
from generator.checks.unknown_reference import unknown_reference
from generator.checks.unobtainable_service import unobtainable_service
from generator.checks.unused_contact import unused_contact
from generator.checks.unused_form import unused_form
from generator.checks.wrong_type import wrong_type

RULES: Final[tuple[Rule, ...]] = (
    syntax_error,
    duplicate_key,
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
    unknown_lead_time,
    idle_alternative,
    link_without_address,
    form_without_recipient,
    redundant_prerequisite,
    unused_form,
    unused_contact,
)
