"""What a plan costs as the catalogue grows: `python -m bench.plan`.

In all, and with the ground of the profile at hand, on which the same has been asked before. The
last column is how much the cost grew for each time the number of nodes and edges that the plan
stands on did: 1 is linear.
"""

import gc
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

from bench.catalogues import catalogue
from generator.commands.group import COLLECT_AFTER
from generator.model.profile import everyone
from generator.plan.ground import ground
from generator.plan.plan import Question
from generator.plan.planning import make_plan, plan_on

SIZES = (25, 250, 2_500)
_RUNS = 7


def planned(services: int) -> dict[str, Any]:
    """The nodes and edges of what everyone must have, and milliseconds for each of some runs."""
    gc.set_threshold(COLLECT_AFTER)  # as the command line does
    made = catalogue(services)
    profile = everyone(made)
    question = Question(profile=profile, start=date(2027, 9, 1), today=date(2027, 1, 4))
    on = ground(made, profile)
    graph = on.under(question.extra).graph
    return {
        "nodes": len(graph),
        "edges": sum(map(len, graph.edges)),
        "milliseconds": _spent(lambda: make_plan(made, question)),
        "given": _spent(lambda: plan_on(on, question)),
    }


def _spent(plan: Callable[[], object]) -> list[float]:
    plan()
    spent = []
    for _ in range(_RUNS):
        begin = perf_counter()
        plan()
        spent.append((perf_counter() - begin) * 1000)
    return spent


def main() -> None:
    print(f"{'services':>8} {'nodes':>8} {'edges':>8} {'ms':>9} {'given':>7} {'growth':>7}")  # noqa: T201
    before: tuple[int, float] | None = None
    for size in SIZES:
        found = planned(size)
        cost, work = median(found["milliseconds"]), found["nodes"] + found["edges"]
        growth = f"{cost / before[1] / (work / before[0]):.2f}" if before else ""
        shape = f"{size:8} {found['nodes']:8} {found['edges']:8}"
        print(f"{shape} {cost:9.1f} {median(found['given']):7.1f} {growth:>7}")  # noqa: T201
        before = (work, cost)


if __name__ == "__main__":
    main()
