"""What a file or a slip of the keyboard brings into a record may be anything that can be read: every page still shows."""

from typing import Any

import pytest

from induction.codes import Choice
from induction.events import Event
from tests.induction.activities.records import COMPLETE
from tests.induction.full_record import PLAN, a_page
from tests.induction.page import KINDS, Page, event, id_of

ODD = (
    "",
    "0",
    "-1",
    "²",
    "١",
    "x y.z",
    "<b>",
    "\u202e",
    "9" * 4400,
    f"{'9' * 4300} days",
    "2026-13-45",
    "0001-01-01",
    "9999-12-31",
)
"""Texts that are no date, no number, no id, or too much of one."""
RECORD = "the record"
WORK = id_of("prompts")


def said(odd: str) -> list[tuple[str, str, dict[str, Any]]]:
    """An event of every type, with one odd text wherever text may stand."""
    contract = dict.fromkeys(("start", "off", "hours", "weeks", "contract"), odd)
    plan = {"contract": contract, "entries": [odd, {"activity": WORK, "week": odd}]}
    person = {"name": odd, "role": odd}
    paper = {"decision": odd, "signer": person, "signed_on": odd, "kept": odd, "code": odd}
    shown = [odd, {"prompt": odd}, 7]
    decided = {"decision": odd, "signer": person, "shown": shown, "digest": odd, "signed_on": odd, "done_on": odd}
    keys = ("week", "who", "booked", "held", "fallback", "spent", "reason", "judged_by", "judged_on", "judged_at")
    rows = [(kind, one) for kind in KINDS for one in COMPLETE[kind].added]
    fields = [(kind, one) for kind in KINDS for one in COMPLETE[kind].texts]
    return [
        *(("answer", id_of(kind), {"field": one, "value": odd}) for kind, one in fields),
        *(("row", id_of(kind), {"list": one, "row": odd, "present": True}) for kind, one in rows),
        ("row", "supervision", {"list": "sessions", "row": "r", "present": True}),
        ("answer", "supervision", {"field": "sessions.r.date", "value": odd}),
        ("evidence", WORK, {"item": "i", "present": True, "kind": odd, "shows": odd, "kept": odd, "date": odd}),
        ("log", RECORD, {"entry": "e", "part": "date", "value": odd}),
        ("log", RECORD, {"entry": "e", "part": "what", "value": "Words"}),
        ("share", RECORD, {"entry": "e", "part": odd, "shared": True}),
        *(("plan", WORK, {**dict.fromkeys(keys, odd), "choice": choice}) for choice in (odd, *Choice)),
        ("day-off", RECORD, {"day": odd, "first": odd, "last": odd}),
        ("day-off", RECORD, {"day": "d", "first": "0001-01-01", "last": "9999-12-31"}),
        ("agreed", RECORD, {**person, "on": odd, "plan": plan, "digest": odd}),
        ("done", WORK, {"on": odd, "done": True}),
        ("asked", WORK, {"asked": True, "paper": paper}),
        ("decided", WORK, decided),
        ("witnessed", WORK, {**person, "date": odd, "saw": odd}),
        ("saved", RECORD, {"file": odd}),
        ("read-change", odd, {"change": odd, "on": odd}),
        ("local-name", odd, {"person": odd, "value": odd}),
        ("withdrawn", RECORD, {"ids": [odd]}),
        # Last, for without a start there is no week to be shown.
        ("details", RECORD, {**contract, **person, "manager": odd, "experience": odd}),
    ]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:12])
def test_every_page_shows_whatever_a_file_says(odd: str) -> None:
    page = Page(seed=0x30).start()
    for tick, (kind, subject, data) in enumerate(said(odd), start=5):
        shows(page, event(kind, str(page.opened) if subject == RECORD else subject, data, tick))
    for command in ("plan.calendar", "record.table", "record.statements", "copy.save", "request.save"):
        page.handle(command)


def shows(page: Page, made: Event) -> None:
    applied = page.call("apply", events=[], drafts=[], view={}, foreign=[vars(made) | {"by": vars(made.by)}])
    assert page.app.session.damaged == 0, "it has to be an event that can be read"
    assert all(patch["html"] for patch in applied["patches"])


@pytest.mark.parametrize(
    "typed", ["27 November 9999", "0001-01-01", "9999-12-31", f"{'9' * 4400}/11/2026"], ids=lambda typed: typed[:16]
)
def test_a_date_that_nobody_means_is_no_date_of_the_development_plan(typed: str) -> None:
    page = a_page()
    page.answer(PLAN, "goals.plan.dated", typed)
    assert "Give the plan a date" in page.html["w-development"]


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31"])
def test_nothing_is_booked_for_a_date_that_nobody_means(typed: str) -> None:
    page = Page(seed=0x31).start()
    page.do("plan.week", WORK, week="", booked=typed)
    assert page.problems()["plan"]["plan.week.booked"].startswith("Enter the date it is booked for")
