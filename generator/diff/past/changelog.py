"""The history of a data folder becomes what readers are told of it."""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

import generator
from generator.diff.changes.change import Kind
from generator.diff.impact.samples import Asker
from generator.diff.past.history import Concerning, History, Made
from generator.diff.report.sentence import heading, sentence
from generator.diff.report.telling import Teller, Told
from generator.diff.sides.revision import FETCH_THE_REST, Repository
from generator.load import UnreadableError
from generator.store import Store
from generator.views.changelog import Changelog, Edition, Item, Line

KEPT: Final = ".startklar/changes"
"""The folder of editions from earlier builds, inside the project's."""

_FORM: Final = TypeAdapter(Edition | None)
_PACKAGES: Final = ("holidays", "rapidfuzz")
"""Others' work that decides what an edition says."""
_EDITORS: Final = frozenset({"overrides"})
"""Sections that no reader meets."""
_OF_THE_GUIDE: Final = frozenset({"branch", "repository", "site"})
_UNSEEN: Final = frozenset({"former_ids", "search_words"})
_GROUNDS: Final = frozenset({"basis", "further_sources", "lines", "source"})
_GROUNDED: Final = "källhänvisningar har ändrats"
"""What is said of them together: what a fact rests on is for its page to tell."""


def changelog(data: Path, kept: Path, most: int) -> Changelog | str:
    """What the latest commits have changed for readers, or in a sentence why that is not told.

    As many commits as asked for are looked at, whether they changed anything or not.
    """
    repository = Repository(data)
    try:
        history = History(repository)
        if repository.is_shallow:
            return f"bara en del av historiken är hämtad hit; {FETCH_THE_REST}"
        if not history.commits:
            return f"mappen `{data.as_posix()}` har ingen historik i git"
        editions = tuple(_editions(history, Store(kept, _makings(repository.folder)), most))
    except UnreadableError as error:
        return str(error).partition("; ange två mappar")[0]
    looked_at = min(most, len(history.commits) - 1)
    return Changelog(
        editions=editions,
        since=history.commits[looked_at][1],
        whole=looked_at == len(history.commits) - 1,
    )


def _editions(history: History, store: Store, most: int) -> Iterator[Edition]:
    for number, (commit, _) in enumerate(history.commits[:most]):
        key = store.key(commit)
        kept = _kept(store, key)
        if kept is None:
            kept = (_edition(history, number),)
            store.put(key, _FORM.dump_json(kept[0]))
        if kept[0] is not None:
            yield kept[0]
    store.prune()


def _makings(data: str) -> Iterator[tuple[str, bytes]]:
    """What every edition is made of besides its commit, which settles every commit before it."""
    yield "data", data.encode()
    for package in _PACKAGES:
        yield package, version(package).encode()
    program = Path(generator.__file__).parent
    for file in sorted(program.rglob("*.py")):
        yield file.relative_to(program).as_posix(), file.read_bytes()


def _kept(store: Store, key: str) -> tuple[Edition | None] | None:
    """What was kept of a commit, which may be nothing; None if it is not there whole."""
    content = store.get(key)
    try:
        return None if content is None else (_FORM.validate_json(content),)
    except ValidationError:
        return None


def _edition(history: History, number: int) -> Edition | None:
    made = history.made(number)
    if made is None:
        return None
    items, effects = tuple(_items(made.changes)), _effects(made)
    if not items and not effects and made.after.broken == made.before.broken:
        return None
    commit, when = history.commits[number]
    unread = len(made.before.broken | made.after.broken)
    return Edition(commit=commit, made=when, items=items, effects=effects, unread=unread)


def _items(changes: Iterable[Concerning]) -> Iterator[Item]:
    for title, group in groupby(changes, lambda each: heading(each.change)):
        many = tuple(group)
        entry = many[0].change.entry
        lines = tuple(_lines(many))
        own = any(
            c.change.part is None and c.change.kind in {Kind.ADDED, Kind.REMOVED} for c in many
        )
        if entry.section not in _EDITORS and (lines or own):
            models = tuple(dict.fromkeys(model for each in many for model in each.models))
            yield Item(
                heading=title, section=entry.section, id=entry.id, lines=lines, models=models
            )


def _lines(changes: Iterable[Concerning]) -> Iterator[Line]:
    """What is told; the grounds of facts last and together."""
    grounded: dict[str, None] = {}
    for each in changes:
        change, said = each.change, sentence(each.change)
        field = change.field.rpartition(".")[2]
        if change.kind is Kind.RENAMED or said is None or field in _UNSEEN:
            continue
        if change.kind is Kind.CHANGED and field in _GROUNDS:
            grounded |= dict.fromkeys(each.models)
        elif change.entry.section != "guide" or field not in _OF_THE_GUIDE:
            yield Line(text=said, models=each.models)
    if grounded:
        yield Line(text=_GROUNDED, models=tuple(grounded))


def _effects(made: Made) -> tuple[Line, ...] | None:
    if made.effects is None:
        return None
    every = tuple(made.after.catalogue.models)
    told = _told(Teller(made.before.catalogue, made.after.catalogue), made)
    return tuple(_effect(who, each, every) for who, each in told if not each.minor)


def _told(teller: Teller, made: Made) -> Iterator[tuple[tuple[Asker, ...], Told]]:
    found = made.effects
    if found is not None:
        yield from ((each.who, teller.turn(each)) for each in found.turns)
        yield from ((each.who, teller.shift(each)) for each in found.shifts)
        yield from ((each.who, teller.listing(each)) for each in found.listings)
        yield from ((each.who, teller.earliest(each)) for each in found.earliest)


def _effect(who: tuple[Asker, ...], told: Told, every: tuple[str, ...]) -> Line:
    asking = {asker.model for asker in who}
    models = tuple(model for model in every if model in asking)
    return Line(text=told.text, details=told.details, models=models)
