"""What a file would do to the record that is open, before it does it: what is new, what it erases, what does not fit."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from induction.both_sides import Clash, clashes
from induction.events import Event, event_text
from induction.record import Record
from induction.seal import SENTENCES, breaks, digest_of, faults
from induction.state import fold
from induction.transfer import RecordFile, Refused

_REPLY_TYPES = ("decided", "witnessed")
"""A reply holds decisions and witness statements and nothing else: it can neither overwrite evidence nor erase."""


@dataclass(frozen=True)
class Preview:
    """What merging a file would do."""

    file: RecordFile
    name: str
    new: tuple[Event, ...]
    """Events this record does not have yet."""
    erases: int
    """Events of this record whose words the file erases."""
    conflicts: int
    """Entries with an id this record knows and other content: set aside, never silently taken."""
    counts: dict[str, int] = field(default_factory=dict)
    """Event type to how many are new."""
    unfit: tuple[tuple[str, str], ...] = ()
    """Decisions and statements of a reply that do not fit and are not taken: activity id, and why in a sentence."""
    again: tuple[str, ...] = ()
    """Ids of the withdrawals by which this very file was taken back before: merging it takes those back."""
    clashes: list[Clash] = field(default_factory=list)
    """Questions that were answered on both sides, with different words."""

    @property
    def changes(self) -> bool:
        """True when merging does anything."""
        return bool(self.new or self.again)


def preview(file: RecordFile, name: str, record: Record, service: str) -> Preview:
    """What merging ``file`` into ``record`` would do. Raises Refused when it is for somebody else's record or service."""
    if file.service != service:
        raise Refused("The file belongs to another service's handbook. Nothing was changed.")
    mine = fold(record).details.get("name", "")
    if file.record != record.id:
        raise Refused(
            f"The file belongs to {file.name or 'somebody else'}, and the record open here is "
            f"{mine or 'another one'}'s. Nothing was changed."
        )
    if file.kind == "request":
        raise Refused(
            "The file is a request for sign-off. It is for the person who signs: open it on the sign-off "
            "page. Nothing was changed."
        )
    allowed = _REPLY_TYPES if file.kind == "reply" else None
    unfit = []
    incoming = Record(file.record)
    incoming.add(event for event in file.events if allowed is None or event.type in allowed)
    new, conflicts = [], 0
    for event in incoming.ordered():
        known = record.events.get(event.id)
        if event.id in record.erased and event.type != "erased":
            continue
        if known is None and file.kind == "reply" and breaks(wrong := faults(event, record.id, mine)):
            unfit.append((event.subject, SENTENCES[wrong[0]]))
        elif known is None:
            new.append(event)
        elif event.id not in record.drafts and _altered(known, event):
            conflicts += 1
    erases = erased_by(new, record)
    counted: dict[str, int] = {}
    for event in new:
        counted[event.type] = counted.get(event.type, 0) + 1
    in_it = {event.id for event in file.events}
    # An older copy of the record brings nothing back that was taken back since; the very file may, and so may the reply itself.
    again = tuple(
        one.id
        for one in record.withdrawals()
        if (file.kind == "reply" or (one.data.get("of") == file.saved and one.id not in in_it))
        and (ids := set(one.data["ids"]) - record.erased)
        and ids <= in_it
    )
    both = clashes(record, new, in_it) if file.kind == "record" else []
    return Preview(file, name, tuple(new), len(erases), conflicts, counted, tuple(unfit), again, both)


def _altered(known: Event, event: Event) -> bool:
    """True when two events of one id say different things.

    A reply that was made again holds no words (`induction.kept`): with the words or without, it is the same decision.
    """
    if event.type == known.type == "decided" and not (known.data["shown"] and event.data["shown"]):
        if any(one.data["shown"] and digest_of(one.data["shown"]) != one.data["digest"] for one in (known, event)):
            return True
        known, event = (replace(one, data={**one.data, "shown": []}) for one in (known, event))
    return event_text(known) != event_text(event)


def erased_by(events: Iterable[Event], record: Record) -> list[str]:
    """Ids of this record's events whose words these events erase."""
    ids = {one for event in events if event.type == "erased" for one in event.data["ids"]}
    return sorted(one for one in ids & set(record.events) if record.events[one].type != "erased")
