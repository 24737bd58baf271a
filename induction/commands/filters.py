"""Choosing what a list shows. Not part of the record."""

from induction.codes import Kind
from induction.model import Command, Outcome, Session, Stamp


def by_kind(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show the activities of one kind, or all."""
    kind = command.text("kind")
    return Outcome(view={"filter": kind if kind in list(Kind) else None})
