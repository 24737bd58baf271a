"""The tries of a quiz: which were made, which were checked, how they went.

A try of a question is the field ``<quiz>.<question>.try.<row>``; the first row is ``1``, later ones are added to the list
``<quiz>.<question>.try``. Where a try has several controls (ticks, pairs), each has a field of its own behind that.
A row in the list ``<field of the try>.checked`` says that it was checked: from then on it stays as it is.
A colleague's tries are kept the same way under ``colleague``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from induction.activities.base import Answers, is_row
from induction.activities.quiz_forms import form_of
from induction.activities.quiz_questions import QuizOption, QuizQuestion

PLAYERS = {"try": "", "colleague": "colleague, "}
"""Who can answer, and the words for it before 'first attempt'."""


@dataclass(frozen=True)
class Try:
    """One try at a question."""

    field: str
    question: QuizQuestion
    chosen: tuple[str, ...]
    """What was answered, in the codes of `induction.activities.quiz_forms`."""
    checked: bool
    """True when it was checked and stays as it is."""

    @property
    def controls(self) -> list[str]:
        """The fields that hold it."""
        return [
            f"{self.field}.{name}" if name else self.field for name in form_of(self.question).aspects(self.question)
        ]

    @property
    def complete(self) -> bool:
        """True when it can be checked."""
        return form_of(self.question).complete(self.question, self.chosen)

    @property
    def options(self) -> list[QuizOption]:
        """The options chosen, in the order of the question; one that a later version took out is left out."""
        return [one for one in self.question.options if one.id in self.chosen]

    @property
    def right(self) -> bool:
        """True when it is right today."""
        return form_of(self.question).right(self.question, self.chosen)


def all_tries(name: str, question: QuizQuestion, who: str, answers: Answers) -> list[Try]:
    """The tries of a player at the question ``name``, the first one first; there is always one."""
    return [_try(f"{name}.{who}.{row}", question, answers) for row in ("1", *answers.rows(f"{name}.{who}"))]


def _try(field: str, question: QuizQuestion, answers: Answers) -> Try:
    chosen = form_of(question).read(question, lambda name: answers.text(f"{field}.{name}" if name else field))
    return Try(field, question, chosen, chosen != () and answers.rows(f"{field}.checked") != ())


def chosen_words(one: Try, more: str) -> str:
    """What was chosen, in words, with ``more`` behind it; empty when nothing was."""
    return form_of(one.question).words(one.question, one.chosen) + more if one.chosen else ""


def score_words(questions: Sequence[Sequence[Try]]) -> str:
    """How the tries at all questions of a quiz went, in words: the first attempt, then the latest one."""
    first = [tries[0] for tries in questions if tries[0].checked]
    if not first:
        return ""
    right = sum(one.right for one in first)
    if len(first) < len(questions):
        return f"First attempt so far: {right} right of {len(first)} checked, {len(questions)} questions in all"
    words = f"First attempt: {right} of {len(questions)}"
    if all(len([one for one in tries if one.checked]) == 1 for tries in questions):
        return words
    latest = [[one for one in tries if one.checked][-1] for tries in questions]
    return f"{words}. Latest: {sum(one.right for one in latest)} of {len(questions)}"


@dataclass(frozen=True)
class Place:
    """Where a field of a question stands."""

    who: str
    row: str
    aspect: str
    """Words of the control, where a try has several."""


def place_of(name: str, question: QuizQuestion, field: str) -> Place | None:
    """Which try of the question ``name`` a field belongs to; None when it is no field of one."""
    who, _, rest = field.removeprefix(f"{name}.").partition(".") if field.startswith(f"{name}.") else ("", "", "")
    row, _, aspect = rest.partition(".")
    aspects = form_of(question).aspects(question)
    if who not in PLAYERS or not is_row(row, 1) or aspect not in aspects or rest.endswith("."):
        return None
    return Place(who, row, aspects[aspect])
