"""What a unit asks on `/planera/`, and what it is told."""

import pytest
from playwright.sync_api import Page, expect

from tests.planner.conftest import Reader

REHAB = "m=rehab&d=private&start=2027-03-01"


def fill(page: Page, start: str) -> None:
    page.get_by_label("Rehab").check()
    page.get_by_label("Privat").check()
    page.get_by_label("Startdatum för enheten").fill(start)


def test_the_answer_appears_as_the_form_is_filled_in(reader: Reader) -> None:
    page = reader.open()
    status = page.locator("[data-sk-verdict]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_contain_text("när ni har fyllt i vårdval, driftsform och startdatum")
    fill(page, "2027-03-01")
    expect(status).to_contain_text("Ja, ni hinner till måndag 1 mars 2027.")
    expect(status).to_contain_text("klart torsdag 17 december 2026, 74 dagar före start")
    expect(status).to_contain_text("Börja senast fredag 5 februari 2027.")
    assert page.evaluate("document.activeElement.id") == "start", "the focus is not taken"


def test_no_says_when_why_and_what_would_help(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&val=nat/anslutning:egen")
    assert "Nej, ni hinner inte till måndag 1 mars 2027." in reader.verdict()
    assert "Tidigast kan ni starta måndag 8 mars 2027, 7 dagar senare." in reader.verdict()
    more = page.locator("[data-sk-verdict-more]")
    expect(more).to_contain_text("Nätet: Extern leverantör. Allt kan vara klart 81 dagar tidigare")
    expect(more).to_contain_text("91 dagar")
    expect(more).to_contain_text("Nätet: Få kopplingen. Ni väntar på: VGR IT.")
    expect(more).to_contain_text("vi räknar med 90 dagar, ett antagande")
    expect(more).to_contain_text("Tillsammans 105 dagar, från måndag 23 november 2026")
    more.get_by_role("button", name="Räkna med det").first.click()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("Ja, ni hinner")
    assert reader.fragment()["val"] == "nat/anslutning:extern"


def test_another_start_is_one_press_away(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&val=nat/anslutning:egen")
    page.get_by_role("button", name="Räkna med det datumet").click()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("Ja, ni hinner till måndag 8 mars")
    assert page.get_by_label("Startdatum för enheten").input_value() == "2027-03-08"


def test_what_nobody_has_checked_says_so_where_it_is_used(reader: Reader) -> None:
    page = reader.open(REHAB)
    more = page.locator("[data-sk-verdict-more]")
    expect(more).to_contain_text("Leveranstid: 10 dagar (inte kontrollerad).")
    listed = page.locator("[data-sk-list]")
    expect(listed).to_contain_text("«tillgång» (inte kontrollerad)")
    expect(listed).to_contain_text("bestall@example.se (inte kontrollerad)")
    expect(listed).to_contain_text("Leveranstid: 10 dagar (inte kontrollerad)")
    unknown = listed.locator(".sk-missing + .sk-unverified")
    expect(unknown).to_have_count(0)


def test_an_unknown_lead_time_is_never_a_yes(reader: Reader) -> None:
    page = reader.open(REHAB)
    page.get_by_text("Lägg till tjänster").click()
    page.get_by_label("Registret", exact=True).check()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("Det går inte att säga om ni hinner")
    assert "En leveranstid är okänd. Om den inte tog någon tid" in reader.verdict()
    expect(page.locator("[data-sk-verdict-more]")).to_contain_text("Få svar, Registret")
    assert "Leveranstid: okänd" in reader.words("list")


def test_the_stop_is_waited_out_in_words(reader: Reader) -> None:
    page = reader.open("m=pv&d=private&start=2027-07-01&idag=2027-05-20")
    assert "Tidigast kan ni starta måndag 16 augusti 2027" in reader.verdict()
    told = page.locator("[data-sk-verdict-more]").inner_text()
    assert "Väntar ut Sommarstopp, 1 juni–31 juli 2027." in told


def test_this_week_first_and_then_everything_in_order(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&val=nat/anslutning:egen")
    now = reader.words("now")
    assert "Beställ koppling" in now
    assert "För sent: skulle ha börjat tisdag 17 november 2026." in now
    assert "Få kopplingen" not in now
    rows = page.locator("[data-sk-list] label").all_inner_texts()
    assert [row.split(".")[0] for row in rows] == ["1", "2", "3", "4", "5"]
    listed = reader.words("list")
    assert "Senast måndag 15 februari 2027 om 84 dagar" in listed
    assert "=Blankett; om «tillgång»" in listed
    assert "bestall@example.se" in listed
    assert "Hinner inte börja i tid. Kan börja tidigast måndag 22 februari 2027." in listed


def test_an_order_without_a_form_says_to_whom_or_that_nobody_knows(reader: Reader) -> None:
    listed = reader.page.locator("[data-sk-list] tr")
    reader.open(f"{REHAB}&med=register")
    nowhere = listed.filter(has_text="Beställ av").first
    expect(nowhere).to_contain_text("Uppgift saknas: mottagare")
    expect(listed.filter(has_text="Anmäl enheten").first).to_contain_text(
        "Skickas till Regionen: Uppgift saknas: adress. Kontakt: VGR IT: bestall@example.se"
    )
    reader.page.get_by_label("Egen koppling").check()
    order = listed.filter(has_text="Beställ koppling").first
    expect(order).to_contain_text("Skickas till VGR IT: bestall@example.se")


def test_the_options_stand_side_by_side(reader: Reader) -> None:
    page = reader.open(REHAB)
    table = page.locator(".sk-options")
    expect(table.locator("tbody tr")).to_have_count(2)
    own = table.locator("tbody tr").nth(1).inner_text()
    assert "Egen koppling" in own
    assert "105 dagar (81 dagar senare)" in own
    assert "Nej, ni hinner inte" in own


def test_the_picture_has_a_name_and_words(reader: Reader) -> None:
    page = reader.open(REHAB)
    assert page.get_by_role("img", name="Tidslinje över planen").is_visible()
    assert "Nätet från" in (page.locator("svg desc").text_content() or "")


def test_services_one_must_have_are_not_offered_as_extras(reader: Reader) -> None:
    page = reader.open("m=pv&d=private&start=2027-03-01")
    assert page.locator("[data-sk-extras]").is_hidden(), "nothing is left to the unit"
    page.get_by_label("Rehab").check()
    assert page.locator("[data-sk-extra]:not([hidden])").count() == 1


BAD = [
    (f"{REHAB}&idag=2027-03-02", "Startdatumet ligger före tisdag 2 mars 2027", "start"),
    ("m=rehab&d=private&start=2027-02-30", "Länken har ett startdatum som inte finns", "start"),
    ("m=rehab&d=private&start=2036-03-01", "Kalendern räcker från", "start"),
    ("m=rehab&d=private&start=0001-01-01", "startdatum som inte finns", "start"),
    ("m=rehab&d=private&start=2029-12-31&idag=2029-12-20", "Planen går utanför kalendern", "start"),
    (f"{REHAB}&idag=1999-01-01", "Det går inte att räkna från 1 januari 1999", "idag"),
    ("d=private&start=2027-03-01", "Välj minst ett vårdval.", "m"),
    ("m=rehab&start=2027-03-01", "Välj driftsform.", "d"),
    ("m=rehab&d=private", "Fyll i ett startdatum.", "start"),
    ("m=okand&d=nagon&start=nu", "Länken nämner ett vårdval som inte finns: okand", "m"),
]


@pytest.mark.parametrize(("fragment", "sentence", "field"), BAD)
def test_bad_input_gets_a_sentence_at_its_field(
    reader: Reader, fragment: str, sentence: str, field: str
) -> None:
    page = reader.open(fragment)
    error = page.locator(f"#fel-{field}")
    expect(error).to_be_visible()
    expect(error).to_contain_text(sentence)
    place = page.locator(f"[name={field}]").first
    assert place.get_attribute("aria-invalid") == "true"
    tied = page.locator(f"[aria-describedby~=fel-{field}]")
    assert tied.count() >= 1
    assert page.locator("[data-sk-verdict]").inner_text()
    assert "NaN" not in page.locator("body").inner_text()


def test_taking_everything_away_leaves_a_sentence(reader: Reader) -> None:
    page = reader.open(REHAB)
    page.get_by_label("Rehab").uncheck()
    expect(page.locator("#fel-m")).to_have_text("Välj minst ett vårdval.")
    expect(page.locator("[data-sk-verdict]")).to_contain_text("när ni har fyllt i vårdval")
    page.get_by_label("Startdatum för enheten").fill("")
    page.keyboard.press("Tab")
    expect(page.locator("#fel-start")).to_have_text("Fyll i ett startdatum.")


def test_nothing_is_wider_than_a_small_screen(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&med=register&val=nat/anslutning:egen")
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("document.documentElement.scrollWidth <= 320")


def test_whoever_comes_with_a_care_model_is_not_told_off(reader: Reader) -> None:
    page = reader.open("m=rehab")
    expect(page.get_by_label("Rehab")).to_be_checked()
    assert reader.fragment()["m"] == "rehab"
    assert not page.locator("[data-sk-error]:visible").count()


def test_a_stop_is_told_beside_the_wait_that_it_lengthens(reader: Reader) -> None:
    rows = reader.open(REHAB).locator("[data-sk-list] tr").filter(has_text="Stopp 1 juni–31 juli")
    assert rows.count() == 1


def test_what_has_been_replaced_says_so_where_it_is_ordered(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&med=register")
    told = "Ersatt av Nya registret. Fråga vad som gäller innan ni beställer."
    expect(page.locator("[data-sk-now]")).to_contain_text(told)
    expect(page.locator("[data-sk-list]")).to_contain_text(told)
