"""Quizzes: each form of question has what it needs, and a right answer among it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from induction.activities.quiz_forms import TODAY, known, rights
from induction.activities.quiz_questions import QuizQuestion
from induction.dates import parse_date
from induction.views.html import plain
from schemas.problems import Problem
from schemas.walk import walk

if TYPE_CHECKING:
    from schemas.handbook import Handbook

_USES = {"matching": ("pairs",), "ordering": ("items", "begins")}
_LISTS = ("options", "pairs", "items", "begins")
_Said = Iterator[tuple[str, str]]
"""The key to mend and what is wrong with it."""


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Questions without a right answer, without what their form needs, or with what it has no use for."""
    for file in handbook.files:
        for loc, trail in walk(file.item):
            question = trail[-1]
            if isinstance(question, QuizQuestion):
                for key, text in _question(question):
                    yield file.problem((*loc, key), text)


def _question(question: QuizQuestion) -> _Said:
    uses = _USES.get(question.form, ("options",))
    for name in _LISTS:
        if name not in uses and getattr(question, name):
            yield name, f"a question of form {question.form} has no `{name}`; take the key out or change `form`"
    if parse_date(question.checked) is None:
        yield "checked", f"`checked` is '{question.checked}'; it should be a date in quotes such as \"2026-11-22\""
    yield from {"matching": _matching, "ordering": _ordering}.get(question.form, _options)(question)


def _options(question: QuizQuestion) -> _Said:
    right = sum(option.right in TODAY for option in question.options)
    if not right:
        yield "options", 'no option is right today; write `right: "yes"` (or now) at the one that is'
    if question.form == "choice" and len(question.options) < 2:
        yield "options", "there is nothing to choose from; write at least two options"
    if question.form == "true-false":
        if sorted(option.id for option in question.options) != ["false", "true"]:
            yield "options", 'a true-false question has two options, with the ids "true" and "false" in quotes'
        elif right > 1:
            yield "options", "both options are right today; one of true and false is"
    for option in question.options:
        if known(question, (plain(option.text),)) is not option:
            yield "options", f"two options say '{plain(option.text)}'"


def _matching(question: QuizQuestion) -> _Said:
    lefts = [plain(pair.left) for pair in question.pairs]
    if len(rights(question)) < 2:
        yield "pairs", "there is nothing to choose from; write at least two pairs with different right sides"
    if len(set(lefts)) < len(lefts):
        yield "pairs", "two pairs have the same left side"


def _ordering(question: QuizQuestion) -> _Said:
    order = [item.id for item in question.items]
    if len(order) < 2:
        yield "items", "there is nothing to put in order; write at least two items, in their right order"
    elif sorted(question.begins) != sorted(order):
        yield "begins", "`begins` should name each item once, in the order in which they are shown at first"
    elif list(question.begins) == order:
        yield "begins", "the items are shown in their right order; change `begins`"
