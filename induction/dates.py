"""Dates as people write them: ISO 8601 in the record, "7 December 2026" on the page."""

import datetime
import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_YEAR, LAST_YEAR = 2000, 2100
"""A date outside these years is a slip of the keyboard."""


def parse_date(text: str) -> datetime.date | None:
    """A date from its ISO form (``2026-12-07``), or None when it is none."""
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        return datetime.date(*(int(part) for part in parts))
    except ValueError:
        return None


def near_date(text: str) -> datetime.date | None:
    """The same in the years that people mean, from which other dates can be counted; None for a slip of the keyboard too."""
    date = parse_date(text)
    return date if date and FIRST_YEAR <= date.year <= LAST_YEAR else None


def read_date(text: str) -> datetime.date | None:
    """A date as somebody typed it, day before month: ISO, "27 November 2026", "Fri 27 Nov 2026" or "27/11/2026"; else None."""
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.strip().lower()).replace(",", " ").split()
    words = words[1:] if words and any(day.lower().startswith(words[0]) for day in WEEKDAYS) else words
    parts = words if len(words) == 3 else re.split(r"[-/.]", words[0]) if len(words) == 1 else []
    if len(parts) != 3 or not all(part.isascii() for part in parts):
        return None
    first, middle, last = parts
    if len(first) == 4 or len(last) != 4:
        return parse_date(text.strip())
    month = next((at for at, one in enumerate(MONTHS, 1) if len(middle) > 2 and one.lower().startswith(middle)), 0)
    month = month or (int(middle) if middle.isdigit() and len(middle) < 3 else 0)
    if not (first.isdigit() and len(first) < 3 and last.isdigit() and month):
        return None
    return parse_date(f"{last}-{month:02}-{int(first):02}")


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
