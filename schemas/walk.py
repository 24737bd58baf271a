"""Every value inside an item of content, with the way to it. Walked once a file: all checks and pages use what is found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from schemas.yaml_loader import Loc

Trail = tuple[Any, ...]
"""Models and dataclasses, from the outermost to the one in question."""


@dataclass(frozen=True)
class Inside:
    """What an item holds, itself included, in order."""

    things: list[tuple[Loc, Trail]] = field(default_factory=list)
    """Every model and dataclass: the way to it, and it with all that is around it."""
    texts: list[tuple[Loc, str]] = field(default_factory=list)
    """Every text, ids and addresses included, codes not."""


@cache
def names(kind: type) -> tuple[str, ...]:
    """The fields of a model or dataclass; none for anything else."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def members(value: Any) -> Iterable[tuple[str | int, Any]]:
    """What a model, dataclass, tuple or dict holds, with key or position."""
    kind: type = type(value)
    if kind is tuple:
        return enumerate(value)
    if kind is dict:
        return list(value.items())
    return [(name, getattr(value, name)) for name in names(kind)]


def inside(value: Any) -> Inside:
    """All that `value` holds."""
    found = Inside()
    _look(value, (), (), found)
    return found


def _look(value: Any, loc: Loc, trail: Trail, found: Inside) -> None:
    kind: type = type(value)
    if kind is str:
        found.texts.append((loc, value))
    elif names(kind):
        trail = (*trail, value)
        found.things.append((loc, trail))
    for step, inner in members(value):
        if type(inner) is str:  # most of what there is
            found.texts.append(((*loc, step), inner))
        elif inner:
            _look(inner, (*loc, step), trail, found)


def walk(value: Any) -> Sequence[tuple[Loc, Trail]]:
    """`value` and every model and dataclass inside it."""
    return inside(value).things


def texts(value: Any) -> Sequence[tuple[Loc, str]]:
    """Every text inside an item, ids and addresses included, codes not."""
    return inside(value).texts
