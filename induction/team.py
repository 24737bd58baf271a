"""Who is in a manager's team, and how each stands: from files opened in this visit, and from the decisions kept here.

Nothing of it is stored. What a device keeps between visits is the signer's own decisions and no more (`induction.kept`).
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from induction.codes import Status
from induction.decode import canonical, parse_json
from induction.kept import Kept, kept_decisions
from induction.model import Session
from induction.progress import Counts, status
from induction.record import Record


@dataclass(frozen=True)
class Member:
    """One person."""

    record: str
    """Id of their record."""
    name: str
    role: str
    """Title of the role that their programme inducts, or its id when this handbook does not have the programme."""
    opened: bool
    """True when a file of theirs was opened in this visit."""
    counts: Counts | None
    """The two counts as their newest file gives them; None when it does not, or none was opened."""
    waiting: int
    """How many activities wait for sign-off now."""
    waiting_since: str
    """When the oldest of what waits was asked for, an instant; empty when nothing waits."""
    heard: str
    """When the newest file of theirs was saved, an instant; empty when none was opened in this visit."""
    kept: tuple[str, ...]
    """Ids of the events that keep this signer's decisions on their work here."""
    decided: str
    """The date of the last of these decisions, ISO 8601; empty when there is none."""


def team(session: Session) -> list[Member]:
    """Everyone, by name: whose file was opened in this visit, or on whose work decisions are kept.

    The record that is open on this device is not in it: that is the inductee's own, and stands under My record.
    """
    kept: dict[str, list[Kept]] = {}
    for one in kept_decisions(session):
        kept.setdefault(one.record, []).append(one)
    mine = session.record.id if session.record else ""
    opened = {key: guest for key, guest in session.guests.items() if key != mine}
    members = [_member(session, guest, kept.get(key, [])) for key, guest in opened.items()]
    members += [
        _absent(session, key, decisions) for key, decisions in kept.items() if key not in opened and key != mine
    ]
    return sorted(members, key=lambda one: (one.name.casefold(), one.record))


def found(members: list[Member], words: str) -> list[Member]:
    """Those whose name or role has all of these words, whatever their case; everyone when there are none."""
    wanted = words.casefold().split()
    return [one for one in members if all(word in f"{one.name} {one.role}".casefold() for word in wanted)]


def _member(session: Session, guest: Record, kept: list[Kept]) -> Member:
    state = session.state_of(guest)
    programme = session.bundle.programme(state.details.get("programme", ""))
    asked = [
        here.asked_at
        for one in (programme.activities if programme else ())
        if status(one, here := state.of(one.id)) is Status.WAITING
    ]
    heard = session.heard.get(guest.id, {})
    return Member(
        record=guest.id,
        name=state.details.get("name", ""),
        role=programme.role_title if programme else state.details.get("role", ""),
        opened=True,
        counts=read_counts(heard.get("counts")),
        waiting=len(asked),
        waiting_since=min(asked, default=""),
        heard=str(heard.get("saved", "")),
        **_of_kept(kept),
    )


def _absent(session: Session, record: str, kept: list[Kept]) -> Member:
    """Somebody of whom only this signer's decisions are here."""
    last = kept[-1]
    programme = session.bundle.programme(last.programme)
    role = programme.role_title if programme else last.programme
    return Member(record, last.name, role, False, None, 0, "", "", **_of_kept(kept))


def _of_kept(kept: list[Kept]) -> dict[str, Any]:
    return {"kept": tuple(one.id for one in kept), "decided": max((one.decided.signed_on for one in kept), default="")}


def with_counts(text: str, now: Counts) -> str:
    """The text of a request with the counts of the whole record in its head.

    Numbers only: a request holds no more than the activities chosen, and a manager wants to see how far somebody is.
    Versions that do not know the key pass over it.
    """
    return '{"counts":' + canonical(asdict(now)) + "," + text[1:]


def head_counts(text: str) -> Any:
    """What stands in the head of a file as its counts, not checked yet; None when nothing does. The text is JSON."""
    return parse_json(text).get("counts")


def read_counts(value: Any) -> Counts | None:
    """Counts from the head of a file; None when they are missing or cannot be: a file is only ever what somebody wrote."""
    if not isinstance(value, Mapping):
        return None
    numbers = {key: value.get(key) for key in ("done", "signed", "to_sign", "waiting", "total")}
    if not all(type(one) is int and 0 <= one < 10_000 for one in numbers.values()):
        return None
    now = Counts(**{key: int(one or 0) for key, one in numbers.items()})
    return now if max(now.done, now.to_sign) <= now.total and now.signed <= now.to_sign else None
