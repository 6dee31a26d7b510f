"""Can it be done in time? The answer and its first reason, in words."""

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.outputs.plans.rows import row, short_day, spell
from generator.plan.plan import Plan, Verdict
from generator.views import words


def verdict(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    """Line by line, the answer itself first."""
    yield from answer(catalogue, plan)
    for number, what in enumerate(unknown(catalogue, plan)):
        yield f"  - {what}" if number else what


def answer(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    match plan.verdict:
        case Verdict.YES:
            yield "JA. Allt hinner bli klart till starten."
            yield _ready(plan)
        case Verdict.NO:
            yield from _no(catalogue, plan)
        case Verdict.UNKNOWN:
            yield "DET GÅR INTE ATT SÄGA. Ingen vet hur lång tid allt tar."
            yield f"Om det som är okänt inte tog någon tid alls: {_lower(_ready(plan))}"


def _no(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    yield "NEJ. Allt hinner inte bli klart till starten."
    for id_ in plan.out_of_reach:
        yield f"{catalogue.services[id_].name} går inte att få för er, hur lång tid ni än har."
    ready, start = plan.earliest_start, plan.question.start
    if ready is None:
        yield "Ingen dag är sen nog: det finns ett stopp som inte tar slut."
    elif ready > start:
        late = spell((ready - start).days)
        yield f"Ni kan starta tidigast {short_day(ready)}, {late} senare än ni vill."


def _ready(plan: Plan) -> str:
    if not plan.steps:
        return "Allt är redan klart."
    ready: date | None = plan.earliest_start
    if ready is None:
        return "Ingen dag är sen nog."
    left = (plan.question.start - ready).days
    before = f", {spell(left)} före start" if left else ", på startdagen"
    return f"Allt kan vara klart tidigast {short_day(ready)}{before}."


def unknown(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    """What is to be asked, after a sentence that says so; nothing when all times are known."""
    steps = {step.id: step for step in plan.steps}
    if plan.unknown:
        many = words.counted(len(plan.unknown), "steg", "steg")
        yield f"För {many} är tiden okänd och räknad som ingen. Fråga den som gör steget:"
    for id_ in plan.unknown:
        what = row(catalogue, plan, steps[id_])
        yield f"{what.service}: {what.title} ({what.who})"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
