"""The marks of our own activity 4.4, and what an author is told of marks that are none."""

from itertools import groupby
from pathlib import Path

from induction.activities.attendance import Attendance
from induction.attendance.figures import Figures, count, percent
from induction.dates import say_date
from schemas.blocks import TableBlock, TextBlock
from schemas.handbook import load_lenient
from tests.induction.attendance.pupil import HALF_TERM, WEEKS
from tests.schemas.conftest import COMMON, Spoilt

PART = """\
parts:
  - kind: attendance
    id: marks
    half_term: 2013-09-09
    weeks:
      - {monday: 2013-09-02, marks: ["##", "OO", "OO", 'U\\', '/\\']}
      - monday: 2013-09-09
        marks:
          - "**"
          - "**"
          - "**"
          - "**"
          - "**"
    first:
      - {id: first, ask: What do you see?}
"""


def test_the_content_holds_the_marks_that_the_figures_are_tested_with() -> None:
    handbook, _ = load_lenient(Path(__file__).parents[2])
    assert handbook
    (part,) = handbook.programmes["ews"].activities["ews.4.4"].parts
    assert isinstance(part, Attendance)
    assert part.weeks == WEEKS
    assert part.half_term == HALF_TERM.isoformat()


def test_the_page_4_b_shows_the_marks_and_the_figures_of_4_4() -> None:
    """The table is typed for readers of the page; every cell of it follows from the marks of the activity."""
    handbook, _ = load_lenient(Path(__file__).parents[2])
    assert handbook
    (part,) = handbook.programmes["ews"].activities["ews.4.4"].parts
    assert isinstance(part, Attendance)
    page = next(
        one for one in handbook.programmes["ews"].subsections["ews.4.b"].parts if one.id == "attendance-summary"
    )
    (table,) = (one.table for one in page.blocks if isinstance(one, TableBlock))
    weeks = [(monday, tuple(week)) for monday, week in groupby(part.real, key=lambda one: one.monday)]
    assert len(table.rows) == len(weeks) + 1
    for row, (monday, week) in zip(table.rows, weeks, strict=False):
        assert say_date(monday.isoformat()).startswith(row[0])
        days = [" ".join(one.mark for one in day) for _, day in groupby(week, key=lambda one: one.date)]
        assert list(row[1:6]) == days
        assert list(row[6:]) == _cells(count(week))
    total = count(part.real)
    assert list(table.rows[-1]) == ["All weeks", "", "", "", "", "", *_cells(total)]
    said = next(one.text for one in page.blocks if isinstance(one, TextBlock) and "bottom line" in one.text)
    said = " ".join(said.split())
    for number, words in (
        (total.present, "sessions attended"),
        (total.absent, "absent"),
        (total.authorised, "authorised"),
        (total.unauthorised, "unauthorised"),
        (total.lates, "lates"),
    ):
        assert f"{number} {words} ({percent(number, total.possible)})" in said
    assert f"shares of {total.possible} possible sessions" in said


def _cells(figures: Figures) -> list[str]:
    """A row of the printout: attendance, absent, authorised, unauthorised, late."""
    shares = [
        percent(number, figures.possible).removesuffix("%") if figures.possible else none
        for number, none in ((figures.present, "Holiday"), (figures.authorised, "0.00"), (figures.unauthorised, "0.00"))
    ]
    return [shares[0], str(figures.absent), shares[1], shares[2], str(figures.lates)]


def problems(tiny: Spoilt, old: str, new: str) -> list[str]:
    text = f"""\
id: ews.1.1
number: "1.1"
title: Find out
{COMMON}kinds: [alone]
intro: Look.
{PART}look_for: {{strong: Much, enough: Some, not_yet: Little, questions: [Why?, How?]}}
"""
    assert text.count(old) == 1
    tiny.write("programmes/ews/activities/1.1.yml", text.replace(old, new))
    where = "content/programmes/ews/activities/1.1.yml:"
    return [one.removeprefix(where) for one in tiny.problems() if one.startswith(where)]


def test_marks_that_are_right_are_taken(tiny: Spoilt) -> None:
    assert problems(tiny, "intro: Look.", "intro: Look well.") == []


def test_what_is_wrong_is_said_with_its_line(tiny: Spoilt) -> None:
    assert problems(tiny, "'U\\', '/\\'", "'U\\', '/Q'") == [
        "14: 'Q' is not a code of the Welsh set; the codes are / \\ L B D J P V W C E F H I M R S T G N O U X Y Z # - *"
    ]
    assert problems(tiny, "'U\\', '/\\'", "'U\\', '/'") == ["14: '/' has 1 mark; a day has 2, morning then afternoon"]
    assert problems(tiny, "'U\\', '/\\'", "'/\\'") == ["14: 4 days are given; a week has 5, Monday to Friday"]
    assert problems(tiny, "{monday: 2013-09-02", "{monday: 2013-09-03") == [
        "14: 2013-09-03 is a Tuesday; write the date of the Monday"
    ]
    assert problems(tiny, "half_term: 2013-09-09", "half_term: 2013-10-28") == [
        "12: `half_term` is 2013-10-28; it should be the Monday of one of the weeks"
    ]
