"""Starting, opening, closing and removing records on this device."""

from collections.abc import Mapping

from induction.dates import parse_date
from induction.effects import announce, focus, go_to
from induction.events import By
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.planning.weeks import weekly_minutes
from induction.record import Record

DETAILS = ("name", "programme", "start", "hours", "days", "contract", "weeks", "manager", "experience")
"""What a record says about its inductee. No password, no email address, no date of birth."""


def start(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A new record: who, which programme, when they start, hours a week, manager, experience."""
    given = {key: command.text(key) for key in DETAILS}
    programme = session.bundle.programme(given["programme"])
    problems = check_details(given)
    if programme is None:
        problems["programme"] = "Select your role"
    if problems or programme is None:
        return Outcome(view={"problems": {"start": problems}}, effects=[focus("problems")])
    fresh = Record(stamp.id)
    event = Maker(session, stamp, fresh).event(
        "started", stamp.id, {**given, "role": programme.role}, by=By(given["name"], "inductee")
    )
    return Outcome(
        events=[event],
        record=stamp.id,
        view={"problems": None},
        effects=[
            {"kind": "record", "open": stamp.id, "forget": None},
            go_to(programme.page),
        ],
    )


def check_details(given: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with details as they were entered, by their key; a start and hours may be left open for later."""
    problems = {}
    if not given.get("name", "open"):
        problems["name"] = "Enter your name"
    if given.get("start") and parse_date(given["start"]) is None:
        problems["start"] = "Enter the date you start, for example 23 November 2026"
    if given.get("hours") and weekly_minutes(given["hours"]) is None:
        problems["hours"] = "Enter your hours a week as a number up to 60, for example 37 or 18.5"
    return problems


def open_record(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Open another record in this tab."""
    chosen = command.text("record")
    if chosen not in [one.get("record") for one in session.records]:
        return Outcome()
    return Outcome(view={"problems": None}, effects=[{"kind": "record", "open": chosen, "forget": None}])


def close(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Close the record in this tab; it stays on the device."""
    page = session.bundle.pages.get("start", "")
    return Outcome(
        effects=[{"kind": "record", "open": None, "forget": None}, go_to(page)],
    )


def ask_forget(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """First step of removing a record from this device: show what would go."""
    if session.record is None:
        return Outcome()
    return Outcome(view={"forget": True}, effects=[focus("forget")])


def forget(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Remove the open record from this device: events, drafts and all."""
    if session.record is None or not session.view.get("forget"):
        return Outcome()
    if command.text("sure") != "yes":
        return Outcome(
            view={"problems": {"forget": {"sure": "Tick the box to remove the record from this device"}}},
            effects=[focus("problems")],
        )
    page = session.bundle.pages.get("start", "")
    return Outcome(
        view={"forget": None, "problems": None},
        effects=[
            {"kind": "record", "open": None, "forget": session.record.id},
            go_to(page),
            announce("The record was removed from this device"),
        ],
    )


def cancel(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Leave whatever was being confirmed; nothing is changed."""
    return Outcome(
        view=dict.fromkeys(("forget", "erase", "preview", "signing", "problems", "copy", "reopen_kept", "log_use"))
    )
