from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, cast
from urllib.parse import quote, urlencode, urlsplit

from generator.chains.graph import Graph, build
from generator.checks import CheckedCatalogue
from generator.diagnostics import Report
from generator.model import prose
from generator.model.catalogue import Catalogue
from generator.model.guide import Guide
from generator.model.outline import DataPath
from generator.model.profile import Profile, everyone, somebody
from generator.source import Span
from generator.views.chain import titles
from generator.views.changelog import Changelog

FORM: Final = "fel-i-guiden.yml"
"""The issue form for those who never touch the data, in `.github/ISSUE_TEMPLATE`."""
FORM_PAGE: Final = "sida"
"""Its field for the page's address."""
_MANY: Final = 300
"""Services that a page can say much of, each in its turn, and still be opened on a telephone."""
P = ParamSpec("P")
T = TypeVar("T")


class Recall(Protocol):
    """Gives what an earlier build worked out by that name of the same, or has it worked out.

    Such values are plain: texts, numbers, lists and mappings. The name says all that one is made
    of but the catalogue and the day.
    """

    def __call__(self, name: str, make: Callable[[], T], /) -> T: ...


def _worked_out(_: str, make: Callable[[], T], /) -> T:
    return make()


@dataclass(frozen=True)
class Site:
    """What every page is made of: the proven catalogue, and what is worked out from it once."""

    checked: CheckedCatalogue
    as_of: date
    """The day that coming dates are counted from, in the guide's time zone."""
    changelog: Changelog | None = None
    """What has been changed; None where no history tells."""
    recall: Recall = field(default=_worked_out, compare=False)
    """For what costs much and reads no texts, or few."""
    steady: dict[object, Any] = field(default_factory=dict, compare=False)
    """What `steadily` has worked out; a preview's next site has the same."""

    @property
    def catalogue(self) -> Catalogue:
        return self.checked.catalogue

    @property
    def guide(self) -> Guide:
        return self.checked.catalogue.guide

    @property
    def is_large(self) -> bool:
        """Whether lists of everything say little of each and lead on to where more is said."""
        return len(self.catalogue.services) > _MANY

    @property
    def report(self) -> Report:
        prose.note_other(prose.REPORT)
        return self.checked.report

    def place(self, path: DataPath) -> Span:
        """Where the value at the path is written."""
        prose.note_other(prose.places_at(path))
        return self.checked.places.span(path)

    def key_place(self, section: str, id_: str, key: str) -> Span:
        """Where the entry's key is written, or its own if it has none such."""
        prose.note_other(prose.places_at((section, id_)))
        return self.checked.places.key_of_entry(section, id_, key)

    def edit_url(self, place: Span) -> str | None:
        """Where a change of the line is proposed; None if the guide names no repository."""
        repository, branch = self.guide.repository, self.guide.branch
        if repository is None:
            return None
        return f"{repository}/blob/{quote(branch)}/{quote(place.file)}#L{place.line}"

    def fault_url(self, address: str) -> str | None:
        """Where a fault on the page is told; None if the guide names no repository.

        Only GitHub is known to have the form, with the page filled in.
        """
        repository = self.guide.repository
        if repository is None or urlsplit(repository).hostname != "github.com":
            return repository
        page = self._published(address)
        return f"{repository}/issues/new?{urlencode({'template': FORM, FORM_PAGE: page})}"

    def feedback_url(self, address: str) -> str | None:
        """Where readers of the page turn; a letter has the page in its subject."""
        feedback = self.guide.feedback
        if feedback is None or not feedback.startswith("mailto:"):
            return feedback
        subject = quote(f"Fel i guiden: {self._published(address)}", safe="")
        return f"{feedback}{'&' if '?' in feedback else '?'}subject={subject}"

    def _published(self, address: str) -> str:
        """The page's whole address, or the one from the root if nobody has said where that is."""
        return "/".join([(self.guide.site or "").rstrip("/"), *filter(None, [address]), ""])

    @cached_property
    def titles(self) -> dict[str, str]:
        """The heading of each step, choice and option, by its id."""
        return titles(self.catalogue)

    @cached_property
    def kept(self) -> dict[tuple[object, ...], tuple[Any, prose.Reading]]:
        """What `once` has worked out, and what texts it has read for that."""
        return {}

    @cached_property
    def _graphs(self) -> dict[Profile, Graph]:
        return {}

    def lasting(self) -> Callable[[], None]:
        """What has been worked out until now lasts; gives what forgets what is after that.

        At 2,500 services the lists before the start leave four graphs and their times behind, of
        18 MB, which no other page asks for.
        """
        known = [(each, len(each)) for each in (self.kept, self._graphs)]

        def forget() -> None:
            for made, lasts in known:
                while len(made) > lasts:
                    made.popitem()

        return forget

    def graph(self, *models: str) -> Graph:
        """The graph for the models named, or all, whatever the operator."""
        return self._graph(everyone(self.catalogue, *models))

    def graph_of(self, model: str, operator: str | None) -> Graph:
        """The graph for a unit of the model, run by the operator, or by any."""
        return self._graph(somebody(self.catalogue, model, operator))

    def _graph(self, profile: Profile) -> Graph:
        if profile not in self._graphs:
            self._graphs[profile] = build(self.catalogue, profile)
        return self._graphs[profile]


def once(make: Callable[Concatenate[Site, P], T]) -> Callable[Concatenate[Site, P], T]:
    """Worked out once for a site and what else is given, which many pages ask for.

    It is kept as long as the site, so not for what there is as much of as there are services.
    """

    @wraps(make)
    def kept(site: Site, *args: P.args, **named: P.kwargs) -> T:
        key = (make, *args, *named.items())
        if key not in site.kept:
            with prose.reading() as read:
                site.kept[key] = make(site, *args, **named), read
        made, read = site.kept[key]
        prose.note(read)
        return cast("T", made)

    return cast("Callable[Concatenate[Site, P], T]", kept)


def steadily(make: Callable[[Site], T]) -> Callable[[Site], T]:
    """Worked out once, and the same for a preview's next site while nothing but texts changes.

    What is made reads no texts (`model/prose.py`) and asks for no places, nor does it later, when
    it is used: it was made of an earlier catalogue.
    """

    @wraps(make)
    def kept(site: Site) -> T:
        if make not in site.steady:
            site.steady[make] = make(site)
        return cast("T", site.steady[make])

    return kept
