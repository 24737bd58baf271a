"""Invented behaviour slips, what a filter leaves of them, and how a span compares with the one before it."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from induction.dates import MONTHS, WEEKDAYS

LOW, HIGH, GREEN = "low", "high", "green"
KINDS = {LOW: "Low level", HIGH: "High level or incident", GREEN: "Green"}


@dataclass(frozen=True)
class Slip:
    """One slip."""

    number: int
    pupil: str
    kind: str
    date: datetime.date
    what: str
    where: str

    @property
    def day(self) -> str:
        """The date in short: Mon 14 Sep."""
        return f"{WEEKDAYS[self.date.weekday()][:3]} {self.date.day} {MONTHS[self.date.month - 1][:3]}"


def _slips(*rows: tuple[str, str, int, int, str, str]) -> tuple[Slip, ...]:
    return tuple(
        Slip(number, pupil, kind, datetime.date(2026, month, day), what, where)
        for number, (pupil, kind, day, month, what, where) in enumerate(rows, 1)
    )


SLIPS = _slips(
    ("A", LOW, 14, 9, "Calling out", "Maths"),
    ("A", LOW, 16, 9, "Calling out", "English"),
    ("B", LOW, 16, 9, "Late", "English"),
    ("A", LOW, 17, 9, "Calling out", "Maths"),
    ("A", LOW, 22, 9, "Calling out", "Science"),
    ("A", LOW, 24, 9, "Calling out", "Maths"),
    ("A", GREEN, 25, 9, "Helped a new pupil", "Form"),
    ("A", LOW, 29, 9, "Calling out", "Science"),
    ("B", HIGH, 30, 9, "Left the site", "Break"),
    ("A", LOW, 1, 10, "Calling out", "Maths"),
    ("A", GREEN, 5, 10, "Finished early and helped", "Art"),
    ("A", LOW, 8, 10, "Calling out", "Maths"),
)
"""Twelve, of two pupils who do not exist."""


@dataclass(frozen=True)
class Filter:
    """What is asked for: kinds, a pupil (empty: everyone), and a span of days with both its ends."""

    kinds: frozenset[str]
    pupil: str
    first: datetime.date
    last: datetime.date

    def of(self, slips: Iterable[Slip]) -> tuple[Slip, ...]:
        """The slips that it leaves."""
        return tuple(
            one
            for one in slips
            if one.kind in self.kinds and self.pupil in ("", one.pupil) and self.first <= one.date <= self.last
        )

    @property
    def before(self) -> "Filter":
        """The same for as many days, right before."""
        days = self.last - self.first
        last = self.first - datetime.timedelta(days=1)
        return Filter(self.kinds, self.pupil, last - days, last)


def compare(now: Iterable[Slip], before: Iterable[Slip]) -> str:
    """How many fewer or more, and whether it is the same behaviour all along: "2 fewer, all the same behaviour: calling out"."""
    now, before = tuple(now), tuple(before)
    change = len(now) - len(before)
    amount = f"{abs(change)} {'more' if change > 0 else 'fewer'}" if change else "As many as before"
    kinds = Counter(one.what for one in (*now, *before))
    if not kinds:
        return "No slips in either"
    if len(kinds) == 1:
        return f"{amount}, all the same behaviour: {next(iter(kinds)).lower()}"
    return f"{amount}, for different things: {tally(kinds).lower()}"


def tally(counted: Counter[str]) -> str:
    """Words with how often, most first: "Maths 3, English 1"."""
    return ", ".join(f"{word} {number}" for word, number in sorted(counted.items(), key=lambda one: (-one[1], one[0])))
