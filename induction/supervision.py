"""Supervision: the agreement that an activity of the programme holds, sessions with their dates, and one page for the next.

Sessions are answers under the subject `supervision`, which no programme lists: they are saved, merged and erased like
any other, and no request for sign-off carries them.
"""

from dataclasses import dataclass

from induction.activities.base import Answers, Gap, Shown, filled
from induction.activities.grid import Grid, GridRow
from induction.activities.objectives import said
from induction.codes import Status
from induction.log import STAGES
from induction.programme import Activity, Bundle, Programme
from induction.progress import status, waiting_replies
from induction.state import ActivityState, LogEntry, State
from induction.views.forms import Form
from induction.views.html import Html

SUBJECT = "supervision"
"""What answers about sessions are kept under."""
AGREEMENT = "agreement"
"""Id of the part that holds the headings of an agreement, in whichever activity it stands."""
ASKS = {
    "date": "Date of the session",
    "bring": "What else do you want to bring?",
    "decide": "What is to be decided?",
    "decided": "What did you decide?",
    "next": "Date of the next session",
}
"""What is asked about a session."""


@dataclass(frozen=True)
class Sessions:
    """The sessions of a record: a response type of ours that no author writes."""

    id: str = "sessions"
    kind: str = "sessions"
    title: str = "Sessions"
    ask: str = ""

    def gaps(self, answers: Answers) -> list[Gap]:
        """Nothing is ever missing."""
        return []

    def shown(self, answers: Answers) -> list[Shown]:
        """What is written of each session, by date."""
        return [
            Shown(f"Session {number}: {words[:1].lower()}{words[1:]}", said(text))
            for number, row in enumerate(in_order(answers), start=1)
            for name, words in ASKS.items()
            if filled(text := answers.text(f"{self.id}.{row}.{name}"))
        ]

    def prompt(self, field: str) -> str:
        """The words of the question that a field answers."""
        row, _, name = field.removeprefix(f"{self.id}.").partition(".")
        return ASKS.get(name, "") if field.startswith(f"{self.id}.") and row else ""

    def view(self, form: Form) -> Html:
        """Nothing: `induction.views.supervision` shows sessions."""
        return Html("")


SESSIONS = Sessions()


def in_order(answers: Answers) -> list[str]:
    """Ids of the sessions by date, the earliest first; those without a date come last."""
    rows = answers.rows(SESSIONS.id)
    return sorted(rows, key=lambda row: (answers.text(f"{SESSIONS.id}.{row}.date") or "9999", row))


def as_activity(bundle: Bundle) -> Activity:
    """Supervision in the shape of an activity, so that its boxes save as all others do."""
    page = bundle.pages.get(SUBJECT, "")
    return Activity(
        SUBJECT, "", "Supervision", page, "", (), "", "", (SESSIONS,), version="supervision-1"
    )  # raise the version when ASKS changes


def agreement_of(programme: Programme) -> tuple[Activity, Grid] | None:
    """The activity and the part that hold the agreement; None when the programme has none."""
    return next(
        (
            (one, part)
            for one in programme.activities
            for part in one.parts
            if isinstance(part, Grid) and part.id == AGREEMENT
        ),
        None,
    )


def agreed(part: Grid, row: GridRow, state: ActivityState) -> str:
    """What was agreed under a heading; empty when nothing is, whether it was left blank or ticked as open."""
    texts = (state.text(f"{part.id}.{row.id}.{column.id}").strip() for column in part.columns)
    return "\n".join(filter(None, texts))


@dataclass(frozen=True)
class Item:
    """One line of the session sheet."""

    words: str
    page: str = ""
    field: str = ""


@dataclass(frozen=True)
class Sheet:
    """What there is to talk about in a session."""

    since: str
    """ISO date of the session before, or of the start; empty when neither is known."""
    done: tuple[Item, ...]
    decided: tuple[Item, ...]
    waiting: tuple[Item, ...]
    questions: tuple[Item, ...]
    shared: tuple[Item, ...]


def sheet(bundle: Bundle, programme: Programme, state: State, row: str = "") -> Sheet:
    """The sheet of a session; of the next one, when there is none yet."""
    since = _before(state, row)
    done, decided, waiting = [], [], []
    for one in programme.activities:
        here, name = state.of(one.id), f"{one.number} {one.title}"
        where = status(one, here)
        latest = here.decided
        if where is Status.WAITING:
            waiting.append(Item(f"{name}: waiting for sign-off", one.page))
        elif latest and latest.signed_on >= since:
            decided.append(Item(f"{name}: {bundle.word('decision', latest.decision).lower()}", one.page))
        elif here.done_on and here.done_on >= since and not latest:
            done.append(Item(name, one.page))
    questions = [
        Item(f"{one.number}: {gap.text}", one.page, gap.field) for one, gap in waiting_replies(programme, state)
    ]
    return Sheet(since, tuple(done), tuple(decided), tuple(waiting), tuple(questions), tuple(_shared(bundle, state)))


def _before(state: State, row: str) -> str:
    """The date of the session before, or the day the induction began."""
    answers = state.of(SUBJECT)
    dates = [answers.text(f"{SESSIONS.id}.{one}.date") for one in in_order(answers) if one != row]
    own = answers.text(f"{SESSIONS.id}.{row}.date") if row else ""
    earlier = [date for date in dates if date and (not own or date < own)]
    return max(earlier, default=state.details.get("start", ""))


def _shared(bundle: Bundle, state: State) -> list[Item]:
    page = bundle.pages.get("log", "")
    return [
        Item(f"{said(entry.text('date'))}: {' '.join(entry.text(part).split())}", page)
        for entry in _latest_first(state)
        for part in STAGES
        if part in entry.shared and entry.text(part).strip()
    ]


def _latest_first(state: State) -> list[LogEntry]:
    return sorted(state.log.values(), key=lambda entry: (entry.text("date"), entry.id), reverse=True)
