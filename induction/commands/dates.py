"""Working out dates: only shown, never kept. No event, no draft, no record needed."""

import datetime
from collections.abc import Mapping

from induction.calendar import MEDIA_TYPE, calendar_file
from induction.commands import unkept
from induction.dates import FIRST_YEAR, LAST_YEAR, near_date, parse_date
from induction.effects import announce, save_file
from induction.model import Command, Outcome, Session, Stamp
from induction.rhythm import MOST_PUPILS, work_out
from induction.steps import CountBy, Rhythm


def values_of(session: Session, rhythm_id: str) -> tuple[dict[str, str], dict[str, str]]:
    """What was entered for a rhythm, and what is wrong with it."""
    return unkept.values_of(session, "dates", rhythm_id)


def given(rhythm: Rhythm, values: Mapping[str, str]) -> dict[str, datetime.date]:
    """The starts that were entered, as dates."""
    dates = {one.id: parse_date(values.get(one.id, "")) for one in rhythm.starts}
    return {name: date for name, date in dates.items() if date}


def show(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Show the dates that follow from what was entered, or what is wrong with it."""
    rhythm = session.bundle.rhythm(command.subject)
    if rhythm is None:
        return Outcome()
    names = [one.id for one in rhythm.starts]
    names += ["pupils"] * bool(rhythm.load) + ["agreed"] * bool(rhythm.condition)
    values = {name: command.text(name) for name in names}
    return unkept.shown(session, "dates", rhythm.id, values, _problems(rhythm, values), f"dates-{rhythm.id}-result")


def _problems(rhythm: Rhythm, values: Mapping[str, str]) -> dict[str, str]:
    problems = {}
    for one in rhythm.starts:
        text = values[one.id]
        if text and parse_date(text) is None:
            problems[one.id] = "Enter a real date, such as 23 November 2026"
        elif text and near_date(text) is None:
            problems[one.id] = f"The year must be between {FIRST_YEAR} and {LAST_YEAR}"
    if not any(values[one.id] for one in rhythm.starts):
        ask = rhythm.starts[0].ask
        problems[rhythm.starts[0].id] = f"Enter the {ask[:1].lower()}{ask[1:]}"
    if rhythm.load:
        text = values["pupils"]
        if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= MOST_PUPILS):
            problems["pupils"] = f"Enter how many pupils, a whole number from 1 to {MOST_PUPILS}"
    return problems


def save(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The dates that are shown, as a calendar file. Not while what has to be agreed first is not agreed."""
    rhythm = session.bundle.rhythm(command.subject)
    values, problems = values_of(session, command.subject)
    if rhythm is None or not values or problems or (rhythm.condition and values.get("agreed") != "yes"):
        return Outcome()
    by = CountBy.CALENDAR if command.text("by") in ("", CountBy.CALENDAR) else CountBy.SCHOOL_WEEKS_LATER
    rows = work_out(rhythm, given(rhythm, values), session.bundle.service.closures)
    sure = session.bundle.words.get("sureness", {})
    name = f"dates-{rhythm.id}.ics"
    file = save_file(name, calendar_file(rhythm, rows, by, stamp.now, sure), MEDIA_TYPE)
    return Outcome(effects=[file, announce(f"Saved a calendar file: {name}")])
