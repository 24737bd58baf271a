"""The reflective log: dated entries in three stages, private unless shared line by line."""

from induction.commands.answers import kept
from induction.effects import announce, focus
from induction.model import Command, Maker, Outcome, Session, Stamp

PARTS = {
    "date": "When",
    "what": "What happened?",
    "so-what": "So what does it mean?",
    "now-what": "Now what will I do?",
    "activity": "Which activity it belongs to",
}
"""Parts of an entry and their prompts. The three stages are Borton's (``ews.info.1.c.borton``)."""


CONTENT = "log-1"
"""Version of these prompts; raise it when they change."""


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
