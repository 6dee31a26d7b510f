"""A plan on paper, as PDF: made when it is asked for, and not kept."""

from pathlib import Path

from generator.model.catalogue import Catalogue
from generator.outputs.paper.pdf import press
from generator.outputs.paper.print_data import print_data
from generator.outputs.paper.prints import TEMPLATES
from generator.outputs.plans.reasons import chain, helps
from generator.outputs.plans.rows import asker, rows
from generator.outputs.plans.verdict import answer, unknown
from generator.plan.alternatives import alternatives
from generator.plan.plan import Plan
from generator.sheets.dated import dated
from generator.sheets.plan import Reason, Told, plan_sheet
from generator.sheets.sheet import Detail


def plan_pdf(catalogue: Catalogue, plan: Plan, theme: Path, detail: str) -> bytes:
    """Set by the templates of the theme's folder. Raises TemplateFaultError."""
    sheet = plan_sheet(catalogue, plan, _told(catalogue, plan))
    data = print_data(sheet, Detail(detail), catalogue.guide, dated(catalogue))
    with press(theme / TEMPLATES) as running:
        return running.print(sheet.kind, data).content


def _told(catalogue: Catalogue, plan: Plan) -> Told:
    others = alternatives(catalogue, plan)
    return Told(
        asker=asker(catalogue, plan),
        answer=tuple(answer(catalogue, plan)),
        unknown=tuple(unknown(catalogue, plan)),
        reasons=tuple(Reason(what=what, spent=spent) for what, spent in chain(catalogue, plan)),
        help=tuple(helps(catalogue, plan, others)),
        late={row.planned.id: row.lateness for row in rows(catalogue, plan) if row.lateness},
    )
