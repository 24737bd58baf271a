"""The docstrings under the fields of a class: what editors show an author, and what some problems quote.

Pydantic can read them too, but does so for every model at every start, for most of a second; here it is only on demand.
"""

import ast
import inspect
import sys
from functools import cache

from pydantic import BaseModel


def of_fields(cls: type) -> dict[str, str]:
    """Field to what is said under it, the fields of its base classes included."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if base not in (object, BaseModel):
            found |= _classes(base.__module__).get(base.__qualname__, {})
    return found


@cache
def _classes(module: str) -> dict[str, dict[str, str]]:
    """Every class at the top of a module, with the docstrings of its fields."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {one.name: dict(_fields(one)) for one in tree.body if isinstance(one, ast.ClassDef)}


def _fields(cls: ast.ClassDef) -> list[tuple[str, str]]:
    return [
        (field.target.id, inspect.cleandoc(below.value.value))
        for field, below in zip(cls.body, cls.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
    ]
