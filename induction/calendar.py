"""Dates as a calendar file (RFC 5545): whole days, the same ids each time, and nobody's name in it."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from induction.rhythm import Row, When, school_rule
from induction.steps import CountBy, Rhythm
from induction.views.html import plain

MEDIA_TYPE = "text/calendar"
PRODID = "-//Induction handbook//Dates that follow//EN"
_OCTETS = 75
"""A line holds at most so many octets, its end not counted (RFC 5545, 3.1)."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar: whole days, both ends in it."""

    uid: str
    summary: str
    description: str
    when: When


def calendar_file(rhythm: Rhythm, rows: Iterable[Row], by: CountBy, now: str, sure: Mapping[str, str]) -> str:
    """The dates of a rhythm as the text of a calendar file.

    ``now`` is the stamp's instant, such as 2026-11-22T09:30:00Z; ``sure`` has the words for how sure we are.
    """
    return calendar_text(entries(rhythm, rows, by, sure), now)


def entries(rhythm: Rhythm, rows: Iterable[Row], by: CountBy, sure: Mapping[str, str]) -> list[Entry]:
    """One entry a date, counted by the calendar or, where a step can be, by school weeks."""
    made = []
    for row in rows:
        step, school = row.step, by is not CountBy.CALENDAR and row.school
        when = school or row.calendar
        if when is not None:
            count = f" ({row.number} of {step.times})" if row.number else ""
            rule = school_rule(step) if school else plain(step.rule)
            # A date out of its page has to say by itself how far it can be trusted.
            about = f"{rule} How sure: {sure.get(step.sureness, step.sureness).lower()}."
            made.append(Entry(_uid(rhythm, row, when), plain(step.title) + count, about, when))
    return made


def _uid(rhythm: Rhythm, row: Row, when: When) -> str:
    """The same for the same step and date, so that a second file replaces the first and doubles nothing."""
    whole = f"{rhythm.id}/{row.step.id}/{when.first.isoformat()}"
    return f"{hashlib.sha256(whole.encode()).hexdigest()[:32]}@induction-handbook"


def calendar_text(listed: Iterable[Entry], now: str) -> str:
    """A whole calendar file: lines that end in CR LF, none longer than 75 octets."""
    stamp = re.sub(r"[-:]", "", now)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    for one in listed:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.uid}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{_date(one.when.first)}",
            f"DTEND;VALUE=DATE:{_date(one.when.last + _DAY)}",  # the day after: the end is not in it
            f"SUMMARY:{escaped(one.summary)}",
            f"DESCRIPTION:{escaped(one.description)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _date(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line end are escaped, other control characters left out."""
    text = re.sub(r"\r\n|\r", "\n", text)
    return re.sub(r"([\\;,])", r"\\\1", _CONTROL.sub("", text)).replace("\n", "\\n")


def folded(line: str) -> str:
    """A line broken where it grows too long, never inside a character; each further piece begins with a blank."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join([*pieces, piece])
