"""Saying that one has read what moved on a page: the person who did the work on it, or whoever signed that work off."""

from induction.effects import announce, focus
from induction.events import Event
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.moved import Moved, moved, moved_for_signer

TEAM = "team"
"""Where a signer says it; the note then stands beside the signer's own decisions, in nobody's record."""


def read(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The person has read what moved on the page that is the subject: one event a note, all that wait for them."""
    if command.text("at") == TEAM:
        return _signer_read(session, command, stamp)
    if session.record is None or session.programme is None:
        return Outcome()
    waiting = moved(session.bundle, session.programme, session.state)
    # On the task list the last one leads back to the counts; on the record page to the list of what was read.
    events, effects = _events(waiting, command, stamp, Maker(session, stamp), ["counts", "changes-read"])
    return Outcome(events=events, effects=effects)


def _signer_read(session: Session, command: Command, stamp: Stamp) -> Outcome:
    waiting = moved_for_signer(session)
    events, effects = _events(waiting, command, stamp, Maker(session, stamp, session.kept), ["team"])
    return Outcome(kept={"events": events, "erase": []} if events else {}, effects=effects)


def _events(
    waiting: list[Moved], command: Command, stamp: Stamp, maker: Maker, last: list[str]
) -> tuple[list[Event], list[dict[str, str]]]:
    mine = next((one for one in waiting if one.basis.id == command.subject), None)
    if mine is None:
        return [], []
    by = mine.signed[-1].decided.signer if mine.signed else None
    events = [
        maker.event(
            "read-change", mine.basis.id, {"change": one.date, "on": stamp.today}, content=mine.basis.version, by=by
        )
        for one in mine.changes
    ]
    left = len(waiting) - 1
    said = f"Noted. {left} more changed" if left else "Noted. You have read everything that changed"
    return events, [announce(said), *map(focus, ["changed-pages"] if left else last)]
