"""A witness statement: what somebody saw the inductee do, in their own words. It is never a decision."""

from typing import Any

from induction.commands.work import all_work
from induction.dates import parse_date
from induction.effects import announce, focus, save_file
from induction.events import By, Event
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.record import Record
from induction.seal import same_name, sealed
from induction.signoff import TYPED_NAME
from induction.transfer import file_name, write_file

FIELDS = ("name", "role", "date", "saw", "text")
WITNESS = "witness"


def add(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Take a statement in: on the device of the inductee, or, with ``key``, on work from a file, into a reply."""
    key, from_signer = command.text("key"), command.text("at") == "sign-off"
    work = next((one for one in all_work(session) if one.key == key), None) if from_signer else None
    record = work.record if work else session.record
    activity = work.activity if work else session.activity(command.subject)
    given = {name: command.text(name) for name in FIELDS}
    if from_signer and work is None:
        problems = {"key": "Select which work you saw"}
    elif record is None or activity is None:
        return Outcome()
    else:
        problems = _problems(given, session.state_of(record).details.get("name", ""), stamp.today)
    if problems or record is None or activity is None:
        told = {f"{prefix(session)}{field}": words for field, words in problems.items()}
        place = "sign-off" if from_signer else command.subject
        typed = {**given, "key": key}
        return Outcome(view={"problems": {place: told}, "witness_typed": typed}, effects=[focus("problems")])
    data = {**given, "assurance": TYPED_NAME}
    by = By(given["name"], WITNESS)
    maker = Maker(session, stamp, record)
    event = sealed(maker.event("witnessed", activity.id, data, content=activity.version, by=by), record.id)
    count = int(session.view.get("witness_count") or 0) + 1
    view = {"problems": None, "witness_typed": None, "witness_count": count}
    if session.record is not None and record.id == session.record.id:
        return Outcome(events=[event], view=view, effects=[announce("The witness statement was added")])
    return _reply(session, record, session.state_of(record).details.get("name", ""), event, stamp, view)


def prefix(session: Session) -> str:
    """What the names of the form's controls begin with: another one after each statement, so that the next is empty."""
    return f"witness{int(session.view.get('witness_count') or 0)}."


def _reply(session: Session, record: Record, name: str, event: Event, stamp: Stamp, view: dict[str, Any]) -> Outcome:
    """A reply file with the statement; whoever signs from the same file sees it too."""
    file, service = file_name("reply", name, stamp.today), session.bundle.service.id
    text = write_file("reply", service, record, [event], stamp.now)
    merged = write_file("request", service, record, [*record.ordered(), event], stamp.now)
    signed = [{"record": record.id, "name": name, "count": 0, "file": file, "text": text}]
    return Outcome(
        view={**view, "guest_texts": [merged], "signed": signed}, effects=[save_file(file, text), focus("signed")]
    )


def _problems(given: dict[str, str], inductee: str, today: str) -> dict[str, str]:
    problems = {}
    if not same_name(given["name"]):
        problems["name"] = "Enter the witness's name"
    elif same_name(given["name"]) == same_name(inductee):
        problems["name"] = "A witness is somebody else: this is the name of the person whose work it is"
    if not given["role"]:
        problems["role"] = "Enter the witness's role"
    if parse_date(given["date"]) is None:
        problems["date"] = "Enter the date it was seen, for example 24 November 2026"
    elif given["date"] > today:
        problems["date"] = "The date it was seen cannot be in the future"
    if not given["saw"]:
        problems["saw"] = "Enter what you saw the inductee do"
    return problems
