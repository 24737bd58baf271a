"""Dates as people type them: what is understood, and what is no date, so that nobody's review falls on a day nobody meant."""

import datetime

import pytest

from induction.dates import days_between, monday_of, near_date, parse_date, read_date, say_date, say_day

NOVEMBER = datetime.date(2026, 11, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-27",
        " 2026-11-27 ",
        "27 November 2026",
        "27th November, 2026",
        "27 nov 2026",
        "Fri 27 Nov 2026",
        "Friday, 27 November 2026",
        "27/11/2026",
        "27.11.2026",
        "27-11-2026",
    ],
)
def test_a_date_is_read_day_before_month(typed: str) -> None:
    assert read_date(typed) == NOVEMBER


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("1/2/2026", "2026-02-01"),
        ("01/12/2026", "2026-12-01"),
        ("1st May 2026", "2026-05-01"),
        ("2nd June 2026", "2026-06-02"),
        ("3rd jul 2026", "2026-07-03"),
        ("29 February 2028", "2028-02-29"),
        ("31 Dec 2026", "2026-12-31"),
        ("1 Jan 2026", "2026-01-01"),
    ],
)
def test_each_of_its_parts_counts(typed: str, date: str) -> None:
    assert read_date(typed) == datetime.date.fromisoformat(date)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "27",
        "27 November",
        "November 2026",
        "27 November 26",
        "27/11/26",
        "11/27/2026",
        "31 April 2026",
        "29 February 2027",
        "0/1/2026",
        "27/0/2026",
        "27/13/2026",
        "027/11/2026",
        "27/011/2026",
        "27 no 2026",
        "27 Novembre 2026",
        "27 November 2026 at ten",
        "first of 2026",
        "27 x 2026",
        "x/11/2026",
        "27/11/202x",
        "2026/11/27",
        "2026-11-27-1",
        "27/²/2026",
        "٢٧/11/2026",
    ],
)
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_date(typed) is None


@pytest.mark.parametrize("text", ["", "2026-1-01", "26-11-27", "2026-11-31", "2026-00-10", "2026-11-٢٧", "2026-11-2x"])
def test_in_the_record_a_date_has_one_form(text: str) -> None:
    assert parse_date(text) is None
    assert say_date(text) == text
    assert monday_of(text) == text


@pytest.mark.parametrize(
    ("text", "near"), [("1999-12-31", False), ("2000-01-01", True), ("2100-12-31", True), ("2101-01-01", False)]
)
def test_a_year_that_nobody_means_is_a_slip(text: str, near: bool) -> None:
    assert parse_date(text) is not None
    assert (near_date(text) is not None) is near


def test_dates_in_words() -> None:
    assert say_date("2026-11-27T23:59:59Z") == say_date("2026-11-27") == "27 November 2026"
    assert say_day(NOVEMBER) == "Friday 27 November 2026"


@pytest.mark.parametrize("day", range(7))
def test_every_day_of_a_week_has_its_monday(day: int) -> None:
    assert monday_of(f"2026-11-{23 + day}") == "2026-11-23"
    assert monday_of(f"{datetime.date(2026, 12, 28) + datetime.timedelta(days=day)}") == "2026-12-28"


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        ("2026-11-27", "2026-11-27", 0),
        ("2026-11-27", "2026-12-04", 7),
        ("2026-11-27T23:59:00Z", "2026-11-28T00:01:00Z", 1),
        ("2026-12-04", "2026-11-27", -7),
        ("", "2026-11-27", 0),
        ("2026-11-27", "soon", 0),
    ],
)
def test_days_between_two_dates_or_instants(one: str, two: str, days: int) -> None:
    assert days_between(one, two) == days
