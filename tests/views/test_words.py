"""Swedish words for the catalogue's values."""

import pytest

from generator.model.entry import Applies, Citation, Verified
from generator.model.lead_time import LeadTime
from generator.model.service import Level, Obligation
from generator.views import words
from tests.pages.rendered import BOTH, small

CATALOGUE = small(f"services: {{a: {{name: A, {BOTH}}}}}").catalogue


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"time": "14d"}, "14 dagar"),
        ({"time": "1d"}, "1 dag"),
        ({"time": "5wd"}, "5 arbetsdagar"),
        ({"time": "none"}, "ingen"),
        ({"time": "5wd", "text": "upp till 5 arbetsdagar"}, "upp till 5 arbetsdagar"),
        (
            {"text": "flera månader", "assume": "90d"},
            "flera månader (vi räknar med 90 dagar, ett antagande)",
        ),
        ({"assume": "5wd"}, "okänd (vi räknar med 5 arbetsdagar, ett antagande)"),
        ({"text": "ytterligare dagar"}, "ytterligare dagar (okänt hur många)"),
        ({}, "okänd"),
    ],
)
def test_a_lead_time_is_said_as_surely_as_it_is_known(written: dict[str, str], read: str) -> None:
    assert words.lead_time(LeadTime.model_validate(written)) == read


def test_every_level_has_a_label_and_a_heading() -> None:
    assert set(words.OBLIGATION) == set(words.OBLIGATIONS) == set(Level)


def test_a_condition_completes_its_sentence() -> None:
    obligation = Obligation(level=Level.CONDITIONAL, condition="vill ha ersättning")
    assert words.condition(obligation) == "Krävs om ni vill ha ersättning."
    assert words.condition(Obligation(level=Level.OPTIONAL)) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("from: 06-01, to: 07-31", "1 juni–31 juli"),
        ("from: 2023-12-11, to: 2024-01-07", "11 december 2023–7 januari 2024"),
    ],
)
def test_a_stop_is_a_period(written: str, read: str) -> None:
    stop = f"{{title: Stopp, organisation: vgr, text: T., source: seed, {written}}}"
    site = small(f"services: {{a: {{name: A, {BOTH}}}}}\nstops: {{s: {stop}}}")
    assert words.period(site.catalogue.stops["s"]) == read


def test_the_last_letters_come_last_whatever_the_case() -> None:
    names = ["Östra", "ärende", "Ånge", "Zon", "alfa", "Beta"]
    assert sorted(names, key=words.collated) == ["alfa", "Beta", "Zon", "Ånge", "ärende", "Östra"]


def test_a_citation_says_where_and_how_old() -> None:
    cited = Citation(ref="seed", lines="16-51")
    assert words.citation(CATALOGUE, cited) == "Huvudkällan, Regionen, omkring 2017, rad 16–51"


def test_only_evidence_makes_a_fact_checked() -> None:
    cited = Citation(ref="seed")
    verified = Verified.model_validate(
        {"date": "2027-03-04", "by": "supporten", "how": "ringde", "source": "ärende 1"}
    )
    assert words.checked(CATALOGUE, cited, None) == (
        "Uppgifterna är inte kontrollerade sedan omkring 2017."
    )
    assert "4 mars 2027 av supporten" in words.checked(CATALOGUE, cited, verified)
    assert "inget datum" in words.checked(CATALOGUE, Citation(ref="other"), None)


def test_what_is_for_all_readers_is_not_said() -> None:
    part = Applies(models=("rehab",), operators=("private",))
    assert words.applies(CATALOGUE, part) == "Gäller: Rehab och Privat"
    assert words.applies(CATALOGUE, part, model="rehab") == "Gäller: Privat"
    assert words.applies(CATALOGUE, Applies()) is None
