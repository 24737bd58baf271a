"""Changing marks in a copy, and going back to the real ones. Each is an answer like any other."""

from induction.activities.attendance import Attendance
from induction.attendance.codes import CODES
from induction.attendance.figures import count, percent
from induction.attendance.marks import HALVES, Session, changed
from induction.effects import announce, focus
from induction.model import Command, Maker, Outcome, Stamp
from induction.model import Session as Tab
from induction.programme import Activity


def change(session: Tab, command: Command, stamp: Stamp) -> Outcome:
    """Put a mark into one session of the copy, or into both of a day. The mark that is really there takes it back."""
    activity, part = _part(session, command)
    code, half = command.text("code"), command.text("half")
    if activity is None or part is None or (code != "present" and code not in CODES):
        return Outcome()
    there = [one for one in part.real if one.date.isoformat() == command.text("day") and half in (one.half, "day")]
    marks = {one: _mark(code, one) for one in there}
    return _write(session, stamp, activity, part, marks)


def back(session: Tab, command: Command, stamp: Stamp) -> Outcome:
    """Take back all that was changed in the copy."""
    activity, part = _part(session, command)
    if activity is None or part is None:
        return Outcome()
    outcome = _write(session, stamp, activity, part, {one: one.mark for one in part.real})
    if outcome.events:
        outcome.effects.append(focus(f"f-{part.id}-copy"))
    return outcome


def _part(session: Tab, command: Command) -> tuple[Activity | None, Attendance | None]:
    activity = session.activity(command.subject) if session.record else None
    parts = activity.parts if activity else ()
    named = command.text("part")
    return activity, next((one for one in parts if isinstance(one, Attendance) and one.id == named), None)


def _mark(code: str, session: Session) -> str:
    """A stroke goes the way of its half of the day, whichever was asked for."""
    if code in ("present", "/", "\\"):
        return "/" if session.half == HALVES[0] else "\\"
    return code


def _write(session: Tab, stamp: Stamp, activity: Activity, part: Attendance, marks: dict[Session, str]) -> Outcome:
    state, maker = session.state.of(activity.id), Maker(session, stamp)
    outcome, copied = Outcome(view={"problems": None}), part.copied(state)
    for one, mark in marks.items():
        field, value = part.field(one), "" if mark == one.mark else mark
        if state.text(field) != value:
            data = {"field": field, "prompt": part.prompt(field), "value": value}
            outcome.events.append(maker.event("answer", activity.id, data, content=activity.version))
            copied[one.key] = value
    if outcome.events:
        copy, real = count(changed(part.real, copied)), count(part.real)
        words = f"Copy: {copy.present} of {copy.possible} sessions, {percent(copy.present, copy.possible)}. "
        words += f"Real: {real.present} of {real.possible}, {percent(real.present, real.possible)}."
        outcome.effects.append(announce(words))
    return outcome
