"""Answering: fields, rows, evidence."""

from typing import Any

from induction.activities.base import refusal
from induction.boxes import prompt_of
from induction.codes import EvidenceKind
from induction.dates import parse_date
from induction.effects import announce, focus
from induction.events import UUID
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.views.forms import field_id
from induction.views.put_back import BACK, TAKEN


def answer(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A field's new value. With an ``id`` it is a draft, to be rewritten until it is sealed; without, it stands at once."""
    activity, record = session.activity(command.subject), session.record
    name, value = command.text("field"), command.args.get("value", "")
    if activity is None or record is None or not isinstance(value, str):
        return Outcome()
    prompt = prompt_of(activity, name)
    if not prompt:
        return Outcome()
    state = session.state.of(activity.id)
    refused = next(filter(None, (refusal(part, name, value, state) for part in activity.parts)), "")
    if refused:
        return Outcome(view={"problems": {activity.id: {name: refused}}})
    draft_id = command.text("id")
    if state.text(name) == value and draft_id not in record.events:
        return Outcome(view={"problems": None})
    data = {"field": name, "prompt": prompt, "value": value}
    outcome = kept(session, stamp, "answer", activity.id, data, activity.version, draft_id)
    outcome.view = {"problems": None}
    # A button that moves things moves itself too: it says where the focus goes and what has happened.
    said, target = command.text("say"), command.text("focus")
    outcome.effects = [focus(target)] if target else []
    outcome.effects += [announce(said)] if said else []
    return outcome


def kept(
    session: Session, stamp: Stamp, kind: str, subject: str, data: dict[str, Any], content: str, draft_id: str
) -> Outcome:
    """What was typed or chosen, as a draft under ``draft_id``, or as an event of its own when there is no such id or it is sealed."""
    record = session.record
    sealed = record is not None and draft_id in record.events and draft_id not in record.drafts
    given = draft_id if UUID.fullmatch(draft_id) and not sealed else ""
    event = Maker(session, stamp).event(kind, subject, data, content=content, id=given)
    return Outcome(drafts=[event]) if given else Outcome(events=[event])


def add_row(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """One more row in a list of an activity."""
    return _row(session, command, stamp, present=True)


def remove_row(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A row taken away; what was written in it stays in the record's history."""
    return _row(session, command, stamp, present=False)


def _row(session: Session, command: Command, stamp: Stamp, *, present: bool) -> Outcome:
    activity, name = session.activity(command.subject), command.text("list")
    if activity is None or session.record is None or not name:
        return Outcome()
    maker, state = Maker(session, stamp), session.state.of(activity.id)
    row = maker.new_id() if present else command.text("row")
    if not present and row not in state.rows(name):
        return Outcome()
    event = maker.event("row", activity.id, {"list": name, "row": row, "present": present}, content=activity.version)
    # The button can go away with what it asked for; then it says where the focus goes.
    target = command.text("focus")
    if present:
        return Outcome(events=[event], effects=[focus(target)] if target else [])
    written = [
        each.value.strip()
        for field, each in state.answers.items()
        if f"{field}.".startswith(f"{name}.{row}.") and each.value.strip()
    ]
    if not written:
        return Outcome(events=[event], effects=[focus(f"{field_id(name)}-add")])
    taken = {"subject": activity.id, "list": name, "row": row, "words": written[0]}
    return Outcome(events=[event], view={TAKEN: taken}, effects=[focus(BACK)])


def put_back(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A row or a line of evidence that was just taken away is there again, with all that stood in it."""
    taken = session.view.get(TAKEN)
    activity = session.activity(taken["subject"]) if taken else None
    if not taken or activity is None or session.record is None:
        return Outcome()
    name, row, maker = taken["list"], taken["row"], Maker(session, stamp)
    if "item" in taken:
        event = maker.event("evidence", activity.id, taken["item"] | {"present": True})
        target = f"evidence-{row}-remove"
    else:
        data = {"list": name, "row": row, "present": True}
        event = maker.event("row", activity.id, data, content=activity.version)
        target = f"{field_id(f'{name}.{row}')}-remove"
    # In a fold that is closed the button takes no focus; then it stays at the end of the list.
    effects = [focus(f"{field_id(name)}-add"), focus(target), announce("Put back")]
    return Outcome(events=[event], view={TAKEN: None}, effects=effects)


def add_evidence(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A line in the activity's evidence list. Text only: where a thing is kept, never the thing itself."""
    activity = session.activity(command.subject)
    if activity is None or session.record is None:
        return Outcome()
    given = {key: command.text(key) for key in ("kind", "shows", "kept", "date")}
    problems = {}
    if given["kind"] not in list(EvidenceKind):
        problems["evidence.kind"] = "Select what kind of evidence it is"
    if not given["shows"]:
        problems["evidence.shows"] = "Enter what it shows"
    if not given["kept"]:
        problems["evidence.kept"] = "Enter where it is kept"
    if parse_date(given["date"]) is None:
        problems["evidence.date"] = "Enter the date, for example 3 December 2026"
    if problems:
        return Outcome(view={"problems": {activity.id: problems}}, effects=[focus("problems")])
    maker = Maker(session, stamp)
    event = maker.event("evidence", activity.id, {"item": maker.new_id(), "present": True, **given})
    return Outcome(events=[event], view={"problems": None}, effects=[announce("Evidence added")])


def remove_evidence(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A line taken out of the evidence list."""
    item = command.text("item")
    evidence = session.state.of(command.subject).evidence
    if session.record is None or item not in evidence:
        return Outcome()
    event = Maker(session, stamp).event("evidence", command.subject, {"item": item, "present": False})
    one = evidence[item]
    data = {"item": item, "kind": one.kind, "shows": one.shows, "kept": one.kept, "date": one.date}
    taken = {"subject": command.subject, "list": "evidence", "row": item, "words": one.shows, "item": data}
    return Outcome(events=[event], view={TAKEN: taken}, effects=[focus(BACK)])
