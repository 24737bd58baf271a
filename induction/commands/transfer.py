"""Files: save a copy, ask for sign-off by file or pasted text, merge what was previewed, undo the merge."""

from induction.armour import wrap
from induction.codes import Status
from induction.commands.both_sides import plain
from induction.commands.work import all_activities
from induction.effects import announce, focus, go_to, save_file
from induction.events import Event
from induction.merging import erased_by, preview
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.progress import counts, status
from induction.record import Record
from induction.signoff import with_words
from induction.team import with_counts
from induction.transfer import Refused, file_name, read_file, request_events, write_file


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
    made = _request(session, command, stamp)
    if isinstance(made, Outcome):
        return made
    name, text = made
    return Outcome(
        effects=[save_file(name, text), announce(f"Saved a request: {name}")],
        view={"problems": None, "request": name},
    )


def request_as_text(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The same as lines to paste into a mail, for where mail drops attachments."""
    made = _request(session, command, stamp)
    if isinstance(made, Outcome):
        return made
    return as_text("Sign-off request", session.state.details.get("name", ""), wrap(made[1], "request"))


def as_text(what: str, name: str, text: str) -> Outcome:
    """Show lines to paste into a mail, and put them on the clipboard where the browser lets us."""
    return Outcome(
        view={"copy": {"title": f"{what}: {name}", "text": text}, "problems": None},
        effects=[{"kind": "copy-text", "text": text, "target": "copy-text"}],
    )


def _request(session: Session, command: Command, stamp: Stamp) -> "tuple[str, str] | Outcome":
    programme = session.programme
    if session.record is None or programme is None:
        return Outcome()
    everything = all_activities(session.bundle, session.state)
    waiting = [a.id for a in everything if status(a, session.state.of(a.id)) is Status.WAITING]
    chosen = [one for one in command.texts("activity") if one in waiting] or waiting
    if not chosen:
        problem = "Nothing waits for sign-off yet. Finish an activity and ask for sign-off there first"
        return Outcome(view={"problems": {"request": {"request": problem}}}, effects=[focus("problems")])
    name = file_name("request", session.state.details.get("name", ""), stamp.today)
    events = request_events(session.record, chosen)
    text = write_file("request", session.bundle.service.id, session.record, events, stamp.now)
    return name, with_counts(text, counts(programme, session.state))


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
    new = [_whole(session, event) for event in merged.new]
    ids = [event.id for event in new if event.type not in ("erased", "withdrawn")]
    if merged.again:
        new.append(Maker(session, stamp).event("withdrawn", target.id, {"ids": list(merged.again)}))
        ids.append(new[-1].id)
    return Outcome(
        events=new,
        erase=erased_by(new, target),
        view={
            "preview": None,
            "merged": {
                "name": pending["name"],
                "of": {"of": file.saved} if file.kind == "record" else {},
                "ids": ids,
                "count": len(new),
                "clashes": plain(merged.clashes),
            },
        },
        effects=[announce("The file was merged"), focus("merged")],
    )


def _whole(session: Session, event: Event) -> Event:
    """A decision without the words it rests on takes them from the record, when they still are those that were signed."""
    activity = session.activity(event.subject)
    if activity is None:
        return event
    return with_words(event, activity, session.state.of(activity.id), session.bundle.words.get("evidence", {}))


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
    event = Maker(session, stamp).event("withdrawn", session.record.id, {"ids": merged["ids"], **merged["of"]})
    return Outcome(events=[event], view={"merged": None}, effects=[announce("The merge was undone")])
