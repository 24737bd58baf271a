"""Statuses and counts: what is done by the inductee, what waits, what is signed off, and what to do next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from induction.activities.attendance import TRIED
from induction.activities.base import Gap, Shown, StandsIn
from induction.activities.prompts import Prompts
from induction.codes import Decision, Status
from induction.dates import say_date
from induction.programme import Activity, Programme
from induction.seal import Fault
from induction.state import ActivityState, Decided, State

_MET = (Decision.SIGNED_OFF.value, Decision.EARLIER_LEARNING.value)


def gaps(activity: Activity, state: ActivityState) -> list[Gap]:
    """What is still missing in an activity, in reading order. Done in another form, only the part that says so counts."""
    instead = [part for part in activity.parts if isinstance(part, StandsIn) and part.stands_in(state)]
    return [gap for part in instead or activity.parts for gap in part.gaps(state)]


def shown(activity: Activity, state: ActivityState, kinds: Mapping[str, str]) -> list[Shown]:
    """What was asked and answered, and the evidence listed: what a signer is shown. ``kinds``: words for evidence codes."""
    answered = [one for part in activity.parts for one in part.shown(state)]
    evidence = [
        Shown(
            f"Evidence ({kinds.get(item.kind, item.kind)})", f"{item.shows}. Kept: {item.kept}. {say_date(item.date)}."
        )
        for item in state.evidence.values()
    ]
    return answered + evidence + witnessed(state)


def witnessed(state: ActivityState) -> list[Shown]:
    """What witnesses say, as a signer is shown it; a statement that does not fit is no part of it."""
    return [
        Shown("Witness statement", f"{one.who}: {one.saw}" + (f"\n{one.text}" if one.text else ""))
        for one in state.witnesses
        if one.counts
    ]


def status(activity: Activity, state: ActivityState) -> Status:
    """Where an activity stands. "Completed" needs the signer where the activity asks for sign-off."""
    decided = state.decided
    if state.asked:  # a decision takes the asking away, so this is a new one
        return Status.WAITING
    if decided and decided.decision in _MET:
        return Status.COMPLETED
    if decided and decided.decision != Decision.DISCUSSED:
        return Status.NEEDS_WORK
    if state.done_on and not activity.sign_off:
        return Status.COMPLETED
    return Status.IN_PROGRESS if state.begun or state.done_on or decided else Status.NOT_STARTED


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


def counts(programme: Programme, state: State) -> Counts:
    """The counts of a programme."""
    done = signed = to_sign = waiting = 0
    for activity in programme.activities:
        here = state.of(activity.id)
        where = status(activity, here)
        done += bool(here.done_on) or where is Status.COMPLETED
        waiting += where is Status.WAITING
        if activity.sign_off:
            to_sign += 1
            signed += where is Status.COMPLETED
    return Counts(done, signed, to_sign, waiting, len(programme.activities))


def next_steps(programme: Programme, state: State, most: int = 3) -> list[Activity]:
    """At most so many activities to go on with: what needs more work, then what is begun, then the next in order."""
    rank = {Status.NEEDS_WORK: 0, Status.IN_PROGRESS: 1, Status.NOT_STARTED: 2}
    ranked = [
        (rank.get(status(one, state.of(one.id)), 9), index, one) for index, one in enumerate(programme.activities)
    ]
    return [one for where, _, one in sorted(ranked, key=lambda entry: entry[:2]) if where < 9][:most]


def waiting_replies(programme: Programme, state: State) -> list[tuple[Activity, Gap]]:
    """Questions that were put to somebody and wait for a reply, each with the activity it belongs to."""
    return [
        (activity, gap)
        for activity in programme.activities
        for part in activity.parts
        if isinstance(part, Prompts)
        for gap in part.waiting(state.of(activity.id))
    ]
