"""What a signer's device keeps of decisions made on files from elsewhere: what, whom, when, the check code.

The decisions stand in a record of their own, never the evidence they rest on: `shown` is left out, its digest stays.
So a lost reply can be made again, and a team page can count.
"""

from dataclasses import asdict, dataclass, replace

from induction.decided import Decided, read_decision
from induction.decode import DecodeError
from induction.events import Event, read_event
from induction.model import Session

KEPT = "00000000-0000-7000-8000-00000000516e"
"""The id of the record of the signer's own decisions; the page knows it too (`web/session.js`). It never opens."""


@dataclass(frozen=True)
class Kept:
    """One decision that was made here on somebody's work from a file."""

    id: str
    """Of the event that keeps it: erase that to drop it."""
    record: str
    """Whose record it is for."""
    name: str
    programme: str
    activity: str
    event: Event
    """The decision as it was made, without the words shown."""
    decided: Decided


def keep(event: Event, decision: Event, record: str, name: str, programme: str) -> Event:
    """``event``, made for this purpose, with a decision to keep in it; ``record`` is the id of the inductee's record."""
    value = asdict(replace(decision, data={**decision.data, "shown": []}))
    return replace(event, type="kept", subject=record, data={"name": name, "programme": programme, "event": value})


def kept_decisions(session: Session) -> list[Kept]:
    """The decisions kept on this device, oldest first. What is no decision is passed over."""
    found = []
    for one in session.kept.counted():
        if one.type != "kept":
            continue
        try:
            event = read_event(one.data["event"])
        except DecodeError:
            continue
        if event.type != "decided":
            continue
        name, programme = one.data["name"], one.data["programme"]
        decided = read_decision(event, one.subject, name)
        found.append(Kept(one.id, one.subject, name, programme, event.subject, event, decided))
    return found
