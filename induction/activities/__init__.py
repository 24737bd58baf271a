"""Response types: one file a kind, and the one table that names them.

A new kind is a new file with a frozen dataclass and an EXAMPLE, and one line here; the schema, the editor help,
the page, the tracker and the tests follow from this table.
"""

import sys
from typing import TYPE_CHECKING, Union

from induction.activities import (
    attendance,
    cases,
    casework,
    choices,
    columns,
    criteria,
    grid,
    ideas,
    objectives,
    prompts,
    quiz,
    reading,
    scoring,
    shadow,
    sheets,
    topics,
    two_lists,
)
from induction.activities.base import (
    Answers,
    Gap,
    Link,
    Question,
    Refuses,
    Response,
    Shown,
    StandsIn,
    Suggestion,
    Suggests,
    refusal,
    suggestions,
)

ACTIVITY_TYPES: dict[str, type] = {
    "prompts": prompts.Prompts,
    "ideas": ideas.Ideas,
    "two-lists": two_lists.TwoLists,
    "cases": cases.Cases,
    "reading": reading.Reading,
    "topics": topics.Topics,
    "choices": choices.Choices,
    "quiz": quiz.Quiz,
    "grid": grid.Grid,
    "columns": columns.Columns,
    "scoring": scoring.Scoring,
    "sheets": sheets.Sheets,
    "shadow": shadow.Shadow,
    "casework": casework.Casework,
    "attendance": attendance.Attendance,
    "objectives": objectives.Objectives,
    "criteria": criteria.Criteria,
}
"""Kind to response type: the one place where a response type is registered."""

if TYPE_CHECKING:
    AnyResponse = Response
else:  # a type checker cannot follow a union made from the table
    AnyResponse = Union[tuple(ACTIVITY_TYPES.values())]  # noqa: UP007
"""Any of the response types; told apart by ``kind``."""


def example(kind: str) -> Response:
    """The EXAMPLE of a response type, for docs, snapshots, accessibility checks and tests."""
    shape: Response = sys.modules[ACTIVITY_TYPES[kind].__module__].EXAMPLE
    return shape


__all__ = [
    "ACTIVITY_TYPES",
    "Answers",
    "AnyResponse",
    "Gap",
    "Link",
    "Question",
    "Refuses",
    "Response",
    "Shown",
    "StandsIn",
    "Suggestion",
    "Suggests",
    "example",
    "refusal",
    "suggestions",
]
