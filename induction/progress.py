"""Statuses and counts: what is done by the inductee, what waits, what is signed off, and what to do next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from induction.activities.attendance import TRIED
from induction.activities.base import Gap, Shown, StandsIn
from induction.activities.prompts import Prompts
from induction.codes import MET, Choice, Decision, Status
from induction.dates import say_date
from induction.programme import Activity, Before, Programme
from induction.seal import Fault
from induction.state import ActivityState, Decided, State


def gaps(activity: Activity, state: ActivityState) -> list[Gap]:
    """What is still missing in an activity, in reading order. Done in another form, only the part that says so counts."""
    instead = [part for part in activity.parts if isinstance(part, StandsIn) and part.stands_in(state)]
    return [gap for part in instead or activity.parts for gap in part.gaps(state)]


def shown(activity: Activity, state: ActivityState, kinds: Mapping[str, str]) -> list[Shown]:
    """What was asked and answered, and the evidence listed: what a signer is shown. ``kinds``: words for evidence codes."""
    answered = [one for part in activity.parts for one in part.shown(state)]
    plan = state.plan
    claim = [
        Shown(
            "Met by earlier learning",
            f"{plan.text('reason')}. Judged by {plan.text('judged_by')}, {say_date(plan.text('judged_at'))}, "
            f"on: {plan.text('judged_on')}.",
        )
    ]
    evidence = [
        Shown(
            f"Evidence ({kinds.get(item.kind, item.kind)})", f"{item.shows}. Kept: {item.kept}. {say_date(item.date)}."
        )
        for item in state.evidence.values()
    ]
    return (claim if plan.choice is Choice.EARLIER_LEARNING else []) + answered + evidence + witnessed(state)


def witnessed(state: ActivityState) -> list[Shown]:
    """What witnesses say, as a signer is shown it; a statement that does not fit is no part of it."""
    return [
        Shown("Witness statement", f"{one.who}: {one.saw}" + (f"\n{one.text}" if one.text else ""))
        for one in state.witnesses
        if one.counts
    ]


def status(activity: Activity, state: ActivityState) -> Status:
    """Where an activity stands. "Completed" needs the signer where the activity asks for sign-off.

    Earlier learning is a claim: it waits for the signer like work that is done. An activity that cannot start yet and
    was begun all the same is in progress: what is there is never hidden.
    """
    decided, choice = state.decided, state.plan.choice
    if choice is Choice.NOT_NEEDED and not (decided and decided.decision in MET):
        return Status.NOT_NEEDED
    if state.asked or (state.claimed and activity.sign_off):  # a decision takes both away, so this is a new one
        return Status.WAITING
    if decided and decided.decision in MET:
        return Status.COMPLETED
    if decided and decided.decision != Decision.DISCUSSED:
        return Status.NEEDS_WORK
    if (state.done_on or choice is Choice.EARLIER_LEARNING) and not activity.sign_off:
        return Status.COMPLETED
    if state.begun or state.done_on or decided:
        return Status.IN_PROGRESS
    return Status.CANNOT_START if awaited(activity, state) else Status.NOT_STARTED


def awaited(activity: Activity, state: ActivityState) -> tuple[Before, ...]:
    """What has to come before an activity and is not there yet."""
    return tuple(one for one in activity.after if not _over(one, state.beside(one.id)))


def _over(before: Before, state: ActivityState | None) -> bool:
    """True when something that comes first is done, signed, not needed, or training that has taken place."""
    if state is None:
        return False
    decided, choice = state.decided, state.plan.choice
    if choice is Choice.NOT_NEEDED or state.plan.text("held") or (decided and decided.decision in MET):
        return True
    if choice is Choice.EARLIER_LEARNING and not before.sign_off:
        return True
    back = decided is not None and decided.decision == Decision.NEEDS_WORK and not state.asked
    return bool(state.done_on) and not back


def changed_since(activity: Activity, state: ActivityState, decided: Decided) -> bool:
    """True when the answers or the evidence are no longer those that were signed.

    Changed questions do not count, nor do marks tried in a copy (which the first version took down as shown). What was
    only discussed is meant to grow, and what a witness adds is no change by the inductee.
    """
    if decided.decision == Decision.DISCUSSED or Fault.ABSENT in decided.faults or not decided.shown:
        return False
    now = Counter(one.answer for one in shown(activity, state, {}) if one.answer)
    then = Counter(answer for prompt, answer in decided.shown if answer and not prompt.startswith(TRIED))
    # An answer whose question is no longer asked is shown no more, and yet it did not change.
    unasked = Counter(
        answer.value for name, answer in state.answers.items() if not any(part.prompt(name) for part in activity.parts)
    )
    said = Counter(one.answer for one in witnessed(state))
    return bool(now - then - said) or bool(then - now - unasked)


@dataclass(frozen=True)
class Counts:
    """The two counts, always both: done by you, signed off."""

    done: int
    signed: int
    to_sign: int
    """How many activities ask for sign-off."""
    waiting: int
    total: int
    """How many there are to do: those that are not needed do not count."""
    not_needed: int = 0


def counts(programme: Programme, state: State) -> Counts:
    """The counts of a programme."""
    done = signed = to_sign = waiting = not_needed = 0
    for activity in programme.activities:
        here = state.of(activity.id)
        where = status(activity, here)
        if where is Status.NOT_NEEDED:
            not_needed += 1
            continue
        done += bool(here.done_on) or where is Status.COMPLETED
        waiting += where is Status.WAITING
        if activity.sign_off:
            to_sign += 1
            signed += where is Status.COMPLETED
    return Counts(done, signed, to_sign, waiting, len(programme.activities) - not_needed, not_needed)


def next_steps(programme: Programme, state: State, most: int = 3) -> list[Activity]:
    """At most so many activities to go on with: what was sent back, then what is begun, then the next in order.

    They need nobody: only what was sent back stands here too when it was done with somebody. What is planned for an
    earlier week comes first.
    """
    rank = {Status.NEEDS_WORK: 0, Status.IN_PROGRESS: 1, Status.NOT_STARTED: 2}
    ranked = []
    for index, one in enumerate(programme.activities):
        here = state.of(one.id)
        where = status(one, here)
        if where in rank and (where is Status.NEEDS_WORK or not (one.needs_somebody or one.dated)):
            ranked.append((rank[where], here.plan.week or "9999", index, one))
    return [entry[3] for entry in sorted(ranked, key=lambda entry: entry[:3])][:most]


def answered(activity: Activity, state: ActivityState) -> tuple[int, int] | None:
    """How many of the things that an activity asks for are there, and how many it asks for; None when that says nothing."""
    empty = ActivityState(lists=state.lists)
    asked, left = len(gaps(activity, empty)), len(gaps(activity, state))
    return (asked - left, asked) if asked > 1 and 0 <= left < asked else None


def waiting_replies(programme: Programme, state: State) -> list[tuple[Activity, Gap]]:
    """Questions that were put to somebody and wait for a reply, each with the activity it belongs to."""
    return [
        (activity, gap)
        for activity in programme.activities
        for part in activity.parts
        if isinstance(part, Prompts)
        for gap in part.waiting(state.of(activity.id))
    ]
