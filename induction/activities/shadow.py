"""Shadowing a colleague: before, during, after, with what the colleague witnessed (2.3, 2.13, 3.4, 4.1)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Question


@dataclass(frozen=True)
class Shadow:
    """One or more visits with a colleague."""

    id: str
    """Stable id of the part within its activity."""
    before: tuple[Question, ...]
    """What to settle before: whom, when, where, what to look for."""
    watch: tuple[str, ...]
    """The prompt card to keep at hand during the visit: what to look for, one thought each."""
    after: tuple[Question, ...]
    """What to write down afterwards."""
    visits: int = 1
    """How many visits the activity needs."""
    visit: str = "Visit"
    """What one visit is called: 'School', 'Visit', 'Court sitting'."""
    observed: str = ""
    """What the inductee must be seen doing before the activity can be signed off; empty when nothing."""
    witness: bool = True
    """True when the colleague adds a line: name, role, date, what was seen."""
    kind: Literal["shadow"] = "shadow"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""
