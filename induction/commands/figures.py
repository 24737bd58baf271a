"""A school's own figures: opened from a file, looked at on this device, gone on leaving the page. Never part of a record."""

from dataclasses import asdict

from induction.attendance.school import BadFile, read
from induction.effects import focus
from induction.model import Command, Outcome, Session, Stamp


def open_file(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Ask the page for a file."""
    opened = {"type": "figures.opened", "subject": command.subject}
    return Outcome(effects=[{"kind": "open-file", "accept": ".csv,text/csv", "command": opened}])


def opened(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A file was chosen: show what it comes to, or which line is wrong and why."""
    activity, text = session.activity(command.subject), command.args.get("text", "")
    if activity is None or not activity.figures:
        return Outcome()
    view: dict[str, object] = {"subject": activity.id, "name": command.text("name")}
    try:
        if not isinstance(text, str):  # a folder, or a file gone meanwhile
            raise BadFile("It cannot be read. Choose it again.")
        groups, total = read(text)
    except BadFile as bad:
        view["problem"] = bad.sentence
    else:
        view |= {"groups": [asdict(group) for group in groups], "total": total}
    return Outcome(view={"figures": view}, effects=[focus("figures-shown")])


def close(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Take the figures off the page."""
    return Outcome(view={"figures": None}, effects=[focus("figures-open")])
