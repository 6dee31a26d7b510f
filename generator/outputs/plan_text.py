"""A plan to be read in a terminal: the answer first, then why, then what to do by when."""

from collections.abc import Iterator
from itertools import groupby

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.step import Step
from generator.outputs.plan_rows import Row, asker, row, rows, short_day, spell
from generator.outputs.plan_verdict import verdict
from generator.plan.alternatives import Alternative, alternatives
from generator.plan.plan import Plan, Verdict
from generator.plan.reasons import Link, reasons
from generator.views import words


def plan_text(catalogue: Catalogue, plan: Plan) -> str:
    others = alternatives(catalogue, plan)
    parts = (
        _head(catalogue, plan),
        verdict(catalogue, plan),
        _chain(catalogue, plan),
        _help(catalogue, plan, others),
        _dated(catalogue, plan),
        _alternatives(catalogue, others),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    question = plan.question
    yield f"Startplanering för {asker(catalogue, plan)}"
    yield f"Start {short_day(question.start)}, räknat från {short_day(question.today)}"
    if question.done:
        yield f"Redan klart: {words.counted(len(question.done), 'steg', 'steg')}"


def _chain(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    links = reasons(catalogue, plan)
    if links:
        yield "Det som tar längst tid"
    for number, link in enumerate(links, 1):
        what = row(catalogue, plan, link.step)
        yield f"{number:3}. {what.service}: {what.title}"
        yield f"     {_spent(catalogue, what, link)}"


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


def _help(catalogue: Catalogue, plan: Plan, others: tuple[Alternative, ...]) -> Iterator[str]:
    if plan.verdict is not Verdict.NO:
        return
    yield "Det här skulle hjälpa"
    if plan.earliest_start is not None and not plan.out_of_reach:
        yield f"  - Flytta starten till {short_day(plan.earliest_start)} eller senare."
    faster = [other for other in others if (other.days_earlier or 0) > 0]
    for other in faster:
        yield f"  - {_faster(catalogue, other)}"
    if not faster:
        yield "  - Inget annat val gör att det går fortare."


def _faster(catalogue: Catalogue, other: Alternative) -> str:
    days = spell(other.days_earlier or 0)
    reach = {
        Verdict.YES: "Det räcker till er start.",
        Verdict.UNKNOWN: "Det räcker om de okända tiderna inte är långa.",
        Verdict.NO: "Det räcker inte till er start.",
    }
    option = _option(catalogue, other)
    return (
        f"{_choice(catalogue, other)}: {option}. Då blir allt klart {days} tidigare. "
        + reach[other.verdict]
    )


def _dated(catalogue: Catalogue, plan: Plan) -> Iterator[str]:
    yield "Att göra, i ordning"
    if not plan.steps:
        yield "  Ingenting är kvar att göra."
    for day, steps in groupby(rows(catalogue, plan), lambda each: each.planned.order_by):
        yield ""
        yield f"Senast {short_day(day)}" if day else "Ingen dag är tidig nog"
        for each in steps:
            yield from _step(each)


def _step(each: Row) -> Iterator[str]:
    yield f"  {'[ ]' if each.own else ' - '} {each.service}: {each.title}"
    for remark in filter(None, (each.lateness, each.doubt)):
        yield f"      {remark}"
    told = [None if each.own else f"Ni väntar på: {each.who}", each.time]
    if any(told):
        yield f"      {'. '.join(filter(None, told))}."
    if each.form:
        yield f"      Blankett: {each.form}"
    for recipient in each.recipients:
        yield f"      Skickas till: {recipient}"


def _alternatives(catalogue: Catalogue, others: tuple[Alternative, ...]) -> Iterator[str]:
    if others:
        yield "Era val, sida vid sida"
    for _, options in groupby(others, lambda other: other.choice):
        several = list(options)
        yield ""
        yield _choice(catalogue, several[0])
        for other in several:
            yield f"  {'*' if other.taken else '-'} {_option(catalogue, other)}"
            yield f"      {_told(other)}{_doubt(catalogue, other)}"


def _told(other: Alternative) -> str:
    if other.earliest_start is None or other.total_days is None:
        return "Blir aldrig klart."
    days = f"{'minst ' if other.unknown else ''}{spell(other.total_days)}"
    taken = "Vald i planen. " if other.taken else ""
    order = f" Börja senast {short_day(other.order_by)}." if other.order_by else ""
    ready = short_day(other.earliest_start)
    return f"{taken}Allt kan vara klart {ready}, efter {days}.{order}{_compared(other)}"


def _doubt(catalogue: Catalogue, other: Alternative) -> str:
    service = catalogue.services[other.choice.partition("/")[0]]
    unknown = [
        f"«{spot.item.title}»"
        for spot in outline(service)
        if spot.id in other.more_steps
        and isinstance(spot.item, Step)
        and spot.item.time.duration is None
    ]
    return f" Då tillkommer en okänd tid för {words.listed(unknown)}." if unknown else ""


def _compared(other: Alternative) -> str:
    if other.taken:
        return ""
    days = other.days_earlier or 0
    if days == 0:
        return "" if other.unknown else " Lika snabbt."
    return f" {spell(abs(days))} {'tidigare' if days > 0 else 'senare'}."


def _choice(catalogue: Catalogue, other: Alternative) -> str:
    service = catalogue.services[other.choice.partition("/")[0]]
    title = next(spot.item.title for spot in outline(service) if spot.id == other.choice)
    return f"{service.name}: {title}"


def _option(catalogue: Catalogue, other: Alternative) -> str:
    service = catalogue.services[other.choice.partition("/")[0]]
    id_ = f"{other.choice.rpartition('/')[0]}/{other.option}"
    return next(spot.item.title for spot in outline(service) if spot.id == id_)
