"""Fixed rows by a few questions: a review grid (3.3, 4.5, 5.2, 5.6, 6.1)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Link, Question


@dataclass(frozen=True)
class GridRow:
    """One row."""

    id: str
    """Stable id within the part."""
    title: str
    """What the row is about."""
    about: str = ""
    """What is worth knowing, in one to three sentences."""
    link: Link | None = None
    """Where to read more on this site."""
    sources: tuple[str, ...] = ()
    """Source units this row carries."""


@dataclass(frozen=True)
class Grid:
    """The same questions asked of every row."""

    id: str
    """Stable id of the part within its activity."""
    rows: tuple[GridRow, ...]
    """The rows, in order."""
    columns: tuple[Question, ...]
    """The questions asked of each row."""
    kind: Literal["grid"] = "grid"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    absent: str = ""
    """Words of a tick that accounts for a row without answers: 'None held locally'. Empty when every row needs answers."""
