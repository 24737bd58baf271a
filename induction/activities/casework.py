"""A plan for one child: what the child needs, outcome goals, and targets that are SMART (2.9, 2.10). A is Agreed."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Casework:
    """Needs, goals and targets, step by step."""

    id: str
    """Stable id of the part within its activity."""
    child: str
    """The child's (invented) first name. A need begins '<name> needs'."""
    family: str
    """Whom the goals are about: 'Liam and his mum'."""
    needs: int = 0
    """How many statements of need to write; 0 leaves the step out."""
    goals: int = 0
    """How many outcome goals to write; 0 leaves the step out."""
    targets: int = 0
    """How many SMART targets to write; 0 leaves the step out."""
    kind: Literal["casework"] = "casework"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""
