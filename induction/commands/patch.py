"""My patch: finding something in it, printing it, and taking it along as a table or as suggestions for the handbook."""

from induction.directory import Group, directory
from induction.effects import announce, save_file
from induction.model import Command, Outcome, Session, Stamp
from induction.service_patch import service_patch
from induction.tables import csv_text

HEAD = ("Group", "Name", "What", "Answer", "Who told me, and when", "Activity")
"""The columns of the table."""


def find(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show only what holds these words; everything when there are none. Not part of the record."""
    words = " ".join(command.text("find").split())
    count = sum(len(group.only(words).entries) for group in groups_of(session))
    said = f"{count} found" if words else "Everything is shown"
    return Outcome(view={"patch": words or None}, effects=[announce(said)])


def groups_of(session: Session) -> list[Group]:
    """The directory of the open record; empty without one."""
    if session.record is None or session.programme is None:
        return []
    return directory(session.programme, session.state)


def print_page(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Print the page."""
    return Outcome(effects=[{"kind": "print"}])


def save_table(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A CSV file with every line of the directory, found or missing, whatever is being looked for."""
    groups = groups_of(session)
    rows = []
    for group in groups:
        for entry in group.entries:
            number = entry.activity.number
            rows += [(group.title, entry.name, one.what, one.answer, entry.told, number) for one in entry.facts]
            rows += [(group.title, entry.name, f"Missing: {one}", "", entry.told, number) for one in entry.missing]
    return _saved(rows != [], f"My patch - {stamp.today}.csv", csv_text(HEAD, rows), "text/csv")


def save_suggestions(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A YAML file for the owner of the handbook."""
    groups, name = groups_of(session), session.state.details.get("name", "")
    text = service_patch(session.bundle.service, groups, name, stamp.today)
    found = any(group.entries for group in groups)
    return _saved(found, f"Suggestions for service.yml - {stamp.today}.yml", text, "application/yaml")


def _saved(found: bool, name: str, text: str, kind: str) -> Outcome:
    if not found:
        return Outcome(effects=[announce("There is nothing to save yet")])
    return Outcome(effects=[save_file(name, text, kind), announce(f"Saved: {name}")])
