"""Choosing what a page shows, and printing it. Not part of the record."""

from induction.codes import Kind
from induction.model import Command, Outcome, Session, Stamp


def by_kind(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show the activities of one kind, or all."""
    kind = command.text("kind")
    return Outcome(view={"filter": kind if kind in list(Kind) else None})


def print_page(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Print the page."""
    return Outcome(effects=[{"kind": "print"}])
