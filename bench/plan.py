"""What a plan costs as the catalogue grows: `python -m bench.plan`.

The median of several runs in one process; the last column is how much the cost grew for each time
the number of steps and edges did: 1 is linear.
"""

import gc
from datetime import date
from statistics import median
from time import perf_counter

from bench.catalogues import catalogue
from generator.chains.graph import build
from generator.commands.group import COLLECT_AFTER
from generator.model.catalogue import Catalogue
from generator.model.profile import everyone
from generator.plan.plan import Question
from generator.plan.planning import make_plan

SIZES = (25, 250, 2_500)
RUNS = 7


def milliseconds(catalogue: Catalogue, question: Question) -> float:
    make_plan(catalogue, question)
    spent = []
    for _ in range(RUNS):
        begin = perf_counter()
        make_plan(catalogue, question)
        spent.append((perf_counter() - begin) * 1000)
    return median(spent)


def main() -> None:
    gc.set_threshold(COLLECT_AFTER)  # as the command line does
    print(f"{'services':>8} {'nodes':>8} {'edges':>8} {'ms':>9} {'growth':>7}")  # noqa: T201
    before: tuple[int, float] | None = None
    for size in SIZES:
        made = catalogue(size)
        profile = everyone(made)
        graph = build(made, profile)
        question = Question(profile=profile, start=date(2027, 9, 1), today=date(2027, 1, 4))
        edges = sum(map(len, graph.edges))
        cost = milliseconds(made, question)
        work = len(graph) + edges
        growth = f"{cost / before[1] / (work / before[0]):.2f}" if before else ""
        print(f"{size:8} {len(graph):8} {edges:8} {cost:9.1f} {growth:>7}")  # noqa: T201
        before = (work, cost)


if __name__ == "__main__":
    main()
