"""A record: a set of events, and the laws by which sets of events become one.

Merge is set union by id: in any order, any number of times, the outcome is the same. Erasing wins over
everything: what an ``erased`` event names is dropped and never let in again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from induction.events import MAX_TICK, Event, event_text


@dataclass
class Record:
    """The events of one record. ``drafts`` are ids of events that are not sealed yet and may still be replaced."""

    id: str
    events: dict[str, Event] = field(default_factory=dict)
    drafts: set[str] = field(default_factory=set)
    aside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Event id to the texts that claimed the same id with other content and lost."""
    _gone: set[str] = field(default_factory=set)

    @property
    def erased(self) -> frozenset[str]:
        """Ids whose payload is gone for ever. An ``erased`` event itself carries no words and cannot be erased."""
        return frozenset(self._gone)

    @property
    def tick(self) -> int:
        """The highest tick seen."""
        return max((event.tick for event in self.events.values()), default=0)

    def next_tick(self) -> int:
        """The tick of the next event: one more than the highest seen (Lamport)."""
        return min(self.tick + 1, MAX_TICK)

    def add(self, events: Iterable[Event], *, draft: bool = False) -> frozenset[str]:
        """Take events in. Returns the ids whose payload was dropped because they are, or now became, erased.

        Of two events with one id and different bytes the smaller canonical form stays and the other is set aside;
        a draft gives way to any newer form of itself, and a sealed event never gives way to a draft. Nothing under
        its id takes the place of an ``erased`` event.
        """
        for event in events:
            if event.type == "erased":
                self._gone.update(event.data["ids"])
            self._take(event, draft)
        dropped = frozenset(name for name in self._gone if name in self.events and self.events[name].type != "erased")
        for name in dropped:
            del self.events[name]
        for name in self._gone:
            self.drafts.discard(name)
            self.aside.pop(name, None)
        return dropped

    def _take(self, event: Event, draft: bool) -> None:
        known = self.events.get(event.id)
        if known is None:
            self.events[event.id] = event
            if draft:
                self.drafts.add(event.id)
            return
        if draft:
            if event.id in self.drafts:
                self.events[event.id] = event
            return
        if event.id in self.drafts:
            self.drafts.discard(event.id)
            self.events[event.id] = event
            return
        mine, theirs = event_text(known), event_text(event)
        if mine == theirs:
            return
        stays, other = sorted(((known.type != "erased", mine), (event.type != "erased", theirs)))
        if stays[1] == theirs:
            self.events[event.id] = event
        others = {*self.aside.get(event.id, ()), other[1]} - {stays[1]}
        self.aside[event.id] = tuple(sorted(others))

    def ordered(self) -> list[Event]:
        """All events in their order."""
        return sorted(self.events.values(), key=lambda event: event.order)

    def counted(self) -> list[Event]:
        """The events that count, in order: all but those that a ``withdrawn`` event takes back.

        A withdrawal can be taken back itself, by a later one.
        """
        gone = self._withdrawn()
        return [event for event in self.ordered() if event.id not in gone]

    def withdrawals(self) -> list[Event]:
        """The ``withdrawn`` events that have effect, in order."""
        gone = self._withdrawn()
        return [event for event in self.ordered() if event.type == "withdrawn" and event.id not in gone]

    def _withdrawn(self) -> set[str]:
        gone: set[str] = set()
        for event in reversed(self.ordered()):
            if event.type == "withdrawn" and event.id not in gone:
                gone.update(event.data["ids"])
        return gone
