"""The same questions for two people side by side, with factors ticked for each (activity 2.6)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Question


@dataclass(frozen=True)
class Column:
    """One person or thing that the questions are asked about."""

    id: str
    """Stable id within the part."""
    title: str
    """Its heading: 'Parent A'."""


@dataclass(frozen=True)
class Factor:
    """One factor to tick."""

    id: str
    """Stable id within the part."""
    text: str
    """The factor."""


@dataclass(frozen=True)
class Columns:
    """Questions in columns; ticked factors show under one of the questions of their own column."""

    id: str
    """Stable id of the part within its activity."""
    columns: tuple[Column, ...]
    """The columns."""
    questions: tuple[Question, ...]
    """The questions asked in every column."""
    factors: tuple[Factor, ...] = ()
    """Factors to tick in each column."""
    factors_under: str = ""
    """Id of the question under which the ticked factors show."""
    kind: Literal["columns"] = "columns"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""
