"""Decisions and witness statements as they are read from a record: only text, with what does not fit about each."""

from dataclasses import dataclass
from typing import Any

from induction.dates import say_date
from induction.decode import as_text
from induction.events import By, Event
from induction.seal import breaks, faults


@dataclass(frozen=True)
class Decided:
    """A dated decision on stated evidence."""

    event: str
    decision: str
    method: str
    statement: str
    note: str
    signer: By
    done_on: str
    signed_on: str
    opened: bool
    assurance: str
    shown: tuple[tuple[str, str], ...]
    digest: str
    at: str
    content: str = ""
    """Version of the activity as it was when it was signed."""
    delegated_by: str = ""
    """Who left the signing to the signer; empty when nobody did."""
    delegated_why: str = ""
    on_behalf_of: By | None = None
    """Whose decision the signer typed; None when it is the signer's own."""
    faults: tuple[str, ...] = ()
    """Codes of `induction.seal.Fault`: what does not fit."""

    @property
    def counts(self) -> bool:
        """False when what does not fit is such that the decision does not count."""
        return not breaks(self.faults)


@dataclass(frozen=True)
class Witnessed:
    """What a witness says they saw. It is never a decision."""

    event: str
    name: str
    role: str
    date: str
    saw: str
    """What they saw the inductee do."""
    text: str
    """What they say about it; may be empty."""
    at: str
    faults: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """False when what does not fit is such that it is no statement on this work."""
        return not breaks(self.faults)

    @property
    def who(self) -> str:
        """A witness as every page names one: name, role, date, and how the line was made."""
        told = (self.name, self.role, say_date(self.date), "typed on this device")
        return ", ".join(one for one in told if one)


def read_decision(event: Event, record: str | None = None, name: str = "") -> Decided:
    """A `decided` event as a decision. Parts that are not text are read as empty: what is shown is only ever text.

    With the id of the record and the name of its inductee it is checked too.
    """
    data = event.data
    shown = tuple(
        (as_text(one.get("prompt")), as_text(one.get("answer"))) for one in data["shown"] if isinstance(one, dict)
    )
    return Decided(
        event=event.id,
        decision=as_text(data.get("decision")),
        method=as_text(data.get("method")),
        statement=as_text(data.get("statement")),
        note=as_text(data.get("note")),
        signer=_person(data["signer"]) or By("", ""),
        done_on=as_text(data.get("done_on")),
        signed_on=as_text(data.get("signed_on")),
        opened=data.get("opened") is True,
        assurance=as_text(data.get("assurance")),
        shown=shown,
        digest=as_text(data.get("digest")),
        at=event.at,
        content=event.content,
        delegated_by=as_text(data.get("delegated_by")),
        delegated_why=as_text(data.get("delegated_why")),
        on_behalf_of=_person(data.get("on_behalf_of")),
        faults=() if record is None else faults(event, record, name),
    )


def read_witness(event: Event, record: str, name: str = "") -> Witnessed:
    """A `witnessed` event as a statement, checked for this record and its inductee's name."""
    given = {key: as_text(event.data.get(key)) for key in ("name", "role", "date", "saw", "text")}
    return Witnessed(event=event.id, at=event.at, faults=faults(event, record, name), **given)


def _person(value: Any) -> By | None:
    if not isinstance(value, dict):
        return None
    return By(as_text(value.get("name")), as_text(value.get("role")))
