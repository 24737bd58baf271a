"""The marks of our own activity 4.4, and what an author is told of marks that are none."""

from pathlib import Path

from induction.activities.attendance import Attendance
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
