"""Every sheet of the guide in each of its details, as PDF: made anew only where it has changed."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generator.outputs.paper.pdf import Pdf, font_files, press, read
from generator.outputs.paper.print_data import print_data
from generator.sheets.dated import dated
from generator.sheets.sheet import Detail, Sheet
from generator.store import Store
from generator.views.site import Site

TEMPLATES: Final = "print"
"""The folder of the templates, inside the theme's."""

KEPT: Final = ".startklar/pdf"
"""The folder of prints from earlier builds, inside the project's."""

_PRESSES: Final = 2
"""Typst sets side by side; more than two presses warm up longer than they gain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Print:
    """A sheet in one detail."""

    address: str
    """Where it is published."""
    detail: Detail
    pdf: Pdf


@dataclass(frozen=True, slots=True)
class _Job:
    sheet: Sheet
    detail: Detail
    data: str
    key: str


class Prints(Mapping[str, tuple[Print, ...]]):
    """For the address of a sheet's page on screen, its prints.

    They are set while something else is done: whoever asks for one waits. Then TemplateFaultError
    is raised if it must be, naming the template and line.
    """

    def __init__(
        self,
        jobs: Iterable[_Job],
        found: Mapping[str, Pdf | None],
        presses: Iterable[Future[dict[str, Pdf]]],
    ) -> None:
        self.found, self.presses = found, tuple(presses)
        self.jobs: dict[str, list[_Job]] = {}
        for job in jobs:
            self.jobs.setdefault(job.sheet.address, []).append(job)

    def __getitem__(self, address: str) -> tuple[Print, ...]:
        return tuple(map(self._print, self.jobs[address]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.jobs)

    def __len__(self) -> int:
        return len(self.jobs)

    def _print(self, job: _Job) -> Print:
        pdf = self.found[job.key] or self._made[job.key]
        return Print(address=job.sheet.file(job.detail), detail=job.detail, pdf=pdf)

    @cached_property
    def _made(self) -> dict[str, Pdf]:
        return {key: pdf for press in self.presses for key, pdf in press.result().items()}


def prints(site: Site, sheets: Iterable[Sheet], theme: Path, kept: Path) -> Prints:
    """The prints of the sheets, begun."""
    templates = theme / TEMPLATES
    store = Store(kept, _makings(templates))
    asked = [(sheet, detail) for sheet in sheets for detail in sheet.details]
    age = dated(site.catalogue)
    data = (print_data(sheet, detail, site.guide, age) for sheet, detail in asked)
    jobs = [
        _Job(sheet, detail, said, store.key(f"{sheet.kind}\0{said}"))
        for (sheet, detail), said in zip(asked, data, strict=True)
    ]
    found = {job.key: _kept(store, job.key) for job in jobs}
    store.prune()
    missing = [job for job in jobs if found[job.key] is None]
    shares = [share for share in (missing[n::_PRESSES] for n in range(_PRESSES)) if share]
    pool = ThreadPoolExecutor(_PRESSES, "press")
    presses = [pool.submit(_printed, share, templates, store) for share in shares]
    pool.shutdown(wait=False)
    return Prints(jobs, found, presses)


def _makings(templates: Path) -> Iterator[tuple[str, bytes]]:
    """What every print is made of besides its own data."""
    yield "typst", version("typst").encode()
    for file in (*sorted(templates.glob("*.typ")), *font_files()):
        yield file.name, file.read_bytes()


def _kept(store: Store, key: str) -> Pdf | None:
    content = store.get(key)
    return None if content is None else read(content)


def _printed(jobs: list[_Job], templates: Path, store: Store) -> dict[str, Pdf]:
    made = {}
    with press(templates) as running:
        for job in jobs:
            made[job.key] = running.print(job.sheet.kind, job.data)
            store.put(job.key, made[job.key].content)
    return made
