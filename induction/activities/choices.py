"""One of a few answers to each of many questions, with the reason, and a colleague's differing view (activity 2.5)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Option:
    """One answer to choose from."""

    id: str
    """Stable code of the answer, kept in the record."""
    text: str
    """The answer in words."""
    on_what: bool = False
    """True when choosing it also asks what it depends on."""


@dataclass(frozen=True)
class Choice:
    """One question to decide."""

    id: str
    """Stable id within the part."""
    text: str
    """The question."""
    note: str = ""
    """What is said after an answer is chosen, whatever it is: a safety note, for example."""
    sources: tuple[str, ...] = ()
    """Source units this question carries."""


@dataclass(frozen=True)
class Choices:
    """Many questions with the same few answers."""

    id: str
    """Stable id of the part within its activity."""
    options: tuple[Option, ...]
    """The answers to choose from."""
    items: tuple[Choice, ...]
    """The questions, in order."""
    kind: Literal["choices"] = "choices"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    reason: str = "Why, or what does it depend on?"
    """The question beside each answer."""
    colleague: bool = False
    """True when a colleague decides too: where the two differ, the colleague's view is kept beside."""
