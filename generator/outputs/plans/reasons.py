"""Why a plan's answer is what it is, and what would help, in words."""

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.outputs.plans.rows import Row, row, short_day, spell
from generator.plan.alternatives import Alternative
from generator.plan.plan import Plan, Verdict
from generator.plan.reasons import Link, reasons
from generator.views import words

REASONS = "Det som tar längst tid"
HELP = "Det här skulle hjälpa"


def chain(catalogue: Catalogue, plan: Plan) -> Iterator[tuple[str, str]]:
    """Each link of the chain that decides: what it is, and who spends what time on it."""
    for link in reasons(catalogue, plan):
        what = row(catalogue, plan, link.step)
        yield f"{what.service}: {what.title}", _spent(catalogue, what, link)


def _spent(catalogue: Catalogue, what: Row, link: Link) -> str:
    if link.begins is None or link.ready is None:
        return f"{what.who}. Blir aldrig klart: stoppet tar inte slut."
    days = f"{spell(link.days or 0)}: {short_day(link.begins)}–{short_day(link.ready)}"
    if link.step.lead_time.duration is None:
        days = f"Okänd tid, räknad som 0 dagar: {short_day(link.ready)}"
    elif not link.days:
        days = f"Samma dag: {short_day(link.ready)}"
    told = [what.who, days]
    told += [what.time] if what.time and link.days else []
    if link.stop is not None:
        stop = catalogue.stops[link.stop]
        told.append(f"Väntar ut stoppet «{stop.title}», {words.period(stop)}")
    return f"{'. '.join(told)}."


def helps(catalogue: Catalogue, plan: Plan, others: tuple[Alternative, ...]) -> Iterator[str]:
    """What would make a plan that does not hold hold; nothing for one that does."""
    if plan.verdict is not Verdict.NO:
        return
    if plan.earliest_start is not None and not plan.out_of_reach:
        yield f"Flytta starten till {short_day(plan.earliest_start)} eller senare."
    faster = [other for other in others if (other.days_earlier or 0) > 0]
    for other in faster:
        yield _faster(catalogue, other)
    if not faster:
        yield "Inget annat val gör att det går fortare."


def _faster(catalogue: Catalogue, other: Alternative) -> str:
    days = spell(other.days_earlier or 0)
    reach = {
        Verdict.YES: "Det räcker till er start.",
        Verdict.UNKNOWN: "Det räcker om de okända tiderna inte är långa.",
        Verdict.NO: "Det räcker inte till er start.",
    }
    return (
        f"{choice(catalogue, other)}: {option(catalogue, other)}. "
        f"Då blir allt klart {days} tidigare. {reach[other.verdict]}"
    )


def choice(catalogue: Catalogue, other: Alternative) -> str:
    service = catalogue.services[other.choice.partition("/")[0]]
    title = next(spot.item.title for spot in outline(service) if spot.id == other.choice)
    return f"{service.name}: {title}"


def option(catalogue: Catalogue, other: Alternative) -> str:
    service = catalogue.services[other.choice.partition("/")[0]]
    id_ = f"{other.choice.rpartition('/')[0]}/{other.option}"
    return next(spot.item.title for spot in outline(service) if spot.id == id_)
