"""What a record amounts to: everything shown is folded from its events here, and nowhere else."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field

from induction.changes import Reads
from induction.codes import Choice, Decision
from induction.dates import parse_date
from induction.decided import Decided, Witnessed, read_decision, read_witness
from induction.decode import as_text
from induction.events import By, Event
from induction.names import Names, keep_name
from induction.paper import OnPaper, read_paper
from induction.planning.entry import CLAIM, LEAVE, Agreed, Entry, read_agreed
from induction.record import Record
from induction.steps import Period

__all__ = ["ActivityState", "Answer", "Decided", "Evidence", "LogEntry", "State", "Witnessed", "fold", "read_decision"]


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


@dataclass
class ActivityState:
    """What the record says of one activity. It is also the `Answers` that response types read."""

    answers: dict[str, Answer] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    done_on: str = ""
    asked: bool = False
    asked_at: str = ""
    """When sign-off was last asked for, an instant."""
    paper: OnPaper | None = None
    """What the inductee typed from a signed form when asking last; None when nothing was signed on paper."""
    decisions: tuple[Decided, ...] = ()
    """Every decision, oldest first: to show. What counts is `decided`."""
    witnesses: tuple[Witnessed, ...] = ()
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
        """The latest decision that counts."""
        return next((one for one in reversed(self.decisions) if one.counts), None)

    @property
    def discussed(self) -> Decided | None:
        """The latest decision by which the first of two steps was taken."""
        found = (one for one in reversed(self.decisions) if one.counts and one.decision == Decision.DISCUSSED)
        return next(found, None)


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

    record: str = ""
    """Its id."""
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
    days_off: dict[str, Period] = field(default_factory=dict)
    """Leave by its id, and bank holidays by their date; without a first day: no longer off."""
    agreed: tuple[Agreed, ...] = ()
    """Who agreed to which version of the plan, oldest first."""
    reads: Reads = field(default_factory=Reads)
    """Notes about changed pages that were read."""
    unknown: int = 0
    """Events of types that this version does not know; kept and passed on."""

    def of(self, activity: str) -> ActivityState:
        """The state of an activity; an empty one when nothing is known."""
        return self.activities.get(activity) or ActivityState(among=self.activities)


def fold(record: Record) -> State:
    """What the record amounts to: its counted events, applied in order."""
    state = State(record.id)
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
    return as_text(event.data.get(key))


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
    activity = _activity(state, event)
    activity.asked, activity.asked_at = event.data["asked"], event.at if event.data["asked"] else ""
    activity.paper = read_paper(event)


def _decided(state: State, event: Event) -> None:
    activity = _activity(state, event)
    made = read_decision(event, state.record, state.details.get("name", ""))
    activity.decisions = (*activity.decisions, made)
    if made.counts:
        activity.asked, activity.asked_at = False, ""
        activity.claimed = activity.claimed and made.decision == Decision.DISCUSSED


def _witnessed(state: State, event: Event) -> None:
    activity = _activity(state, event)
    activity.witnesses = (*activity.witnesses, read_witness(event, state.record, state.details.get("name", "")))


def _plan(state: State, event: Event) -> None:
    activity = _activity(state, event)
    activity.plan.take(event)
    if any(key in event.data for key in CLAIM):  # what a signer decided stands until the claim itself is another
        activity.claimed = activity.plan.choice is Choice.EARLIER_LEARNING


def _day_off(state: State, event: Event) -> None:
    first, last = _text(event, "first"), _text(event, "last")
    whole = parse_date(first) and parse_date(last) and first <= last
    state.days_off[_text(event, "day")] = Period(first, last, LEAVE) if whole else Period("", "", "")


def _agreed(state: State, event: Event) -> None:
    state.agreed = (*state.agreed, read_agreed(event, state.details.get("programme", "")))


def _local_name(state: State, event: Event) -> None:
    keep_name(state.names, event)


def _saved(state: State, event: Event) -> None:
    state.saved_at, state.changes, state.first_change_at = event.at, 0, ""


def _read_change(state: State, event: Event) -> None:
    state.reads.take(event)


def _nothing(state: State, event: Event) -> None:
    """Withdrawn and erased events have done their work before the fold; what a signer keeps is in a record of its own."""


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
    "day-off": _day_off,
    "agreed": _agreed,
    "witnessed": _witnessed,
    "local-name": _local_name,
    "saved": _saved,
    "read-change": _read_change,
    "kept": _nothing,
    "withdrawn": _nothing,
    "erased": _nothing,
}
_NO_CHANGE = {"saved"}
