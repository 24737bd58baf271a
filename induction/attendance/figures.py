"""Counts and shares of sessions: in all, by week, by weekday, by half of the term, by code; and runs."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from induction.attendance.codes import Code, Count, code_of
from induction.attendance.marks import WEEKDAYS, Session, say_short


def hundredths(part: int, whole: int) -> int:
    """``part`` of ``whole`` in hundredths of one per cent, rounded half up: 81 of 119 is 6807. 0 when there is no whole."""
    return (part * 20_000 + whole) // (2 * whole) if whole else 0


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` as people read it: ``68.07%``."""
    if not whole:
        return "no sessions"
    share = hundredths(part, whole)
    return f"{share // 100}.{share % 100:02d}%"


@dataclass(frozen=True)
class Figures:
    """Sessions counted. Present and absent add up to the possible ones."""

    possible: int = 0
    present: int = 0
    """With approved educational activity."""
    authorised: int = 0
    unauthorised: int = 0
    lates: int = 0
    """Before the register closed (L, present) and after it (U, absent)."""
    late_absences: int = 0
    """The lates that are in the unauthorised absences too. One mark, two counts: never add them up."""

    @property
    def absent(self) -> int:
        """Both kinds together."""
        return self.authorised + self.unauthorised


def count(sessions: Iterable[Session]) -> Figures:
    """The figures of some sessions."""
    codes = [one.code for one in sessions]
    tally = Counter(code.counts for code in codes)
    present = tally[Count.PRESENT] + tally[Count.ACTIVITY]
    authorised, unauthorised = tally[Count.AUTHORISED], tally[Count.UNAUTHORISED]
    lates = [code.counts for code in codes if code.late]
    possible = present + authorised + unauthorised
    return Figures(possible, present, authorised, unauthorised, len(lates), lates.count(Count.UNAUTHORISED))


Row = tuple[str, Figures]
"""A group of sessions in words, and its figures."""


def _grouped(sessions: Iterable[Session], name: Callable[[Session], str]) -> list[Row]:
    groups: dict[str, list[Session]] = {}
    for one in sessions:
        groups.setdefault(name(one), []).append(one)
    return [(words, count(inside)) for words, inside in groups.items()]


def by_week(sessions: Iterable[Session]) -> list[Row]:
    """Each week, named after its Monday. A holiday week has no possible session."""
    return _grouped(sessions, lambda one: say_short(one.monday))


def by_weekday(sessions: Iterable[Session]) -> list[Row]:
    """Monday to Friday."""
    return _grouped(sorted(sessions, key=lambda one: one.date.weekday()), lambda one: WEEKDAYS[one.date.weekday()])


def halves(sessions: tuple[Session, ...], half_term: datetime.date | None) -> list[Row]:
    """Before and after the half-term break, whose Monday is given; nothing when the marks hold no such break."""
    if half_term is None:
        return []
    before = [one for one in sessions if one.date < half_term]
    after = [one for one in sessions if one.monday > half_term]
    return [("Before half-term", count(before)), ("After half-term", count(after))] if before and after else []


def code_mix(sessions: Iterable[Session]) -> list[tuple[Code, int]]:
    """Every code that stands in the marks with how often, most first. The two strokes are one entry."""
    tally = Counter("/" if one.mark == "\\" else one.mark for one in sessions)
    return [(code_of(mark), number) for mark, number in sorted(tally.items(), key=lambda one: (-one[1], one[0]))]


@dataclass(frozen=True)
class Run:
    """Sessions of unauthorised absence with no other possible session between them."""

    sessions: tuple[Session, ...]

    def __len__(self) -> int:
        return len(self.sessions)

    @property
    def words(self) -> str:
        """From when to when."""
        first, last = self.sessions[0], self.sessions[-1]
        return first.words if first == last else f"{first.words}, to {last.words}"


def runs(sessions: Iterable[Session]) -> list[Run]:
    """Every run, in order of time. What is not counted (weekend, closure, no mark yet) does not break one."""
    found: list[list[Session]] = [[]]
    for one in sessions:
        if one.code.counts is Count.UNAUTHORISED:
            found[-1].append(one)
        elif one.code.counts is not Count.NOT_COUNTED and found[-1]:
            found.append([])
    return [Run(tuple(run)) for run in found if run]


def longest(sessions: Iterable[Session]) -> Run | None:
    """The longest run, the first of them when two are as long; None when there is none."""
    return max(runs(sessions), key=len, default=None)


def say_days(number: int) -> str:
    """Sessions as school days: 9 is ``4½ school days``."""
    whole, half = divmod(number, 2)
    days = f"{whole or ''}{'½' if half else ''}" or "0"
    return f"{days} school day{'' if number in (1, 2) else 's'}"
