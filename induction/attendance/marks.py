"""Marks as an author writes them, and as sessions in order of time."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from induction.attendance.codes import CODES, Code, code_of
from induction.dates import MONTHS, parse_date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
HALVES = ("am", "pm")
SAID = {"am": "morning", "pm": "afternoon"}


@dataclass(frozen=True)
class Week:
    """One week of marks."""

    monday: str
    """The date of its Monday, for example 2013-09-02."""
    marks: tuple[str, ...]
    """Monday to Friday, two marks a day in quotes, morning then afternoon: '/\\', 'OO', '##', '**', 'O-'."""


@dataclass(frozen=True)
class Session:
    """Half a school day with its mark."""

    date: datetime.date
    half: str
    """am or pm."""
    mark: str

    @property
    def code(self) -> Code:
        """What the mark means."""
        return code_of(self.mark)

    @property
    def key(self) -> str:
        """Its place in a record: ``2013-11-28.am``."""
        return f"{self.date.isoformat()}.{self.half}"

    @property
    def monday(self) -> datetime.date:
        """The Monday of its week."""
        return self.date - datetime.timedelta(days=self.date.weekday())

    @property
    def words(self) -> str:
        """When it is, in words."""
        return f"{say_day(self.date)}, {SAID[self.half]}"


def say_day(date: datetime.date) -> str:
    """``Thursday 28 November``: the year stands over the table."""
    return f"{WEEKDAYS[date.weekday()]} {say_short(date)}"


def say_short(date: datetime.date) -> str:
    """``28 November``."""
    return f"{date.day} {MONTHS[date.month - 1]}"


def sessions(weeks: Iterable[Week]) -> tuple[Session, ...]:
    """Every session, in order of time. The weeks have to be right (`wrong`)."""
    found = []
    for week in weeks:
        monday = parse_date(week.monday)
        if monday is None:
            raise ValueError(f"{week.monday} is no date")
        for day, marks in enumerate(week.marks):
            date = monday + datetime.timedelta(days=day)
            found += [Session(date, half, mark) for half, mark in zip(HALVES, marks, strict=True)]
    return tuple(sorted(found, key=lambda one: (one.date, one.half)))


def changed(real: tuple[Session, ...], marks: Mapping[str, str]) -> tuple[Session, ...]:
    """A copy with other marks: session key to mark."""
    return tuple(replace(one, mark=marks.get(one.key) or one.mark) for one in real)


def can_be(half: str) -> list[Code]:
    """The codes that a session can have: a stroke belongs to its half of the day."""
    other = "\\" if half == "am" else "/"
    return [code for code in CODES.values() if code.mark != other]


def wrong(weeks: Iterable[Week]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """What is wrong with weeks as written: the way to it, and a sentence for the author."""
    taken: dict[str, int] = {}
    for at, week in enumerate(weeks):
        monday = parse_date(week.monday)
        if monday is None:
            yield (at, "monday"), f"'{week.monday}' is no date; write the Monday as 2013-09-02"
        elif monday.weekday():
            day = (*WEEKDAYS, "Saturday", "Sunday")[monday.weekday()]
            yield (at, "monday"), f"{week.monday} is a {day}; write the date of the Monday"
        if week.monday in taken:
            yield (at, "monday"), f"the week of {week.monday} is there already, as entry {taken[week.monday]}"
        taken.setdefault(week.monday, at + 1)
        if len(week.marks) != len(WEEKDAYS):
            yield (at, "marks"), f"{len(week.marks)} days are given; a week has 5, Monday to Friday"
        for day_at, marks in enumerate(week.marks):
            yield from (((at, "marks", day_at), text) for text in _wrong_day(marks))


def _wrong_day(marks: str) -> Iterator[str]:
    if len(marks) != len(HALVES):
        number = "1 mark" if len(marks) == 1 else f"{len(marks)} marks"
        yield f"'{marks}' has {number}; a day has 2, morning then afternoon"
        return
    for half, mark in zip(HALVES, marks, strict=True):
        if mark not in CODES:
            yield f"'{mark}' is not a code of the Welsh set; the codes are {' '.join(CODES)}"
        elif CODES[mark] not in can_be(half):
            yield f"'{mark}' in the {SAID[half]}: / is present in the morning, \\ in the afternoon"
