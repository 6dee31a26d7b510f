"""A pytest plugin: which tests reach which line, and what becomes of each mutant.

Once the tests are collected, everything is imported. They are run once, as they stand; then each
mutant is a fork of this process, in which its function has another code. There the tests that reach
the changed lines are run, the quickest first, until one fails.
"""

import functools
import gc
import os
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType
from typing import Any, Final
from unittest.mock import patch

import coverage  # type: ignore[import-not-found]
import pytest
from _pytest.runner import runtestprotocol

from tests.code_mutants.made import Mutant

SECONDS: Final = 3
"""Of processor for a test, beside three times what it takes without a slip."""
MEGABYTES: Final = 2000
"""Of memory, beside what is there already."""
KILLED, TIMEOUT, SURVIVED, UNREACHED = "killed", "timeout", "survived", "unreached"


@dataclass(kw_only=True)
class Trial:
    mutants: list[Mutant]
    tell: Callable[[Mutant, str, str, float], None]
    """What became of it, by which test, after how many seconds."""
    measured: coverage.Coverage
    examples: int
    """At most, of a law over random worlds; the same at every run."""
    reached: dict[Path, dict[int, set[str]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    functions: dict[tuple[str, str], list[FunctionType]] = field(default_factory=dict)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if not {"browser", "served"} & _fixtures(item)]
        for item in items:
            _hasten(getattr(item, "obj", None), self.examples)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        with patch("generator.checks.checking.MANY", sys.maxsize):
            self._measure(session.items)
        self.functions = _functions()
        for forget in _memories():
            forget()
        by_name = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        for mutant in self.mutants:
            tests = [by_name[name] for name in self.tests(mutant)]
            begun = time.monotonic()
            self.tell(mutant, *self._try(mutant, tests), time.monotonic() - begun)
        return True

    def tests(self, mutant: Mutant) -> list[str]:
        """That reach the changed lines, or the function where a line is not told of itself."""
        reached = self.reached.get(mutant.file.resolve(), {})
        names = _of(reached, mutant.lines) or _of(reached, mutant.body)
        return sorted(names, key=lambda name: self.seconds[name])

    def _measure(self, items: list[pytest.Item]) -> None:
        memories = _memories()
        for number, item in enumerate(items):
            for forget in memories:
                forget()  # or the first test alone would reach what is kept for all after it
            self.measured.switch_context(item.nodeid)
            begun = time.process_time()
            if failed := _failed([item], items[number + 1 : number + 2]):
                raise pytest.UsageError(f"{failed} fails without a slip")
            self.seconds[item.nodeid] = time.process_time() - begun
        self.measured.stop()
        data = self.measured.get_data()
        for name in data.measured_files():
            lines = data.contexts_by_lineno(name)
            self.reached[Path(name)] = {line: set(told) - {""} for line, told in lines.items()}

    def _try(self, mutant: Mutant, tests: list[pytest.Item]) -> tuple[str, str]:
        """What became of it, and by which test."""
        if not tests:
            return UNREACHED, ""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            self._live(mutant, tests, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read().decode()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return TIMEOUT, told
        return (KILLED, told) if os.waitstatus_to_exitcode(status) else (SURVIVED, "")

    def _live(self, mutant: Mutant, tests: list[pytest.Item], writing: int) -> None:
        """The child's whole life."""
        status = 1
        try:
            _be_bounded()
            code = mutant.code()
            for function in self.functions[str(mutant.file.resolve()), mutant.function]:
                function.__code__ = code
            failed = _failed(tests, bounds=self.seconds)
            status = bool(failed)
            os.write(writing, failed.encode())
        finally:
            os._exit(status)


def _failed(
    items: list[pytest.Item],
    after: Iterable[pytest.Item] = (),
    bounds: Mapping[str, float] | None = None,
) -> str:
    """The first that fails, or nothing. Seconds as the tests take without a slip."""
    following: Iterator[pytest.Item | None] = iter([*items[1:], *after, None])
    for item in items:
        if bounds:
            signal.setitimer(signal.ITIMER_PROF, 3 * bounds[item.nodeid] + SECONDS)
        if any(
            report.failed for report in runtestprotocol(item, log=False, nextitem=next(following))
        ):
            return item.nodeid
    return ""


def _fixtures(item: pytest.Item) -> set[str]:
    return {*getattr(item, "fixturenames", ())}


def _hasten(test: Any, examples: int) -> None:
    from hypothesis import Phase, settings  # noqa: PLC0415 - pytest will have it first

    law = getattr(test, "__func__", test)
    told = getattr(law, "_hypothesis_internal_use_settings", None)
    if not hasattr(law, "hypothesis"):
        return
    told = told or settings()
    law._hypothesis_internal_use_settings = settings(  # noqa: SLF001
        told,
        max_examples=min(told.max_examples, examples),
        phases=[Phase.explicit, Phase.generate],
        derandomize=True,
        database=None,
    )


def _of(reached: dict[int, set[str]], lines: range) -> set[str]:
    return set().union(*(reached.get(line, ()) for line in lines))


def _functions() -> dict[tuple[str, str], list[FunctionType]]:
    found = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found[thing.__code__.co_filename, thing.__code__.co_qualname].append(thing)
    return found


def _memories() -> list[Callable[[], None]]:
    """What makes the program forget all that it has worked out once and keeps."""
    found: list[Callable[[], None]] = []
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper):  # noqa: SLF001
            if str(thing.__module__).startswith("generator."):
                found.append(thing.cache_clear)
        elif kept := _kept(type(thing)):
            found.append(functools.partial(_forget, thing, kept))
    return found


def _kept(kind: type) -> frozenset[str]:
    """The attributes that an object of the program works out once."""
    if not str(kind.__module__).startswith("generator."):
        return frozenset()
    return frozenset(
        name
        for each in kind.__mro__
        for name, value in vars(each).items()
        if isinstance(value, functools.cached_property)
    )


def _forget(thing: object, kept: frozenset[str]) -> None:
    for name in kept:
        vars(thing).pop(name, None)


def _be_bounded() -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (1, 2):
        os.dup2(nowhere, number)
