"""A small world's catalogue and plan, for a question that only names its days."""

from datetime import date

from generator.load import load_texts
from generator.model.catalogue import Catalogue
from generator.model.profile import Profile
from generator.plan.plan import Plan, Question
from generator.plan.planning import make_plan
from generator.source import SourceText
from tests.plan.case import BASE

ALONE = Profile(frozenset({"pv"}), frozenset({"private"}))


def catalogue_of(text: str) -> Catalogue:
    """Of the text, beside what every case has."""
    loaded = load_texts([BASE, SourceText("a.yaml", text)])
    assert not loaded.faults, loaded.faults
    return loaded.catalogue


def plan_of(catalogue: Catalogue, today: str, start: str, profile: Profile = ALONE) -> Plan:
    days = date.fromisoformat(start), date.fromisoformat(today)
    return make_plan(catalogue, Question(profile=profile, start=days[0], today=days[1]))
