"""What goes between the page, the commands and the views: command, stamp, outcome, and the session they work on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from induction.decode import as_text
from induction.events import MAX_TICK, By, Event, next_id
from induction.programme import Activity, Bundle, Programme
from induction.record import Record
from induction.state import State, fold
from induction.supervision import SUBJECT as SUPERVISION
from induction.supervision import as_activity


@dataclass(frozen=True)
class Command:
    """What the reader asked for."""

    type: str
    subject: str
    args: Mapping[str, Any]

    def text(self, key: str) -> str:
        """One argument as text, without the blanks around it; empty when it is missing or is no text."""
        return as_text(self.args.get(key)).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """An argument that may be given once, more than once or not at all."""
        value = self.args.get(key, [])
        values = value if isinstance(value, list) else [value]
        return tuple(one for one in values if isinstance(one, str) and one)


@dataclass(frozen=True)
class Stamp:
    """When and with which id a command was given: the page's, so that handling a command is a pure function."""

    id: str
    """UUIDv7; the first of the ids this command may use."""
    now: str
    """The instant, UTC to the second."""
    today: str
    """The reader's own date, ISO 8601."""


@dataclass
class Outcome:
    """What a command comes to. Nothing of it is applied before the page has stored it."""

    events: list[Event] = field(default_factory=list)
    drafts: list[Event] = field(default_factory=list)
    erase: list[str] = field(default_factory=list)
    effects: list[dict[str, Any]] = field(default_factory=list)
    view: dict[str, Any] = field(default_factory=dict)
    """What the page shall show that is no part of the record; None for a key takes it away."""
    record: str | None = None
    """The record the events belong to, when it is not the open one."""
    kept: dict[str, Any] = field(default_factory=dict)
    """``events`` and ``erase`` for the signer's own decisions on this device (`induction.kept`); empty for none."""


@dataclass
class Session:
    """One tab: the open record and what is shown beside it."""

    bundle: Bundle
    record: Record | None = None
    records: list[dict[str, Any]] = field(default_factory=list)
    """The records on this device: {record, about}."""
    storage: str = "ok"
    """ok, blocked or full."""
    forgetful: bool = False
    """True in a browser that drops what a site keeps after about a week without a visit (Safari)."""
    damaged: int = 0
    """Stored entries that could not be read and were set aside."""
    view: dict[str, Any] = field(default_factory=dict)
    guests: dict[str, Record] = field(default_factory=dict)
    """Records opened from files by somebody who signs: kept in memory for the visit only."""
    heard: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Record id to what the head of the newest file of it says: ``saved`` (an instant), ``damaged`` (entries that
    cannot be read) and, if it has them, ``counts``."""
    kept: Record = field(default_factory=lambda: Record("kept"))
    """The signer's own decisions on this device (`induction.kept`)."""
    now: str = ""
    today: str = ""
    _folded: State | None = None
    _guests_folded: dict[str, State] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """What the open record amounts to; an empty state when none is open."""
        if self.record is None:
            return State()
        if self._folded is None:
            self._folded = fold(self.record)
        return self._folded

    def state_of(self, record: Record) -> State:
        """What a record amounts to: the open one, or one from a file."""
        if record is self.record:
            return self.state
        if record.id not in self._guests_folded:
            self._guests_folded[record.id] = fold(record)
        return self._guests_folded[record.id]

    def changed(self, guest: str = "") -> None:
        """The open record, or the one from a file with this id, took events in or went: fold it again when next asked."""
        if guest:
            self._guests_folded.pop(guest, None)
        else:
            self._folded = None

    @property
    def programme(self) -> Programme | None:
        """The programme of the open record; the only or first one when no record is open."""
        chosen = self.bundle.programme(self.state.details.get("programme", ""))
        return chosen or (self.bundle.programmes[0] if self.bundle.programmes else None)

    def activity(self, activity_id: str) -> Activity | None:
        """An activity of any programme, or supervision, which is kept as one."""
        if activity_id == SUPERVISION:
            return as_activity(self.bundle)
        return next((one for p in self.bundle.programmes if (one := p.activity(activity_id))), None)

    @property
    def by(self) -> By:
        """Who answers in the open record: the inductee."""
        return By(self.state.details.get("name", ""), "inductee")


class Maker:
    """Makes the events of one command: ids count up from the stamp, ticks from the highest seen."""

    def __init__(self, session: Session, stamp: Stamp, record: Record | None = None) -> None:
        self._next, self._now = stamp.id, stamp.now
        source = record if record is not None else session.record
        self._tick = source.next_tick() if source else 1
        self._known = source.events if source else {}
        self._by = session.by

    def new_id(self) -> str:
        """The next unused id, for an event or a row. Of typed text the stamp may carry one that was sealed meanwhile."""
        while self._next in self._known:
            self._next = next_id(self._next)
        given, self._next = self._next, next_id(self._next)
        return given

    def event(
        self,
        kind: str,
        subject: str,
        data: dict[str, Any],
        *,
        content: str = "",
        id: str = "",
        by: By | None = None,
    ) -> Event:
        """One event with the next id and tick."""
        event = Event(id or self.new_id(), self._tick, self._now, by or self._by, kind, subject, data, content)
        self._tick = min(self._tick + 1, MAX_TICK)
        return event
