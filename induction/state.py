"""What a record amounts to: everything shown is folded from its events here, and nowhere else."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Any

from induction.codes import Choice
from induction.events import By, Event
from induction.names import Names, keep_name
from induction.planning.entry import CLAIM, Agreed, Entry, read_agreed
from induction.record import Record


@dataclass(frozen=True)
class Answer:
    """The latest answer of one field."""

    value: str
    prompt: str
    at: str
    by: By
    event: str


@dataclass(frozen=True)
class Evidence:
    """One line of an activity's evidence list. Files never enter the site: it says where a thing is kept."""

    id: str
    kind: str
    shows: str
    kept: str
    date: str


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


@dataclass
class ActivityState:
    """What the record says of one activity. It is also the `Answers` that response types read."""

    answers: dict[str, Answer] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    done_on: str = ""
    asked: bool = False
    decisions: tuple[Decided, ...] = ()
    plan: Entry = field(default_factory=Entry)
    """What the two of them planned for it."""
    claimed: bool = False
    """True while earlier learning is claimed and nobody has decided about it."""
    among: "InitVar[Mapping[str, ActivityState] | None]" = None

    def __post_init__(self, among: "Mapping[str, ActivityState] | None") -> None:
        # No field: it leads back to this very state, and what compares or copies states would go round for ever.
        self._among = {} if among is None else among

    def beside(self, activity: str) -> "ActivityState | None":
        """The state of another activity of the same record: of one that has to come first."""
        return self._among.get(activity)

    def text(self, name: str) -> str:
        """The latest answer of a field; empty when there is none."""
        answer = self.answers.get(name)
        return answer.value if answer else ""

    def rows(self, name: str) -> tuple[str, ...]:
        """Ids of the rows added to a list, oldest first."""
        return self.lists.get(name, ())

    @property
    def begun(self) -> bool:
        """True when something was written, added or ticked."""
        return any(answer.value.strip() for answer in self.answers.values()) or bool(self.evidence)

    @property
    def decided(self) -> Decided | None:
        """The latest decision."""
        return self.decisions[-1] if self.decisions else None


@dataclass
class LogEntry:
    """One entry of the reflective log. Its parts are private unless shared, one by one."""

    id: str
    parts: dict[str, Answer] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)

    def text(self, part: str) -> str:
        """What stands in a part: what, so-what, now-what, date or activity."""
        answer = self.parts.get(part)
        return answer.value if answer else ""


@dataclass
class State:
    """Everything a record says."""

    details: dict[str, str] = field(default_factory=dict)
    activities: dict[str, ActivityState] = field(default_factory=dict)
    log: dict[str, LogEntry] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    """Names of people at schools, typed on the device."""
    saved_at: str = ""
    """When a copy was last saved, an instant; empty when never."""
    changes: int = 0
    """Changes since then."""
    first_change_at: str = ""
    """When the first of those changes was made."""
    agreed: tuple[Agreed, ...] = ()
    """Who agreed to which version of the plan, oldest first."""
    unknown: int = 0
    """Events of types that this version does not know; kept and passed on."""

    def of(self, activity: str) -> ActivityState:
        """The state of an activity; an empty one when nothing is known."""
        return self.activities.get(activity) or ActivityState(among=self.activities)


def fold(record: Record) -> State:
    """What the record amounts to: its counted events, applied in order."""
    state = State()
    for event in record.counted():
        step = _STEPS.get(event.type)
        if step is None:
            state.unknown += 1
            continue
        step(state, event)
        if event.type not in _NO_CHANGE:
            state.changes += 1
            state.first_change_at = state.first_change_at or event.at
    return state


def _text(event: Event, key: str) -> str:
    return _as_text(event.data.get(key))


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _activity(state: State, event: Event) -> ActivityState:
    return state.activities.setdefault(event.subject, ActivityState(among=state.activities))


def _details(state: State, event: Event) -> None:
    state.details.update({key: value for key, value in event.data.items() if isinstance(value, str)})


def _answer(state: State, event: Event) -> None:
    _activity(state, event).answers[_text(event, "field")] = _as_answer(event)


def _as_answer(event: Event) -> Answer:
    return Answer(_text(event, "value"), _text(event, "prompt"), event.at, event.by, event.id)


def _row(state: State, event: Event) -> None:
    lists = _activity(state, event).lists
    name, row = _text(event, "list"), _text(event, "row")
    others = tuple(one for one in lists.get(name, ()) if one != row)
    lists[name] = (*others, row) if event.data["present"] else others


def _evidence(state: State, event: Event) -> None:
    evidence, item = _activity(state, event).evidence, _text(event, "item")
    if event.data["present"]:
        evidence[item] = Evidence(
            item, _text(event, "kind"), _text(event, "shows"), _text(event, "kept"), _text(event, "date")
        )
    else:
        evidence.pop(item, None)


def _log(state: State, event: Event) -> None:
    entry = _text(event, "entry")
    state.log.setdefault(entry, LogEntry(entry)).parts[_text(event, "part")] = _as_answer(event)


def _share(state: State, event: Event) -> None:
    entry, part = _text(event, "entry"), _text(event, "part")
    shared = state.log.setdefault(entry, LogEntry(entry)).shared
    if event.data["shared"]:
        shared.add(part)
    else:
        shared.discard(part)


def _done(state: State, event: Event) -> None:
    _activity(state, event).done_on = _text(event, "on") if event.data["done"] else ""


def _asked(state: State, event: Event) -> None:
    _activity(state, event).asked = event.data["asked"]


def _decided(state: State, event: Event) -> None:
    activity = _activity(state, event)
    activity.decisions = (*activity.decisions, read_decision(event))
    activity.asked = activity.claimed = False


def read_decision(event: Event) -> Decided:
    """A `decided` event as a decision. Parts that are not text are read as empty: what is shown is only ever text."""
    signer: dict[str, Any] = event.data["signer"]
    shown = tuple(
        (_as_text(one.get("prompt")), _as_text(one.get("answer")))
        for one in event.data["shown"]
        if isinstance(one, dict)
    )
    return Decided(
        event=event.id,
        decision=_text(event, "decision"),
        method=_text(event, "method"),
        statement=_text(event, "statement"),
        note=_text(event, "note"),
        signer=By(_as_text(signer.get("name")), _as_text(signer.get("role"))),
        done_on=_text(event, "done_on"),
        signed_on=_text(event, "signed_on"),
        opened=event.data.get("opened") is True,
        assurance=_text(event, "assurance"),
        shown=shown,
        digest=_text(event, "digest"),
        at=event.at,
    )


def _plan(state: State, event: Event) -> None:
    activity = _activity(state, event)
    activity.plan.take(event)
    if any(key in event.data for key in CLAIM):  # what a signer decided stands until the claim itself is another
        activity.claimed = activity.plan.choice is Choice.EARLIER_LEARNING


def _agreed(state: State, event: Event) -> None:
    state.agreed = (*state.agreed, read_agreed(event))


def _local_name(state: State, event: Event) -> None:
    keep_name(state.names, event)


def _saved(state: State, event: Event) -> None:
    state.saved_at, state.changes, state.first_change_at = event.at, 0, ""


def _nothing(state: State, event: Event) -> None:
    """Withdrawn and erased events have done their work before the fold."""


_STEPS = {
    "started": _details,
    "details": _details,
    "answer": _answer,
    "row": _row,
    "evidence": _evidence,
    "log": _log,
    "share": _share,
    "done": _done,
    "asked": _asked,
    "decided": _decided,
    "plan": _plan,
    "agreed": _agreed,
    "local-name": _local_name,
    "saved": _saved,
    "withdrawn": _nothing,
    "erased": _nothing,
}
_NO_CHANGE = {"saved"}
