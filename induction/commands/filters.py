"""Choosing what a list shows. Not part of the record."""

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
