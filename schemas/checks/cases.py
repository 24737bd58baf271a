"""Cases whose school year the inductee chooses: the choice, its words and its field fit together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from induction.activities.case import Case
from schemas.problems import Problem
from schemas.walk import walk

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """A choice of one year, or without words for the time before it, and a stage that takes the choice's field."""
    for file in handbook.files:
        for loc, trail in walk(file.item):
            case = trail[-1]
            if not isinstance(case, Case) or not (case.years or case.year_open):
                continue
            if len(set(case.years)) < max(2, len(case.years)):
                yield file.problem((*loc, "years"), "`years` should name at least two years, each once")
            if not case.year_open:
                text = "`year_open` is missing: what stands for {year} before one is chosen, such as 'Year 5 to 8'"
                yield file.problem((*loc, "years"), text)
            for index, stage in enumerate(case.stages):
                if stage.id == "year":
                    text = "`year` is the field of the year that is chosen; give the stage another id"
                    yield file.problem((*loc, "stages", index, "id"), text)
