"""From a rhythm and a start to dates: by the calendar, and by school weeks with the closures left out. Pure.

A school week is a Monday to Friday on at least one day of which school is open.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from induction.dates import parse_date
from induction.steps import CountBy, Load, Period, Rhythm, Step

MOST_PUPILS = 99
SPAN = re.compile(r"([1-9][0-9]?) (day|week|month|year)s?")
_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """A length such as 6 weeks. ``unit``: day, week, month or year."""

    number: int
    unit: str

    def times(self, factor: int) -> "Span":
        """So many of it."""
        return Span(self.number * factor, self.unit)


def parse_span(text: str) -> Span:
    """Read ``6 weeks``, ``14 days``, ``3 months`` or ``2 years``. ValueError when it is none of these."""
    match = SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is no span; write for example '6 weeks', '14 days', '3 months' or '2 years'")
    return Span(int(match[1]), match[2])


def add(date: datetime.date, span: Span) -> datetime.date:
    """A date so much later. Months and years keep the day; where a month has no such day, its last day counts."""
    if span.unit in ("day", "week"):
        return date + datetime.timedelta(days=span.number * (7 if span.unit == "week" else 1))
    months = date.month - 1 + span.number * (12 if span.unit == "year" else 1)
    year, month = date.year + months // 12, months % 12 + 1
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = (after - datetime.timedelta(days=1)).day
    return datetime.date(year, month, min(date.day, last))


@dataclass(frozen=True)
class When:
    """A day, or a window of days with both its ends."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Row:
    """One date of a step, counted in each of the ways that the step names."""

    step: Step
    number: int
    """Which of a series, from 1; 0 when there is only one."""
    calendar: When | None
    school: When | None


@dataclass(frozen=True)
class Weeks:
    """School weeks, known by the days that are closed."""

    closures: tuple[Period, ...] = ()

    def closed(self, date: datetime.date) -> str:
        """The name of the closure a day is in; empty when school is open or nobody has said."""
        return next((one.name for one in self.closures if one.first <= date.isoformat() <= one.last), "")

    def is_open(self, monday: datetime.date) -> bool:
        """True when a day of Monday to Friday is outside every closure."""
        return not all(self.closed(monday + datetime.timedelta(days=day)) for day in range(5))

    def nth(self, start: datetime.date, number: int) -> datetime.date:
        """The Monday of a school week; the week of the start is week 1, or the first open week after it."""
        monday = _monday(start)
        while not self.is_open(monday):
            monday += _WEEK
        return self.later(monday, number - 1)

    def later(self, start: datetime.date, number: int) -> datetime.date:
        """So many school weeks after the week of the start, on the same day of the week."""
        monday = _monday(start)
        day = start - monday if start > monday else datetime.timedelta()
        while number:
            monday += _WEEK
            number -= self.is_open(monday)
        return monday + day


def _monday(date: datetime.date) -> datetime.date:
    """The Monday of a date's week; from a Saturday or Sunday, of the week after."""
    day = date.weekday()
    return date + datetime.timedelta(days=7 - day if day > 4 else -day)


def work_out(rhythm: Rhythm, starts: Mapping[str, datetime.date], closures: Iterable[Period] = ()) -> tuple[Row, ...]:
    """Every date of a rhythm, step by step. Steps of a start that is not given are left out."""
    weeks = Weeks(tuple(closures))
    return tuple(row for step in rhythm.steps if step.start in starts for row in _rows(step, starts[step.start], weeks))


def _rows(step: Step, start: datetime.date, weeks: Weeks) -> Iterable[Row]:
    if step.every:
        span = parse_span(step.every)
        for index in range(step.times):
            ahead = span.times(index if step.counts_start else index + 1)
            yield _row(step, start, weeks, index + 1 if step.times > 1 else 0, ahead, ahead)
    else:
        first = parse_span(step.before or step.after)
        last = parse_span(step.to) if step.to else first
        yield _row(step, start, weeks, 0, first, last)


def _row(step: Step, start: datetime.date, weeks: Weeks, number: int, first: Span, last: Span) -> Row:
    sign = -1 if step.before else 1
    # With day 1 on the start itself, the last of 15 days is 14 days later.
    back = datetime.timedelta(days=1 if step.counts_start and not step.every else 0)
    ends = [add(start, span.times(sign)) - back for span in (first, last)]
    school = None
    if CountBy.NTH_SCHOOL_WEEK in step.count_by:
        school = When(weeks.nth(start, first.number), weeks.nth(start, last.number))
    elif CountBy.SCHOOL_WEEKS_LATER in step.count_by:
        school = When(weeks.later(start, first.number), weeks.later(start, last.number))
    return Row(step, number, When(*ends) if CountBy.CALENDAR in step.count_by else None, school)


def school_rule(step: Step) -> str:
    """The counting rule of school weeks in words; empty when the step is not counted by them."""
    if CountBy.SCHOOL_WEEKS_LATER in step.count_by:
        return "By school weeks: the same day of the week, and weeks that are wholly closed are not counted."
    if CountBy.NTH_SCHOOL_WEEK not in step.count_by:
        return ""
    first, last = step.after.split()[0], step.to.split()[0] if step.to else ""
    which = (
        f"Mondays on which school weeks {first} and {last} begin"
        if last
        else f"Monday on which school week {first} begins"
    )
    return f"By school weeks: the {which}. The week of the start is school week 1."


def stands(row: Row, today: datetime.date | None) -> str:
    """How something that falls due stands on a day: ``overdue``, ``today`` or ``ahead``; empty when nothing falls due."""
    if not row.step.due or row.calendar is None or today is None:
        return ""
    due = row.calendar.last
    return "overdue" if today > due else "today" if today == due else "ahead"


def known_between(*periods: Period) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that anybody has told us of; None when nobody has told us anything."""
    days = [day for one in periods for text in (one.first, one.last) if (day := parse_date(text))]
    return (min(days), max(days)) if days else None


def period_of(date: datetime.date, periods: Iterable[Period]) -> Period | None:
    """The period that a day is in."""
    return next((one for one in periods if one.first <= date.isoformat() <= one.last), None)


def sessions(load: Load, pupils: int) -> tuple[int, int]:
    """How many sessions that is, and how many minutes they last."""
    return load.each * pupils, load.each * pupils * load.minutes
