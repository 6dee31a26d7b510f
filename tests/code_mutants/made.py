"""Mutants of the code: one slip each, by mutmut's operators, in the body of one function.

Mutmut itself passes by every function with a decorator, since it puts a switch beside each. Rules
and properties have one, so what it makes is tried here by changing the function's own code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any, Final

import libcst as cst  # type: ignore[import-not-found]
from libcst.metadata import MetadataWrapper, PositionProvider  # type: ignore[import-not-found]
from mutmut.mutation.file_mutation import (  # type: ignore[import-not-found]
    MutationVisitor,
    OuterFunctionProvider,
)
from mutmut.mutation.mutators import mutation_operators  # type: ignore[import-not-found]
from mutmut.mutation.pragma_handling import IgnoredCode  # type: ignore[import-not-found]

NO_LINES: Final = IgnoredCode(set(), set(), set())


@dataclass(frozen=True, slots=True)
class Mutant:
    file: Path
    function: str
    """As `__qualname__` has it."""
    number: int
    """In its file, from 0."""
    lines: range
    """Of the file: what was changed."""
    line: str
    """What stands on the first of them."""
    body: range
    """Of the file: the function."""
    module: Any
    was: Any
    now: Any

    @property
    def room(self) -> str:
        return self.file.parent.relative_to("generator").as_posix()

    @property
    def name(self) -> str:
        return f"{self.file}:{self.lines.start} {self.function} #{self.number}"

    def code(self) -> CodeType:
        """The function's, with the slip."""
        source = self.module.deep_replace(self.was, self.now).code
        found = [
            code
            for code in _codes(compile(source, str(self.file.resolve()), "exec", dont_inherit=True))
            if code.co_qualname == self.function
        ]
        if len(found) != 1:
            raise ValueError(f"{len(found)} functions are called {self.function}")
        return found[0]

    def told(self) -> str:
        was, now = (self.module.code_for_node(node) for node in (self.was, self.now))
        return f"{_one_line(was)}  →  {_one_line(now)}"


class _Visitor(MutationVisitor):  # type: ignore[misc]
    def _skip_node_and_children(self, node: Any) -> bool:
        if isinstance(node, cst.Param):
            return True  # a default is worked out when the function is made
        if isinstance(node, cst.FunctionDef):
            node = node.with_changes(decorators=())
        return bool(super()._skip_node_and_children(node))


def mutants(file: Path) -> Iterator[Mutant]:
    text = file.read_text("utf-8")
    written = text.splitlines()
    wrapper = MetadataWrapper(cst.parse_module(text))
    visitor = _Visitor(mutation_operators, NO_LINES)
    module = wrapper.visit(visitor)
    positions = wrapper.resolve(PositionProvider)
    outer = wrapper.resolve(OuterFunctionProvider)
    names = {id(node): name for name, node in _functions(wrapper.module.body)}
    for number, slip in enumerate(visitor.mutations):
        function = outer.get(slip.original_node)
        if (name := names.get(id(function))) is None:
            continue  # the module's own statements and fields have been run when tests begin
        lines, body = (_lines(positions[node]) for node in (_placed(slip, positions), function))
        line = written[lines.start - 1].strip()
        was, now = slip.original_node, slip.mutated_node
        yield Mutant(file, name, number, lines, line, body, module, was, now)


def _placed(slip: Any, positions: Any) -> Any:
    """Operators have no place of their own in libcst."""
    node = slip.original_node
    return node if node in positions else slip.contained_by_top_level_function


def _functions(body: Any, within: str = "") -> Iterator[tuple[str, Any]]:
    for node in body:
        if isinstance(node, cst.FunctionDef):
            yield within + node.name.value, node
        elif isinstance(node, cst.ClassDef):
            yield from _functions(node.body.body, f"{within}{node.name.value}.")


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _lines(position: Any) -> range:
    return range(position.start.line, position.end.line + 1)


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]
