"""Working time: from a contract and the closures of schools to weeks, and from what activities take to minutes of load.

Time is whole minutes. A day is the weekly hours over the days a week, five when nobody says otherwise; "a few days" counts as
three, for the load only.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from induction.dates import near_date, say_date
from induction.rhythm import Weeks
from induction.steps import Period
from induction.times import Duration, say_duration

FEW_DAYS = 3
"""How many days "a few days" counts as when load is worked out: a figure of ours, which the plan says where it uses it."""
WEEKS = 6
"""Calendar weeks that a plan covers when nobody says otherwise; the pack speaks of four to six."""
FEWEST, MOST = 4, 12
FULL = 5
"""Days a week when nobody says otherwise."""
TERM_TIME, WHOLE_YEAR = "term-time", "whole-year"
_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Contract:
    """What is known of somebody's working time."""

    minutes: int
    """A week; 0 when nobody said."""
    term_time: bool
    start: datetime.date
    weeks: int
    """Calendar weeks that the plan covers."""
    off: tuple[Period, ...] = ()
    """Bank holidays and leave: no working days."""
    days: int = FULL
    """Days a week that are worked; which of them, nobody is asked."""


@dataclass(frozen=True)
class Week:
    """A calendar week of the plan."""

    monday: datetime.date
    minutes: int
    """Working time in it."""
    days: int
    """Weekdays that are worked."""
    closed: str
    """The name of what keeps schools closed all week, or on some days of it; empty when they are open."""
    schools: bool
    """True when schools are open on a day of it."""
    off: str = ""
    """The names of bank holidays and leave that take working days from it."""

    @property
    def iso(self) -> str:
        """Its Monday as an ISO date: how the record names it."""
        return self.monday.isoformat()

    @property
    def last(self) -> str:
        """Its Friday as an ISO date."""
        return (self.monday + datetime.timedelta(days=4)).isoformat()


def weekly_minutes(hours: str) -> int | None:
    """Minutes of hours a week as typed: ``37`` or ``18.5``, over 0 and up to 60; None when it is no such number."""
    whole, point, part = hours.partition(".")
    digits = (whole + part).isascii() and whole.isdigit() and (part.isdigit() if point else True)
    if not digits or len(whole) > 2 or len(part) > 2:
        return None
    minutes = int(whole) * 60 + int(part.ljust(2, "0") or 0) * 60 // 100
    return minutes if 0 < minutes <= 60 * 60 else None


def contract_of(details: Mapping[str, str], off: tuple[Period, ...] = ()) -> Contract | None:
    """The contract that a record's details tell; None without a start date, because there is no first week then."""
    start = near_date(details.get("start", ""))
    if start is None:
        return None
    weeks = details.get("weeks", "")
    number = int(weeks) if weeks.isascii() and weeks.isdigit() and len(weeks) < 3 else WEEKS
    return Contract(
        weekly_minutes(details.get("hours", "")) or 0,
        details.get("contract") == TERM_TIME,
        start,
        min(max(number, FEWEST), MOST),
        off,
        days_a_week(details),
    )


def days_a_week(details: Mapping[str, str]) -> int:
    """How many days a week somebody works, 1 to 5."""
    days = details.get("days", "")
    return int(days) if days in ("1", "2", "3", "4") else FULL


def say_days(details: Mapping[str, str]) -> str:
    """``3 days a week``; empty for five."""
    days = days_a_week(details)
    return "" if days == FULL else "1 day a week" if days == 1 else f"{days} days a week"


def first_monday(contract: Contract) -> datetime.date:
    """The Monday of the week of the start; from a weekend, of the week after."""
    day = contract.start.weekday()
    return contract.start + datetime.timedelta(days=7 - day if day > 4 else -day)


def weeks_of(contract: Contract, closures: Iterable[Period], number: int = 0) -> tuple[Week, ...]:
    """So many weeks of a contract, those that the plan covers when no number is given."""
    calendar, monday, off = Weeks(tuple(closures)), first_monday(contract), Weeks(contract.off)
    return tuple(_week(contract, calendar, off, monday + index * _WEEK) for index in range(number or contract.weeks))


def _week(contract: Contract, calendar: Weeks, off: Weeks, monday: datetime.date) -> Week:
    days = [monday + datetime.timedelta(days=one) for one in range(5)]
    names = dict.fromkeys(name for day in days if (name := calendar.closed(day)))
    # Who works all year works while schools are closed; there is just no school to go to.
    worked = [day for day in days if day >= contract.start and not (contract.term_time and calendar.closed(day))]
    away = [name for day in worked if (name := off.closed(day))]
    left = len(worked) - len(away)
    told = ", ".join(
        name if away.count(name) == 1 else f"{name} ({away.count(name)} days)" for name in dict.fromkeys(away)
    )
    # A day off is a whole day, of however many a week; at five days a week it is a fifth.
    share = max(0, len(worked) * contract.days - len(away) * FULL)
    minutes = contract.minutes * share // (FULL * contract.days)
    return Week(monday, minutes, left if share else 0, " and ".join(names), calendar.is_open(monday), told)


def load(time: Duration, contract: Contract) -> int:
    """Minutes that a time counts for in the load of somebody with this contract."""
    halves = time.half_days + time.at_least_half_days + 2 * FEW_DAYS * time.few_days
    return time.minutes + halves * contract.minutes // (2 * contract.days)


def say_minutes(minutes: int) -> str:
    """Minutes of load in words: ``101 h 45``."""
    return say_duration(Duration(minutes=minutes)) or "no time"


def counting_rule(contract: Contract) -> str:
    """How the load was counted, in words."""
    length = say_minutes(contract.minutes // contract.days)
    full = contract.days == FULL
    over = f"{contract.days} days" if contract.days > 1 else "1 day"
    day = f"a fifth of the weekly hours, {length}" if full else f"{length}, the weekly hours over {over}"
    year = (
        "Days on which schools are closed are no working days, because the contract is for term time only."
        if contract.term_time
        else "Weeks when schools are closed count as working weeks; nobody can be visited in a school then."
    )
    year += " Bank holidays and leave are taken off."
    year += "" if full else " A day off takes a whole day; count it as worked when it is none of your days."
    return (
        f'How it is counted: a day is {day}. "A few days" counts as {FEW_DAYS} days, for '
        f'the load only. "At least" counts as no more than it says. {year}'
    )


def say_week(iso: str) -> str:
    """A week by its Monday: ``week of 30 November 2026``."""
    return f"week of {say_date(iso)}"
