"""A plan to be read in a terminal: the answer first, then why, then what to do by when."""

from collections.abc import Iterator
from itertools import groupby

from generator.model.catalogue import Catalogue
from generator.model.outline import outline
from generator.model.step import Step
from generator.outputs.plans.reasons import HELP, REASONS, chain, choice, helps, option
from generator.outputs.plans.rows import Row, asker, rows, short_day, spell
from generator.outputs.plans.verdict import verdict
from generator.plan.alternatives import Alternative, alternatives
from generator.plan.plan import Plan
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
    for number, (what, spent) in enumerate(chain(catalogue, plan), 1):
        if number == 1:
            yield REASONS
        yield f"{number:3}. {what}"
        yield f"     {spent}"


def _help(catalogue: Catalogue, plan: Plan, others: tuple[Alternative, ...]) -> Iterator[str]:
    for number, sentence in enumerate(helps(catalogue, plan, others)):
        if number == 0:
            yield HELP
        yield f"  - {sentence}"


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
    for remark in filter(None, (each.replaced, each.lateness, each.doubt)):
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
        yield choice(catalogue, several[0])
        for other in several:
            yield f"  {'*' if other.taken else '-'} {option(catalogue, other)}"
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
