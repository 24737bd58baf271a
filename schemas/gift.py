"""Quizzes in GIFT, the text format that Moodle and other learning platforms read: pure functions from quiz to text.

GIFT has no questions about order, so an order becomes a matching of each item with its place.
"""

import re
from collections.abc import Iterable, Iterator

from induction.activities.quiz import Quiz
from induction.activities.quiz_forms import TODAY, form_of, multiple
from induction.activities.quiz_questions import QuizOption, QuizQuestion
from induction.programme import Activity
from induction.views.html import plain

_SIGNS = re.compile(r"[\\~=#{}:]")


def gift(activity: Activity) -> str:
    """Every quiz of an activity; empty when it has none. Questions are parted by blank lines."""
    questions = [
        _question(f"{activity.id} {part.id} {question.id}", question)
        for part in activity.parts
        if isinstance(part, Quiz)
        for question in part.questions
    ]
    head = f"// {' '.join(f'{activity.number} {plain(activity.title)}'.split())}"
    return "\n\n".join([head, *questions]) + "\n" if questions else ""


def _question(name: str, question: QuizQuestion) -> str:
    ask = plain(question.ask)
    if question.form == "ordering":
        ask += " Give each its place."
    answers = [*_answers(question), f"####{escaped(_general(question))}"]
    return "\n".join([f"::{escaped(name)}::[plain]{escaped(ask)} {{", *answers, "}"])


def _answers(question: QuizQuestion) -> Iterator[str]:
    if question.form == "true-false":
        holds = next(one for one in question.options if one.right in TODAY)
        other = next(one for one in question.options if one is not holds)
        # First what is said to those who are wrong, then to those who are right.
        yield f"{holds.id.upper()}#{escaped(other.why)}#{escaped(holds.why)}"
    elif question.form == "matching":
        yield from (f"={escaped(one.left)} -> {escaped(one.right)}" for one in question.pairs)
    elif question.form == "ordering":
        yield from (f"={escaped(item.text)} -> {place}" for place, item in enumerate(question.items, start=1))
    else:
        yield from _options(question)


def _options(question: QuizQuestion) -> Iterator[str]:
    right = sum(one.right in TODAY for one in question.options)
    for one in question.options:
        good = one.right in TODAY
        if question.form == "short":
            # Every answer of a short question begins with '='; a slip that we can explain is worth nothing.
            mark = "=" if good else "=%0%"
        elif multiple(question):
            # All that are right are worth 100 % together, and one that is wrong takes all of it away.
            mark = f"~%{_share(right)}%" if good else "~%-100%"
        else:
            mark = "=" if good else "~"
        yield _option(mark, one)


def _option(mark: str, option: QuizOption) -> str:
    text = escaped(option.text)
    if text.startswith("%") and not mark.endswith("%"):
        mark += "%100%" if mark == "=" else "%0%"  # or else the text would be read as its weight
    return f"{mark}{text}#{escaped(option.why)}"


def _share(of: int) -> str:
    return f"{100 / of:.5f}".rstrip("0").rstrip(".")


def _general(question: QuizQuestion) -> str:
    if question.form == "matching":
        reasons: Iterable[str] = (f"{one.left}: {one.why}" for one in question.pairs)
    else:
        reasons = (f"{one.text}: {one.why}" for one in question.items)
    answer = form_of(question).words(question, form_of(question).answer(question)).rstrip(".")
    moved = bool(question.then or question.since)
    now = f"Now, since {question.since}: {answer}." if question.since else f"Now: {answer}."
    said = [
        *reasons,
        question.explain,
        f"Then: {question.then}" if question.then else "",
        now if moved else "",
        f"Source: {question.source}. Last looked at: {question.checked}.",
    ]
    return "\n".join(one for one in said if one)


def escaped(text: str) -> str:
    """Text as GIFT has it: the signs that mean something there escaped, on one line.

    ``->`` makes a question one of matching and cannot be escaped, so it becomes a real arrow.
    """
    lines = (" ".join(line.split()) for line in plain(text).replace("->", "→").splitlines())
    return r"\n".join(_SIGNS.sub(r"\\\g<0>", line) for line in lines if line)
