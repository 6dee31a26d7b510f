from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.chains.graph import Graph, build
from generator.checks import CheckedCatalogue
from generator.diagnostics import Report
from generator.model.catalogue import Catalogue
from generator.model.guide import Guide
from generator.model.outline import DataPath
from generator.model.profile import Profile, everyone
from generator.source import Span


@dataclass(frozen=True)
class Site:
    """What every page is made of: the proven catalogue, and what is worked out from it once."""

    checked: CheckedCatalogue
    as_of: date
    """The day that coming dates are counted from, in the guide's time zone."""

    @property
    def catalogue(self) -> Catalogue:
        return self.checked.catalogue

    @property
    def guide(self) -> Guide:
        return self.checked.catalogue.guide

    @property
    def report(self) -> Report:
        return self.checked.report

    def place(self, path: DataPath) -> Span:
        """Where the value at the path is written."""
        return self.checked.places.span(path)

    def edit_url(self, place: Span) -> str | None:
        """Where a change of the line is proposed; None if the guide names no repository."""
        repository, branch = self.guide.repository, self.guide.branch
        return f"{repository}/blob/{branch}/{place.file}#L{place.line}" if repository else None

    @cached_property
    def _graphs(self) -> dict[Profile, Graph]:
        return {}

    def graph(self, *models: str) -> Graph:
        """The graph for the models named, or all, whatever the operator."""
        profile = everyone(self.catalogue, *models)
        if profile not in self._graphs:
            self._graphs[profile] = build(self.catalogue, profile)
        return self._graphs[profile]
