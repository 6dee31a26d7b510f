"""The sentence under each field, which editors see in their own tools, found when somebody asks.

Pydantic's `use_attribute_docstrings` reads them out of the source as each class is made: that took
a third of the time that the model takes to load, for words that only a fault or the schema needs.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@cache
def described(part: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The part's fields by name, each with its description if it has one."""
    told: dict[str, str] = {}
    for owner in reversed(part.__mro__):
        if issubclass(owner, BaseModel) and owner is not BaseModel:
            told |= _of_module(owner.__module__).get(owner.__name__, {})
    fields = part.model_fields
    for name, field in fields.items():
        field.description = told.get(name)
    return fields


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """By class and field."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {
        each.name: dict(_sentences(each.body))
        for each in tree.body
        if isinstance(each, ast.ClassDef)
    }


def _sentences(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, under in pairwise(body):
        match field, under:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(sentence))),
            ):
                yield name, inspect.cleandoc(sentence)
