"""What the plan comes to: every activity accounted for, load a week, what has to be booked, and what stands in the wrong order."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from induction.codes import Choice, Status
from induction.dates import monday_of, parse_date, say_date
from induction.planning.weeks import Contract, Week, first_monday, load, weeks_of
from induction.programme import Activity, Programme
from induction.progress import awaited, status
from induction.rhythm import Weeks
from induction.state import State
from induction.steps import Period
from induction.times import Duration, parse_duration

FATES = ("done", "planned", "open", "not-needed", "earlier-learning")
"""What an activity can come to in a plan: done, planned for a week, still without a week, not needed, learned before."""


def fate(activity: Activity, state: State) -> str:
    """Where an activity stands in the plan, one of FATES; each has exactly one."""
    here = state.of(activity.id)
    where = status(activity, here)
    if where is Status.NOT_NEEDED:
        return "not-needed"
    if here.plan.choice is Choice.EARLIER_LEARNING and not here.done_on:
        return "earlier-learning"
    if here.done_on or where is Status.COMPLETED:
        return "done"
    return "planned" if here.plan.week else "open"


def accounts(activities: Iterable[Activity], state: State) -> dict[str, int]:
    """How many activities have each fate."""
    counted = dict.fromkeys(FATES, 0)
    for one in activities:
        counted[fate(one, state)] += 1
    return counted


def time_of(activities: Iterable[Activity]) -> Duration:
    """The times of activities together, minutes, days and phrases each by themselves."""
    return sum((parse_duration(one.time) for one in activities if one.time), Duration())


def to_do(activities: Iterable[Activity], state: State) -> tuple[Activity, ...]:
    """The activities that take time in this plan: all but those not needed and those learned before."""
    return tuple(one for one in activities if fate(one, state) not in ("not-needed", "earlier-learning"))


@dataclass
class Load:
    """What one week holds."""

    week: Week
    activities: list[Activity] = field(default_factory=list)
    time: Duration = field(default_factory=Duration)
    others: Duration = field(default_factory=Duration)
    """Of that, time that somebody else has to give too."""
    minutes: int = 0
    """Both as load, in minutes of this contract."""

    @property
    def over(self) -> int:
        """By how many minutes it is too much; negative when there is room."""
        return self.minutes - self.week.minutes


def _furthest(programme: Programme, state: State) -> str:
    return max((state.of(one.id).plan.week for one in programme.activities), default="")


def last_week(programme: Programme, state: State, contract: Contract) -> str:
    """The Friday that the plan ends with, as an ISO date: of the weeks it covers, or of the last that something is planned for."""
    monday = first_monday(contract) + datetime.timedelta(weeks=contract.weeks - 1)
    last = parse_date(_furthest(programme, state))
    return (max(monday, last or monday) + datetime.timedelta(days=4)).isoformat()


def loads(programme: Programme, state: State, contract: Contract, closures: tuple[Period, ...]) -> list[Load]:
    """Every week of the plan with what it holds; further weeks follow as far as something is planned for them."""
    last = _furthest(programme, state)
    made = [Load(one) for one in weeks_of(contract, closures)]
    while made and made[-1].week.iso < last and len(made) < 60:
        made = [Load(one) for one in weeks_of(contract, closures, len(made) + 1)]
    by_week = {one.week.iso: one for one in made}
    for activity in to_do(programme.activities, state):
        here = by_week.get(state.of(activity.id).plan.week)
        if here:
            time = parse_duration(activity.time) if activity.time else Duration()
            here.activities.append(activity)
            here.time += time
            here.others += time if activity.needs_somebody else Duration()
            here.minutes = load(here.time, contract)
    return made


@dataclass(frozen=True)
class Fit:
    """Whether a programme fits into the weeks of a plan."""

    need: int
    """Minutes of load of all that is to be done."""
    have: int
    """Working minutes in the weeks that the plan covers."""
    whole: int = 0
    """The same, days off not taken off."""

    @property
    def over(self) -> int:
        """By how many minutes it does not fit; 0 when it does."""
        return max(self.need - self.have, 0)


def fit(programme: Programme, state: State, contract: Contract, closures: tuple[Period, ...]) -> Fit:
    """All that is to be done against all the working time of the weeks."""
    need = load(time_of(to_do(programme.activities, state)), contract)
    have, whole = (
        sum(week.minutes for week in weeks_of(one, closures)) for one in (contract, replace(contract, off=()))
    )
    return Fit(need, have, whole)


@dataclass(frozen=True)
class Booking:
    """Something that takes place with somebody else or on a set day."""

    id: str
    name: str
    page: str
    week: str
    who: str
    booked: str
    fallback: str
    held: str = ""
    number: str = ""
    """The number of the activity; empty for what the service has not written down yet."""


def bookings(programme: Programme, state: State) -> list[Booking]:
    """What is to book or is booked and has not taken place: training first, then in the order of weeks."""
    found = [
        _booking(state, one.id, one.title, programme.own)
        for one in programme.missing
        if one.dated and not state.of(one.id).plan.text("held")
    ]
    waiting = [
        (state.of(one.id).plan.week or "9999", index, one)
        for index, one in enumerate(programme.activities)
        if (one.dated or one.needs_somebody) and fate(one, state) in ("planned", "open")
    ]
    waiting.sort(key=lambda each: (not each[2].dated, *each[:2]))
    return found + [_booking(state, one.id, one.name, one.page, one.number) for _, _, one in waiting]


def _booking(state: State, name: str, words: str, page: str, number: str = "") -> Booking:
    plan = state.of(name).plan
    said = {key: plan.text(key) for key in ("who", "booked", "fallback", "held")}
    return Booking(name, words, page, plan.week, **said, number=number)


def next_booking(programme: Programme, state: State) -> Booking | None:
    """The one booking to make next: the first that nobody has made yet."""
    return next((one for one in bookings(programme, state) if not one.booked), None)


def warnings(programme: Programme, state: State, off: Weeks) -> list[tuple[Activity, str]]:
    """Activities planned before what has to come first, or booked for a day off, each with a sentence."""
    found = []
    for activity in programme.activities:
        mine = state.of(activity.id).plan
        day = parse_date(mine.text("booked"))
        if day and fate(activity, state) in ("planned", "open") and (name := off.closed(day)):
            found.append((activity, f"{activity.name} is booked for {say_date(day.isoformat())}, a day off: {name}."))
        if fate(activity, state) != "planned" and not (mine.text("booked") and fate(activity, state) == "open"):
            continue
        for before in awaited(activity, state.of(activity.id)):
            theirs = state.of(before.id).plan
            if not theirs.week and not theirs.text("booked"):
                found.append(
                    (activity, f"{activity.name} is planned, and {before.name} has no date yet. That comes first.")
                )
            elif _later(theirs.text("booked"), theirs.week, mine.text("booked"), mine.week):
                found.append((activity, f"{activity.name} is planned before {before.name}. Change the two around."))
    return found


def _later(booked: str, week: str, than_booked: str, than_week: str) -> bool:
    """True when one thing is later than another: by days when both are booked, otherwise by weeks."""
    if booked and than_booked:
        return booked > than_booked
    return monday_of(booked or week) > monday_of(than_booked or than_week)


_WORDS = (
    ("done", "done"),
    ("planned", "planned for a week"),
    ("open", "to do, without a week yet"),
    ("not-needed", "not needed"),
    ("earlier-learning", "met by earlier learning"),
)


def account_words(programme: Programme, state: State) -> list[str]:
    """A sentence each for the activities, the readings and what the service added: every one of them is somewhere."""
    groups = (
        ("activity", "activities", [one for one in programme.activities if not one.reading and not one.own]),
        ("reading", "readings", [one for one in programme.activities if one.reading]),
        ("local item", "local items", [one for one in programme.activities if one.own]),
    )
    said = []
    for one, words, listed in groups:
        counted = accounts(listed, state)
        told = ", ".join(f"{counted[code]} {text}" for code, text in _WORDS if counted[code])
        if listed:
            are = f"{words} are" if len(listed) > 1 else f"{one} is"
            said.append(f"{sum(counted.values())} of {len(listed)} {are} accounted for: {told}.")
    return said
