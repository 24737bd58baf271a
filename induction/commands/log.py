"""The reflective log: dated entries in three stages, private unless shared line by line."""

from induction.boxes import boxes
from induction.commands.answers import kept
from induction.commands.development import objective_events
from induction.development import plan_of
from induction.effects import announce, focus, go_to
from induction.log import CONTENT, PARTS, STAGES
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.state import LogEntry
from induction.suggestions import from_log
from induction.views.forms import field_id


def new_entry(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A new entry, dated today."""
    if session.record is None:
        return Outcome()
    maker = Maker(session, stamp)
    entry = maker.new_id()
    event = maker.event(
        "log",
        session.record.id,
        {"entry": entry, "part": "date", "prompt": PARTS["date"], "value": stamp.today},
        content=CONTENT,
    )
    return Outcome(events=[event], effects=[focus(f"log-{entry}-what")])


def write(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The new text of one part of an entry; a draft when it comes with an id."""
    record, entry, part = session.record, command.text("entry"), command.text("part")
    value, draft_id = command.args.get("value", ""), command.text("id")
    if record is None or entry not in session.state.log or part not in PARTS or not isinstance(value, str):
        return Outcome()
    if session.state.log[entry].text(part) == value and draft_id not in record.events:
        return Outcome()
    data = {"entry": entry, "part": part, "prompt": PARTS[part], "value": value}
    return kept(session, stamp, "log", record.id, data, CONTENT, draft_id)


def share(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Share one part of an entry with whoever signs, or make it private again."""
    entry, part, shared = command.text("entry"), command.text("part"), command.text("shared") == "yes"
    if session.record is None or entry not in session.state.log or part not in PARTS:
        return Outcome()
    if (part in session.state.log[entry].shared) == shared:
        return Outcome()
    event = Maker(session, stamp).event("share", session.record.id, {"entry": entry, "part": part, "shared": shared})
    words = "Shared: it goes with your next request for sign-off" if shared else "Private again"
    return Outcome(events=[event], effects=[announce(words)])


def find(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show only some entries. Which ones is settled now, so that none goes away while it is being changed."""
    values = {key: command.text(key) for key in ("words", "activity", "shared")}
    if not any(values.values()):
        return Outcome(view={"log": None}, effects=[announce("All entries are shown")])
    entries = session.state.log.values()
    hidden = [entry.id for entry in entries if not _found(entry, values)]
    count = len(entries) - len(hidden)
    words = "1 entry found" if count == 1 else f"{count} entries found"
    return Outcome(view={"log": {"values": values, "hidden": hidden}}, effects=[announce(words)])


def _found(entry: LogEntry, values: dict[str, str]) -> bool:
    text = " ".join(entry.text(part) for part in STAGES).casefold()
    shared = any(part in entry.shared and entry.text(part).strip() for part in STAGES)
    return (
        all(word in text for word in values["words"].casefold().split())
        and values["activity"] in ("", entry.text("activity"))
        and values["shared"] in ("", "yes" if shared else "no")
    )


def ask_use(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """First step of using a line in an activity: choose where it goes."""
    entry, part = command.text("entry"), command.text("part")
    if _words(session, entry, part) == "":
        return Outcome()
    return Outcome(view={"log_use": {"entry": entry, "part": part}}, effects=[focus("log-use")])


def use(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Copy the words of a line into an answer of the activity it belongs to, behind what stands there."""
    chosen, name = session.view.get("log_use") or {}, command.text("field")
    words = _words(session, chosen.get("entry", ""), chosen.get("part", ""))
    entry = session.state.log.get(chosen.get("entry", ""))
    activity = session.activity(entry.text("activity")) if entry else None
    if not words or activity is None:
        return Outcome(view={"log_use": None})
    state = session.state.of(activity.id)
    prompt = dict(boxes(activity, state)).get(name, "")
    if not prompt:
        problems = {"log": {"field": "Select the question that your words answer"}}
        return Outcome(view={"problems": problems}, effects=[focus("problems")])
    before = state.text(name).rstrip()
    data = {"field": name, "prompt": prompt, "value": f"{before}\n\n{words}" if before else words}
    event = Maker(session, stamp).event("answer", activity.id, data, content=activity.version)
    said = f"Copied into {activity.number} {activity.title}"
    effects = [go_to(f"{activity.page}#{field_id(name)}"), announce(said)]
    return Outcome(events=[event], view={"log_use": None, "problems": None}, effects=effects)


def to_plan(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Make a line an objective of the development plan: its words go there as they are and can be changed there."""
    entry, part = command.text("entry"), command.text("part")
    plan = plan_of(session.programme)
    if _words(session, entry, part) == "" or plan is None:
        return Outcome()
    one = from_log(session.state.log[entry], part)
    events, _ = objective_events(session, stamp, plan, {"name": one.words, "from": one.origin})
    return Outcome(events=events, effects=[announce("Added to your development plan")])


def _words(session: Session, entry: str, part: str) -> str:
    """What stands in a stage of an entry of the open record; empty for anything else."""
    known = session.state.log.get(entry) if session.record else None
    return known.text(part).strip() if known and part in STAGES else ""
