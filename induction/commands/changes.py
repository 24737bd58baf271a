"""Saying that one has read what moved on a page."""

from induction.effects import announce, focus
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.moved import moved


def read(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The person has read what moved on the page that is the subject: one event a note, all that wait for them."""
    if session.record is None or session.programme is None:
        return Outcome()
    waiting = moved(session.bundle, session.programme, session.state)
    mine = next((one for one in waiting if one.basis.id == command.subject), None)
    if mine is None:
        return Outcome()
    maker = Maker(session, stamp)
    events = [
        maker.event("read-change", mine.basis.id, {"change": one.date, "on": stamp.today}, content=mine.basis.version)
        for one in mine.changes
    ]
    left = len(waiting) - 1
    said = f"Noted. {left} more changed" if left else "Noted. You have read everything that changed"
    # On the task list the last one leads back to the counts; on the record page to the list of what was read.
    places = ["changed-pages"] if left else ["counts", "changes-read"]
    return Outcome(events=events, effects=[announce(said), *map(focus, places)])
