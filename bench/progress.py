"""What the bench is at, for whoever waits."""

import sys
import time

_BEGUN = time.monotonic()


def elapsed() -> float:
    """Seconds since the bench began."""
    return time.monotonic() - _BEGUN


def say(what: str) -> None:
    print(f"{elapsed():7.1f} s  {what}", file=sys.stderr, flush=True)  # noqa: T201
