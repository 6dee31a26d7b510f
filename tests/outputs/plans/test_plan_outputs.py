"""A plan as it leaves the house: in words, in a calendar, in a spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.model.catalogue import Catalogue
from generator.model.profile import Profile
from generator.outputs.plans.csv import plan_csv
from generator.outputs.plans.ics import plan_ics
from generator.outputs.plans.planner_data import planner_data
from generator.outputs.plans.text import plan_text
from generator.plan.plan import Plan, Question, Verdict
from generator.plan.planning import make_plan
from tests.outputs.calendars.as_read import by_icalendar, by_vobject
from tests.pages.rendered import BOTH, real, small

TODAY = date(2026, 11, 23)
ODD = f"""
organisations:
  slow: {{name: "=Långsamma AB"}}
contacts:
  lucka: {{role: Luckan, organisation: vgr, email: lucka@example.se, source: seed}}
forms:
  b: {{title: "@blankett;1", explanation: E., recipients: [lucka], source: seed}}
stops:
  evig:
    {{title: Evigt, organisation: slow, from: 0001-01-01, to: 9999-12-31, text: S, source: seed}}
services:
  net:
    {{name: "-Nätet", {BOTH}, steps: [{{id: a, title: "+Fyll i", form: b}},
     {{id: b, title: Vänta, actor: slow, lead_time: 14d}}]}}
  other:
    name: Annat
    summary: Det behövs.
    source: seed
    obligation: {{pv: optional}}
    status: replaced
    replaced_by: {{name: Nyare}}
    steps: [{{id: a, title: Aldrig, stop: evig}}]
"""


def asked(start: date, **more: object) -> Question:
    profile = Profile(frozenset({"rehab"}), frozenset({"private"}))
    return replace(Question(profile=profile, start=start, today=TODAY), **more)  # type: ignore[arg-type]


def planned(start: date, **more: object) -> tuple[Catalogue, Plan]:
    catalogue = real().catalogue
    return catalogue, make_plan(catalogue, asked(start, **more))


def odd(
    *extra: str, start: date = date(2027, 3, 1), done: frozenset[str] = frozenset()
) -> tuple[Catalogue, Plan]:
    catalogue = small(ODD).catalogue
    profile = Profile(frozenset({"pv"}), frozenset({"private"}))
    question = Question(profile=profile, start=start, today=TODAY, extra=extra, done=done)
    return catalogue, make_plan(catalogue, question)


class TestText:
    def test_no_comes_first_with_the_day_the_chain_and_what_would_help(self) -> None:
        text = plan_text(*planned(date(2027, 3, 1), options={"sjunet/anslutning": "egen"}))
        lines = text.splitlines()
        assert lines[3] == "NEJ. Allt hinner inte bli klart till starten."
        assert lines[4].startswith("Ni kan starta tidigast mån 15 mars 2027, 14 dagar senare")
        chain = text.partition("Det som tar längst tid")[2].partition("\n\n")[0]
        assert "Sjunet: Få kopplingen på plats\n     Inera. 91 dagar: mån 23 november" in chain
        helped = text.partition("Det här skulle hjälpa")[2].partition("\n\n")[0]
        assert "Flytta starten till mån 15 mars 2027 eller senare." in helped
        assert "Genom en extern leverantör. Då blir allt klart 91 dagar tidigare." in helped
        late = "För sent: skulle ha börjat tisdag 10 november 2026. Kan börja tidigast måndag 23"
        assert late in text
        assert "Hinner inte börja i tid. Kan börja tidigast måndag 22 februari 2027." in text

    def test_the_chain_names_the_stop_that_is_waited_out(self) -> None:
        text = plan_text(*planned(date(2027, 7, 1), today=date(2027, 5, 18)))
        assert "Väntar ut stoppet «Sommarstopp hos VGR IT», 1 juni–31 juli." in text

    def test_what_nobody_knows_is_listed_with_the_answer_without_it(self) -> None:
        text = plan_text(*planned(date(2027, 3, 1)))
        assert "DET GÅR INTE ATT SÄGA." in text
        assert "inte tog någon tid alls: allt kan vara klart tidigast mån 14 december 2026" in text
        assert "  - Sjunet: Få anslutningen på plats (Extern leverantör av Sjunet)" in text
        assert "Då tillkommer en okänd tid för «Posta blanketten till VGR IT»." in text

    def test_steps_come_by_date_with_form_and_recipient(self) -> None:
        text = plan_text(*planned(date(2027, 3, 1)))
        todo = text.partition("Att göra, i ordning")[2]
        assert todo.index("Senast mån 8 februari 2027") < todo.index("Senast mån 22 februari 2027")
        assert "      Blankett: Blankett för beställning av Sjunet\n" in todo
        assert "      Skickas till: VGR IT: vgrit.vardval@vgregion.se\n" in todo
        assert "Skickas till: Uppgift saknas: mottagare" in todo

    def test_an_order_without_a_form_says_to_whom_or_that_nobody_knows(self) -> None:
        todo = plan_text(*unformed()).partition("Att göra, i ordning")[2]
        order, nowhere, web, own = todo.split("[ ] ")[1:]
        assert "Skickas till: Regionen: lucka@example.se, 010-1\n" in order
        assert "Skickas till: Regionen: Uppgift saknas: adress" in order
        assert "Skickas till: Uppgift saknas: mottagare" in nowhere
        assert "Blankett: Formuläret" in web
        assert not any("Skickas till" in each for each in (web, own))

    def test_yes_is_said_outright(self) -> None:
        text = plan_text(*odd())
        assert "JA. Allt hinner bli klart till starten." in text
        assert "tidigast mån 7 december 2026, 84 dagar före start" in text
        assert "Era val" not in text

    def test_all_done_leaves_nothing(self) -> None:
        text = plan_text(*odd(done=frozenset({"net/a", "net/b"})))
        assert "Redan klart: två steg" in text
        assert "Allt är redan klart." in text
        assert "Ingenting är kvar att göra." in text

    def test_what_never_ends_is_told_without_a_date(self) -> None:
        text = plan_text(*odd("other"))
        assert "NEJ." in text
        assert "Ingen dag är sen nog" in text
        assert "Det här steget kan inte bli klart i tid." in text
        assert "Inget annat val gör att det går fortare." in text

    def test_what_has_been_replaced_says_so_at_its_step(self) -> None:
        told = "Ersatt av Nyare. Fråga vad som gäller innan ni beställer."
        assert plan_text(*odd("other")).count(told) == 1


def unformed() -> tuple[Catalogue, Plan]:
    """A plan of orders without a form, of one on the web and of no order at all."""
    catalogue = small("""
contacts:
  lucka: {role: L, organisation: vgr, email: lucka@example.se, phone: 010-1, source: seed}
  tyst: {role: T, organisation: vgr, source: seed}
forms:
  w: {title: Formuläret, explanation: E., ways: [web], source: seed}
services:
  net:
    name: Nätet
    summary: Den behövs.
    source: seed
    obligation: {pv: mandatory}
    steps:
      - {id: a, title: Beställ, recipients: [lucka, tyst]}
      - {id: b, title: Lämna, recipients: [], contacts: [lucka]}
      - {id: c, title: Gå med, form: w}
      - {id: d, title: Läs, contacts: [lucka]}
""").catalogue
    profile = Profile(frozenset({"pv"}), frozenset({"private"}))
    question = Question(profile=profile, start=date(2027, 3, 1), today=TODAY)
    return catalogue, make_plan(catalogue, question)


class TestOwnConnection:
    """Sjunet is ordered of Inera without a form, and no source says how Inera is reached."""

    INERA = "Inera: Uppgift saknas: adress"

    def asked(self) -> tuple[Catalogue, Plan]:
        return planned(date(2027, 3, 1), options={"sjunet/anslutning": "egen"})

    def test_text(self) -> None:
        order = plan_text(*self.asked()).partition("[ ] Sjunet: Beställ Sjunet av Inera")[2]
        assert f"      Skickas till: {self.INERA}\n" in order.partition("[ ]")[0]

    def test_table(self) -> None:
        text = plan_csv(*self.asked()).decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        sent = {row["Steg"]: row["Skickas till"] for row in rows}
        assert sent["Beställ Sjunet av Inera"] == self.INERA

    def test_calendar(self) -> None:
        event = by_icalendar(plan_ics(*self.asked(), "x"))["x-sjunet.egen.bestall@startklar"]
        assert f"Skickas till: {self.INERA}" in event.text.splitlines()

    def test_planner(self) -> None:
        shown = planner_data(real().catalogue, TODAY)["shown"]
        order = shown["steps"]["sjunet/egen/bestall"]
        assert [shown["contacts"][id_]["name"] for id_ in order["to"]] == ["Inera"]
        assert [shown["contacts"][id_]["name"] for id_ in order["contacts"]] == ["TDC"]


@pytest.fixture(scope="module")
def made() -> tuple[Plan, bytes]:
    catalogue, plan = planned(date(2027, 3, 1))
    return plan, plan_ics(catalogue, plan, "Rehab på torget")


class TestCalendar:
    def test_one_day_for_each_step_and_one_for_the_start(self, made: tuple[Plan, bytes]) -> None:
        plan, text = made
        events = by_icalendar(text)
        assert len(events) == len(plan.steps) + 1
        for step in plan.steps:
            event = events[f"Rehab på torget-{step.id.replace('/', '.')}@startklar"]
            assert event.start == step.order_by
            assert event.end - event.start == timedelta(days=1)
        assert events["Rehab på torget-start@startklar"].start == date(2027, 3, 1)

    def test_it_rings_a_week_and_a_day_before(self, made: tuple[Plan, bytes]) -> None:
        for event in by_icalendar(made[1]).values():
            assert event.alarms == (timedelta(days=-7), timedelta(days=-1))

    def test_another_parser_reads_the_same(self, made: tuple[Plan, bytes]) -> None:
        assert by_vobject(made[1]) == by_icalendar(made[1])

    def test_form_recipient_and_page_are_told(self) -> None:
        catalogue, plan = planned(date(2027, 3, 1))
        guide = catalogue.guide.model_copy(update={"site": "https://example.se"})
        text = plan_ics(replace(catalogue, guide=guide), plan, "x")
        event = by_icalendar(text)["x-tillgang-vgr.epost.skicka@startklar"]
        assert "Blankett: Blankett för beställning av Sjunet" in event.text
        assert "Skickas till: VGR IT: vgrit.vardval@vgregion.se" in event.text
        assert event.url == "https://example.se/tjanster/tillgang-vgr/#steg-epost--skicka"

    def test_the_late_is_marked_and_the_impossible_stands_today(self) -> None:
        catalogue, plan = planned(date(2026, 12, 1))
        assert plan.verdict is Verdict.NO
        events = by_icalendar(plan_ics(catalogue, plan, "x"))
        assert any(event.title.startswith("För sent: ") for event in events.values())
        catalogue, plan = odd("other")
        never = by_icalendar(plan_ics(catalogue, plan, "x"))["x-other.a@startklar"]
        assert (never.start, never.title) == (TODAY, "För sent: Annat: Aldrig")

    def test_a_second_one_replaces_the_first(self) -> None:
        catalogue, first = planned(date(2027, 3, 1))
        _, second = planned(date(2027, 4, 1), today=TODAY + timedelta(days=1))
        before, after = (by_icalendar(plan_ics(catalogue, p, "x")) for p in (first, second))
        assert before.keys() == after.keys()
        assert all(after[uid].sequence > event.sequence for uid, event in before.items())


class TestSpreadsheet:
    def rows(self, text: bytes) -> list[dict[str, str]]:
        assert text.startswith(b"\xef\xbb\xbf")
        return list(
            csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";")
        )

    def test_a_row_for_each_step(self) -> None:
        catalogue, plan = planned(date(2027, 3, 1))
        rows = self.rows(plan_csv(catalogue, plan))
        assert [row["Steg"] for row in rows] == [step.step.title for step in plan.steps]
        sent = next(row for row in rows if row["Steg"] == "Mejla blanketten till VGR IT")
        assert sent["Beställ senast"] == "2027-02-08"
        assert sent["Skickas till"] == "VGR IT: vgrit.vardval@vgregion.se"
        assert sent["Väntar på"] == "Fyll i blanketten"
        assert sent["Marginal i dagar"] == "77"
        assert sent["Anmärkning"].startswith("Så snart ni kan")
        assert sent["Sida"] == "tjanster/tillgang-vgr#steg-epost--skicka"

    def test_no_text_is_taken_for_a_formula(self) -> None:
        first, second, *_ = self.rows(plan_csv(*odd(start=date(2026, 11, 24))))
        assert first["Tjänst"] == "'-Nätet"
        assert first["Steg"] == "'+Fyll i"
        assert first["Blankett"] == "'@blankett;1"
        assert second["Vem"] == "'=Långsamma AB"
        assert second["Marginal i dagar"] == "-13"
        assert second["Anmärkning"].startswith("För sent: skulle ha börjat tisdag 10 november")

    def test_what_is_never_done_has_no_date(self) -> None:
        rows = self.rows(plan_csv(*odd("other")))
        never = next(row for row in rows if row["Steg"] == "Aldrig")
        assert (never["Beställ senast"], never["Marginal i dagar"]) == ("", "")
