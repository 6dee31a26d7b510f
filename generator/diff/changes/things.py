"""What the things of a catalogue are called, in a sentence."""

from typing import Final

from generator.diff.changes.change import Thing
from generator.model.catalogue import Catalogue
from generator.model.entry import Entry
from generator.model.outline import Spot
from generator.model.service import Kind, Service
from generator.views import words

_NOUNS: Final = {
    "contacts": "kontakten",
    "facts": "uppgiften",
    "forms": "blanketten",
    "guide": "guiden",
    "links": "länken",
    "models": "vårdvalsmodellen",
    "operators": "driftsformen",
    "organisations": "organisationen",
    "overrides": "avsteget",
    "recurring": "det återkommande datumet",
    "services": "tjänsten",
    "sources": "källan",
    "stops": "stoppet",
    "terms": "ordet",
}
_CONDITION: Final = "villkoret"
_NEW: Final = {
    "alternativet": "nytt alternativ",
    "avsteget": "nytt avsteg",
    "blanketten": "ny blankett",
    "det återkommande datumet": "nytt återkommande datum",
    "driftsformen": "ny driftsform",
    "guiden": "ny guide",
    "kontakten": "ny kontakt",
    "källan": "ny källa",
    "länken": "ny länk",
    "ordet": "nytt ord i ordlistan",
    "organisationen": "ny organisation",
    "steget": "nytt steg",
    "stoppet": "nytt stopp",
    "tjänsten": "ny tjänst",
    "uppgiften": "ny uppgift",
    "valet": "nytt val",
    "villkoret": "nytt villkor",
    "vårdvalsmodellen": "ny vårdvalsmodell",
}


def entry(catalogue: Catalogue, section: str, part: Entry) -> Thing:
    is_condition = isinstance(part, Service) and part.kind is Kind.CONDITION
    noun = _CONDITION if is_condition else _NOUNS[section]
    return Thing(section, part.id, noun, words.entry(catalogue, part))


def guide(catalogue: Catalogue) -> Thing:
    return Thing("guide", "guide", _NOUNS["guide"], catalogue.guide.title)


def spot(found: Spot) -> Thing:
    return Thing("services", found.id, words.item(found.item), found.item.title)


def new(thing: Thing) -> str:
    """«ny tjänst», «nytt steg»."""
    return _NEW[thing.noun]


def named(catalogue: Catalogue, section: str, id_: str) -> str:
    """The name of the entry of that id; the id itself if there is none."""
    part = getattr(catalogue, section).get(id_)
    return words.entry(catalogue, part) if part is not None else id_
