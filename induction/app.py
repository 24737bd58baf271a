"""The tracker's one door: a JSON text in, a JSON text out (docs/contracts.md, "Between page and worker").

`handle` works out what a command comes to and applies nothing; `apply` takes in what the page has stored and
renders the widgets anew. The page's queue sees to it that the two take turns.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

from induction.commands import COMMANDS
from induction.commands.unkept import UNKEPT
from induction.decode import DecodeError, TooMuch, decode, mend, parse_json
from induction.events import Event, parse_event, read_event
from induction.kept import KEPT
from induction.model import Command, Outcome, Session, Stamp
from induction.programme import FORMAT, Bundle
from induction.record import Record
from induction.team import head_counts
from induction.transfer import Refused, read_file
from induction.views.render import Seen, render


@dataclass(frozen=True)
class Widget:
    """A widget of the page that is open."""

    id: str
    kind: str
    subject: str
    root: str


class App:
    """One tab's tracker."""

    def __init__(self, bundle: Bundle) -> None:
        self.session = Session(bundle)
        self.widgets: list[Widget] = []

    def receive(self, message: dict[str, Any]) -> dict[str, Any]:
        """One message of the page. Raises KeyError for an op that does not exist."""
        op = _OPS[message["op"]]
        return op(self, message)

    def open(self, message: dict[str, Any]) -> dict[str, Any]:
        """A record is opened in this tab, or none."""
        session = self.session
        session.records = [one for one in message.get("records", []) if one.get("record") != KEPT]
        session.storage = str(message.get("storage", "ok"))
        session.forgetful = message.get("forgetful") is True
        record = message.get("record")
        other = (session.record.id if session.record else None) != record
        session.record = Record(record) if isinstance(record, str) else None
        session.damaged = 0
        session.kept = Record(KEPT)
        session.kept.add(self._read(message.get("kept") or []))
        if session.record is not None:
            self._take(session.record, message, "events", "drafts")
        if other:
            session.view = {key: value for key, value in session.view.items() if key == "opened"}
        session.changed()
        return self._applied(message)

    def mount(self, message: dict[str, Any]) -> dict[str, Any]:
        """Another page with these widgets is open. What was being confirmed on the page before is left."""
        self.widgets = [
            Widget(str(one["id"]), str(one["kind"]), str(one.get("subject", "")), str(one.get("root", "")))
            for one in message["widgets"]
        ]
        for key in (
            "problems",
            "erase",
            "forget",
            "figures",
            "copy",
            "request",
            "reopen_kept",
            "team",
            "log_use",
            "private",
            "record_find",
            "plan",
            *UNKEPT,
        ):
            self.session.view.pop(key, None)
        return self._applied(message)

    def handle(self, message: dict[str, Any]) -> dict[str, Any]:
        """What a command comes to. Nothing is applied."""
        command = message["command"]
        stamp = Stamp(**message["stamp"])
        self._clock(asdict(stamp))
        handler = COMMANDS.get(command["type"])
        args = command.get("args")
        args = args if isinstance(args, dict) else {}
        outcome = (
            handler(self.session, Command(command["type"], command.get("subject", ""), args), stamp)
            if handler
            else Outcome()
        )
        return asdict(outcome)

    def apply(self, message: dict[str, Any]) -> dict[str, Any]:
        """Take in what was just stored, here or by another tab, and render."""
        record = self.session.record
        if record is not None:
            self._take(record, message, "events", "drafts")
            self._take(record, message, "foreign", "foreign_drafts")
            self.session.changed()
        kept = message.get("kept") or {}
        self.session.kept.add(self._read(kept.get("events") or []))
        for one in kept.get("erase") or []:
            self.session.kept.events.pop(one, None)
        self._look(message.get("view") or {})
        return self._applied(message)

    def _look(self, view: dict[str, Any]) -> None:
        session = self.session
        for key, value in view.items():
            if key in ("guest", "guest_texts"):
                for text in value if isinstance(value, list) else [value]:
                    self._guest(text, heard=key == "guest")
            elif key == "drop_guests":
                for one in value:
                    session.guests.pop(one, None)
                    session.heard.pop(one, None)
                    session.changed(one)
            elif value is None:
                session.view.pop(key, None)
            else:
                session.view[key] = value

    def _guest(self, text: str, *, heard: bool) -> None:
        """A record from a file. ``heard``: it came from its inductee, and was not made here."""
        try:
            file = read_file(text)
        except Refused:
            return
        guest = self.session.guests.setdefault(file.record, Record(file.record))
        guest.add(file.events)
        self.session.changed(file.record)
        if heard and file.saved >= self.session.heard.get(file.record, {}).get("saved", ""):
            self.session.heard[file.record] = {
                "saved": file.saved,
                "counts": head_counts(text),
                "damaged": file.damaged,
            }

    def _take(self, record: Record, message: dict[str, Any], sealed: str, drafts: str) -> None:
        """Sealed events, then drafts. A record that begins beside the open one is no part of it."""
        events = self._read(message.get(sealed) or [])
        record.add(event for event in events if event.type != "started" or event.subject == record.id)
        record.add(self._read(message.get(drafts) or []), draft=True)

    def _read(self, texts: list[Any]) -> list[Event]:
        """Events from texts or plain values; what cannot be read is counted and left where it is."""
        events = []
        for one in texts:
            try:
                events.append(parse_event(one) if isinstance(one, str) else read_event(one))
            except (DecodeError, TooMuch):
                self.session.damaged += 1
        return events

    def _clock(self, message: dict[str, Any]) -> None:
        self.session.now = str(message.get("now", self.session.now))
        self.session.today = str(message.get("today", self.session.today))

    def _applied(self, message: dict[str, Any]) -> dict[str, Any]:
        self._clock(message)
        session = self.session
        record = session.record
        details = session.state.details
        about = {key: details.get(key, "") for key in ("name", "role", "programme")} if record else None
        return {
            "patches": [
                {"target": one.id, "html": render(session, Seen(one.kind, one.subject, one.root))}
                for one in self.widgets
            ],
            "open": record.id if record else None,
            "about": about,
            "tick": record.tick if record else 0,
            "by": asdict(session.by),
        }


_OPS = {"open": App.open, "mount": App.mount, "handle": App.handle, "apply": App.apply}

_app: App | None = None


def boot(programme_text: str) -> None:
    """Begin with the text of programme.json. Raises DecodeError when it is not what this version reads."""
    global _app  # one tab, one worker, one tracker
    bundle = decode(Bundle, json.loads(programme_text))
    if bundle.format != FORMAT:
        raise DecodeError("format", "another version of programme.json")
    _app = App(bundle)


def receive(text: str) -> str:
    """One message of the page as JSON text; the answer as JSON text."""
    if _app is None:
        raise RuntimeError("boot comes first")
    return json.dumps(_app.receive(mend(json.loads(text))), ensure_ascii=False, sort_keys=True)


def static_widget(bundle: Bundle, kind: str, subject: str, root: str) -> str:
    """A widget with an empty record, for the page as it is built."""
    return render(Session(bundle), Seen(kind, subject, root, static=True))


def parse_bundle(text: str) -> Bundle:
    """A bundle from the text of programme.json, all of it read. Raises DecodeError."""
    bundle = decode(Bundle, parse_json(text))
    for programme in bundle.programmes:
        for activity in programme.activities:
            activity.parts  # noqa: B018  what is wrong in it shows now
    return bundle
