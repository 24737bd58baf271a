"""The seal of a decision or a witness statement: one check code over everything in it, and what does not fit.

A digest shows accidental or careless change: a word edited in a file, a decision copied to another activity. Whoever
sets out to deceive can make a new one; only a signature could stop that, and would sign this very seal (ADR 11).
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from induction.decode import canonical
from induction.events import Event

SEAL_VERSION = 1
"""How a seal is made; it stands in the data, under the seal. A later way gets a later number."""
_NOT_SEALED = ("seal", "signatures", "shown")
"""The seal itself, the signatures over it that a later version may add, and the words shown: their digest is sealed."""
_SEALED_KEYS = ("activity", "record", "seal_version")
"""What only a sealed event carries: without a seal beside them the seal was taken out."""


class Fault(StrEnum):
    """What does not fit about a decision or a witness statement."""

    WORDS = "words"
    FIELDS = "fields"
    ACTIVITY = "activity"
    RECORD = "record"
    OWN = "own"
    ABSENT = "absent"
    EARLY = "early"
    LATER = "later"
    NEWER = "newer"
    UNSEALED = "unsealed"


BREAKING = frozenset({Fault.WORDS, Fault.FIELDS, Fault.ACTIVITY, Fault.RECORD, Fault.OWN})
"""Faults with which a decision stays readable and does not count."""

SENTENCES = {
    Fault.WORDS: "These words are not those that were signed.",
    Fault.FIELDS: "What was decided here has been altered since it was signed: the fields do not match their check code.",
    Fault.ACTIVITY: "This was signed for another activity.",
    Fault.RECORD: "This was signed for another person's record.",
    Fault.OWN: "This is in the name of the inductee. Nobody signs off their own work.",
    Fault.ABSENT: "The words that were signed are not in this copy, only their check code.",
    Fault.EARLY: "Signed with a date before the work was done. The clock of one of the devices may be wrong.",
    Fault.LATER: "Dated after today. The clock of one of the devices is wrong.",
    Fault.NEWER: "Sealed by a newer version of this site, in a way that this one cannot check.",
    Fault.UNSEALED: "Made before this check existed: only the words that were signed can be checked, not who, when and what.",
}
"""Each fault in a sentence, the same on every page and on the command line."""
DOES_NOT_COUNT = "It does not count. Ask for it to be signed again."
"""What follows from a breaking fault."""
WHAT_IT_SHOWS = (
    "The check codes show accidental or careless change. They cannot stop somebody who sets out to make new ones."
)
"""What checking proves and what not; said wherever the outcome of it is."""


def digest_of(shown: Any) -> str:
    """SHA-256 of the canonical JSON of the words shown, in hexadecimal."""
    return hashlib.sha256(canonical(shown).encode()).hexdigest()


def seal_of(event: Event) -> str:
    """SHA-256, in hexadecimal, of the canonical JSON of an event: its head, and its data but for what is not sealed."""
    value = {
        "id": event.id,
        "tick": event.tick,
        "at": event.at,
        "by": {"name": event.by.name, "role": event.by.role},
        "type": event.type,
        "subject": event.subject,
        "content": event.content,
        "data": {key: one for key, one in event.data.items() if key not in _NOT_SEALED},
    }
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def sealed(event: Event, record: str) -> Event:
    """The event with its seal, bound to its activity (its subject), to a record (an id) and to its own place in it."""
    data = {**event.data, "activity": event.subject, "record": record, "seal_version": SEAL_VERSION}
    bound = replace(event, data=data)
    return replace(bound, data={**data, "seal": seal_of(bound)})


def faults(event: Event, record: str, name: str = "") -> tuple[Fault, ...]:
    """What does not fit about a ``decided`` or ``witnessed`` event in the record with this id, of the inductee ``name``.

    What depends on the day is in `dated_later`. The most telling comes first.
    """
    data, found = event.data, []
    seal, version = data.get("seal"), data.get("seal_version")
    if seal is None and not any(key in data for key in _SEALED_KEYS):
        found.append(Fault.UNSEALED)
    elif type(version) is int and version > SEAL_VERSION:
        found.append(Fault.NEWER)
    else:
        fits = type(version) is int and seal == seal_of(event)
        if data.get("activity") != event.subject:
            found.append(Fault.ACTIVITY)
        elif data.get("record") != record:
            found.append(Fault.RECORD)
        elif not fits:
            found.append(Fault.FIELDS)
    found += _words(event)
    if name and same_name(name) in {same_name(one) for one in _names(data)}:
        found.append(Fault.OWN)
    done_on, signed_on = data.get("done_on"), data.get("signed_on")
    if isinstance(done_on, str) and isinstance(signed_on, str) and done_on > signed_on:
        found.append(Fault.EARLY)
    return tuple(sorted(found, key=list(Fault).index))


def _words(event: Event) -> list[Fault]:
    if event.type != "decided":
        return []
    shown, digest = event.data["shown"], event.data["digest"]
    if digest_of(shown) == digest:
        return []
    return [Fault.WORDS] if shown else [Fault.ABSENT]


def _names(data: dict[str, Any]) -> list[str]:
    """Everybody whom a decision or a statement is by."""
    people = (data.get("signer"), data.get("on_behalf_of"), data if "saw" in data else None)
    names = [one.get("name") for one in people if isinstance(one, dict)] + [data.get("delegated_by")]
    return [one for one in names if isinstance(one, str) and one]


def same_name(name: str) -> str:
    """A name without what makes no other name of it: case, blanks, signs nobody sees, the way its accents are written."""
    seen = "".join(one for one in unicodedata.normalize("NFKC", name) if unicodedata.category(one) != "Cf")
    return " ".join(seen.casefold().split())


def dated_later(signed_on: str, done_on: str, today: str) -> bool:
    """True when one of these dates is after today: a clock is wrong. All are ISO dates; today is the reader's own."""
    return bool(today) and max(signed_on, done_on) > today


def breaks(found: Iterable[str]) -> bool:
    """True when a decision with these faults does not count."""
    return any(one in BREAKING for one in found)
