"""Choosing what a page shows, and printing it. Not part of the record."""

from induction.activities.criteria import NO_CODE, Criteria
from induction.codes import Kind, Status
from induction.model import Command, Outcome, Session, Stamp

OTHERS = "others"
"""What cannot be done alone, whichever kind it is."""


def by_kind(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show the activities of one kind, those that need somebody else, or all."""
    kind = command.text("kind")
    return Outcome(view={"filter": kind if kind in (*Kind, OTHERS) else None})


def by_status(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show the activities of one status, or all."""
    status = command.text("status")
    return Outcome(view={"filter_status": status if status in list(Status) else None})


def print_page(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Print the page."""
    return Outcome(effects=[{"kind": "print"}])


def by_code(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show first the criteria of an activity that are assessed in one way, or all in their order."""
    activity, code = session.activity(command.subject), command.text("code")
    parts = [part for part in activity.parts if isinstance(part, Criteria)] if activity else []
    known = {NO_CODE, *(one.code for part in parts for one in part.codes)}
    if not parts:
        return Outcome()
    shown = {**(session.view.get("codes") or {}), command.subject: code if code in known else ""}
    return Outcome(view={"codes": shown})
