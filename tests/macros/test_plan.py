"""Rows 1 to 5 of the features, with the real content: the plan, its times, its filters, and what the service adds."""

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from induction.codes import Status
from induction.planning.account import FATES, accounts, fate
from induction.planning.propose import in_full, reminders
from induction.planning.weeks import contract_of, load
from induction.programme import Bundle
from induction.progress import next_steps, status
from induction.times import Duration
from macros.book import ROOT, Book, make_book
from macros.nav import nav
from macros.pages import all_pages, body
from schemas.compile import bundle
from schemas.handbook import load as load_content
from tests.induction.page import Page

LOCAL = ["2.1", "2.2", "2.8", "2.11", "2.12", "5.3", "5.5"]
PLAN, TASKS, RECORD, SIGN, TWO = "w-plan", "w-tasks", "w-record", "w-sign-off", "w-two"


@cache
def real() -> Bundle:
    return bundle(load_content(ROOT))


class Desk(Page):
    """Manager and inductee at one screen, with the pages that a plan shows on."""

    extra: tuple[str, ...] = ("ews.2.13", "ews.2.12", "ews.2.6", "ews.3.1", "ews.2.1")

    def mount(self) -> None:
        widgets = [
            {"id": PLAN, "kind": "plan", "subject": "ews", "root": "../"},
            {"id": TASKS, "kind": "tasks", "subject": "ews", "root": "../"},
            {"id": RECORD, "kind": "record", "subject": "", "root": "../"},
            {"id": SIGN, "kind": "sign-off", "subject": "", "root": "../"},
            {"id": TWO, "kind": "section-time", "subject": "ews@section-2", "root": "../"},
            *({"id": f"w-{one}", "kind": "activity", "subject": one, "root": "../"} for one in self.extra),
        ]
        self.show(self.call("mount", widgets=widgets))

    def handle(self, type: str, subject: str = "", /, **args: Any) -> dict[str, Any]:
        made = super().handle(type, subject, **args)
        for _ in range(
            100
        ):  # a proposal makes an event for each activity, and no later command may begin with their ids
            next(self.ids)
        return made

    @property
    def programme(self) -> Any:
        return self.app.session.programme

    def of(self, number: str) -> Any:
        return self.state.of(f"ews.{number}")

    def status(self, number: str) -> Status:
        activity = self.programme.activity(f"ews.{number}")
        return status(activity, self.of(number))

    def text(self, widget: str) -> str:
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", self.html[widget])).replace(" .", ".")

    def refused(self) -> dict[str, str]:
        return dict(self.problems().get("plan", {}))

    def week(self, number: str, monday: str, **more: str) -> None:
        self.do("plan.week", f"ews.{number}", week=monday, **more)

    def done(self, number: str, on: str = "2026-11-22") -> None:
        """As when the activity was finished somewhere else: all of its answers are of no matter here."""
        from tests.induction.page import event

        tick = self.app.session.record.next_tick()
        self.foreign(event("done", f"ews.{number}", {"on": on, "done": True}, tick))


@pytest.fixture
def desk() -> Desk:
    return started()


def started(**more: str) -> Desk:
    return Desk(real()).start(**{"start": "2026-11-23", **more})  # type: ignore[return-value]


def numbers(desk: Desk, widget: str = TASKS) -> list[str]:
    """The activities that a list shows, readings left out."""
    return re.findall(r'id="task-ews\.(\d\.\d+)"', desk.html[widget])


# -- row 1


def test_worked_elsewhere_and_nothing_is_removed_silently() -> None:
    desk = started(experience="same")
    assert "37 of 37 activities are accounted for" in desk.text(PLAN)
    assert [one.number for one in in_full(desk.programme)] == LOCAL
    rest = [one for one in reminders(desk.programme) if not one.reading]
    assert len(rest) == 30 and "Suggested as reminders" in desk.text(PLAN)
    rows = re.findall(r'<li class="tasklist__row" id="plan-ews-(\d-\d+)"', desk.html[PLAN])
    assert [one.replace("-", ".") for one in rows[:7]] == LOCAL
    assert len(rows) == len(set(rows)) == 37
    desk.do("plan.propose")
    weeks = {one.number: desk.state.of(one.id).plan.week for one in desk.programme.activities}
    assert all(weeks.values()) and {weeks[one] for one in LOCAL} <= set(sorted(set(weeks.values()))[:3])
    assert weeks["2.1"] == "2026-11-23"


def test_new_to_the_work_suggests_no_reminders(desk: Desk) -> None:
    assert "reminder" not in desk.text(PLAN)


def test_not_needed_without_a_reason_is_refused_at_the_field(desk: Desk) -> None:
    desk.do("plan.open", "ews.3.1")
    before = desk.kept()
    desk.do("plan.not-needed", "ews.3.1", reason="   ")
    assert desk.refused() == {"plan.not-needed.reason": "Enter why it is not needed"}
    assert 'id="c-plan-not-needed-reason-error"' in desk.html[PLAN] and desk.kept() == before
    desk.do("plan.not-needed", "ews.3.1", reason="Passed the same quiz in May")
    assert desk.status("3.1") is Status.NOT_NEEDED
    for widget in (PLAN, TASKS, RECORD, "w-ews.3.1"):
        assert "Passed the same quiz in May" in desk.text(widget) and "Not needed" in desk.text(widget), widget
    assert "37 of 37 activities are accounted for" in desk.text(PLAN) and "1 not needed" in desk.text(PLAN)
    assert "Signed off: 0 of 36. Not needed: 1." in desk.text(TASKS)
    desk.week("3.1", "2026-11-30")
    assert desk.status("3.1") is Status.NOT_STARTED and not desk.of("3.1").plan.text("reason")


def test_earlier_learning_needs_all_of_it_and_then_the_signer(desk: Desk) -> None:
    desk.do("plan.earlier", "ews.2.6", reason="", judged_by="", judged_on="", judged_at="soon")
    assert [key.rpartition(".")[2] for key in desk.refused()] == ["reason", "judged_by", "judged_on", "judged_at"]
    claim = {
        "reason": "Two years with families in Gwent",
        "judged_by": "Alex Morgan",
        "judged_on": "a supervision report",
        "judged_at": "2026-11-23",
    }
    desk.do("plan.earlier", "ews.2.6", **claim)
    assert desk.status("2.6") is Status.WAITING and not desk.of("2.6").done_on
    assert "37 of 37" in desk.text(PLAN) and "1 met by earlier learning" in desk.text(PLAN)
    key = f"{desk.opened}/ews.2.6"
    desk.do("sign.show", key=key)
    for words in claim.values():
        assert words == "2026-11-23" or words in desk.text(SIGN)
    assert "23 November 2026" in desk.text(SIGN) and "Done on." not in desk.text(SIGN)
    desk.sign(key, decision="earlier-learning", name="Alex Morgan")
    desk.do("sign.confirm")
    assert desk.status("2.6") is Status.COMPLETED
    decided = desk.of("2.6").decided
    assert decided.shown[0][0] == "Met by earlier learning" and "supervision report" in decided.shown[0][1]
    assert "Changed since sign-off" not in desk.text("w-ews.2.6")
    desk.do("plan.earlier", "ews.2.6", **{**claim, "judged_on": "a talk"})
    assert "Changed since sign-off" in desk.text("w-ews.2.6") and desk.status("2.6") is Status.WAITING


def test_earlier_learning_that_is_sent_back_needs_more_work_until_it_is_claimed_anew(desk: Desk) -> None:
    claim = {"reason": "Before", "judged_by": "Alex", "judged_on": "a talk", "judged_at": "2026-11-23"}
    desk.do("plan.earlier", "ews.2.6", **claim)
    key = f"{desk.opened}/ews.2.6"
    desk.do("sign.show", key=key)
    desk.sign(key, decision="needs-work", note="Show me the report")
    desk.do("sign.confirm")
    assert desk.status("2.6") is Status.NEEDS_WORK
    desk.do("plan.earlier", "ews.2.6", **{**claim, "judged_on": "the report"})
    assert desk.status("2.6") is Status.WAITING


def test_the_claim_goes_with_the_request_and_what_was_written_before_stays_at_home(desk: Desk) -> None:
    claim = {"reason": "First wording", "judged_by": "Alex", "judged_on": "a talk", "judged_at": "2026-11-23"}
    desk.do("plan.earlier", "ews.2.6", **claim)
    desk.do("plan.earlier", "ews.2.6", **{**claim, "reason": "Second wording"})
    desk.do("plan.not-needed", "ews.3.1", reason="Nobody else's business")
    desk.do("request.save")
    text = desk.files[-1]["text"]
    assert "Second wording" in text and "First wording" not in text and "Nobody else" not in text
    manager = Desk(real())
    manager.do("file.opened", name="request.json", text=text)
    assert "1 activity waits for sign-off" in manager.text(SIGN)


# -- row 2


def test_the_whole_programme_at_37_hours_a_week_fits_six_weeks(desk: Desk) -> None:
    shown = desk.text(PLAN)
    assert "59 h 15 + at least 5½ days + a few days" in shown
    assert "Fits in the 6 calendar weeks from 23 November 2026, with 77 h 39 to spare" in shown
    assert "about 122 h 09 of work for 199 h 48 of working time, 61% (before days off: 222 hours, 55%)" in shown
    assert "a day is a fifth of the weekly hours, 7 h 24" in shown and '"A few days" counts as 3 days' in shown.replace(
        "&quot;", '"'
    )


def test_four_weeks_are_82_percent() -> None:
    desk = started()
    desk.do("details.change", weeks="4")
    assert "148 hours of working time, 82%" in desk.text(PLAN)


def test_part_time_in_term_time_no_longer_fits_and_says_by_how_much() -> None:
    """The twist: 25 hours a week, term time only, schools closed from 21 December to 1 January."""
    desk = started(hours="25", contract="term-time")
    shown = desk.text(PLAN)
    assert "59 h 15 + at least 5½ days + a few days" in shown
    assert "Does not fit in the 6 calendar weeks from 23 November 2026, by 1 h 45" in shown
    assert "about 101 h 45 of work for 100 hours of working time" in shown
    assert "no time. Schools closed: Christmas holiday." in shown
    desk.do("details.change", hours="37", contract="whole-year")
    assert "Fits in the 6 calendar weeks" in desk.text(PLAN)
    desk.do("details.change", hours="many")
    assert desk.refused() == {
        "plan.details.hours": "Enter your hours a week as a number up to 60, for example 37 or 18.5"
    }


@pytest.mark.parametrize(
    ("contract", "hours", "extra"), [("whole-year", "37", 0), ("term-time", "25", 1), ("whole-year", "20", 0)]
)
def test_a_proposal_gives_everything_a_week_and_fills_none_too_full(contract: str, hours: str, extra: int) -> None:
    desk = started(hours=hours, contract=contract)
    desk.do("plan.propose")
    assert all(desk.state.of(one.id).plan.week for one in desk.programme.activities)
    assert "0 to do" not in desk.text(PLAN) and "37 planned for a week" in desk.text(PLAN)
    assert "too much by" not in desk.text(PLAN)
    weeks = sorted({desk.state.of(one.id).plan.week for one in desk.programme.activities})
    assert (max(weeks) > "2026-12-28") == bool(extra)
    assert "2026-12-21" not in weeks or contract == "whole-year"
    assert desk.of("2.13").plan.week >= desk.of("2.12").plan.week
    for number in ("2.3", "2.13", "3.4", "4.1"):  # no visit in a week in which every school is closed
        assert desk.of(number).plan.week not in ("2026-12-21", "2026-12-28")
    kept = desk.kept()
    desk.do("plan.propose")
    assert desk.kept() == kept and desk.effects[0]["text"] == "Everything has a week already"


@pytest.mark.parametrize("experience", ["new", "related", "same"])
def test_what_fits_is_proposed_within_the_weeks(experience: str) -> None:
    desk = started(experience=experience)
    desk.do("plan.propose")
    weeks = [desk.state.of(one.id).plan.week for one in desk.programme.activities]
    assert max(weeks) == "2026-12-28" and len(set(weeks)) == 6 and "too much" not in desk.text(PLAN)


def test_minutes_days_and_words_are_never_one_sum(desk: Desk) -> None:
    contract = contract_of({"start": "2026-11-23", "hours": "37"})
    assert contract is not None
    assert load(Duration(minutes=60, half_days=1, at_least_half_days=2, few_days=1), contract) == 60 + 9 * 222
    desk.week("2.1", "2026-11-23")
    desk.week("2.3", "2026-11-23")
    assert "1 day + a few days" in desk.text(PLAN)


def test_moving_by_weeks_stays_within_those_that_can_be_chosen(desk: Desk) -> None:
    desk.week("2.1", "2026-11-23")
    desk.do("plan.move", "ews.2.1", by="earlier")
    assert desk.of("2.1").plan.week == "2026-11-23"
    desk.do("plan.move", "ews.2.1", by="later")
    assert desk.of("2.1").plan.week == "2026-11-30"
    desk.week("2.1", "2026-12-01")
    assert desk.refused() == {"plan.week.week": "Select a week"}


def test_a_visit_before_lone_working_and_child_protection_warns_and_cannot_start(desk: Desk) -> None:
    assert desk.status("2.13") is Status.CANNOT_START
    for widget in (TASKS, "w-ews.2.13"):
        assert "First: 2.12 Find out your local safety procedures , Child protection training." in desk.text(widget)
    assert "Look at these again" not in desk.text(PLAN)
    desk.week("2.13", "2026-11-30")
    shown = desk.text(PLAN)
    assert (
        "2.13 Go on a home visit with a colleague is planned, and Child protection training has no date yet." in shown
    )
    assert "and 2.12 Find out your local safety procedures has no date yet" in shown
    desk.week("2.12", "2026-12-07")
    desk.do("plan.week", "ews.area.child-protection", who="Training team", booked="2026-12-08", held="", fallback="")
    shown = desk.text(PLAN)
    assert "is planned before 2.12 Find out" in shown and "is planned before Child protection training" in shown
    assert "Booked for 8 December 2026 with Training team" in shown
    desk.week("2.13", "2026-12-14")
    assert "Look at these again" not in desk.text(PLAN)
    desk.done("2.12")
    assert desk.status("2.13") is Status.CANNOT_START
    desk.do(
        "plan.week",
        "ews.area.child-protection",
        who="Training team",
        booked="2026-12-08",
        held="2030-01-01",
        fallback="",
    )
    assert list(desk.refused()) == ["plan.week.held"]
    desk.do("plan.week", "ews.area.child-protection", who="Training team", booked="", held="2026-11-20", fallback="")
    assert desk.status("2.13") is Status.NOT_STARTED


def test_lone_working_that_was_sent_back_is_not_done(desk: Desk) -> None:
    desk.do("plan.week", "ews.area.child-protection", who="", booked="", held="2026-11-20", fallback="")
    desk.done("2.12")
    from tests.induction.page import event

    sent = {"decision": "needs-work", "signer": {}, "shown": [], "digest": "", "signed_on": "2026-11-22"}
    desk.foreign(event("decided", "ews.2.12", sent, desk.app.session.record.next_tick()))
    assert desk.status("2.13") is Status.CANNOT_START


def test_work_that_was_begun_is_never_hidden_behind_cannot_start(desk: Desk) -> None:
    desk.answer("ews.2.13", "visit.1.who", "Sian, on Tuesday")
    assert desk.status("2.13") is Status.IN_PROGRESS


def test_agreed_by_both_with_two_dates_and_a_later_change_keeps_the_agreed_version(desk: Desk) -> None:
    desk.do("plan.propose")
    was = desk.of("2.1").plan.week
    desk.do("plan.agree", role="inductee", name="", on="soon")
    assert list(desk.refused()) == ["plan.inductee.name", "plan.inductee.on"]
    desk.do("plan.agree", role="manager", name="sam  EVANS", on="2026-11-24")
    assert list(desk.refused()) == ["plan.manager.name"]
    desk.do("plan.agree", role="inductee", name="Sam Evans", on="2026-11-23")
    assert "The other is still to agree" in desk.text(PLAN)
    desk.do("plan.agree", role="manager", name="Alex Morgan", on="2026-11-24")
    assert (
        "Agreed by Sam Evans (inductee) on 23 November 2026 and Alex Morgan (manager) on 24 November 2026"
        in desk.text(PLAN)
    )
    assert "Changed since agreed" not in desk.text(PLAN) and "Agree on the plan" not in desk.text(PLAN)
    desk.do("plan.move", "ews.2.1", by="later")
    shown = desk.text(PLAN)
    assert "Changed since agreed on 24 November 2026" in shown
    changes = shown.partition("What has changed since")[2].partition("Read the plan as it was agreed")[0]
    assert "2.1 Get to know your schools" in changes and "2.2" not in changes
    agreed = shown.partition("Read the plan as it was agreed")[2]
    assert f"week of {int(was[8:])} November 2026" in agreed
    assert "Changed since." in desk.text(RECORD)
    desk.do("plan.move", "ews.2.1", by="earlier")
    assert "Changed since agreed" not in desk.text(PLAN)
    desk.do("plan.week", "ews.1.1", week=desk.of("1.1").plan.week, who="Alex Morgan", booked="2026-11-26", fallback="")
    assert "Changed since agreed" not in desk.text(PLAN)  # a booking carries the plan out
    desk.do("details.change", hours="30")
    assert "Changed since agreed" in desk.text(PLAN) and "37 hours a week" in desk.text(PLAN)


def test_an_agreed_version_that_was_tampered_with_says_so(desk: Desk) -> None:
    desk.do("plan.agree", role="inductee", name="Sam Evans", on="2026-11-23")
    store = desk.store[desk.opened or ""]
    [name] = [key for key, text in store.items() if json.loads(text)["type"] == "agreed"]
    changed = json.loads(store[name])
    changed["data"]["plan"]["contract"]["hours"] = "40"
    store[name] = json.dumps(changed)
    other = Desk(real(), desk.store)
    other.open(desk.opened)
    assert "does not match its check code" in other.text(PLAN)


def test_bookings_say_whom_for_when_and_what_otherwise(desk: Desk) -> None:
    what = {"who": "Sian, court officer", "booked": "2026-12-03", "fallback": "The hearing on 10 December"}
    desk.week("3.4", "2026-11-30", **what)
    assert "Booked for 3 December 2026 with Sian, court officer." in desk.text(PLAN)
    assert "If it falls through: The hearing on 10 December" in desk.text(PLAN)
    desk.week("3.4", "2026-11-30", who="x", booked="3 December", fallback="")
    assert list(desk.refused()) == ["plan.week.booked"]


def test_the_calendar_file_holds_weeks_and_bookings_and_nobodys_name(desk: Desk) -> None:
    desk.do("plan.calendar")
    assert not desk.files
    desk.do("plan.propose")
    desk.week("3.4", "2026-11-30", who="Sian Court", booked="2026-12-03", fallback="Ask Sian Court")
    desk.do("plan.calendar")
    text = desk.files[-1]["text"].replace("\r\n ", "")
    assert (
        "DTSTART;VALUE=DATE:20261203" in text
        and "SUMMARY:Induction: 3.4" in text
        and "SUMMARY:Induction: week 1" in text
    )
    assert "DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261128" in text
    assert not [name for name in ("Sian", "Sam", "Evans", "Alex") if name in text]
    ids = re.findall("UID:(.*)", text)
    assert len(ids) == len(set(ids))


def test_37_of_37_after_any_edit(desk: Desk) -> None:
    activities = [one for one in desk.programme.activities if not one.reading]
    claim = {"reason": "a", "judged_by": "b", "judged_on": "c", "judged_at": "2026-11-23"}
    desk.done("1.2")
    for number, one in enumerate(activities):
        step = number % 4
        if step == 0:
            desk.do("plan.not-needed", one.id, reason="why")
        if step == 1:
            desk.do("plan.earlier", one.id, **claim)
        if step == 2:
            desk.do("plan.week", one.id, week="2026-11-30")
        if number % 5 == 0:
            desk.do("plan.move", one.id, by="later")
        assert sum(accounts(activities, desk.state).values()) == 37
        assert fate(one, desk.state) in FATES
    assert "37 of 37 activities are accounted for" in desk.text(PLAN)


# -- row 3


def test_section_times_follow_the_plan(desk: Desk) -> None:
    assert "Time for this section: 19 h 40 + 2½ days + a few days" in desk.text(TWO)
    desk.do("plan.not-needed", "ews.2.6", reason="Did the same last year")
    assert "Time for this section: 19 h 40 + 1½ days + a few days in your plan" in desk.text(TWO)
    assert "19 h 40 + 1½ days + a few days in your plan (19 h 40 + 2½ days + a few days in all)" in desk.text(TASKS)
    assert "59 h 15 + at least 4½ days + a few days" in desk.text(PLAN)


# -- row 4


def test_the_filters_of_the_task_list(desk: Desk) -> None:
    assert len(numbers(desk)) == 37
    desk.do("filter", kind="shadow")
    assert numbers(desk) == ["2.3", "2.13", "3.4", "4.1"]
    desk.do("filter", kind="others")
    wanted = "1.1 1.4 2.2 2.3 2.5 2.13 3.2 3.3 3.4 3.5 4.1 4.3 4.5 5.2 5.5 5.6 6.1 6.2"
    assert numbers(desk) == wanted.split()
    desk.do("filter.status", status="cannot-start")
    assert numbers(desk) == ["2.13"]
    desk.do("filter", kind="")
    desk.do("plan.not-needed", "ews.3.1", reason="why")
    desk.do("filter.status", status="not-needed")
    assert numbers(desk) == ["3.1"]
    desk.do("filter.status", status="rubbish")
    assert len(numbers(desk)) == 37


def test_the_plan_can_be_narrowed_too(desk: Desk) -> None:
    def rows() -> list[str]:
        return re.findall(r'<li class="tasklist__row" id="plan-ews-(\d-\d+)"', desk.html[PLAN])

    desk.week("1.2", "2026-11-23")
    desk.do("plan.show", show="planned")
    assert rows() == ["1-2"]
    desk.do("plan.show", show="others")
    assert len(rows()) == 18
    desk.do("plan.show", show="")
    assert len(rows()) == 37


# -- what next


def test_what_next_needs_nobody_and_names_one_booking(desk: Desk) -> None:
    steps = next_steps(desk.programme, desk.state)
    assert len(steps) == 3 and not any(one.needs_somebody for one in steps)
    assert "To book: Child protection training" in desk.text(TASKS)
    assert desk.text(TASKS).count("To book:") == 1
    desk.do("plan.week", "ews.area.child-protection", who="", booked="2026-11-25", held="", fallback="")
    assert "To book: 1.1 " in desk.text(TASKS)
    desk.week("2.3", "2026-11-23", who="", booked="", fallback="")
    assert "To book: 2.3 " in desk.text(TASKS)
    desk.week("5.1", "2026-11-23")
    assert next_steps(desk.programme, desk.state)[0].number == "5.1"


def test_how_far_long_work_is(desk: Desk) -> None:
    part = desk.programme.activity("ews.2.12").parts[0]
    for question in part.questions[:2]:
        desk.answer("ews.2.12", f"{part.id}.{question.id}", "said")
    assert "2 of 5 answered." in desk.text(TASKS) and "2 of 5 answered." in desk.text("w-ews.2.12")


def test_real_time_beside_the_estimate_totals_only(desk: Desk) -> None:
    desk.week("1.2", "2026-11-23", spent="1 hour 30 minutes")
    desk.week("2.1", "2026-11-23", spent="19 hours")
    assert "Real time of 2 activities: 20 h 30. The estimate for the same: 1 hour + a few days." in desk.text(RECORD)
    desk.week("2.1", "2026-11-23", spent="ages")
    assert list(desk.refused()) == ["plan.week.spent"]


# -- row 5


def test_without_local_items_the_programme_names_the_five_areas(desk: Desk) -> None:
    for widget in (TASKS, PLAN):
        shown = desk.text(widget)
        assert "Five local areas are still to be added:" in shown
        for words in (
            "Corporate induction",
            "Sharing information",
            "Health and safety",
            "Child protection training",
            "Your own team and schools",
        ):
            assert words in shown, (widget, words)


LOCAL_YML = """\
items:
  - id: safeguarding-day
    title: Go to the child protection training day
    area: child-protection
    time: half a day
    dated: true
    intro: The council's own training. Come back with the name and number of whom you ring.
    questions:
      - {id: contact, ask: Whom do you ring first?}
    sign_off: [manager]
  - id: corporate
    title: Do the corporate induction
    area: corporate
    time: 1 day
    kinds: [online]
    intro: Work through the modules on the intranet.
"""


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The real content with two local items in it."""
    root = tmp_path_factory.mktemp("local")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("assets"))
    Path(root / "content/programmes/ews/local.yml").write_text(LOCAL_YML, encoding="utf-8")
    return make_book(load_content(root))


@pytest.fixture
def added(local: Book) -> Bundle:
    return local.bundle


def test_a_local_item_has_a_page_and_a_place_in_the_menu(local: Book) -> None:
    pages = all_pages(local)
    page = pages["local", "ews.local.safeguarding-day"]
    assert page.address == "induction/ews/local/safeguarding-day/"
    html = body(local, page)
    assert "Added by our service." in html and "Child protection training" in html and "half a day" in html
    assert 'data-subject="ews.local.safeguarding-day"' in html and "Whom do you ring first?" in html
    listed = body(local, pages["local", "ews"])
    assert (
        "Go to the child protection training day" in listed
        and "Sharing information: </strong>still to be added" in listed
    )
    menu = json.dumps(nav(local, ROOT / "docs"))
    assert "induction/ews/local/safeguarding-day.md" in menu and "induction/ews/local/index.md" in menu
    bare = json.dumps(nav(make_book(load_content(ROOT)), ROOT / "docs"))
    assert '{"What our service adds": "induction/ews/local.md"}' in bare


def test_a_local_item_is_in_the_task_list_the_plan_the_totals_and_the_record(added: Bundle) -> None:
    class Own(Desk):
        extra = ("ews.local.safeguarding-day", "ews.2.13")

    desk = Own(added).start(start="2026-11-23")
    shown = desk.text(TASKS)
    assert "Three local areas are still to be added" in shown
    assert shown.index("What our service adds") < shown.index("1. The education welfare service")
    assert "L1 Go to the child protection training day" in shown and "L2 Do the corporate induction" in shown
    assert "59 h 15 + at least 7 days + a few days" in shown  # half a day and a day more than the pack's own
    assert "37 of 37 activities are accounted for" in desk.text(PLAN)
    assert "2 of 2 local items are accounted for" in desk.text(PLAN)
    assert "To book: L1 Go to the child protection training day" in shown
    assert "First: 2.12 Find out your local safety procedures , L1 Go to the child" in desk.text("w-ews.2.13")
    desk.do("plan.propose")
    first = "ews.local.safeguarding-day"
    assert desk.state.of(first).plan.week == "2026-11-23"
    desk.do("plan.week", first, week="2026-11-23", who="Training team", booked="2026-11-25", fallback="")
    assert "Booked for 25 November 2026 with Training team" in desk.text(PLAN)
    desk.answer(first, "local.contact", "The duty desk")
    desk.do("done", first, on="2026-11-22")
    assert "Waiting for sign-off" in desk.text(TASKS)
    key = f"{desk.opened}/{first}"
    desk.do("sign.show", key=key)
    desk.sign(key)
    desk.do("sign.confirm")
    assert "The duty desk" in desk.text(RECORD) and "Completed" in desk.text("w-ews.local.safeguarding-day")
    desk.done("2.12")
    activity = desk.programme.activity("ews.2.13")
    assert status(activity, desk.of("2.13")) is Status.NOT_STARTED
