"""Signing off: open each piece of work, decide, check, confirm. On the inductee's device, or on " "a request from a file."""

import unicodedata
from dataclasses import replace
from typing import Any

from induction.codes import Decision, Method, Signer, Status
from induction.effects import focus, save_file
from induction.events import By, Event, next_id
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.progress import status
from induction.record import Record
from induction.signoff import decision_data, digest, snapshot
from induction.state import fold
from induction.transfer import file_name, write_file


def records(session: Session) -> list[Record]:
    """The records a signer sees: the open one, and those opened from files."""
    own = [session.record] if session.record else []
    return own + [guest for key, guest in session.guests.items() if not (session.record and key == session.record.id)]


def waiting(session: Session) -> list[tuple[Record, str]]:
    """Every activity that waits, as (record, activity id)."""
    found = []
    for record in records(session):
        state = fold(record)
        programme = session.bundle.programme(state.details.get("programme", ""))
        for activity in programme.activities if programme else ():
            if status(activity, state.of(activity.id)) is Status.WAITING:
                found.append((record, activity.id))
    return found


def key_of(record: Record, activity: str) -> str:
    """The name of a piece of work in the sign-off form."""
    return f"{record.id}/{activity}"


def show(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Open a piece of work. What was never opened stays marked so."""
    opened = list(session.view.get("opened") or [])
    key = command.text("key")
    if key not in [key_of(record, activity) for record, activity in waiting(session)]:
        return Outcome()
    if key not in opened:
        opened.append(key)
    return Outcome(view={"opened": opened, "showing": key}, effects=[focus(f"work-{slug_of(key)}")])


def slug_of(key: str) -> str:
    """The same name as part of an element's id."""
    return key.replace("/", "-").replace(".", "-")


def check(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Read the decisions, and show them for a last look before anything is signed."""
    problems: dict[str, str] = {}
    chosen = []
    for record, activity in waiting(session):
        key = key_of(record, activity)
        decision = command.text(f"decision:{key}")
        if not decision or decision == "later":
            continue
        note = command.text(f"note:{key}")
        if decision not in list(Decision):
            problems[f"decision:{key}"] = "Select a decision"
        elif decision == Decision.NEEDS_WORK and not note:
            problems[f"note:{key}"] = "Enter what needs more work"
        chosen.append({"key": key, "decision": decision, "note": note, "digest": _seen(session, record, activity)})
    common = {name: command.text(name) for name in ("method", "statement", "name", "role")}
    common["statement"] = command.text("own") or common["statement"]  # written words come before chosen ones
    if not chosen and not problems:
        problems["decisions"] = "Select a decision for at least one activity"
    if common["method"] not in list(Method):
        problems["method"] = "Select how you know"
    if not common["statement"]:
        problems["statement"] = "Select a statement, or write one"
    if not common["name"]:
        problems["name"] = "Enter your name"
    if common["role"] not in list(Signer):
        problems["role"] = "Select your role"
    problems |= _own_work(session, common["name"], chosen)
    for key, text in _not_allowed(session, common["role"], chosen).items():
        problems.setdefault(key, text)
    if problems:
        return Outcome(
            view={"problems": {"sign-off": problems}, "signing": None, "typed": _typed(command)},
            effects=[focus("problems")],
        )
    return Outcome(
        view={"signing": {"chosen": chosen, **common}, "problems": None, "typed": _typed(command)},
        effects=[focus("check")],
    )


def _seen(session: Session, record: Record, activity_id: str) -> str:
    """The digest of a piece of work as it stands: what is signed must be what was looked at."""
    activity = session.activity(activity_id)
    if activity is None:
        return ""
    return digest(snapshot(activity, fold(record).of(activity_id), session.bundle.words.get("evidence", {})))


def _typed(command: Command) -> dict[str, str]:
    return {key: value for key, value in command.args.items() if isinstance(value, str)}


def _own_work(session: Session, name: str, chosen: list[dict[str, str]]) -> dict[str, str]:
    keys = [one["key"] for one in chosen]
    names = {
        _same(fold(record).details.get("name", ""))
        for record, activity in waiting(session)
        if key_of(record, activity) in keys
    }
    if name and _same(name) in names:
        return {"name": "The work is by somebody of this name. Nobody signs off their own work"}
    return {}


def _same(name: str) -> str:
    """A name without what makes no other name of it: case, blanks, the way its accents are written."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _not_allowed(session: Session, role: str, chosen: list[dict[str, str]]) -> dict[str, str]:
    out = {}
    for one in chosen:
        activity = session.activity(one["key"].partition("/")[2])
        if activity and role and role not in activity.sign_off:
            out[f"decision:{one['key']}"] = f"{activity.number} needs {_who(session, activity.sign_off)} to sign it off"
    return out


def _who(session: Session, signers: tuple[str, ...]) -> str:
    return " or ".join(session.bundle.word("signer", one).lower() for one in signers)


def back(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """From the last look back to the form, with what was entered."""
    return Outcome(view={"signing": None}, effects=[focus("decide")])


def confirm(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Sign. Decisions on the open record become its events; decisions on a record from a file become a reply file."""
    signing = session.view.get("signing")
    if not signing:
        return Outcome()
    signer = By(signing["name"], signing["role"])
    still = {key_of(record, activity): (record, activity) for record, activity in waiting(session)}
    outcome = Outcome(view={"signing": None, "typed": None, "problems": None})
    per_record: dict[str, list[Event]] = {}
    makers: dict[str, Maker] = {}
    opened = list(session.view.get("opened") or [])
    moved = [
        one["key"]
        for one in signing["chosen"]
        if one["key"] in still and one["digest"] != _seen(session, *still[one["key"]])
    ]
    if moved:  # another tab, or a file, brought newer words since the last look
        words = "This work has changed since you looked at it. Look again before you decide"
        return Outcome(
            view={"signing": None, "problems": {"sign-off": {f"decision:{key}": words for key in moved}}},
            effects=[focus("problems")],
        )
    for one in signing["chosen"]:
        if one["key"] not in still:
            continue
        record, activity_id = still[one["key"]]
        activity = session.activity(activity_id)
        if activity is None:
            continue
        if record.id not in makers:
            # Ids count on from record to record: no two events share one.
            last = max((event.id for events in per_record.values() for event in events), default="")
            makers[record.id] = Maker(session, replace(stamp, id=next_id(last)) if last else stamp, record)
        maker = makers[record.id]
        state = fold(record).of(activity_id)
        data = decision_data(
            activity,
            state,
            session.bundle.words.get("evidence", {}),
            decision=one["decision"],
            method=signing["method"],
            statement=signing["statement"],
            note=one["note"],
            signer=signer,
            signed_on=stamp.today,
            opened=one["key"] in opened,
        )
        per_record.setdefault(record.id, []).append(
            maker.event("decided", activity_id, data, content=activity.version, by=signer)
        )
    signed: list[dict[str, Any]] = []
    for record in records(session):
        events = per_record.get(record.id, [])
        if not events:
            continue
        details = fold(record).details
        signed.append({"name": details.get("name", ""), "count": len(events), "file": ""})
        if session.record and record.id == session.record.id:
            outcome.events += events
            continue
        name = file_name("reply", details.get("name", ""), stamp.today)
        text = write_file("reply", session.bundle.service.id, record, events, stamp.now)
        outcome.effects.append(save_file(name, text))
        merged = write_file("request", session.bundle.service.id, record, [*record.ordered(), *events], stamp.now)
        outcome.view.setdefault("guest_texts", []).append(merged)
        signed[-1]["file"] = name
    if not signed:
        return Outcome(view={"signing": None})
    outcome.view["signed"] = signed
    # Should one of them be asked for again, it has to be opened again.
    outcome.view["opened"] = [key for key in opened if key not in [one["key"] for one in signing["chosen"]]]
    outcome.effects += [focus("signed")]
    return outcome
