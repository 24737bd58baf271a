"""From rhythms to dates: every figure of FEATURES rows 42, 46, 51, 52, 58 and 60 as plain data, and the edges."""

import datetime
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induction.dates import FIRST_YEAR, LAST_YEAR
from induction.rhythm import (
    Row,
    Span,
    Weeks,
    When,
    add,
    known_between,
    parse_span,
    period_of,
    sessions,
    stands,
    work_out,
)
from induction.steps import Load, Period, Rhythm, Start, Step

START = date(2026, 11, 23)
CHRISTMAS = Period("2026-12-21", "2027-01-01", "Christmas")
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def rhythm(**step: Any) -> Rhythm:
    whole = {"id": "step", "title": "Step", "rule": "Rule.", "sureness": "checked", "start": "begin", **step}
    return Rhythm("one", "When?", (Start("begin", "Date", "2026-11-23"),), (Step(**whole),))


def rows(start: date = START, closures: tuple[Period, ...] = (CHRISTMAS,), **step: Any) -> tuple[Row, ...]:
    return work_out(rhythm(**step), {"begin": start}, closures)


def calendar(start: date = START, **step: Any) -> list[date]:
    """The first day of each row by the calendar."""
    return [row.calendar.first for row in rows(start, **step) if row.calendar]


# Row 51: an intervention


def test_six_to_eight_weeks_by_the_calendar_and_by_school_weeks() -> None:
    (row,) = rows(after="6 weeks", to="8 weeks", count_by=("calendar", "nth-school-week"))
    assert row.calendar == When(date(2027, 1, 4), date(2027, 1, 18))
    assert row.school == When(date(2027, 1, 11), date(2027, 1, 25))


def test_check_ins_every_two_weeks() -> None:
    made = rows(every="2 weeks", times=3, count_by=("calendar", "school-weeks-later"))
    assert [row.calendar and row.calendar.first for row in made] == [
        date(2026, 12, 7),
        date(2026, 12, 21),
        date(2027, 1, 4),
    ]
    assert [row.school and row.school.first for row in made] == [
        date(2026, 12, 7),
        date(2027, 1, 4),
        date(2027, 1, 18),
    ]
    assert [row.number for row in made] == [1, 2, 3]


def test_a_caseload_meeting_after_four_to_six_weeks() -> None:
    (row,) = rows(after="4 weeks", to="6 weeks")
    assert row.calendar == When(date(2026, 12, 21), date(2027, 1, 4))


# Rows 42, 46, 52, 58, 60


def test_the_windows_of_a_penalty_notice_end_counted_from_the_day_after() -> None:
    assert calendar(after="28 days") == [date(2026, 12, 21)]
    assert calendar(after="42 days") == [date(2027, 1, 4)]


def test_fifteen_days_that_begin_with_the_day_of_service() -> None:
    assert calendar(after="15 days", counts_start=True) == [date(2026, 12, 7)]


def test_the_reviews_of_a_plan() -> None:
    plan = date(2026, 11, 27)
    assert calendar(plan, after="3 months") == [date(2027, 2, 27)]
    assert calendar(plan, after="12 months") == [date(2027, 11, 27)]


def test_the_agenda_call_two_weeks_before() -> None:
    assert calendar(date(2026, 11, 26), before="2 weeks") == [date(2026, 11, 12)]


def test_training_due_and_overdue() -> None:
    today = date(2026, 11, 22)
    (formal,) = rows(date(2025, 3, 14), after="2 years", due=True)
    (update,) = rows(date(2025, 9, 1), after="1 year", due=True)
    assert formal.calendar == When(date(2027, 3, 14), date(2027, 3, 14))
    assert stands(formal, today) == "ahead"
    assert update.calendar == When(date(2026, 9, 1), date(2026, 9, 1))
    assert stands(update, today) == "overdue"
    assert stands(update, date(2026, 9, 1)) == "today"
    assert stands(update, None) == ""
    (other,) = rows(after="1 year")
    assert stands(other, date(2030, 1, 1)) == ""


def test_the_29th_of_february() -> None:
    assert calendar(date(2024, 2, 29), after="2 years") == [date(2026, 2, 28)]
    assert calendar(date(2024, 2, 29), after="4 years") == [date(2028, 2, 29)]


@pytest.mark.parametrize(("pupils", "wanted"), [(5, (15, 300)), (4, (12, 240))])
def test_sessions_of_a_half_term(pupils: int, wanted: tuple[int, int]) -> None:
    assert sessions(Load("How many?", 3, 20, "half-term", 5), pupils) == wanted


def test_three_sessions_the_first_of_them_on_the_start() -> None:
    assert calendar(date(2026, 11, 2), every="2 weeks", times=3, counts_start=True) == [
        date(2026, 11, 2),
        date(2026, 11, 16),
        date(2026, 11, 30),
    ]


# The edges


@pytest.mark.parametrize(
    ("start", "span", "wanted"),
    [
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),
        (date(2027, 12, 31), "2 months", date(2028, 2, 29)),
        (date(2026, 8, 31), "1 month", date(2026, 9, 30)),
        (date(2026, 11, 30), "1 month", date(2026, 12, 30)),
        (date(2026, 12, 31), "12 months", date(2027, 12, 31)),
        (date(2026, 12, 15), "1 day", date(2026, 12, 16)),
    ],
)
def test_months_keep_the_day_or_take_the_last(start: date, span: str, wanted: date) -> None:
    assert add(start, parse_span(span)) == wanted


def test_months_before() -> None:
    assert add(date(2026, 3, 31), Span(-1, "month")) == date(2026, 2, 28)
    assert add(date(2026, 1, 15), Span(-1, "month")) == date(2025, 12, 15)


@pytest.mark.parametrize(
    "text", ["", "6", "weeks", "0 weeks", "6 week s", "6  weeks", "-1 day", "100 weeks", "6 Weeks", "a week", "²  days"]
)
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(ValueError, match="is no span"):
        parse_span(text)


@given(DAYS, st.integers(1, 99))
def test_years_and_months_agree(day: date, years: int) -> None:
    assert add(day, Span(years, "year")) == add(day, Span(12 * years, "month"))


@given(DAYS, st.integers(1, 52))
def test_without_closures_school_weeks_are_weeks(day: date, number: int) -> None:
    weeks = Weeks()
    assert weeks.nth(day, number) == weeks.nth(day, 1) + datetime.timedelta(weeks=number - 1)
    if day.weekday() < 5:
        assert weeks.later(day, number) == add(day, Span(number, "week"))
    else:
        assert weeks.later(day, number) == weeks.nth(day, number + 1)


@given(DAYS, st.integers(1, 20), st.integers(0, 200), st.integers(0, 90))
def test_a_school_week_is_never_a_closed_one(day: date, number: int, away: int, length: int) -> None:
    first = day + datetime.timedelta(days=away)
    closed = Period(first.isoformat(), (first + datetime.timedelta(days=length)).isoformat(), "Closed")
    weeks = Weeks((closed,))
    for monday in (weeks.nth(day, number), weeks.nth(weeks.later(day, number), 1)):
        assert monday.weekday() == 0
        assert weeks.is_open(monday)
    assert Weeks().nth(day, number) <= weeks.nth(day, number)


def test_a_week_with_one_open_day_is_a_school_week() -> None:
    monday = date(2026, 12, 21)
    assert not Weeks((CHRISTMAS,)).is_open(monday)
    assert Weeks((Period("2026-12-21", "2026-12-24", "Four days"),)).is_open(monday)
    # Two closures side by side close a week between them.
    two = (Period("2026-12-21", "2026-12-22", "One"), Period("2026-12-23", "2026-12-25", "Two"))
    assert not Weeks(two).is_open(monday)


def test_a_start_in_a_closed_week_begins_with_the_first_open_one() -> None:
    assert Weeks((CHRISTMAS,)).nth(date(2026, 12, 30), 1) == date(2027, 1, 4)
    assert Weeks((CHRISTMAS,)).later(date(2026, 12, 30), 1) == date(2027, 1, 6)


def test_steps_of_a_start_that_is_not_given_are_left_out() -> None:
    assert work_out(rhythm(after="1 week"), {}) == ()


def test_what_is_known_of_the_year() -> None:
    half = Period("2026-11-02", "2026-12-18", "Half")
    assert known_between() is None
    assert known_between(CHRISTMAS, half) == (date(2026, 11, 2), date(2027, 1, 1))
    assert period_of(START, (CHRISTMAS, half)) is half
    assert period_of(date(2026, 12, 19), (CHRISTMAS, half)) is None
    assert Weeks((CHRISTMAS,)).closed(date(2026, 12, 21)) == "Christmas"
    assert Weeks((CHRISTMAS,)).closed(date(2027, 1, 2)) == ""
