"""Whole catalogues drawn from the schema: `python -m tests.fuzz.grammar --runs 50000`.

About one in fifty is also made HTML. A hang and a want of memory end in an exception, like any
fault. The catalogue that shows it is told as it was drawn: to look for a lesser one takes minutes.
"""

import argparse
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz.catalogues import catalogues
from tests.fuzz.through import look, through

SECONDS: Final = 20
"""Of processor, for one catalogue."""
MEGABYTES: Final = 1000
"""Of memory, beside the libraries."""
_AT_ONCE: Final = 500
"""Hypothesis remembers what it has drawn, to draw no other the same: so many, then anew."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=50_000)
    options.add_argument("--seconds", type=float, default=float("inf"), help="stop after")
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    _bound_memory()
    begun, done = time.monotonic(), [0, 0]
    for number in range(asked.seed, sys.maxsize):
        left = min(_AT_ONCE, asked.runs - done[0])
        if left <= 0 or time.monotonic() - begun > asked.seconds:
            break
        _try(number, left, done)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sys.stdout.write(f"{done[0]} catalogues, {done[1]} of them published, {most} MB\n")
        sys.stdout.flush()
    return 0


def _bound_memory() -> None:
    look()  # what makes styles small is Go's, which sets 1.5 GB of addresses aside for itself
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = pages * resource.getpagesize() + MEGABYTES * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _try(number: int, runs: int, done: list[int]) -> None:
    """Adds to what is done: catalogues, and those that had no error."""

    @settings(
        max_examples=runs,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seed(number)
    @given(catalogues(), st.integers(0, 49))
    def go(files: dict[str, bytes], lot: int) -> None:
        with _bounded():
            found = through(files, rendered=lot == 31)
        done[0] += 1
        done[1] += isinstance(found, list)

    go()


@contextmanager
def _bounded() -> Iterator[None]:
    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {SECONDS} s of processor")

    signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    sys.exit(main())
