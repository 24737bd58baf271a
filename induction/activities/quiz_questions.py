"""What a quiz asks, as an author writes it: a question, and what there is to choose, match or put in order.

Which lists a question needs depends on its ``form``; `induction.activities.quiz_forms` marks them, and
``schemas.checks.quizzes`` says what is missing.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class QuizOption:
    """One answer to choose from. In a short question: an answer that is taken, or a slip that we can explain."""

    id: str
    """Stable id within the question. In a true-false question: 'true' and 'false', in quotes."""
    text: str
    """The answer."""
    why: str
    """Why it is right, or why it is not."""
    right: Literal["no", "yes", "then", "now"] = "no"
    """yes: right when the source was written and right today. then: right only when the source was written. now: right only today."""


@dataclass(frozen=True)
class QuizPair:
    """Two things that belong together."""

    id: str
    """Stable id within the question."""
    left: str
    """What stands there."""
    right: str
    """What has to be chosen for it."""
    why: str
    """Why they belong together."""


@dataclass(frozen=True)
class QuizItem:
    """One thing to put in its place."""

    id: str
    """Stable id within the question."""
    text: str
    """What it is."""
    why: str
    """Why it stands there."""


@dataclass(frozen=True)
class QuizQuestion:
    """One question."""

    id: str
    """Stable id within the quiz."""
    ask: str
    """The question."""
    source: str
    """Where the answer comes from: Act, section, regulation, guidance."""
    sureness: Literal["checked", "known", "to-be-checked"]
    """How sure we are of today's answer."""
    checked: str
    """When we last looked, ISO 8601 date."""
    form: Literal["choice", "true-false", "short", "matching", "ordering"] = "choice"
    """How it is answered. choice: one of the options, or all that are right where several are. true-false: one of two.
    short: a few words, compared with the right options without regard to capitals and spaces. matching: a list to
    choose from for each pair. ordering: items moved up and down."""
    options: tuple[QuizOption, ...] = ()
    """choice, true-false, short: the answers; at least one is right today."""
    pairs: tuple[QuizPair, ...] = ()
    """matching: the pairs."""
    items: tuple[QuizItem, ...] = ()
    """ordering: the items in their right order."""
    begins: tuple[str, ...] = ()
    """ordering: the ids of the items in the order in which they are shown at first; never the right one."""
    explain: str = ""
    """What is worth knowing beyond the options: a slip in the source, a trap in the wording, practice."""
    then: str = ""
    """What the source's answer was, where today's differs or the source slipped."""
    since: str = ""
    """Since when today's answer holds, where it changed."""
    sources: tuple[str, ...] = ()
    """Source units this question carries."""
