"""Records as files: what is written into a copy, a request and a reply, and what can be read of one.

A file that cannot be used changes nothing, and a sentence says which of the reasons it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from induction.armour import ArmourError, blocks, is_wrapped, unwrap
from induction.decode import MAX_BYTES, DecodeError, TooMuch, canonical, parse_json
from induction.events import INSTANT, UUID, Event, event_text, read_event
from induction.kept import KEPT
from induction.migrations import VERSION, migrate
from induction.record import Record
from induction.state import fold

FORMAT = "induction-record"
KINDS = ("record", "request", "reply")
_OF_ACTIVITY = ("answer", "row", "evidence", "done", "asked", "plan", "decided", "witnessed")
"""What a request carries of the activities chosen."""


class Refused(Exception):
    """A file that cannot be used. ``sentence`` says why, to a reader."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class RecordFile:
    """A file that was read and understood."""

    kind: str
    service: str
    record: str
    name: str
    programme: str
    saved: str
    events: tuple[Event, ...]
    damaged: int = 0
    """Entries that could not be read; the rest is used, and the page says so."""


def write_file(kind: str, service: str, record: Record, events: Iterable[Event], now: str) -> str:
    """The text of a file. ``now`` is an instant; lines are kept short enough to look at in a text editor."""
    details = fold(record).details
    return write_text(kind, service, record.id, details.get("name", ""), details.get("programme", ""), events, now)


def write_text(
    kind: str, service: str, record: str, name: str, programme: str, events: Iterable[Event], now: str
) -> str:
    """The same, where only the id of the record is at hand, and the name and programme of its inductee."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "kind": kind,
        "service": service,
        "record": record,
        "name": name,
        "programme": programme,
        "saved": now,
    }
    lines = ",\n".join(event_text(event) for event in events)
    return canonical(head)[:-1] + ',"events":[\n' + lines + "\n]}\n"


_LONGEST = 80
"""As much of a name goes into a file's: file systems take 255 bytes."""


def file_name(kind: str, name: str, today: str) -> str:
    """A name a person can find again: ``Induction record - Sam Evans - 2026-11-22.json``."""
    words = {"record": "Induction record", "request": "Sign-off request", "reply": "Sign-off reply"}[kind]
    safe = "".join(c if c.isalnum() or c in " -'" else " " for c in name).strip() or "no name"
    return f"{words} - {' '.join(safe.split())[:_LONGEST]} - {today}.json"


def request_events(record: Record, activities: Iterable[str]) -> list[Event]:
    """What a sign-off request carries: the chosen activities and the log lines shared, never the rest of the log."""
    chosen = set(activities)
    state = fold(record)
    shared = {(entry.id, part) for entry in state.log.values() for part in entry.shared}
    # When a shared line was written and what it belongs to are no words of the log.
    shared |= {(entry, part) for entry, _ in shared for part in ("date", "activity")}
    # Earlier versions stay at home: what was taken out before sharing was never shared.
    latest = {answer.event for one in state.activities.values() for answer in one.answers.values()}
    latest |= {answer.event for entry in state.log.values() for answer in entry.parts.values()}
    # Of the plan a signer is shown what was learned before, as it was claimed last; bookings and weeks are no evidence.
    latest |= {one.plan.claim for one in state.activities.values()}
    keep = []
    for event in record.counted():
        about_record = event.type in ("started", "details", "erased")
        about_activity = event.type in _OF_ACTIVITY and event.subject in chosen
        shared_line = event.type in ("log", "share") and (event.data["entry"], event.data["part"]) in shared
        outdated = event.type in ("answer", "log", "plan") and event.id not in latest
        if (about_record or about_activity or shared_line) and not outdated:
            keep.append(event)
    return keep


TOO_LARGE = "The file is larger than any record this site writes (5 MB). Nothing was changed."
_MANY = 40
"""More than this in one text is no mail that somebody wrote."""
_ROOM = 4 * MAX_BYTES
"""How much all of them may come to when they are unpacked: a few lines can hold five million blanks."""


def texts_in(text: str) -> list[str | Refused]:
    """The files that a text holds: itself, or each that stands in it as lines for mail; why not, for one that is not whole."""
    if text.lstrip()[:1] == "{" or not is_wrapped(text):
        return [text]
    found, unpacked = list[str | Refused](), 0
    for block in blocks(text)[:_MANY]:
        one = _unwrapped(block) if unpacked < _ROOM else Refused(TOO_LARGE)
        found.append(one)
        unpacked += len(one) if isinstance(one, str) else MAX_BYTES * (one.sentence == TOO_LARGE)
    return found


def _unwrapped(block: str) -> "str | Refused":
    try:
        return unwrap(block)
    except ArmourError as reason:
        sentences = {
            "size": TOO_LARGE,
            "cut": "The text is cut short: its last line is missing. Copy all of it, from the BEGIN line to the END "
            "line. Nothing was changed.",
        }
        damaged = (
            "The text was altered on the way: its check does not match. Ask for it to be sent again, or for the file. "
            "Nothing was changed."
        )
        return Refused(sentences.get(reason.reason, damaged))


def read_file(text: str) -> RecordFile:
    """Read a file. Raises Refused with a sentence when it is too large, cut short, no record or from a newer version."""
    try:
        value = parse_json(text)
    except TooMuch as reason:
        raise Refused(
            TOO_LARGE
            if reason.reason == "size"
            else "The file is built in a way that no record is. Nothing was changed."
        ) from None
    except DecodeError:
        raise Refused(
            "The file is damaged or cut short, or is not an induction record. Nothing was changed. "
            "Choose the file that was saved from this site, or ask for it to be sent again."
            if text.lstrip()[:1] == "{"
            else "The file is not an induction record. Choose the file that was saved from this site. Nothing "
            "was changed."
        ) from None
    return _understand(value)


def _understand(value: Any) -> RecordFile:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Refused(
            "The file is not an induction record. Choose the file that was saved from this site. Nothing was changed."
        )
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise Refused("The file is damaged: it does not say which version it is. Nothing was changed.")
    if version > VERSION:
        raise Refused(
            "The file was saved by a newer version of this site. Open it there, or reload this page for the "
            "newest version. Nothing was changed."
        )
    value = migrate(value, version)
    texts = {key: value.get(key) for key in ("kind", "service", "record", "name", "programme", "saved")}
    if (
        not all(isinstance(one, str) for one in texts.values())
        or texts["kind"] not in KINDS
        or not UUID.fullmatch(texts["record"])
        or texts["record"] == KEPT  # a signer's own decisions are no record: a file could forge them, or erase them
        or not INSTANT.fullmatch(texts["saved"])
        or not isinstance(value.get("events"), list)
    ):
        raise Refused("The file is damaged: parts of it are missing. Nothing was changed.")
    events, damaged = [], 0
    for one in value["events"]:
        try:
            event = read_event(one)
        except DecodeError:
            damaged += 1
            continue
        if event.type == "started" and event.subject != texts["record"]:
            damaged += 1  # the beginning of another record: it must not come in under this one's name
            continue
        events.append(event)
    if not events:
        raise Refused("The file is damaged: none of its entries can be read. Nothing was changed.")
    return RecordFile(events=tuple(events), damaged=damaged, **texts)


def record_of(file: RecordFile) -> Record:
    """The record that a file holds, by itself."""
    record = Record(file.record)
    record.add(file.events)
    return record
