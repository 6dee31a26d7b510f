"""What a reviewer is given of a change: what it does to readers, the check, the guide to see."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from generator.commands.options import config_file, data_folder, settings, today_day
from generator.commands.progress import progress, waiting
from generator.commands.writing import write
from generator.diagnostics import Diagnostic, Severity
from generator.diff.comparison import Comparison, compare
from generator.diff.report import markdown as diff_markdown
from generator.diff.sides.revision import Repository
from generator.diff.sides.side import side
from generator.plan.today import today as the_day_it_is
from generator.report import github
from generator.report import markdown as check_markdown
from generator.settings import Settings

REPORT: Final = "report.md"
PREVIEW: Final = "preview"
_SEEN = """### Förhandsvisning

Guiden som den blir ligger i mappen `preview`. Kör `python3 -m http.server` i mappen och öppna \
<http://localhost:8000/>.
"""
_UNSEEN = """### Förhandsvisning

Guiden går inte att bygga med ändringen. Rätta felen ovan först.
"""


@click.command("review", params=[data_folder(), config_file(), today_day()])
@click.argument("base")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("review"),
    show_default=True,
    help="The folder to write to.",
)
@click.option("--annotate", is_flag=True, help="Print what is new in the check for GitHub's lines.")
def command(  # noqa: PLR0913 - as declared above
    *, data: Path, config: Path, today: date | None, base: str, out: Path, annotate: bool
) -> int:
    """Write what a reviewer needs to judge a change.

    BASE is the branch that the change is meant for. The data as it lies there now is compared with
    what it was where the two parted. `report.md` tells what the change does to readers and what the
    check says; `preview` holds the guide as it would be.

    Exits with 0 if it may be published, 1 if it has errors or gives a fact a new date of checking
    without new evidence, 2 if it could not be reviewed or built.
    """
    parted = Repository(data).parted(base)
    with waiting("Jämför"):
        after = side(None, data, today)
        now = today or the_day_it_is(after.loaded.catalogue.guide)
        theme = Path(Settings().theme)
        found = compare(side(parted, data, now), after, now, theme if theme.is_dir() else None)
    if annotate:
        click.echo(github.annotations(_new(found)), nl=False)
    shutil.rmtree(out / PREVIEW, ignore_errors=True)
    failed = (
        _build(out / PREVIEW, config, {**settings(data, now), "compress": False})
        if found.new.proven
        else 0
    )
    seen = _SEEN if found.new.proven and not failed else _UNSEEN
    parts = (diff_markdown.render(found), check_markdown.render(found.new.report), seen)
    write(out / REPORT, "\n".join(parts).encode())
    click.echo(f"Rapporten är skriven: {out / REPORT}")
    return failed or int(found.fails)


def _new(found: Comparison) -> list[Diagnostic]:
    """What stops the change, and then what it adds: GitHub shows but the first ten of a kind."""
    errors = (d for d in found.new.report.diagnostics if d.severity is Severity.ERROR)
    return list(dict.fromkeys([*found.refused, *errors, *found.findings.new]))


def _build(preview: Path, config: Path, given: Mapping[str, Any]) -> int:
    """Gives the exit code, 2 if it could not be built, and has said why."""
    from generator import host_mkdocs  # noqa: PLC0415 - a refusal need not wait for it

    with progress("Sidor", before="Läser och granskar") as tell:
        asked = host_mkdocs.Asked(settings=given, site=preview, progress=tell)
        built = host_mkdocs.build_site(config, asked)
    return 2 if isinstance(built, int) else 0
