"""The work a signer has before them: what waits in the open record and in those from files, and what is opened again."""

from dataclasses import dataclass

from induction.codes import Decision, Status, Step
from induction.model import Session
from induction.programme import Activity, Bundle
from induction.progress import status
from induction.record import Record
from induction.signoff import digest, snapshot
from induction.state import ActivityState, State


@dataclass(frozen=True)
class Work:
    """One activity of one person."""

    record: Record
    activity: Activity
    state: State
    again: bool = False
    """True when it was signed off and the signer looks at it again."""

    @property
    def key(self) -> str:
        """Its name in the sign-off form."""
        return key_of(self.record, self.activity.id)

    @property
    def here(self) -> ActivityState:
        """What the record says of the activity."""
        return self.state.of(self.activity.id)

    @property
    def name(self) -> str:
        """Whose work it is."""
        return self.state.details.get("name", "")

    @property
    def claimed(self) -> bool:
        """True when it waits because earlier learning is claimed for it, and not because it was done."""
        return self.here.claimed and not self.here.asked

    @property
    def yes(self) -> Decision:
        """What it is to say yes: what was claimed of earlier learning, the first of two steps, or signed off."""
        if self.claimed:
            return Decision.EARLIER_LEARNING
        first = Step.DISCUSSED in self.activity.steps and self.here.discussed is None
        return Decision.DISCUSSED if first and not self.again else Decision.SIGNED_OFF

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What can be decided about it now."""
        if self.again:
            return (Decision.NEEDS_WORK, Decision.SIGNED_OFF)
        if self.claimed:
            return (Decision.EARLIER_LEARNING, Decision.NEEDS_WORK)
        return (self.yes, Decision.NEEDS_WORK, Decision.EARLIER_LEARNING)


def records(session: Session) -> list[Record]:
    """The records a signer sees: the open one, and those opened from files."""
    own = [session.record] if session.record else []
    return own + [guest for key, guest in session.guests.items() if not (session.record and key == session.record.id)]


def all_work(session: Session) -> list[Work]:
    """Everything to decide on, whoever's it is: what was asked for first comes first, then what is looked at again."""
    again = session.view.get("reopened") or []
    found = []
    for one in _everything(session):
        where = status(one.activity, one.here)
        if where is Status.WAITING:
            found.append(one)
        elif where is Status.COMPLETED and one.key in again:
            found.append(Work(one.record, one.activity, one.state, again=True))
    return sorted(found, key=lambda one: (one.again, one.here.asked_at))


def signed_work(session: Session) -> list[Work]:
    """Everything that is signed off in the records a signer sees, and not looked at again yet."""
    again = session.view.get("reopened") or []
    return [
        one
        for one in _everything(session)
        if one.activity.sign_off
        and one.here.decisions
        and status(one.activity, one.here) is Status.COMPLETED
        and one.key not in again
    ]


def _everything(session: Session) -> list[Work]:
    found = []
    for record in records(session):
        state = session.state_of(record)
        found += [Work(record, activity, state) for activity in all_activities(session.bundle, state)]
    return found


def all_activities(bundle: Bundle, state: State) -> list[Activity]:
    """The activities of somebody's programme, and those of a role they had before that they did something in: it may wait."""
    mine = state.details.get("programme", "")
    return [
        activity
        for programme in sorted(bundle.programmes, key=lambda one: one.id != mine)
        for activity in programme.activities
        if programme.id == mine or activity.id in state.activities
    ]


def waiting(session: Session) -> list[tuple[Record, str]]:
    """Every activity that waits, oldest request first, as (record, activity id)."""
    return [(one.record, one.activity.id) for one in all_work(session) if not one.again]


def key_of(record: Record, activity: str) -> str:
    """The name of a piece of work in the sign-off form."""
    return f"{record.id}/{activity}"


def slug_of(key: str) -> str:
    """The same name as part of an element's id."""
    return key.replace("/", "-").replace(".", "-")


def digest_now(session: Session, one: Work) -> str:
    """The digest of a piece of work as it stands: what is signed must be what was looked at."""
    return digest(snapshot(one.activity, one.here, session.bundle.words.get("evidence", {})))
