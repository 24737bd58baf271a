"""What a rhythm is: one start or several, and the steps counted from them. The shapes that content is compiled to."""

from dataclasses import dataclass
from enum import StrEnum


class CountBy(StrEnum):
    """How a step is counted. Two of them show side by side when a step names both."""

    CALENDAR = "calendar"
    NTH_SCHOOL_WEEK = "nth-school-week"
    """Week 1 is the week of the start; the date is the Monday that the last week begins with."""
    SCHOOL_WEEKS_LATER = "school-weeks-later"
    """So many school weeks after the start, on the same day of the week."""


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both in it, as ISO dates: a closure, or half a term."""

    first: str
    last: str
    name: str


@dataclass(frozen=True)
class Start:
    """A date that the reader knows."""

    id: str
    ask: str
    example: str
    """ISO date that the worked example starts from."""
    hint: str = ""


@dataclass(frozen=True)
class Condition:
    """What has to be agreed before the work may start."""

    ask: str
    met: str
    unmet: str


@dataclass(frozen=True)
class Load:
    """How many sessions a number of pupils makes."""

    ask: str
    each: int
    """Sessions for each pupil."""
    minutes: int
    """How long a session lasts at most."""
    per: str
    """The span they fall in: 'half-term'."""
    example: int
    """Pupils in the worked example."""


@dataclass(frozen=True)
class Step:
    """One date, window or series. One of `after`, `before` and `every` is not empty."""

    id: str
    title: str
    """What a calendar shows; it names nobody."""
    rule: str
    """The counting rule in words."""
    sureness: str
    start: str
    """Id of the start it is counted from."""
    count_by: tuple[str, ...] = (CountBy.CALENDAR.value,)
    after: str = ""
    to: str = ""
    """With `after`: where the window ends."""
    before: str = ""
    every: str = ""
    times: int = 1
    counts_start: bool = False
    """True when the start itself counts: as day 1, or as the first of a series."""
    due: bool = False
    """True when it is overdue once the date has gone by."""


@dataclass(frozen=True)
class Rhythm:
    """A rhythm that the handbook names, ready to become dates."""

    id: str
    title: str
    starts: tuple[Start, ...]
    steps: tuple[Step, ...]
    condition: Condition | None = None
    load: Load | None = None
    seen: str = ""
    """The day that the worked example is seen on, where it matters whether something is overdue."""
