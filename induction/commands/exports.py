"""The record in other shapes: a table, statements for a learning record store. What they say is what the page says."""

import json

from induction import document  # the module: it imports views that import commands
from induction.dates import say_date
from induction.effects import announce, focus, save_file
from induction.lines import every_line
from induction.model import Command, Outcome, Session, Stamp
from induction.tables import csv_text
from induction.transfer import file_name
from induction.xapi import statements

HEAD = ("Chapter", "Activity or entry", "What", "Answer", "Date", "By")
"""The columns of the table."""


def private(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Put the private lines of the log into the document, or leave them out again. For this visit of the page only."""
    shown = command.text("shown") == "yes"
    words = "Your private lines are in the document" if shown else "Your private lines are left out"
    return Outcome(view={"private": True if shown else None}, effects=[announce(words)])


def find(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show only what has all of these words, or only one chapter. On the screen alone."""
    values = {key: text for key in ("words", "chapter") if (text := command.text(key))}
    return Outcome(view={"record_find": values or None}, effects=[focus("record-found" if values else "record-find")])


def save_table(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The document as CSV, a line each."""
    if session.record is None:
        return Outcome()
    rows = [
        (chapter.title, group.title, line.what, line.says, say_date(line.at), line.by)
        for chapter, group, line in every_line(document.document(session))
    ]
    return _saved(session, stamp, "csv", csv_text(HEAD, rows), "text/csv")


def save_statements(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The document as xAPI statements: a JSON list."""
    if session.record is None:
        return Outcome()
    made = statements(session, document.document(session))
    text = json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return _saved(session, stamp, "xapi.json", text, "application/json")


def _saved(session: Session, stamp: Stamp, ending: str, text: str, kind: str) -> Outcome:
    name = file_name("record", session.state.details.get("name", ""), stamp.today).removesuffix("json") + ending
    return Outcome(effects=[save_file(name, text, kind), announce(f"Saved: {name}")])
