"""References: every id that content points to exists."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from induction.activities.base import Question
from induction.activities.criteria import Criteria
from induction.activities.sheets import Sheets
from induction.activities.topics import Topics
from schemas import kinds, tables
from schemas.adoption import Resolution
from schemas.blocks import DatesBlock
from schemas.checks.ids import Shelf, shelf
from schemas.common import Applies, Duty
from schemas.local import LocalLink
from schemas.problems import Problem, meant
from schemas.rhythms import Rhythm
from schemas.walk import names
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import Handbook

REFERENCES: tuple[tuple[type, str, str], ...] = (
    (object, "sources", "unit"),
    (tables.Overlay, "tempers", "unit"),
    (Applies, "roles", "role"),
    (Duty, "who", "role or person"),
    (kinds.Role, "programme", "programme"),
    (kinds.Programme, "role", "role"),
    (kinds.ProgrammeSection, "subsections", "sub-section"),
    (kinds.Subsection, "activities", "activity"),
    (Topics, "reference", "reference collection"),
    (Sheets, "reference", "reference collection"),
    (Criteria, "reference", "reference collection"),
    (tables.School, "people", "person"),
    (tables.Service, "slots", "slot"),
    (LocalLink, "id", "slot"),
    (Question, "slot", "slot"),
    (kinds.Card, "ring", "slot"),
    (kinds.Card, "text", "slot"),
    (Rhythm, "who", "role or person"),
    (DatesBlock, "dates", "rhythm"),
    (Resolution, "page", "page"),
)
"""Whose key points to which shelf of ids (`schemas.checks.ids.SHELVES`). The keys of a mapping are the ids."""


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Ids that nothing has, each with the nearest that something has."""

    @cache
    def known(name: str) -> Shelf:
        return shelf(handbook, name)

    for file in handbook.files:
        for loc, trail in file.inside.things:
            kind: type = type(trail[-1])
            for key, name in _keys(kind):
                for way, wanted in _ids(getattr(trail[-1], key)):
                    if known(name).whole and wanted not in known(name).ids:
                        guess = meant(wanted, known(name).ids)
                        yield file.problem((*loc, key, *way), f"there is no {name} `{wanted}`{guess}")


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    """The keys of a kind of thing that point to a shelf, and to which."""
    return tuple((key, name) for owner, key, name in REFERENCES if key in names(kind) and issubclass(kind, owner))


def _ids(value: Any) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        yield from (((one,), one) for one in value)
    elif isinstance(value, tuple):
        yield from (((index,), one) for index, one in enumerate(value))
    elif value:
        yield (), value
