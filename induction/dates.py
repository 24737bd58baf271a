"""Dates as people write them: ISO 8601 in the record, "7 December 2026" on the page."""

import datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def parse_date(text: str) -> datetime.date | None:
    """A date from its ISO form (``2026-12-07``), or None when it is none."""
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        return datetime.date(*(int(part) for part in parts))
    except ValueError:
        return None


def say_date(text: str) -> str:
    """A date or the date of an instant in words; the text itself when it is neither."""
    date = parse_date(text[:10])
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else text


def say_day(date: datetime.date) -> str:
    """A day in words with its weekday: "Monday 7 December 2026"."""
    return f"{WEEKDAYS[date.weekday()]} {say_date(date.isoformat())}"


def monday_of(text: str) -> str:
    """The Monday of the week that an ISO date is in, as an ISO date; the text itself when it is none."""
    date = parse_date(text)
    return (date - datetime.timedelta(days=date.weekday())).isoformat() if date else text


def days_between(earlier: str, later: str) -> int:
    """Whole days from one ISO date or instant to another; 0 when either is none."""
    one, two = parse_date(earlier[:10]), parse_date(later[:10])
    return (two - one).days if one and two else 0
