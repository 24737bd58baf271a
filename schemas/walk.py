"""Every value inside an item of content, with the way to it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from schemas.yaml_loader import Loc


def members(value: Any) -> Iterator[tuple[str | int, Any]]:
    """What a model, dataclass, tuple or dict holds, with key or position."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield name, getattr(value, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield field.name, getattr(value, field.name)
    elif isinstance(value, tuple):
        yield from enumerate(value)
    elif isinstance(value, dict):
        yield from value.items()


def walk(value: Any, loc: Loc = (), trail: tuple[Any, ...] = ()) -> Iterator[tuple[Loc, tuple[Any, ...]]]:
    """`value` and all it holds, in order: the way to each, and the values from the outermost to it itself."""
    trail = (*trail, value)
    yield loc, trail
    for step, inner in members(value):
        yield from walk(inner, (*loc, step), trail)


def texts(value: Any) -> Iterator[tuple[Loc, str]]:
    """Every text inside an item, ids and addresses included, codes not."""
    for loc, trail in walk(value):
        if type(trail[-1]) is str:
            yield loc, trail[-1]
