"""Score each item of a checklist, with what shows it; weakest first; then so many improvements (activity 5.1)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Score:
    """One point of the scale."""

    id: str
    """The score as a code: '1'."""
    text: str
    """What it means: 'Very well'."""


@dataclass(frozen=True)
class ScoreItem:
    """One item to score."""

    id: str
    """Stable id within the part."""
    text: str
    """The item."""
    sources: tuple[str, ...] = ()
    """Source units this item carries."""


@dataclass(frozen=True)
class Scoring:
    """A checklist with scores. Counts are shown in words, never an average."""

    id: str
    """Stable id of the part within its activity."""
    scale: tuple[Score, ...]
    """The scale, best first."""
    items: tuple[ScoreItem, ...]
    """The items, in order."""
    improvements: int
    """How many improvements to suggest."""
    kind: Literal["scoring"] = "scoring"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    evidence: str = "What shows it?"
    """The question beside each score."""
    improve: str = "What would make it better?"
    """The question for each improvement."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""
