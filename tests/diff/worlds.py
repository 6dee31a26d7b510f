"""Two small catalogues beside each other, and what is told of them."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.checks.checking import check
from generator.diff.comparison import Comparison, compare
from generator.diff.report.sentence import heading, sentence
from generator.diff.report.telling import Teller
from generator.diff.sides.side import Side
from generator.load import load_texts
from generator.source import SourceText
from tests.pages.rendered import BASE

TODAY = date(2026, 11, 23)
SERVICE = """
services:
  natet:
    name: Nätet
    summary: Nätet behövs.
    source: seed
    provider: vgr
    obligation: {pv: mandatory, rehab: optional}
    contacts: [luckan]
    prerequisites: [avtalet]
    steps:
      - {id: bestall, title: Beställ nätet av regionen, form: blankett}
      - {id: vanta, title: Få nätet levererat, actor: vgr, lead_time: 14d, stop: sommar}
      - {id: prova, title: Prova nätet hemma, text: Gör så som det står i lathunden.}
  avtalet:
    name: Avtalet
    summary: Avtalet behövs.
    source: seed
    obligation: {pv: mandatory, rehab: mandatory}
    steps: [{id: klart, title: Skriv på}]
"""
OTHERS = """
contacts:
  luckan: {role: Frågor om nätet, organisation: vgr, email: luckan@example.se, source: seed}
forms:
  blankett:
    title: Blankett för nätet
    explanation: Med blanketten beställer ni nätet.
    recipients: [luckan]
    source: seed
    verified: {date: 2026-01-10, by: redaktören, how: ringde luckan, source: ärende 1}
stops:
  sommar:
    {title: Sommarstopp, organisation: vgr, from: 06-01, to: 07-31, text: Stängt., source: seed}
terms:
  nat: {word: nät, explanation: Det som förbinder., services: [natet]}
"""
WORLD = SERVICE + OTHERS


def side(text: str, name: str = "data") -> Side:
    texts = [SourceText("base.yaml", BASE), SourceText("test.yaml", text)]
    loaded = load_texts(texts)
    return Side(name, loaded, check(loaded, as_of=TODAY))


def compared(old: str, new: str) -> Comparison:
    return compare(side(old, "förr"), side(new, "nu"), TODAY)


def edited(*edits: tuple[str, str], world: str = WORLD) -> Comparison:
    """The world against itself with each of the texts, which stand once in it, put otherwise."""
    text = world
    for before, after in edits:
        assert text.count(before) == 1, (before, text.count(before))
        text = text.replace(before, after)
    return compared(world, text)


def told(found: Comparison) -> list[str]:
    """Every change with its entry: «Tjänsten «Nätet»: …»."""
    return list(_told(found))


def _told(found: Comparison) -> Iterator[str]:
    for title, group in groupby(found.changes, heading):
        said = [each for each in map(sentence, group) if each]
        yield from (f"{title}: {each}" for each in said) if said else (title,)


def effects(found: Comparison) -> list[str]:
    """Every effect with its details, a line each."""
    assert found.effects is not None, found.new.report
    teller = Teller(found.old.loaded.catalogue, found.new.loaded.catalogue)
    return [line for each in teller.effects(found.effects) for line in (each.text, *each.details)]
