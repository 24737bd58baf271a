"""Files: save a copy, ask for sign-off by file, open a file, preview it, merge it, undo the merge."""

from induction.codes import Status
from induction.effects import announce, focus, go_to, save_file
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.progress import status
from induction.record import Record
from induction.transfer import Refused, erased_by, file_name, preview, read_file, request_events, write_file


def save_copy(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A file with the whole record. The record notes that a copy was saved, and the copy says so too."""
    if session.record is None:
        return Outcome()
    name = file_name("record", session.state.details.get("name", ""), stamp.today)
    event = Maker(session, stamp).event("saved", session.record.id, {"file": name})
    events = [*session.record.ordered(), event]
    text = write_file("record", session.bundle.service.id, session.record, events, stamp.now)
    return Outcome(events=[event], effects=[save_file(name, text), announce(f"Saved a copy: {name}")])


def save_request(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A file that asks for sign-off: the activities that wait, and the log lines shared. Never the private log."""
    programme = session.programme
    if session.record is None or programme is None:
        return Outcome()
    waiting = [a.id for a in programme.activities if status(a, session.state.of(a.id)) is Status.WAITING]
    chosen = [one for one in command.texts("activity") if one in waiting] or waiting
    if not chosen:
        problem = "Nothing waits for sign-off yet. Finish an activity and ask for sign-off there first"
        return Outcome(view={"problems": {"request": {"request": problem}}}, effects=[focus("problems")])
    name = file_name("request", session.state.details.get("name", ""), stamp.today)
    events = request_events(session.record, chosen)
    text = write_file("request", session.bundle.service.id, session.record, events, stamp.now)
    return Outcome(effects=[save_file(name, text), announce(f"Saved a request: {name}")], view={"problems": None})


def open_file(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Ask the page for a file."""
    return Outcome(
        effects=[{"kind": "open-file", "accept": ".json,application/json,text/plain", "command": "file.opened"}]
    )


def file_opened(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A file was chosen: read it and show what opening it would do. Nothing is changed yet."""
    text, name = command.args.get("text", ""), command.text("name")
    try:
        if not isinstance(text, str):
            raise Refused("The file could not be read. Nothing was changed.")
        file = read_file(text)
        if file.service != session.bundle.service.id:
            raise Refused("The file belongs to another service's handbook. Nothing was changed.")
        if file.kind == "request":
            if session.bundle.programme(file.programme) is None:
                raise Refused("The file is about a programme that this handbook does not have. Nothing was changed.")
            return _guest(session, text)
        if session.record is None and file.kind == "reply":
            raise Refused(
                "The file is a reply about sign-off. Open your record first, then open the reply. Nothing was changed."
            )
        if session.record is not None:
            preview(file, name, session.record, session.bundle.service.id)
        elif not any(event.type == "started" for event in file.events):
            raise Refused("The file is damaged: it does not say whose record it is. Nothing was changed.")
    except Refused as refused:
        return Outcome(
            view={"preview": None, "problems": {"file": {"file": refused.sentence}}},
            effects=[focus("problems")],
        )
    return Outcome(
        view={"preview": {"name": name, "text": text}, "problems": None},
        effects=[focus("preview")],
    )


def _guest(session: Session, text: str) -> Outcome:
    page = session.bundle.pages.get("sign-off", "")
    return Outcome(view={"guest": text, "problems": None, "preview": None}, effects=[go_to(page)])


def merge(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Take the previewed file in."""
    pending = session.view.get("preview")
    if not pending:
        return Outcome()
    try:
        file = read_file(pending["text"])
        target = session.record
        if target is None:
            return _adopt(session, file.record, pending["text"])
        merged = preview(file, pending["name"], target, session.bundle.service.id)
    except Refused as refused:
        return Outcome(view={"preview": None, "problems": {"file": {"file": refused.sentence}}})
    new = list(merged.new)
    ids = [event.id for event in new if event.type not in ("erased", "withdrawn")]
    return Outcome(
        events=new,
        erase=erased_by(new, target),
        view={"preview": None, "merged": {"name": pending["name"], "ids": ids, "count": len(new)}},
        effects=[announce("The file was merged"), focus("merged")],
    )


def _adopt(session: Session, record: str, text: str) -> Outcome:
    file = read_file(text)
    fresh = Record(record)
    fresh.add(file.events)
    programme = session.bundle.programme(file.programme)
    page = programme.page if programme else session.bundle.pages.get("record", "")
    return Outcome(
        events=fresh.ordered(),
        record=record,
        view={"preview": None},
        effects=[{"kind": "record", "open": record, "forget": None}, go_to(page)],
    )


def undo_merge(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Take the last merge back: its events stay readable and no longer count."""
    merged = session.view.get("merged")
    if session.record is None or not merged or not merged["ids"]:
        return Outcome()
    event = Maker(session, stamp).event("withdrawn", session.record.id, {"ids": merged["ids"]})
    return Outcome(events=[event], view={"merged": None}, effects=[announce("The merge was undone")])
