"""Sessions of supervision: a new one, dated today. What is written in one are answers."""

from induction.effects import announce, focus
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.supervision import ASKS, SESSIONS, SUBJECT, as_activity
from induction.views.forms import field_id


def new_session(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """One more session, with today as its date until another is given."""
    if session.record is None:
        return Outcome()
    maker, version = Maker(session, stamp), as_activity(session.bundle).version
    row = maker.new_id()
    field = f"{SESSIONS.id}.{row}.date"
    events = [
        maker.event("row", SUBJECT, {"list": SESSIONS.id, "row": row, "present": True}, content=version),
        maker.event("answer", SUBJECT, {"field": field, "prompt": ASKS["date"], "value": stamp.today}, content=version),
    ]
    return Outcome(events=events, effects=[announce("A session was added"), focus(field_id(field))])
