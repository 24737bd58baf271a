"""What was written on both sides since two copies of a record parted ways.

A merge keeps every event, and of two answers to one question the later shows. So that the other is not merely kept but seen,
a merge says which questions these are. Order is the record's own, by tick and id.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from induction.events import Event
from induction.record import Record

_NO_WORDS = frozenset(["id", "prompt", "role"])  # a role goes with its programme


@dataclass(frozen=True)
class Clash:
    """One question answered on both sides, with different words."""

    type: str
    """Type of the events: answer, log, plan or details."""
    subject: str
    name: str
    """The field of an answer, ``<entry>.<part>`` of the log, the key of a plan or of the details."""
    prompt: str
    shown: str
    """What stands in the record after the merge."""
    other: str
    """What was written on the other side."""


def clashes(record: Record, new: Iterable[Event], theirs: Set[str]) -> list[Clash]:
    """What merging ``new`` into ``record`` would hide on one side. ``theirs``: ids of all events of the file."""
    ours = _latest(event for event in record.counted() if event.id not in theirs)
    arrived = _latest(new)
    found = []
    for key in sorted(ours.keys() & arrived.keys()):
        (mine, my_words), (other, other_words) = ours[key], arrived[key]
        if my_words.strip() == other_words.strip():
            continue
        late, early = (my_words, other_words) if mine.order > other.order else (other_words, my_words)
        if early.strip():
            type_, subject, name = key
            prompt = str((mine if mine.order > other.order else other).data.get("prompt") or "")
            found.append(Clash(type_, subject, name, prompt, late, early))
    return found


def _latest(events: Iterable[Event]) -> dict[tuple[str, str, str], tuple[Event, str]]:
    found: dict[tuple[str, str, str], tuple[Event, str]] = {}
    for event in events:
        for name, words in _said(event):
            key = event.type, event.subject, name
            if key not in found or event.order > found[key][0].order:
                found[key] = event, words
    return found


def _said(event: Event) -> Iterator[tuple[str, str]]:
    data = event.data
    if event.type == "answer":
        yield data["field"], data["value"]
    elif event.type == "log":
        yield f"{data['entry']}.{data['part']}", data["value"]
    elif event.type in ("plan", "details"):
        yield from ((key, value) for key, value in data.items() if isinstance(value, str) and key not in _NO_WORDS)
