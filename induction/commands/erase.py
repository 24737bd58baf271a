"""Erasing words for ever: an answer with every earlier version of it, and whatever else shows the same words."""

from induction.effects import announce, focus
from induction.events import Event
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.paper import read_paper
from induction.planning.entry import TYPED
from induction.record import Record
from induction.state import Decided, read_decision


def doomed(record: Record, subject: str, field: str) -> tuple[list[str], list[str]]:
    """What erasing a field takes: ids of every version of it, and of the decisions whose signed words show one of them.

    ``field`` is the field of an answer, ``evidence.<item>``, ``witness.<event id>``, ``paper`` for what was typed from forms
    that were signed, ``plan`` for all that the plan says of an activity, or, where the subject is ``log``,
    ``<entry>.<part>``. Agreements hold the plan of their day, so those that show the words go too.
    """
    versions = [event for event in record.events.values() if _is_version(event, subject, field)]
    words = {
        text.strip()
        for event in versions
        for key in ("value", "shows", "kept", "saw", "text", *TYPED)
        if isinstance(text := event.data.get(key), str) and text.strip()
    }
    decisions = [
        event.id
        for event in record.events.values()
        if event.type == "decided" and event.subject == subject and _shows(read_decision(event), words)
    ]
    if field == "plan":
        decisions += [
            event.id for event in record.events.values() if event.type == "agreed" and _holds(event, subject, words)
        ]
    return sorted(event.id for event in versions), sorted(decisions)


def _holds(agreed: Event, subject: str, words: set[str]) -> bool:
    """True when an agreed plan says one of these texts of that activity."""
    entries = agreed.data["plan"].get("entries")
    mine = (
        [one for one in entries if isinstance(one, dict) and one.get("activity") == subject]
        if isinstance(entries, list)
        else []
    )
    return any(isinstance(text, str) and text.strip() in words for one in mine for text in one.values())


def erasable(record: Record) -> dict[tuple[str, str], str]:
    """All that holds words, or held them once: subject and field, as `doomed` takes them, to the words of the question."""
    found: dict[tuple[str, str], str] = {}
    for event in record.ordered():
        data = event.data
        if event.type == "answer" and data["value"].strip():
            found[event.subject, data["field"]] = str(data.get("prompt") or data["field"])
        elif event.type == "log" and data["value"].strip() and data["part"] not in ("date", "activity"):
            found["log", f"{data['entry']}.{data['part']}"] = str(data.get("prompt") or data["part"])
        elif event.type == "evidence" and data["present"]:
            found[event.subject, f"evidence.{data['item']}"] = f"Evidence: {data.get('shows', '')}"
        elif event.type == "plan" and any(data.get(key) for key in TYPED):
            found[event.subject, "plan"] = "What the plan says of it, its week too"
        elif event.type == "witnessed":
            found[event.subject, f"witness.{event.id}"] = f"Witness statement: {data['name']}"
        elif event.type == "asked" and (form := read_paper(event)):
            found[event.subject, "paper"] = f"Form signed on paper: {form.signer.name}"
        elif event.type == "local-name" and data["value"].strip():
            found[event.subject, f"name.{data['person']}"] = f"Name: {data.get('prompt') or data['person']}"
    return found


def _is_version(event: Event, subject: str, field: str) -> bool:
    if event.type == "log":
        return subject == "log" and f"{event.data['entry']}.{event.data['part']}" == field
    if event.subject != subject:
        return False
    if event.type == "evidence":
        return f"evidence.{event.data['item']}" == field
    if event.type == "plan":
        return field == "plan"
    if event.type == "witnessed":
        return f"witness.{event.id}" == field
    if event.type == "local-name":
        return f"name.{event.data['person']}" == field
    if event.type == "asked":
        return field == "paper" and read_paper(event) is not None
    return event.type == "answer" and event.data["field"] == field


def _shows(decided: Decided, words: set[str]) -> bool:
    """True when a decision repeats one of these texts: as all of an answer or, unless it is very short, as a part of one."""
    told = [answer.strip() for _, answer in decided.shown] + [decided.note]
    return any(
        text == one or one.endswith(f": {text}") or (len(text) > 3 and text in one) for one in told for text in words
    )


def ask(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """First step: say what would go."""
    if session.record is None:
        return Outcome()
    versions, _ = doomed(session.record, command.subject, command.text("field"))
    if not versions:
        return Outcome()
    return Outcome(
        view={"erase": {"subject": command.subject, "field": command.text("field")}},
        effects=[focus("erase")],
    )


def confirm(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Second step: erase. The event keeps the ids only; stores, tabs and files never let the words in again."""
    chosen = session.view.get("erase")
    if session.record is None or not chosen:
        return Outcome()
    versions, decisions = doomed(session.record, chosen["subject"], chosen["field"])
    ids = versions + decisions
    if not ids:
        return Outcome(view={"erase": None})
    event = Maker(session, stamp).event("erased", session.record.id, {"ids": ids})
    return Outcome(
        events=[event],
        erase=ids,
        view={"erase": None},
        effects=[announce("Erased from this record")],
    )
