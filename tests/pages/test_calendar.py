"""`/kalender/`, and what the pages of the care models say of time."""

from dataclasses import replace
from datetime import date

from tests.pages.rendered import markup, read, real, section, small

NONE = """
services:
  a: {name: Tjänsten, summary: Den behövs., obligation: {pv: mandatory}, source: seed}
"""
DATES = f"""{NONE}
recurring:
  fil:
    title: Lämna filen
    text: Tre vardagar.
    rule: {{kind: first-weekdays, days: 3, closes: "15:00"}}
    timetable:
      - {{month: 2027-02, opens: 2027-02-02, closes: 2027-02-05, at: "12:30", source: other}}
      - {{month: 2027-03, closes: 2027-03-05, source: other}}
    source: seed
  bara-pv:
    title: Ersättningen betalas ut
    text: Sista dagen.
    models: [pv]
    operators: [private]
    rule: {{kind: last-day}}
    source: seed
"""


def month(body: str, anchor: str, name: str) -> str:
    words = section(body, anchor)
    return words.partition(f" {name} ")[2].partition(" 2027 ")[0]


def test_the_days_are_told_with_their_reason() -> None:
    text = section(markup(real(), "kalender"), "rehab")
    said = "Januari 2027 Lämna filen mån 4 eller tis 5 januari, senast tis 5 januari kl. 15.00"
    assert said in text
    assert (
        "Räknas lör 2 januari som vardag stänger det tis 5 januari, annars tor 7 januari. "
        "Dagarna här gäller i båda fallen." in text
    )
    assert "Räknas lör 3 april som vardag stänger det samma dag, annars mån 5 april." in text
    assert "betalas ut" not in text


def test_calculation_and_pay_out_are_told() -> None:
    text = section(markup(real(), "kalender"), "primarvard")
    assert "Ersättningen är beräknad omkring den 15 december" in text
    assert "Ersättningen betalas ut tor 31 december Det är en helgdag eller afton." in text
    assert "Ersättningen betalas ut sön 31 januari Det är en söndag." in text


def test_what_has_been_this_month_is_said_to_have_been() -> None:
    text = section(markup(real(), "kalender"), "primarvard")
    assert "senast ons 4 november kl. 15.00 (har varit)" in text
    assert text.count("(har varit)") == 2


def test_stops_have_their_dates_and_feeds_their_links() -> None:
    body = markup(real(), "kalender")
    assert "Sommarstopp hos VGR IT: tisdag 1 juni 2027 till lördag 31 juli 2027" in read(body)
    assert 'href="primarvard.ics"' in body
    assert 'href="rehab.ics"' in body


def test_an_official_timetable_is_named() -> None:
    body = markup(small(DATES), "kalender")
    february = month(body, "pv", "Februari 2027")
    assert february.startswith("Lämna filen från tis 2 februari, senast fre 5 februari kl. 12.30")
    assert "Enligt officiell tidplan. Källa: En annan källa, Inera." in february
    march = month(body, "pv", "Mars 2027")
    assert march.startswith("Lämna filen senast fre 5 mars kl. 15.00")
    assert "tidplan" not in month(body, "pv", "April 2027")


def test_who_a_date_is_for_is_told() -> None:
    body = markup(small(DATES), "kalender")
    assert "Ersättningen betalas ut mån 30 november Gäller: Privat" in section(body, "pv")
    assert "betalas ut" not in section(body, "rehab")
    assert "Gäller: Primärvården och Privat" in section(body, "sa-raknar-guiden")


def test_no_dates_are_told_to_be_none() -> None:
    text = section(markup(small(NONE), "kalender"), "pv")
    assert "Inga datum kommer tillbaka varje månad för Primärvården." in text


def test_the_year_follows_the_day() -> None:
    later = replace(real(), as_of=date(2031, 2, 1))
    text = section(markup(later, "kalender"), "rehab")
    assert "Februari 2031" in text
    assert "Januari 2032" in text
    assert "2027" not in text.replace("omkring 2017", "")


def test_a_model_s_page_says_how_long_before_the_start() -> None:
    text = section(markup(real(), "rehab"), "vagen")
    assert "Beställ Sjunet av Inera Börja minst 112 dagar före start, plus okänd väntan" in text
    assert "Lämna aktiveringsblanketten Börja senast 7 dagar före start" in text
    assert "Läs hur besöken ska kodas i filen Senast på startdagen" in text
    assert "Börja så tidigt det går, för väntan är okänd" in text
    assert "upp till sex dagar till" in text


def test_a_model_s_page_says_what_the_summer_stop_means_in_dates() -> None:
    text = read(markup(real(), "rehab"))
    assert (
        "Ska det vara klart 1 juni–15 augusti 2027? Då ska VGR IT ha er beställning "
        "senast måndag 17 maj 2027." in text
    )
    assert "1 juni–14 augusti 2028? Då ska VGR IT ha er beställning senast onsdag 17 maj" in text
    passed = read(markup(replace(real(), as_of=date(2027, 6, 1)), "rehab"))
    assert "måndag 17 maj 2027, och den dagen har varit." in passed
