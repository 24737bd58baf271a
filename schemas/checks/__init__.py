"""Checks across files: what no single file can know. One table names them all."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from schemas.checks import (
    adoption,
    aids,
    calendar,
    cases,
    changes,
    criteria,
    ids,
    links,
    local,
    marks,
    parts,
    places,
    programmes,
    quizzes,
    references,
    scripts,
    search,
    service,
    tables,
    texts,
    units,
)
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook

CHECKS: "tuple[Callable[[Handbook], Iterator[Problem]], ...]" = (
    ids.check,
    references.check,
    adoption.check,
    programmes.check,
    local.check,
    places.check,
    aids.check,
    changes.check,
    parts.check,
    quizzes.check,
    cases.check,
    criteria.check,
    marks.check,
    tables.check,
    calendar.check,
    service.check,
    scripts.check,
    search.check,
    texts.check,
    links.check,
    units.check,
)
"""Every check across files: the one place where a check is registered."""


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Every problem and note that only shows when all files are seen together."""
    for one in CHECKS:
        yield from one(handbook)
