"""Saying that an activity is done, and asking for it to be signed off."""

from induction.codes import Status
from induction.dates import parse_date
from induction.effects import announce, focus
from induction.events import Event
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.progress import changed_since, gaps, status


def done(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The inductee says an activity is done, with the date; where it needs a signer, that asks for sign-off."""
    activity = session.activity(command.subject)
    if activity is None or session.record is None:
        return Outcome()
    state = session.state.of(activity.id)
    where, decided = status(activity, state), state.decided
    changed = decided is not None and changed_since(activity, state, decided)
    if where is Status.WAITING or (where is Status.COMPLETED and not changed):
        return Outcome()
    problems = {gap.field: gap.text for gap in gaps(activity, state)}
    on = command.text("on")
    if problems:
        pass  # the date is asked for when nothing is missing
    elif parse_date(on) is None:
        problems["done.on"] = "Enter the date you finished, for example 24 November 2026"
    elif on > stamp.today:
        problems["done.on"] = "The date you finished cannot be in the future"
    if problems:
        return Outcome(view={"problems": {activity.id: problems}}, effects=[focus("problems")])
    maker = Maker(session, stamp)
    events = [maker.event("done", activity.id, {"on": on, "done": True}, content=activity.version)]
    if activity.sign_off:
        events.append(maker.event("asked", activity.id, {"asked": True}, content=activity.version))
    words = "Waiting for sign-off" if activity.sign_off else "Marked as done"
    return Outcome(events=events, view={"problems": None}, effects=[announce(words)])


def undo_done(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The inductee takes it back: not done after all, and no longer asked."""
    activity = session.activity(command.subject)
    if activity is None or session.record is None:
        return Outcome()
    state, maker = session.state.of(activity.id), Maker(session, stamp)
    if activity.sign_off and status(activity, state) is Status.COMPLETED:
        return Outcome()  # a decision stands, with the date it was made on
    events: list[Event] = []
    if state.asked:
        events.append(maker.event("asked", activity.id, {"asked": False}))
    if state.done_on:
        events.append(maker.event("done", activity.id, {"on": "", "done": False}))
    return Outcome(events=events)
