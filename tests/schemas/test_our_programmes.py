"""What the programmes say, held against itself: a quiz shows a change of the law only where one took place; days fit dates."""

import re
from collections.abc import Iterator
from datetime import date

from induction.activities.quiz import Quiz
from induction.dates import MONTHS, WEEKDAYS
from schemas.handbook import Handbook

_DAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}) (\d{{1,2}}) ({'|'.join(MONTHS)})(?: (\d{{4}}))?\b")


def quizzes(ours: Handbook) -> Iterator[tuple[str, Quiz]]:
    for induction in ours.programmes.values():
        for activity in induction.activities.values():
            for part in activity.parts:
                if isinstance(part, Quiz):
                    yield activity.id, part


def test_then_and_now_stand_only_where_the_answer_has_changed(ours: Handbook) -> None:
    """A slip of the source is told in the explanation: "Then ... Now ..." would say that the law has changed."""
    questions = [(where, one) for where, quiz in quizzes(ours) for one in quiz.questions]
    assert len(questions) >= 26
    said = [(where, one) for where, one in questions if one.then or one.since]
    assert said
    assert not [
        f"{where} {one.id}" for where, one in said if not {"then", "now"} <= {option.right for option in one.options}
    ]


def test_the_parenting_order_after_a_conviction_is_where_the_law_has_it_now(ours: Handbook) -> None:
    """Sentencing Act 2020, section 369, for convictions since 1 December 2020; the Act of 1998 only as what it was."""
    quiz = next(quiz for where, quiz in quizzes(ours) if where == "ews.3.1")
    order = next(one for one in quiz.questions if one.id == "order")
    assert "section 369" in order.source
    assert "1998" not in order.source
    old = [
        text
        for file in ours.files
        for _, text in file.inside.texts
        if "Crime and Disorder Act 1998" in text and re.search(r"[Ss]ection 8\b", text)
    ]
    assert old
    assert not [text for text in old if not re.search(r"before 1 December 2020|In the pack's time|^Section 8 of", text)]


def test_each_day_of_the_week_fits_its_date(ours: Handbook) -> None:
    """A date without a year is of the year that its text names last before it."""
    found = 0
    for file in ours.files:
        for _, text in file.inside.texts:
            year = 0
            for match in re.finditer(rf"{_DAY.pattern}|\b(20\d\d)\b", text):
                day, number, month, own, alone = match.groups()
                year = int(own or alone or year)
                if not day or not year:
                    continue
                found += 1
                when = date(year, MONTHS.index(month) + 1, int(number))
                assert WEEKDAYS[when.weekday()] == day, f"{file.path}: {match.group()} ({year})"
    assert found > 20
