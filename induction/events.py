"""Events: what a record is made of.

An event is immutable. Its shape, its types and the one form in which it is written are here (docs/contracts.md).
"""

import re
from dataclasses import asdict, dataclass
from typing import Any

from induction.decode import MAX_DEPTH, DecodeError, canonical, decode, parse_json

INSTANT = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)
"""An instant in UTC to the second, RFC 3339: the one pattern that is accepted."""
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""A UUID version 7 in lower-case text form (RFC 9562)."""
MAX_TICK = 2**53 - 1
"""The largest whole number that JavaScript keeps exactly."""
_ROOM = MAX_DEPTH - 3
"""How deep data may be nested, so that a file that holds the event (file, list, event) can be read again."""


@dataclass(frozen=True)
class By:
    """Who made an event: the name and role declared on the device."""

    name: str
    role: str


@dataclass(frozen=True)
class Event:
    """One event. See docs/contracts.md for the types and what each carries."""

    id: str
    tick: int
    at: str
    by: By
    type: str
    subject: str
    data: dict[str, Any]
    content: str = ""

    @property
    def order(self) -> tuple[int, str]:
        """Where the event stands: by tick, then by id; clocks have no say."""
        return (self.tick, self.id)


EVENT_TYPES: dict[str, dict[str, type]] = {
    "started": {"name": str, "role": str, "programme": str},
    "details": {},
    "answer": {"field": str, "value": str},
    "row": {"list": str, "row": str, "present": bool},
    "evidence": {"item": str, "present": bool},
    "log": {"entry": str, "part": str, "value": str},
    "share": {"entry": str, "part": str, "shared": bool},
    "done": {"on": str, "done": bool},
    "asked": {"asked": bool},
    "decided": {"decision": str, "signer": dict, "shown": list, "digest": str, "signed_on": str},
    "plan": {},
    "day-off": {"day": str, "first": str, "last": str},
    "agreed": {"name": str, "role": str, "on": str, "plan": dict, "digest": str},
    "witnessed": {"name": str, "role": str, "date": str, "saw": str},
    "kept": {"name": str, "programme": str, "event": dict},
    "withdrawn": {"ids": list},
    "erased": {"ids": list},
    "saved": {"file": str},
    "read-change": {"change": str, "on": str},
    "local-name": {"person": str, "value": str},
}
"""Event type to the keys its data must have, with their types. A type that is not here is kept and passed on."""


def read_event(value: Any) -> Event:
    """An event from plain JSON values. Raises DecodeError when it is not one."""
    event = decode(Event, value)
    if not UUID.fullmatch(event.id):
        raise DecodeError("id", "not an event id")
    if not 0 <= event.tick <= MAX_TICK:
        raise DecodeError("tick", "out of range")
    if not INSTANT.fullmatch(event.at):
        raise DecodeError("at", "not an instant")
    for key, kind in EVENT_TYPES.get(event.type, {}).items():
        if type(event.data.get(key)) is not kind:
            raise DecodeError(f"data.{key}", "missing or of another type")
    if event.type in ("withdrawn", "erased") and not all(isinstance(one, str) for one in event.data["ids"]):
        raise DecodeError("data.ids", "not a list of ids")
    if not _plain(event.data, _ROOM):
        raise DecodeError("data", "is nested too deep, or holds a number that is not whole or too large")
    return event


def parse_event(text: str) -> Event:
    """An event from its JSON text. Raises DecodeError or TooMuch."""
    return read_event(parse_json(text))


def event_text(event: Event) -> str:
    """The one text form of an event: canonical JSON."""
    return canonical(asdict(event))


def _plain(value: Any, room: int) -> bool:
    """Only strings, whole numbers that every program keeps exactly, booleans, null, lists and objects.

    Floats and larger numbers are written differently by different programs.
    """
    if isinstance(value, dict):
        return room > 0 and all(isinstance(key, str) and _plain(one, room - 1) for key, one in value.items())
    if isinstance(value, list):
        return room > 0 and all(_plain(one, room - 1) for one in value)
    return value is None or isinstance(value, str) or (isinstance(value, int) and -MAX_TICK <= value <= MAX_TICK)


def next_id(event_id: str) -> str:
    """The id that counts up from another by one; the events of one command take their ids so.

    The count runs through the time, the 12 bits after the version and the 62 after the variant, so it carries.
    """
    number = int(event_id.replace("-", ""), 16)
    count = (number >> 80 << 74 | (number >> 64 & 0xFFF) << 62 | number & _LOW) + 1
    text = f"{count >> 74 & 0xFFFFFFFFFFFF:012x}7{count >> 62 & 0xFFF:03x}{1 << 63 | count & _LOW:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


_LOW = (1 << 62) - 1
