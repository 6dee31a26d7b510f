from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.directory import Term
from generator.model.record import record
from generator.pages.page import Page
from generator.views import addresses, named
from generator.views.alphabet import by_letter
from generator.views.grounds import Grounds, SourceView
from generator.views.named import Named
from generator.views.site import Site


@record(frozen=True, kw_only=True, slots=True)
class TermEntry:
    name: str
    anchor: str
    explanation: str
    also_called: tuple[str, ...]
    services: tuple[Named, ...]
    source: SourceView | None


@record(frozen=True, kw_only=True, slots=True)
class See:
    """A name that is explained elsewhere: by other words here, or on a service's page."""

    name: str
    terms: tuple[Named, ...]
    services: tuple[Named, ...]


def glossary_pages(site: Site) -> Iterator[Page]:
    """`/ordlista/`: the words of the guide, and every other name that leads to one."""
    yield Page(
        address="ordlista",
        title="Ordlista",
        description="Ord och förkortningar i guiden, med andra namn för samma sak.",
        template="glossary",
        glossed=False,
        later=partial(_facts, site.catalogue),
        source=site.place(("terms",)),
        search_words=("vad betyder", "förkortning", "begrepp", "förklaring"),
    )


def _facts(catalogue: Catalogue) -> Mapping[str, Any]:
    terms = [_term(catalogue, term) for term in catalogue.terms.values()]
    entries = [*terms, *_sees(catalogue)]
    return {"letters": by_letter(entries, lambda entry: entry.name), "total": len(terms)}


def _term(catalogue: Catalogue, term: Term) -> TermEntry:
    return TermEntry(
        name=term.word,
        anchor=addresses.fragment(addresses.term(term.id)),
        explanation=term.explanation,
        also_called=term.also_called,
        services=tuple(named.service(catalogue, id_) for id_ in term.services),
        source=Grounds(catalogue, "").source(term.source) if term.source else None,
    )


def _sees(catalogue: Catalogue) -> Iterator[See]:
    """The names that no term explains under its own word, in whatever case they are written."""
    spelt: dict[str, str] = {}
    terms: dict[str, dict[Named, None]] = {}
    services: dict[str, dict[Named, None]] = {}
    for term in catalogue.terms.values():
        target = Named(name=term.word, page=addresses.term(term.id))
        for name in term.also_called:
            terms.setdefault(_key(spelt, name), {})[target] = None
    for service in catalogue.services.values():
        for name in (service.name, *service.also_called, *service.formerly):
            services.setdefault(_key(spelt, name), {})[named.service(catalogue, service.id)] = None
    explained = {term.word.casefold() for term in catalogue.terms.values()}
    for key, name in spelt.items():
        if key not in explained:
            yield See(
                name=name, terms=tuple(terms.get(key, ())), services=tuple(services.get(key, ()))
            )


def _key(spelt: dict[str, str], name: str) -> str:
    spelt.setdefault(name.casefold(), name)
    return name.casefold()
