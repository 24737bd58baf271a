"""The team page: finding somebody, dropping a person, erasing everything a signer's device keeps."""

from typing import Any

from induction.effects import announce, focus
from induction.kept import KEPT
from induction.model import Command, Outcome, Session, Stamp
from induction.team import found, team

_SHOWN = ("team", "team-find", "signed", "signing", "signer", "typed", "opened", "reopened", "copy", "preview")
"""What the pages of a signer show that is of somebody's work, and goes when everything is erased."""
ALL = "all"
"""Instead of the id of a record: everybody."""


def find(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show only those whose name or role has these words; everyone when there are none."""
    words = " ".join(command.text("find").split())
    count = len(found(team(session), words))
    said = f"{count} found" if words else "Everyone is shown"
    return Outcome(view={"team-find": words or None}, effects=[announce(said)])


def ask(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """First step of dropping a person, or everyone: say what goes and what does not."""
    wanted = command.text("record")
    members = team(session)
    if not members or wanted not in (ALL, *(one.record for one in members)):
        return Outcome()
    return Outcome(view={"team": wanted}, effects=[focus("team-sure")])


def keep(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Leave everything as it is."""
    return Outcome(view={"team": None}, effects=[focus("team")])


def drop(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Second step: a person leaves this device, with every decision kept here on their work."""
    wanted = session.view.get("team")
    member = next((one for one in team(session) if one.record == wanted), None)
    if member is None:
        return Outcome(view={"team": None})
    return Outcome(
        kept={"events": [], "erase": list(member.kept)} if member.kept else {},
        view={"team": None, "drop_guests": [member.record], "copy": None, "signed": _others(session, member.record)},
        effects=[announce(f"{member.name or 'The person'} was dropped from this device"), focus("team")],
    )


def _others(session: Session, record: str) -> list[Any] | None:
    """What the sign-off page says was just signed, without what was signed for this person: it holds their reply."""
    return [one for one in session.view.get("signed") or [] if one.get("record") != record] or None


def erase(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Second step: everything that a signer's device keeps goes, and the files opened in this visit are closed."""
    if session.view.get("team") != ALL:
        return Outcome()
    opened = session.record.id if session.record else None
    return Outcome(
        view={**dict.fromkeys(_SHOWN), "drop_guests": list(session.guests)},
        effects=[
            {"kind": "record", "open": opened, "forget": KEPT},
            announce("Everything was erased from this device"),
            focus("team"),
        ],
    )
