"""Marks as authors write them: what is right becomes sessions, what is wrong is said with its place."""

import pytest

from induction.attendance.codes import CODES
from induction.attendance.marks import Week, can_be, changed, sessions, wrong
from tests.induction.attendance.pupil import WEEKS

RIGHT = ("/\\", "OO", "##", "**", "--")


def test_the_weeks_of_the_pupil_are_right_and_become_sessions_in_order() -> None:
    assert list(wrong(WEEKS)) == []
    made = sessions(reversed(WEEKS))
    assert made == sessions(WEEKS) and len(made) == 140
    assert (made[2].key, made[2].mark, made[2].words) == ("2013-09-03.am", "O", "Tuesday 3 September, morning")


def test_a_copy_leaves_the_real_marks_alone() -> None:
    real = sessions(WEEKS)
    copy = changed(real, {"2013-09-03.am": "I", "2013-09-03.pm": "", "2050-01-01.am": "I"})
    assert [one.mark for one in copy[2:4]] == ["I", "O"]
    assert real[2].mark == "O" and len(copy) == len(real)


@pytest.mark.parametrize(
    ("week", "way", "said"),
    [
        (Week("2013-09-03", RIGHT), (0, "monday"), "is a Tuesday"),
        (Week("3 September", RIGHT), (0, "monday"), "is no date"),
        (Week("2013-09-02", RIGHT[:4]), (0, "marks"), "4 days are given"),
        (Week("2013-09-02", ("/\\", "O", "##", "**", "--")), (0, "marks", 1), "'O' has 1 mark;"),
        (Week("2013-09-02", ("/\\", "OQ", "##", "**", "--")), (0, "marks", 1), "'Q' is not a code of the Welsh set"),
        (Week("2013-09-02", ("\\/", "OO", "##", "**", "--")), (0, "marks", 0), "in the morning"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(week: Week, way: tuple[int | str, ...], said: str) -> None:
    found = list(wrong([week]))
    assert {one for one, _ in found} == {way}
    assert said in found[0][1]


def test_a_week_given_twice_is_said() -> None:
    assert list(wrong([Week("2013-09-02", RIGHT)] * 2)) == [
        ((1, "monday"), "the week of 2013-09-02 is there already, as entry 1")
    ]


def test_a_stroke_belongs_to_its_half_of_the_day() -> None:
    assert {code.mark for code in can_be("am")} == set(CODES) - {"\\"}
    assert {code.mark for code in can_be("pm")} == set(CODES) - {"/"}
