"""Days off in the plan: leave is added and taken out, a bank holiday is worked or not."""

from induction.commands.plan import problem_keys
from induction.dates import days_between, near_date
from induction.effects import announce, focus
from induction.model import Command, Maker, Outcome, Session, Stamp

LONGEST = 366
"""Days of leave in one go; more is a slip of the keyboard."""


def add(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Leave from a first to a last day; without a last day it is one day."""
    first = command.text("first")
    last = command.text("last") or first
    problems = {}
    if near_date(first) is None:
        problems["first"] = "Enter the first day off, for example 21 December 2026"
    if near_date(last) is None and "first" not in problems:
        problems["last"] = "Enter the last day off, for example 23 December 2026"
    elif not problems and last < first:
        problems["last"] = "Enter a last day that is not before the first"
    elif not problems and days_between(first, last) >= LONGEST:
        problems["last"] = "Enter at most a year at once"
    if problems:
        keys = problem_keys("off", *problems)
        told = {keys[key]: words for key, words in problems.items()}
        return Outcome(view={"problems": {"plan": told}}, effects=[focus("problems")])
    return _said(session, stamp, "", first, last, "Days off added")


def change(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Take leave out, or say whether a bank holiday is worked."""
    day, off = command.text("day"), command.text("off") == "yes"
    known = day in session.state.days_off or any(one.first == day for one in session.bundle.service.bank_holidays)
    if not known:
        return Outcome()
    first = day if off else ""
    return _said(session, stamp, day, first, first, "Off again" if off else "No longer off")


def _said(session: Session, stamp: Stamp, day: str, first: str, last: str, words: str) -> Outcome:
    if session.record is None:
        return Outcome()
    maker = Maker(session, stamp)
    data = {"day": day or maker.new_id(), "first": first, "last": last}
    event = maker.event("day-off", session.record.id, data)
    return Outcome(events=[event], view={"problems": None}, effects=[announce(words), focus("plan-off")])
