"""The plan as a calendar file: its weeks and what is booked. Nobody's name is in it."""

import datetime
import hashlib

from induction.calendar import MEDIA_TYPE, Entry, calendar_text
from induction.dates import near_date
from induction.effects import announce, save_file
from induction.model import Command, Outcome, Session, Stamp
from induction.planning.account import bookings, loads
from induction.planning.days_off import contract_for
from induction.programme import Programme
from induction.rhythm import When
from induction.times import say_duration

_FRIDAY = datetime.timedelta(days=4)


def save(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A calendar file; a second one replaces what the first put in, for the ids are the same."""
    programme, contract = session.programme, contract_for(session.state, session.bundle.service)
    made = _entries(session, programme) if session.record and programme and contract else []
    if not made:
        return Outcome(effects=[announce("There is nothing to put in a calendar yet: give activities a week first")])
    name = f"Induction plan - {stamp.today}.ics"
    return Outcome(effects=[save_file(name, calendar_text(made, stamp.now), MEDIA_TYPE), announce(f"Saved: {name}")])


def _entries(session: Session, programme: Programme) -> list[Entry]:
    contract = contract_for(session.state, session.bundle.service)
    if contract is None:
        return []
    made = []
    weeks = loads(programme, session.state, contract, session.bundle.service.closures)
    for number, one in enumerate(weeks, start=1):
        if one.activities:
            listed = "\n".join(activity.name for activity in one.activities)
            when = When(max(one.week.monday, contract.start), one.week.monday + _FRIDAY)
            about = f"{say_duration(one.time)}\n{listed}"
            made.append(Entry(_uid(session, f"week {number}"), f"Induction: week {number}", about, when))
    for booking in bookings(programme, session.state):
        day = near_date(booking.booked)
        if day:
            made.append(
                Entry(_uid(session, booking.id), f"Induction: {booking.name}", "Booked in the plan.", When(day, day))
            )
    return made


def _uid(session: Session, what: str) -> str:
    """The same for the same record and thing; it tells nothing of either."""
    record = session.record.id if session.record else ""
    return f"{hashlib.sha256(f'plan/{record}/{what}'.encode()).hexdigest()[:32]}@induction-handbook"
