"""A plan is a link: it can be sent, kept, grow old and be broken."""

import json
from urllib.parse import quote

from playwright.sync_api import Browser, expect

from tests.planner.conftest import Reader, reading

ALL = "nat/extern/bestall,nat/extern/klar,tillgang/blankett,tillgang/oppnat"
REHAB = "m=rehab&d=private&start=2027-03-01"


def test_what_is_filled_in_stands_in_the_address(reader: Reader) -> None:
    page = reader.open()
    assert "#" not in page.url.rstrip("#"), "an empty form leaves no address"
    page.get_by_label("Rehab").check()
    page.get_by_label("Privat").check()
    page.get_by_label("Startdatum för enheten").fill("2027-03-01")
    expect(page.locator("[data-sk-verdict]")).to_contain_text("Ja")
    page.get_by_label("Egen koppling").check()
    page.get_by_label("Läs, och förstå; koderna").check()
    fragment = reader.fragment()
    expected = {
        "m": "rehab",
        "d": "private",
        "start": "2027-03-01",
        "val": "nat/anslutning:egen",
        "klart": "kodning/las",
    }
    assert {key: fragment[key] for key in expected} == expected
    assert page.evaluate("history.length") == 2, "typing leaves no trail to go back through"


def test_the_link_says_the_same_to_another_reader(
    reader: Reader, browser: Browser, planner_address: str
) -> None:
    reader.open(f"{REHAB}&med=register&val=nat/anslutning:egen&klart=kodning/las&idag=2026-12-01")
    sent = reader.page.evaluate("location.hash.slice(1)")
    with reading(browser, planner_address) as other:
        other.open(sent)
        assert other.fragment() == reader.fragment()
        assert other.verdict() == reader.verdict()
        assert other.words("list") == reader.words("list")


def test_back_and_a_changed_address_are_followed(reader: Reader) -> None:
    page = reader.open(REHAB)
    page.evaluate("location.hash = 'm=pv&d=public&start=2027-04-01'")
    expect(page.locator("[data-sk-verdict]")).to_contain_text("torsdag 1 april 2027")
    page.go_back()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("måndag 1 mars 2027")
    assert page.get_by_label("Rehab").is_checked()
    assert page.get_by_label("Privat").is_checked()


def test_a_move_that_the_page_has_not_been_told_of_is_not_written_over(reader: Reader) -> None:
    page = reader.open(REHAB)
    page.evaluate("""() => {
        location.hash = "m=pv&d=public&start=2027-04-01";
        dispatchEvent(new Event("pagehide")); // writes the address, as a frame does
    }""")
    expect(page.locator("[data-sk-verdict]")).to_contain_text("torsdag 1 april 2027")
    page.go_back()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("måndag 1 mars 2027")


def test_a_place_in_the_page_does_not_lose_the_plan(reader: Reader) -> None:
    page = reader.open(REHAB)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link that skips to the content
    page.wait_for_function("location.hash.includes('m=rehab')")
    assert "Ja, ni hinner" in reader.verdict()


def test_a_hostile_link_is_passed_over_part_by_part(reader: Reader) -> None:
    script = quote("<img src=x onerror=alert(1)>")
    parts = [
        REHAB,
        f"med={script},__proto__",
        "val=nat/anslutning:ingen,constructor:x,:",
        "klart=toString,nat/extern/bestall",
        "p=%3Cb%3E",
        "f=~~..%00",
        "v=zzz",
        "%E0%A4%A=1",
        "__proto__=1",
        "=",
        "med=" + "x," * 500,
    ]
    page = reader.open("&".join(parts))
    assert "Ja, ni hinner till måndag 1 mars 2027." in reader.verdict()
    remarks = page.locator("[data-sk-remarks]").inner_text()
    assert "Länken nämner en tjänst som inte finns längre: <img src=x onerror=alert(1)>" in remarks
    assert "ett alternativ som inte finns längre: nat/anslutning:ingen" in remarks
    assert "till som inte gick att läsa i länken" in remarks
    assert page.locator("[data-sk-remarks] img").count() == 0
    assert reader.fragment()["klart"] == "nat/extern/bestall"


def test_a_service_not_offered_is_told_and_not_counted(reader: Reader) -> None:
    page = reader.open("m=pv&d=private&start=2027-03-01&med=register")
    expect(page.locator("[data-sk-remarks]")).to_contain_text("Registret erbjuds inte")
    assert "Ja, ni hinner" in reader.verdict()


def aged(fragment: dict[str, str]) -> str:
    """The link as it would have been made with other data."""
    services = {part.split(".")[0]: part.split(".")[1:] for part in fragment["f"].split("~")}
    services["tillgang"] = [
        f"{step[:3]}21d{step[6:]}" if step[3:].startswith("14d") else step
        for step in services["tillgang"]
    ]
    services["nat"] = services["nat"][1:]
    services["fax"] = ["abcn"]
    del services["kodning"]
    old = {**fragment, "v": "00000000", "p": "abcd1234"}
    old["f"] = "~".join(".".join([id_, *steps]) for id_, steps in services.items())
    return "&".join(f"{key}={value}" for key, value in old.items())


def test_an_old_link_says_what_has_changed_for_this_plan(reader: Reader) -> None:
    reader.open(REHAB)
    old = aged(reader.fragment())
    page = reader.open("m=pv")
    page.evaluate("hash => { location.hash = hash }", old)
    told = page.locator("[data-sk-remarks]")
    expect(told).to_contain_text("Guidens uppgifter har ändrats sedan länken gjordes.")
    expect(told).to_contain_text("Ny tjänst i planen: Kodning.")
    expect(told).to_contain_text("Nytt steg: Nätet: Beställ av leverantör.")
    expect(told).to_contain_text("Få systemen öppnade: tiden var 21 dagar och är nu 14 dagar.")
    expect(told).to_contain_text("Tjänsten fax finns inte längre i planen.")
    assert reader.fragment()["v"] == "00000000", "a reload tells it again"
    told.get_by_role("button", name="Stäng").click()
    expect(told).to_be_hidden()
    assert reader.fragment()["v"] != "00000000"
    assert reader.fragment()["p"] == "abcd1234"


def test_an_old_link_without_differences_says_so(reader: Reader) -> None:
    reader.open(REHAB)
    old = {**reader.fragment(), "v": "00000000"}
    page = reader.page
    page.evaluate("hash => { location.hash = hash }", "&".join(f"{k}={v}" for k, v in old.items()))
    expect(page.locator("[data-sk-remarks]")).to_contain_text("i er plan är desamma")


def test_done_things_are_counted_out_and_stay_in_their_place(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&val=nat/anslutning:egen")
    assert "Nej" in reader.verdict()
    box = page.get_by_label("Få kopplingen är klart")
    box.check()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("Ja, ni hinner")
    assert page.evaluate("document.activeElement.id") == "klart-nat--egen--klar"
    assert "Klart. Nätet" in reader.words("list")
    page.reload()
    expect(page.get_by_label("Få kopplingen är klart")).to_be_checked()
    page.get_by_label("Få kopplingen är klart").uncheck()
    expect(page.locator("[data-sk-verdict]")).to_contain_text("Nej")


def test_all_done_is_told(reader: Reader) -> None:
    reader.open("m=pv&d=private&start=2027-03-01&klart=" + ALL)
    assert "Ja, allt är klart." in reader.verdict()
    assert "Inget. Allt är klart." in reader.words("now")


def test_nothing_is_kept_until_asked_for_and_all_of_it_can_be_cleared(reader: Reader) -> None:
    page = reader.open(REHAB)
    kept = "JSON.stringify(localStorage)"
    assert "planera" not in page.evaluate(kept)
    page.get_by_role("button", name="Spara på den här datorn").click()
    page.get_by_label("Läs, och förstå; koderna").check()
    assert "klart=kodning/las" in page.evaluate("localStorage.getItem('startklar.planera')")
    page.goto("about:blank")
    page = reader.open()
    expect(page.locator("[data-sk-remarks]")).to_contain_text("Planen som ni sparade")
    expect(page.get_by_label("Läs, och förstå; koderna")).to_be_checked()
    page.get_by_text("Rensa", exact=True).click()
    assert "planera" not in page.evaluate(kept)
    page.get_by_label("Läs, och förstå; koderna").uncheck()
    assert "planera" not in page.evaluate(kept)


def test_another_plan_does_not_overwrite_the_saved_one(reader: Reader) -> None:
    page = reader.open(f"{REHAB}&p=mine1")
    page.get_by_role("button", name="Spara på den här datorn").click()
    page.goto("about:blank")
    page = reader.open("m=pv&d=private&start=2027-05-03&p=yours2")
    page.get_by_label("Egen koppling").check()
    assert "m=rehab" in page.evaluate("localStorage.getItem('startklar.planera')")


def test_a_closed_storage_gets_a_sentence(reader: Reader) -> None:
    reader.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed') }})"
    )
    page = reader.open(REHAB)
    assert "Ja, ni hinner" in reader.verdict()
    page.get_by_role("button", name="Spara på den här datorn").click()
    expect(page.locator("[data-sk-told]")).to_contain_text("tillåter inte att något sparas")
    reader.faults.clear()  # the shell's own script may say that it could not store its palette


def test_the_data_is_small_and_says_which_it_is(reader: Reader) -> None:
    page = reader.open(REHAB)
    answered = page.request.get(f"{reader.address}/assets/plan.json")
    data = json.loads(answered.body())
    assert reader.fragment()["v"] == data["version"]
