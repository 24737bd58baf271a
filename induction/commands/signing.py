"""Signing itself: decisions on the open record become its events; those on records from files become reply files."""

from typing import Any

from induction.commands.work import Work, all_work, digest_now, records
from induction.effects import focus, save_file
from induction.events import By, Event
from induction.kept import keep
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.record import Record
from induction.seal import sealed
from induction.signoff import decision_data, statement_on
from induction.transfer import file_name, write_file


def confirm(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Sign what was looked at last. Work that has changed since is not signed, and the page says so."""
    signing = session.view.get("signing")
    if not signing:
        return Outcome()
    still = {one.key: one for one in all_work(session)}
    chosen = [one for one in signing["chosen"] if one["key"] in still]
    moved = [one["key"] for one in chosen if one["digest"] != digest_now(session, still[one["key"]])]
    if moved:  # another tab, or a file, brought newer words since the last look
        words = "This work has changed since you looked at it. Look again before you decide"
        return Outcome(
            view={"signing": None, "problems": {"sign-off": {f"decision:{key}": words for key in moved}}},
            effects=[focus("problems")],
        )
    maker = _Maker(session, stamp)
    made: dict[str, list[Event]] = {}
    for one in chosen:
        work = still[one["key"]]
        made.setdefault(work.record.id, []).append(_decision(session, maker, work, one, signing))
    if not made:
        return Outcome(view={"signing": None})
    outcome = Outcome(view={"signing": None, "typed": None, "problems": None})
    signed = [
        _hand_over(session, maker, record, events, outcome)
        for record in records(session)
        if (events := made.get(record.id))
    ]
    done = [one["key"] for one in signing["chosen"]]
    outcome.view |= {"signed": signed, "signer": {"name": signing["name"], "role": signing["role"]}}
    for name in ("opened", "reopened"):  # should one of them be asked for again, it has to be opened again
        outcome.view[name] = [key for key in session.view.get(name) or [] if key not in done]
    outcome.effects.append(focus("signed"))
    return outcome


class _Maker:
    """Makes events of several records in one command: ticks are each record's own, and no two events share an id."""

    def __init__(self, session: Session, stamp: Stamp) -> None:
        self._session, self.stamp = session, stamp
        self._ids = Maker(session, stamp)
        self._makers: dict[str, Maker] = {}

    def event(self, record: Record, kind: str, subject: str, data: dict[str, Any], by: By, content: str = "") -> Event:
        maker = self._makers.setdefault(record.id, Maker(self._session, self.stamp, record))
        return maker.event(kind, subject, data, content=content, by=by, id=self._ids.new_id())


def _decision(session: Session, maker: _Maker, work: Work, one: dict[str, str], signing: dict[str, Any]) -> Event:
    signer = By(signing["name"], signing["role"])
    behalf = By(signing["behalf_name"], signing["behalf_role"]) if signing["behalf_name"] else None
    data = decision_data(
        work.activity,
        work.here,
        session.bundle.words.get("evidence", {}),
        decision=one["decision"],
        method=signing["method"],
        statement=statement_on(one["decision"], signing["statement"], [each["decision"] for each in signing["chosen"]]),
        note=one["note"],
        signer=signer,
        signed_on=maker.stamp.today,
        opened=work.key in (session.view.get("opened") or []),
        delegated_by=signing["delegated_by"],
        delegated_why=signing["delegated_why"],
        on_behalf_of=behalf,
    )
    event = maker.event(work.record, "decided", work.activity.id, data, signer, work.activity.version)
    return sealed(event, work.record.id)


def _hand_over(
    session: Session, maker: _Maker, record: Record, events: list[Event], outcome: Outcome
) -> dict[str, Any]:
    """Into the open record, or into a reply file and the signer's own decisions. Returns what the page says of it."""
    details = session.state_of(record).details
    name, programme = details.get("name", ""), details.get("programme", "")
    if session.record and record.id == session.record.id:
        outcome.events += events
        return {"record": record.id, "name": name, "count": len(events), "file": "", "text": ""}
    file, now = file_name("reply", name, maker.stamp.today), maker.stamp.now
    text = write_file("reply", session.bundle.service.id, record, events, now)
    merged = write_file("request", session.bundle.service.id, record, [*record.ordered(), *events], now)
    outcome.effects.append(save_file(file, text))
    outcome.view.setdefault("guest_texts", []).append(merged)
    kept = outcome.kept.setdefault("events", [])
    for event in events:
        blank = maker.event(session.kept, "kept", record.id, {}, event.by)
        kept.append(keep(blank, event, record.id, name, programme))
    return {"record": record.id, "name": name, "count": len(events), "file": file, "text": text}
