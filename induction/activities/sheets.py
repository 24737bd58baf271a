"""Repeatable sheets: as many as there are schools, services or findings, each with the same questions (2.1, 2.8, 4.3)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Question


@dataclass(frozen=True)
class Offered:
    """A sheet that is there from the start."""

    id: str
    """Stable id within the part."""
    title: str
    """Its name."""
    about: str = ""
    """What is known already, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units this sheet carries."""


@dataclass(frozen=True)
class Sheets:
    """Sheets that are added, named and filled in; what is found out can be used again."""

    id: str
    """Stable id of the part within its activity."""
    noun: str
    """What one sheet is about: 'school', 'service', 'finding'."""
    nouns: str
    """More than one of them."""
    name: str
    """The question for a sheet's name: 'Name of the school'. Renaming a sheet keeps its answers."""
    questions: tuple[Question, ...]
    """The questions on every sheet."""
    at_least: int = 1
    """How many sheets there must be."""
    offered: tuple[Offered, ...] = ()
    """Sheets that are there from the start."""
    reference: str = ""
    """Id of a reference collection whose entries are offered as sheets; leave `offered` out then."""
    kind: Literal["sheets"] = "sheets"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    pocket: bool = False
    """True when what is found belongs in the worker's own directory ('my patch')."""
