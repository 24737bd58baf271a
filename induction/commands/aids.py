"""Trying an aid: what was entered is looked at, answered on the page, and kept nowhere."""

from induction.aids import AIDS
from induction.commands.unkept import shown
from induction.model import Command, Outcome, Session, Stamp


def check(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show what an aid says to what was entered, or what is missing."""
    aid = AIDS.get(command.subject)
    if aid is None:
        return Outcome()
    values = {name: command.text(name) for name in aid.names}
    return shown(session, "aids", aid.id, values, aid.problems(values), f"aid-{aid.id}-result")
