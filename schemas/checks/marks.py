"""Marks of attendance: codes of the Welsh set, Mondays that are Mondays, five days a week."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from induction.activities.attendance import Attendance
from induction.attendance.marks import wrong
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Marks that are none, in the line in which they stand, and a half-term break that is no week of theirs."""
    for file in handbook.files:
        for loc, trail in file.inside.things:
            part: Any = trail[-1]
            if isinstance(part, Attendance):
                for way, text in wrong(part.weeks):
                    yield file.problem((*loc, "weeks", *way), text)
                if part.half_term and part.half_term not in [week.monday for week in part.weeks]:
                    text = f"`half_term` is {part.half_term}; it should be the Monday of one of the weeks"
                    yield file.problem((*loc, "half_term"), text)
