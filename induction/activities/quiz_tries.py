"""The tries of a quiz: which were made, which were checked, how they went.

A try of a question is the field ``<quiz>.<question>.try.<row>``; the first row is ``1``, later ones are added to the list
``<quiz>.<question>.try``. Where several answers are right together, each option has a field of its own behind that.
A row in the list ``<field of the try>.checked`` says that it was checked: from then on it stays as it is.
A colleague's tries are kept the same way under ``colleague``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from induction.activities.base import Answers, is_row
from induction.views.html import plain

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.quiz import QuizOption, QuizQuestion

PLAYERS = {"try": "", "colleague": "colleague, "}
"""Who can answer, and the words for it before 'first attempt'."""
TODAY = ("yes", "now")
"""What counts as right."""


def multiple(question: "QuizQuestion") -> bool:
    """True when several answers are right together, so that they are ticked rather than chosen."""
    return sum(option.right in TODAY for option in question.options) > 1


@dataclass(frozen=True)
class Try:
    """One try at a question."""

    field: str
    question: "QuizQuestion"
    chosen: tuple[str, ...]
    """Ids of the options chosen."""
    checked: bool
    """True when it was checked and stays as it is."""

    @property
    def controls(self) -> list[str]:
        """The fields that hold it."""
        return [f"{self.field}.{one.id}" for one in self.question.options] if multiple(self.question) else [self.field]

    @property
    def options(self) -> list["QuizOption"]:
        """The options chosen, in the order of the question; one that a later version added is left out."""
        return [one for one in self.question.options if one.id in self.chosen]

    @property
    def right(self) -> bool:
        """True when it is right today."""
        return self.chosen != () and set(self.chosen) == {one.id for one in self.question.options if one.right in TODAY}


def all_tries(name: str, question: "QuizQuestion", who: str, answers: Answers) -> list[Try]:
    """The tries of a player at the question ``name``, the first one first; there is always one."""
    tries = []
    for row in ("1", *answers.rows(f"{name}.{who}")):
        field = f"{name}.{who}.{row}"
        if multiple(question):
            chosen = tuple(one.id for one in question.options if answers.text(f"{field}.{one.id}") == "yes")
        else:
            chosen = (answers.text(field),) if answers.text(field) else ()
        tries.append(Try(field, question, chosen, chosen != () and answers.rows(f"{field}.checked") != ()))
    return tries


def chosen_words(one: Try, more: str) -> str:
    """What was chosen, in words, with ``more`` behind it; empty when nothing was."""
    words = {option.id: plain(option.text) for option in one.question.options}
    return "; ".join(words.get(code, code) for code in one.chosen) + more if one.chosen else ""


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
    option: str
    """Words of the option, where each has a field of its own."""


def place_of(name: str, question: "QuizQuestion", field: str) -> Place | None:
    """Which try of the question ``name`` a field belongs to; None when it is no field of one."""
    pieces = field.removeprefix(f"{name}.").split(".") if field.startswith(f"{name}.") else []
    if len(pieces) != (3 if multiple(question) else 2) or pieces[0] not in PLAYERS or not is_row(pieces[1], 1):
        return None
    options = {one.id: plain(one.text) for one in question.options}
    if len(pieces) == 3 and pieces[2] not in options:
        return None
    return Place(pieces[0], pieces[1], options[pieces[2]] if len(pieces) == 3 else "")
