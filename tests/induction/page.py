"""A small handbook, and a page that keeps the order of the real one: handle, store, apply, effects. Standard library only."""

import copy
import json
from dataclasses import asdict
from typing import Any

from induction.activities import ACTIVITY_TYPES, example
from induction.app import App
from induction.codes import WORDED
from induction.events import By, Event, event_text, next_id, read_event
from induction.kept import KEPT
from induction.programme import Activity, Bundle, Contact, LookFor, Programme, Section, Service
from tests.induction.activities.records import COMPLETE
from tests.induction.helpers import Node, check_html

NOW, TODAY = "2026-11-22T09:30:00Z", "2026-11-22"
KINDS = ("prompts", "ideas", "two-lists", "cases", "reading", "topics")
"""The response types of the small handbook: enough to be quick. `test_views` shows every one there is."""
ALL_WIDGETS = (
    *("team", "sign-form", "start", "tasks", "plan", "section-time"),
    *("record", "log", "sign-off", "patch", "development", "supervision"),
)
SUBJECTS = {"tasks": "ews", "plan": "ews", "section-time": "ews@ews.1"}
NAME = "Sam Evans"


def id_of(kind: str) -> str:
    """The activity that consists of the EXAMPLE of a response type."""
    return f"ews.1.{kind}"


def make_activity(kind: str, **more: Any) -> Activity:
    given: dict[str, Any] = {
        "id": id_of(kind),
        "number": f"1.{list(ACTIVITY_TYPES).index(kind) + 1}",
        "title": f"Activity of {kind}",
        "page": f"induction/ews/1-{kind}/",
        "section": "ews.1",
        "kinds": ("alone", "read") if kind == "reading" else ("alone", "with-colleague"),
        "time": "1 hour 30 minutes",
        "intro": "What it is about.\n\n- A line with a [link](guidance/page/).",
        "parts": (example(kind),),
        "sign_off": () if kind == "reading" else ("manager", "experienced-colleague"),
        "look_for": LookFor("Much.", "Some.", "None.", ("What did you see?",)) if kind == "prompts" else None,
        "children": kind == "cases",
        "version": "3f9c",
    }
    return Activity(**{**given, **more})


def make_bundle(*activities: Activity) -> Bundle:
    chosen = activities or tuple(make_activity(kind) for kind in KINDS)
    section = Section("ews.1", "1", "Beginning", "induction/ews/1/", tuple(one.id for one in chosen))
    programme = Programme(
        "ews",
        "Induction for officers",
        "officer",
        "Education welfare officer",
        "induction/ews/",
        (section,),
        chosen,
        plan="induction/ews/plan/",
        own="induction/ews/local/",
    )
    other = Programme("pww", "Another", "worker", "Wellbeing worker", "induction/pww/", (), ())
    words = {
        name: {one.value: one.value.replace("-", " ").capitalize() for one in codes} for name, codes in WORDED.items()
    }
    pages = {name: f"my/{name}/" for name in ALL_WIDGETS}
    contacts = (Contact("duty", "Duty team", "01970 000 000"),)
    service = Service("example-service", "Example service", "wales", True, contacts)
    return Bundle(1, service, words, (programme, other), pages)


def ids(start: str = "01934f00-0000-7000-8000-000000000000") -> Any:
    """Ids that count upwards."""
    while True:
        yield start
        start = next_id(start)


_ids = ids("01934f00-0000-7000-8000-00000000f000")


def event(type: str, subject: str, data: dict[str, Any], tick: int = 1, id: str = "", name: str = NAME) -> Event:
    return Event(id or next(_ids), tick, NOW, By(name, "inductee"), type, subject, data, "3f9c")


class Page:
    """One tab with its store. Every step is a JSON round trip, every view is checked, every `handle` is held to be pure."""

    def __init__(
        self, bundle: Bundle | None = None, store: dict[str, dict[str, str]] | None = None, seed: int = 1
    ) -> None:
        self.bundle = bundle or make_bundle()
        self.app = App(self.bundle)
        self.store: dict[str, dict[str, str]] = store if store is not None else {}
        self.drafts: dict[str, dict[str, str]] = {}
        self.about: dict[str, Any] = {}
        self.ids = ids(f"01934f{seed:02x}-0000-7000-8000-000000000000")
        self.files: list[dict[str, str]] = []
        self.effects: list[dict[str, Any]] = []
        self.opened: str | None = None
        self.html: dict[str, str] = {}
        self.now, self.today = NOW, TODAY
        self.open(None)
        self.mount()

    # -- messages

    def call(self, op: str, **carries: Any) -> dict[str, Any]:
        message = {"op": op, "now": self.now, "today": self.today, **carries}
        return json.loads(json.dumps(self.app.receive(json.loads(json.dumps(message)))))

    def open(self, record: str | None) -> None:
        self.opened = record
        self.show(
            self.call(
                "open",
                record=record,
                records=[{"record": one, "about": self.about.get(one)} for one in self.store],
                events=list(self.store.get(record or "", {}).values()),
                drafts=list(self.drafts.get(record or "", {}).values()),
                storage="ok",
                kept=list(self.store.get(KEPT, {}).values()),
            )
        )

    def mount(self) -> None:
        widgets = [
            {"id": f"w-{kind}", "kind": kind, "subject": SUBJECTS.get(kind, ""), "root": "../"} for kind in ALL_WIDGETS
        ]
        widgets += [
            {"id": f"w-{one.id}", "kind": "activity", "subject": one.id, "root": "../../"}
            for programme in self.bundle.programmes
            for one in programme.activities
        ]
        self.show(self.call("mount", widgets=widgets))

    def show(self, applied: dict[str, Any]) -> None:
        assert applied["open"] == self.opened or self.opened is None
        for patch in applied["patches"]:
            if self.html.get(patch["target"]) != patch["html"]:
                check_view(patch["html"])
            self.html[patch["target"]] = patch["html"]
        if applied["about"] and applied["open"]:
            self.about[applied["open"]] = applied["about"]

    def handle(self, type: str, subject: str = "", /, **args: Any) -> dict[str, Any]:
        """What a command comes to. Nothing may change but the clock, and what is made must be readable."""
        before = self.remembered()
        stamp = {"id": next(self.ids), "now": self.now, "today": self.today}
        for _ in range(50):
            next(self.ids)
        outcome = self.call("handle", command={"type": type, "subject": subject, "args": args}, stamp=stamp)
        assert self.remembered() == before, "handle changed the session"
        for one in [*outcome["events"], *outcome["drafts"], *outcome["kept"].get("events", [])]:
            read_event(one)
        assert set(outcome) == {"events", "drafts", "erase", "effects", "view", "record", "kept"}
        return outcome

    def remembered(self) -> dict[str, Any]:
        session = self.app.session
        return copy.deepcopy(
            {
                "record": session.record,
                "records": session.records,
                "view": session.view,
                "guests": session.guests,
                "kept": session.kept,
                "damaged": session.damaged,
                "storage": session.storage,
                "state": asdict(session.state),
            }
        )

    def store_and_apply(self, outcome: dict[str, Any]) -> None:
        record = outcome["record"] or self.opened
        if record and (outcome["events"] or outcome["drafts"] or outcome["erase"]):
            kept = self.store.setdefault(record, {})
            drafts = self.drafts.setdefault(record, {})
            for one in outcome["events"]:
                kept[one["id"]] = json.dumps(one)
                drafts.pop(one["id"], None)
            for one in outcome["drafts"]:
                drafts[one["id"]] = json.dumps(one)
            gone = set(outcome["erase"])
            for one in outcome["events"]:
                gone |= set(one["data"]["ids"]) if one["type"] == "erased" else set()
            for one in gone:
                kept.pop(one, None)
                drafts.pop(one, None)
        for one in outcome["kept"].get("events", []):
            self.store.setdefault(KEPT, {})[one["id"]] = json.dumps(one)
        for one in outcome["kept"].get("erase", []):
            self.store.get(KEPT, {}).pop(one, None)
        carries = {key: outcome[key] for key in ("events", "drafts", "view", "kept")}
        self.show(self.call("apply", **carries, foreign=[]))
        self.effects = outcome["effects"]
        for effect in outcome["effects"]:
            if effect["kind"] == "save-file":
                self.files.append(effect)
            if effect["kind"] == "record":
                if effect["forget"]:
                    self.store.pop(effect["forget"], None)
                    self.drafts.pop(effect["forget"], None)
                self.open(effect["open"])

    def do(self, type: str, subject: str = "", /, **args: Any) -> dict[str, Any]:
        outcome = self.handle(type, subject, **args)
        self.store_and_apply(outcome)
        return outcome

    # -- what people do

    def start(self, name: str = NAME, **more: str) -> "Page":
        given = {
            "name": name,
            "programme": "ews",
            "start": TODAY,
            "hours": "37",
            "manager": "Alex Morgan",
            "experience": "new",
        }
        self.do("record.start", **{**given, **more})
        return self

    def answer(self, subject: str, field: str, value: str, **more: str) -> dict[str, Any]:
        return self.do("answer", subject, field=field, value=value, **more)

    def complete(self, kind: str) -> None:
        """Fill the activity of a kind as its COMPLETE record does, all at once, as another tab's events."""
        tick = self.app.session.record.next_tick() if self.app.session.record else 1
        made = [
            event("row", id_of(kind), {"list": name, "row": row, "present": True}, tick)
            for name, added in COMPLETE[kind].added.items()
            for row in added
        ]
        made += [
            event("answer", id_of(kind), {"field": field, "prompt": example(kind).prompt(field), "value": value}, tick)
            for field, value in COMPLETE[kind].texts.items()
        ]
        self.foreign(*made)

    def foreign(self, *events: Event) -> None:
        assert self.opened
        for one in events:
            self.store[self.opened].setdefault(one.id, event_text(one))
        self.show(self.call("apply", events=[], drafts=[], view={}, foreign=[event_text(one) for one in events]))

    def finish(self, kind: str, on: str = TODAY) -> None:
        self.complete(kind)
        self.do("done", id_of(kind), on=on)

    def key(self, kind: str) -> str:
        return f"{self.opened}/{id_of(kind)}"

    def sign(
        self, *keys: str, decision: str = "signed-off", note: str = "", name: str = "Alex Morgan", **more: str
    ) -> dict[str, Any]:
        """From the form to the last look."""
        args = {f"decision:{key}": decision for key in keys} | {f"note:{key}": note for key in keys}
        common = {"method": "discussed", "statement": "I have read this work.", "name": name, "role": "manager"}
        return self.do("sign.check", **{**args, **common, **more})

    # -- what is there

    @property
    def state(self) -> Any:
        return self.app.session.state

    def activity(self, kind: str) -> Any:
        return self.state.of(id_of(kind))

    def problems(self) -> dict[str, Any]:
        return self.app.session.view.get("problems") or {}

    def sight(self) -> str:
        """Everything that is shown, as text with markup."""
        return "\n".join(self.html.values())

    def kept(self) -> str:
        """Everything that is stored."""
        return json.dumps([self.store, self.drafts], ensure_ascii=False)

    def preview(self, text: str, name: str = "file.json") -> dict[str, Any]:
        return self.do("file.opened", name=name, text=text)

    def refusal(self, text: str) -> str:
        """The sentence that a file is refused with, which has to leave everything as it was."""
        before, stored = self.remembered(), self.kept()
        self.preview(text)
        sentence = str(self.problems().get("file", {}).get("file", ""))
        after = self.remembered()
        after["view"].pop("problems", None)
        before["view"].pop("problems", None)
        assert after == before and self.kept() == stored
        return sentence


def check_view(html: str) -> Node:
    """A view as the page can show it: well formed, one line, no link within it leads nowhere, no two regions are called the same."""
    tree = check_html(html)
    here = {node.get("id") for node in tree.all()}
    for link in tree.all("a"):
        if link.get("href").startswith("#"):
            assert link.get("href")[1:] in here, f"a link leads nowhere: {link.get('href')}"
    regions = [node.get("aria-label") for node in tree.all() if node.get("role") == "region"]
    assert len(regions) == len(set(regions)), f"regions with one name: {sorted(regions)}"
    return tree


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Elements with the names of their attributes."""
    return [(node.tag, tuple(sorted(node.attributes))) for node in check_view(html).all()]
