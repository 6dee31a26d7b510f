"""What the bench is at, for whoever waits."""

import sys
import time

_BEGUN = time.monotonic()


def say(what: str) -> None:
    print(f"{time.monotonic() - _BEGUN:7.1f} s  {what}", file=sys.stderr, flush=True)  # noqa: T201
