"""Every figure of FEATURES row 32, with its four twists, worked out from the marks."""

import pytest

from induction.attendance.codes import CODES, Count
from induction.attendance.figures import (
    Figures,
    by_week,
    by_weekday,
    code_mix,
    count,
    halves,
    hundredths,
    longest,
    percent,
    runs,
    say_days,
)
from induction.attendance.marks import changed
from tests.induction.attendance.pupil import HALF_TERM, PUPIL, days, pupil


def shares(figures: Figures) -> dict[str, str]:
    names = ("present", "absent", "authorised", "unauthorised", "lates")
    return {name: percent(getattr(figures, name), figures.possible) for name in names}


def test_the_totals_are_those_of_the_printout() -> None:
    figures = count(PUPIL)
    assert figures == Figures(119, 81, 8, 30, 5, 5)
    assert figures.absent == 38
    assert shares(figures) == {
        "present": "68.07%",
        "absent": "31.93%",
        "authorised": "6.72%",
        "unauthorised": "25.21%",
        "lates": "4.20%",
    }


def test_each_week_is_that_of_the_printout() -> None:
    totals = [(8, 0, 0, 8, 0), (10, 9, 0, 1, 1), (10, 9, 0, 1, 1), (10, 8, 0, 2, 2), (10, 6, 0, 4, 0)]
    totals += [(10, 10, 0, 0, 0), (10, 10, 0, 0, 0), (8, 8, 0, 0, 0), (0, 0, 0, 0, 0), (10, 6, 0, 4, 0)]
    totals += [(10, 8, 2, 0, 0), (10, 3, 6, 1, 1), (10, 4, 0, 6, 0), (3, 0, 0, 3, 0)]
    weeks = [one for _, one in by_week(PUPIL)]
    got = [(one.possible, one.present, one.authorised, one.unauthorised, one.lates) for one in weeks]
    assert got == totals
    percents = [
        "0.00",
        "90.00",
        "90.00",
        "80.00",
        "60.00",
        "100.00",
        "100.00",
        "100.00",
        "-",
        "60.00",
        "80.00",
        "30.00",
        "40.00",
        "0.00",
    ]
    assert [percent(one.present, one.possible) for one in weeks] == [
        "no sessions" if one == "-" else f"{one}%" for one in percents
    ]
    assert [words for words, _ in by_week(PUPIL)][:2] == ["2 September", "9 September"]


def test_weekdays_and_halves_of_term() -> None:
    assert [(words, one.absent, one.possible) for words, one in by_weekday(PUPIL)] == [
        ("Monday", 5, 24),
        ("Tuesday", 12, 25),
        ("Wednesday", 8, 24),
        ("Thursday", 7, 24),
        ("Friday", 6, 22),
    ]
    before, after = halves(PUPIL, HALF_TERM)
    assert (before[1].present, before[1].possible, percent(before[1].present, before[1].possible)) == (60, 76, "78.95%")
    assert (after[1].present, after[1].possible, percent(after[1].present, after[1].possible)) == (21, 43, "48.84%")
    assert halves(PUPIL, None) == []


@pytest.mark.parametrize(
    ("marks", "figures", "said"),
    [
        (
            {"2013-11-28.am": "/", "2013-11-28.pm": "\\"},
            (119, 83, 8, 28),
            {"present": "69.75%", "unauthorised": "23.53%"},
        ),
        (days("2013-11-28", "Y"), (117, 81, 8, 28), {"present": "69.23%"}),
        (
            days("2013-09-03", "I", "2013-09-04", "2013-09-05", "2013-09-06"),
            (119, 81, 16, 22),
            {"present": "68.07%", "authorised": "13.45%"},
        ),
        (
            {one.key: "L" for one in PUPIL if one.mark == "U"},
            (119, 86, 8, 25),
            {"present": "72.27%", "unauthorised": "21.01%"},
        ),
    ],
    ids=["present", "closure", "illness", "in-time"],
)
def test_a_changed_mark_changes_what_hangs_on_it(
    marks: dict[str, str], figures: tuple[int, ...], said: dict[str, str]
) -> None:
    now = count(changed(PUPIL, marks))
    assert (now.possible, now.present, now.authorised, now.unauthorised) == figures
    assert {name: shares(now)[name] for name in said} == said
    assert count(PUPIL).present == 81, "the real marks stay"


def test_a_late_after_the_register_is_one_mark_and_two_counts() -> None:
    before = changed(PUPIL, {one.key: "L" for one in PUPIL if one.mark == "U"})
    assert (count(PUPIL).lates, count(PUPIL).late_absences) == (5, 5)
    assert (count(before).lates, count(before).late_absences) == (5, 0)


def test_the_mix_of_codes() -> None:
    mix = {code.mark: number for code, number in code_mix(PUPIL)}
    assert mix == {"/": 81, "O": 25, "*": 12, "H": 8, "-": 7, "U": 5, "#": 2}


def test_the_longest_run_goes_over_a_weekend_and_stops_where_marks_end() -> None:
    run = longest(PUPIL)
    assert run and len(run) == 9 and say_days(len(run)) == "4½ school days"
    assert run.words == "Wednesday 27 November, morning, to Tuesday 3 December, morning"
    assert [len(one) for one in runs(PUPIL)] == [8, 1, 1, 1, 1, 4, 4, 1, 9]


def test_what_is_not_counted_breaks_no_run_and_authorised_absence_does() -> None:
    assert [len(one) for one in runs(pupil("OO", "##", "YO"))] == [3]
    assert [len(one) for one in runs(pupil("OO", "IO", "/O"))] == [2, 1, 1]
    assert longest(pupil("/\\")) is None
    assert longest(pupil("NG")).words == "Monday 6 September, morning, to Monday 6 September, afternoon"  # type: ignore[union-attr]


def test_the_set_is_the_welsh_one() -> None:
    def marks(*counts: Count) -> str:
        return "".join(code.mark for code in CODES.values() if code.counts in counts)

    assert marks(Count.PRESENT) == "/\\L"
    assert marks(Count.ACTIVITY) == "BDJPVW"
    assert marks(Count.AUTHORISED) == "CEFHIMRST"
    assert marks(Count.UNAUTHORISED) == "GNOU"
    assert marks(Count.NOT_COUNTED) == "XYZ#-*"


def test_each_code_is_counted_as_it_says() -> None:
    for mark, code in CODES.items():
        figures = count(pupil(mark + "\\"))
        present = code.counts in (Count.PRESENT, Count.ACTIVITY)
        assert figures.possible == 1 + (code.counts is not Count.NOT_COUNTED)
        assert figures.present == 1 + present
        assert figures.authorised == (code.counts is Count.AUTHORISED)
        assert figures.unauthorised == (code.counts is Count.UNAUTHORISED)


@pytest.mark.parametrize(
    ("part", "whole", "wanted"),
    [
        (81, 119, 6807),
        (1, 3, 3333),
        (2, 3, 6667),
        (1, 16, 625),
        (1, 20_000, 1),
        (1, 20_001, 0),
        (7, 7, 10_000),
        (0, 0, 0),
    ],
)
def test_shares_are_rounded_half_up(part: int, whole: int, wanted: int) -> None:
    assert hundredths(part, whole) == wanted


def test_sessions_are_said_as_school_days() -> None:
    said = [say_days(number) for number in (0, 1, 2, 3, 20)]
    assert said == ["0 school days", "½ school day", "1 school day", "1½ school days", "10 school days"]
