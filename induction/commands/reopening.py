"""Opening again, from afar, what was signed off: from the signer's own decisions, without the work in front of them."""

from induction.codes import MET, Decision, Method, Signer
from induction.commands.replies import kept_for
from induction.effects import focus, save_file
from induction.events import By
from induction.kept import Kept, keep
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.record import Record
from induction.seal import digest_of, same_name, sealed
from induction.signoff import TYPED_NAME
from induction.transfer import file_name, write_text

STATEMENT = "I have opened this again, without the work in front of me."


def ask(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """First step: which activity, and what needs more work."""
    record = command.text("record")
    if not signed_here(session, record):
        return Outcome()
    return Outcome(view={"reopen_kept": record, "problems": None}, effects=[focus("reopen")])


def signed_here(session: Session, record: str) -> list[Kept]:
    """The decisions kept here by which one person's activities are signed off: the last on each, when it signs it off."""
    last = {one.activity: one for one in kept_for(session, record)}
    return [one for one in last.values() if one.decided.decision in MET]


def confirm(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Second step: the decision goes into a reply, and is kept here like every other."""
    record = str(session.view.get("reopen_kept") or "")
    kept = signed_here(session, record)
    if not kept:
        return Outcome()
    given = {name: command.text(name) for name in ("activity", "note", "name", "role")}
    last = next((one for one in kept if one.activity == given["activity"]), None)
    problems = {}
    if last is None:
        problems["activity"] = "Select which activity to open again"
    if not given["note"]:
        problems["note"] = "Enter what needs more work"
    if not same_name(given["name"]):
        problems["name"] = "Enter your name"
    elif same_name(given["name"]) == same_name(kept[-1].name):
        problems["name"] = "The work is by somebody of this name. Nobody signs off their own work"
    if given["role"] not in list(Signer):
        problems["role"] = "Select your role"
    if problems or last is None:
        told = {f"reopen.{name}": words for name, words in problems.items()}
        return Outcome(view={"problems": {"sign-off": told}, "reopen_typed": given}, effects=[focus("problems")])
    signer = By(given["name"], given["role"])
    before = Record(record)
    before.add(one.event for one in kept_for(session, record))
    ids = Maker(session, stamp, before)
    event = sealed(
        ids.event(
            "decided", last.activity, _data(last, given["note"], signer, stamp), content=last.event.content, by=signer
        ),
        record,
    )
    blank = Maker(session, stamp, session.kept).event("kept", record, {}, id=ids.new_id(), by=signer)
    file = file_name("reply", last.name, stamp.today)
    text = write_text("reply", session.bundle.service.id, record, last.name, last.programme, [event], stamp.now)
    signed = [{"record": record, "name": last.name, "count": 1, "file": file, "text": text}]
    return Outcome(
        kept={"events": [keep(blank, event, record, last.name, last.programme)], "erase": []},
        view={"signed": signed, "reopen_kept": None, "reopen_typed": None, "problems": None},
        effects=[save_file(file, text), focus("signed")],
    )


def _data(last: Kept, note: str, signer: By, stamp: Stamp) -> dict[str, object]:
    return {
        "decision": Decision.NEEDS_WORK.value,
        "method": last.decided.method or Method.DISCUSSED.value,
        "statement": STATEMENT,
        "note": note,
        "signer": {"name": signer.name, "role": signer.role},
        "done_on": last.decided.done_on,
        "signed_on": stamp.today,
        "opened": False,
        "assurance": TYPED_NAME,
        "shown": [],
        "digest": digest_of([]),
    }
