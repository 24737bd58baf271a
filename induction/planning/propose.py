"""A first proposal: what somebody's experience suggests, and a week for each activity. Nothing is left out by itself."""

from collections.abc import Iterable
from itertools import accumulate

from induction.codes import Kind
from induction.planning.account import fate, time_of
from induction.planning.weeks import Contract, Week, load, weeks_of
from induction.programme import Activity, Programme
from induction.state import State
from induction.steps import Period

SAME = "same"
"""The experience of somebody who did the same work elsewhere (``ews.front.experience-routes``)."""
_FURTHER = 40
"""How many weeks are looked at: far enough for half-time work with closures."""


def in_full(programme: Programme) -> tuple[Activity, ...]:
    """What experience elsewhere does not cover: what the service added, and local policy and procedure."""
    return tuple(one for one in programme.activities if one.own or one.local)


def reminders(programme: Programme) -> tuple[Activity, ...]:
    """What may serve as a reminder to somebody who did the same work elsewhere. Still in the plan, every one."""
    first = {one.id for one in in_full(programme)}
    return tuple(one for one in programme.activities if one.id not in first)


def in_order(programme: Programme, experience: str) -> tuple[Activity, ...]:
    """All activities in the order in which a proposal takes them: local policy first for those who know the work."""
    first = in_full(programme) if experience == SAME else tuple(one for one in programme.activities if one.own)
    chosen = {one.id for one in first}
    return (*first, *(one for one in programme.activities if one.id not in chosen))


def weeks_ahead(contract: Contract, closures: tuple[Period, ...], today: str) -> list[Week]:
    """The weeks in which something can still be placed; none when all of them were over before ``today`` (an ISO date)."""
    return [week for week in weeks_of(contract, closures, _FURTHER) if week.days and week.last >= today]


def weeks_for(
    programme: Programme,
    state: State,
    contract: Contract,
    closures: tuple[Period, ...],
    experience: str = "",
    *,
    again: bool = False,
    today: str = "",
) -> dict[str, str]:
    """Activity id to the Monday proposed, for what is still to be done and has no week; ``again``: for all of it.

    Work is spread evenly over the weeks of the plan by their working hours. What does not fit goes into the weeks after
    them, and the page says so. Nothing is placed before what has to come first, no visit in a week without school, and nothing in
    a week that was over before ``today`` (an ISO date).
    """
    wanted = [one for one in in_order(programme, experience) if fate(one, state) in ("planned", "open")]
    weeks = weeks_ahead(contract, closures, today)
    covered = sum(week.iso <= weeks_of(contract, closures)[-1].iso for week in weeks)
    if not weeks or not wanted:
        return {}
    placed: dict[str, int] = {}
    at = {week.iso: index for index, week in enumerate(weeks)}
    used = [0] * len(weeks)
    for one in programme.activities:
        spent = at.get(state.of(one.id).plan.week) if fate(one, state) == "done" else None
        if spent is not None:
            used[spent] += load(time_of([one]), contract)
    room = _rooms(weeks, covered, load(time_of(wanted), contract) + sum(used))
    for one in [] if again else wanted:
        week = state.of(one.id).plan.week
        kept = at.get(week)
        if kept is not None:
            placed[one.id] = kept
            used[kept] += load(time_of([one]), contract)
        elif "" < week < weeks[0].iso:
            placed[one.id] = 0  # it has a week, though it is over
    made: dict[str, str] = {}
    here = 0
    for one in _first_things_first(wanted):
        if one.id in placed:
            continue
        minutes = load(time_of([one]), contract)
        # On to the next week when the better half of it would be more than the share so far, or all of it too much.
        while (
            here < len(weeks) - 1
            and used[here]
            and (sum(used[: here + 1]) + minutes // 2 > room[here] or used[here] + minutes > weeks[here].minutes)
        ):
            here += 1
        soonest = max([0, *(placed.get(before.id, 0) for before in one.after)])
        there = max(here, soonest)
        if (
            minutes > weeks[there].minutes
        ):  # days together wait for a week that holds them; smaller things fill this one
            later = (index for index in range(there, len(weeks)) if used[index] + minutes <= weeks[index].minutes)
            there = next(later, there)
        if Kind.SHADOW in one.kinds and not weeks[there].schools:
            there = _with_school(weeks, there, soonest, covered, used, minutes)
        placed[one.id] = there
        used[there] += minutes
        made[one.id] = weeks[there].iso
    return {name: iso for name, iso in made.items() if state.of(name).plan.week != iso}


def _with_school(weeks: list[Week], there: int, soonest: int, covered: int, used: list[int], minutes: int) -> int:
    """The next week with school in it; an earlier one that has room, when that would be after the weeks of the plan."""
    ahead = next((index for index in range(there, len(weeks)) if weeks[index].schools), there)
    if ahead < covered:
        return ahead
    back = range(there - 1, soonest - 1, -1)
    fits = (index for index in back if weeks[index].schools and used[index] + minutes <= weeks[index].minutes)
    return next(fits, ahead)


def _rooms(weeks: list[Week], covered: int, need: int) -> list[int]:
    """How much is to be done by the end of each week: an even share of the work in the weeks that the plan covers.

    When they do not hold it: all of their time, and then that of the weeks after them.
    """
    have = sum(week.minutes for week in weeks[:covered])
    total = list(accumulate(week.minutes for week in weeks))
    if have <= need:
        return total
    return [minutes * need // have if index < covered else minutes for index, minutes in enumerate(total)]


def _first_things_first(activities: Iterable[Activity]) -> list[Activity]:
    """The same order, but each after what has to come before it."""
    left, done = list(activities), list[Activity]()
    while left:
        waiting = {one.id for one in left}
        ready = next((one for one in left if not any(before.id in waiting for before in one.after)), left[0])
        left.remove(ready)
        done.append(ready)
    return done
