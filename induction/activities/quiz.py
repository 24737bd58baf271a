"""A quiz: answer unaided, then see why; every option explained; what held then and what holds now (3.1, 4.2, 5.4)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class QuizOption:
    """One answer to choose from."""

    id: str
    """Stable id within the question."""
    text: str
    """The answer."""
    why: str
    """Why it is right, or why it is not."""
    right: Literal["no", "yes", "then", "now"] = "no"
    """yes: right when the source was written and right today. then: right only when the source was written. now: right only today."""


@dataclass(frozen=True)
class QuizQuestion:
    """One question."""

    id: str
    """Stable id within the quiz."""
    ask: str
    """The question."""
    options: tuple[QuizOption, ...]
    """The answers to choose from; at least one is right today."""
    source: str
    """Where the answer comes from: Act, section, regulation, guidance."""
    sureness: Literal["checked", "known", "to-be-checked"]
    """How sure we are of today's answer."""
    checked: str
    """When we last looked, ISO 8601 date."""
    explain: str = ""
    """What is worth knowing beyond the options: a slip in the source, a trap in the wording, practice."""
    then: str = ""
    """What the source's answer was, where today's differs or the source slipped."""
    since: str = ""
    """Since when today's answer holds, where it changed."""
    sources: tuple[str, ...] = ()
    """Source units this question carries."""


@dataclass(frozen=True)
class Quiz:
    """A quiz. The first attempt is kept for ever; retries lose nothing."""

    id: str
    """Stable id of the part within its activity."""
    questions: tuple[QuizQuestion, ...]
    """The questions, in order."""
    kind: Literal["quiz"] = "quiz"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    colleague: bool = False
    """True when two can play on one screen."""
