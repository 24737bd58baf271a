"""Response parts: what the dataclasses of `induction` cannot say of their own texts, because no pydantic is there."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from induction.activities import ACTIVITY_TYPES
from schemas.common import PATTERNS, SLUG
from schemas.problems import Problem
from schemas.walk import walk
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Ids that are no ids or stand twice, and texts and lists that may not be empty."""
    for file in handbook.files:
        taken: dict[str, int] = {}
        for loc, trail in file.inside.things:
            part: Any = trail[-1]
            if type(part) in ACTIVITY_TYPES.values():
                line = file.problem((*loc, "id"), "").line
                if part.id in taken:
                    text = f"the part id `{part.id}` is taken in line {taken[part.id]}; each stands once"
                    yield file.problem((*loc, "id"), text)
                taken.setdefault(part.id, line)
                yield from _inside(file, loc, part)


def _inside(file: "ContentFile", loc: Loc, part: Any) -> Iterator[Problem]:
    for way, trail in walk(part):
        value: Any = trail[-1]
        if not is_dataclass(value) or isinstance(value, type):
            continue
        for field in fields(value):
            here, given = (*loc, *way, field.name), getattr(value, field.name)
            if field.name == "id" and not re.fullmatch(SLUG, given):
                yield file.problem(here, f"`id` is '{given}'; it should be {PATTERNS[SLUG]}")
            elif given in ("", ()) and field.default is MISSING:
                yield file.problem(here, f"`{field.name}` is empty; write {'text' if given == '' else 'at least one'}")
