"""The plan, on both Pythons: working time, load, the proposal, agreement, merging and erasing. Standard library only."""

import json
from dataclasses import replace
from typing import Any

import pytest

from induction.codes import Kind, Status
from induction.events import EVENT_TYPES
from induction.planning.account import bookings, fate, loads
from induction.planning.agreement import digest, snapshot, standing
from induction.planning.propose import weeks_for
from induction.planning.weeks import contract_of, counting_rule, load, say_minutes, weekly_minutes, weeks_of
from induction.programme import Before, Bundle
from induction.progress import awaited, status
from induction.record import Record
from induction.state import fold
from induction.steps import Period
from induction.times import Duration, parse_duration
from tests.induction.page import NAME, Page, event, id_of, make_activity, make_bundle

CHRISTMAS = Period("2026-12-21", "2027-01-01", "Christmas holiday")
DETAILS = {"start": "2026-11-23", "hours": "37"}


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("37", 2220), ("18.5", 1110), ("37.25", 2235), ("60", 3600), ("0.5", 30), ("22.05", 1323)],
)
def test_hours_a_week_are_a_number(typed: str, minutes: int) -> None:
    assert weekly_minutes(typed) == minutes


@pytest.mark.parametrize(
    "typed", ["", "0", "0.0", "61", "60.5", "-3", "37h", "37,5", ".5", "37.", "٣٧", "3 7", "1e1", "37.125"]
)
def test_what_is_no_number_of_hours(typed: str) -> None:
    assert weekly_minutes(typed) is None


def test_weeks_of_a_contract() -> None:
    whole = contract_of(DETAILS)
    assert whole is not None and whole.weeks == 6
    assert [week.minutes for week in weeks_of(whole, [CHRISTMAS])] == [2220] * 6
    term = contract_of({**DETAILS, "hours": "25", "contract": "term-time"})
    assert term is not None
    found = weeks_of(term, [CHRISTMAS])
    assert [week.minutes for week in found] == [1500, 1500, 1500, 1500, 0, 0]
    assert found[4].closed == "Christmas holiday" and not found[4].schools and found[0].iso == "2026-11-23"
    late = contract_of({**DETAILS, "start": "2026-11-26"})  # a Thursday: two days of that week are left
    assert late is not None and [week.minutes for week in weeks_of(late, [])][:2] == [888, 2220]
    weekend = contract_of({**DETAILS, "start": "2026-11-28"})
    assert weekend is not None and weeks_of(weekend, [])[0].iso == "2026-11-30"


@pytest.mark.parametrize(
    "details",
    [{}, {"start": "soon"}, {"start": "1999-01-01"}, {"start": "9999-12-31"}, {"hours": "37"}],
)
def test_no_start_no_weeks(details: dict[str, str]) -> None:
    assert contract_of(details) is None


@pytest.mark.parametrize(
    ("typed", "weeks"), [("", 6), ("4", 4), ("1", 4), ("99", 12), ("six", 6), ("٤", 6), ("400", 6)]
)
def test_how_many_weeks_are_planned(typed: str, weeks: int) -> None:
    contract = contract_of({**DETAILS, "weeks": typed})
    assert contract is not None and contract.weeks == weeks


def test_load_is_whole_minutes_and_says_so() -> None:
    full, half = contract_of(DETAILS), contract_of({**DETAILS, "hours": "18.5"})
    assert full and half
    assert load(Duration(minutes=45), full) == 45
    assert load(parse_duration("half a day"), half) == 111
    assert load(parse_duration("a few days"), full) == 3 * 444
    assert say_minutes(0) == "no time" and say_minutes(105) == "1 h 45"


def test_three_days_a_week_are_whole_days() -> None:
    """Who works 22.2 hours on three days spends 7 h 24 in court, not a fifth of the week."""
    three = contract_of({**DETAILS, "hours": "22.2", "days": "3"})
    five = contract_of({**DETAILS, "hours": "22.2", "days": "nine"})
    assert three and five and (three.days, five.days) == (3, 5)
    assert (load(parse_duration("1 day"), three), load(parse_duration("1 day"), five)) == (444, 266)
    assert load(parse_duration("a few days"), three) == three.minutes == 1332
    assert "a day is 7 h 24, the weekly hours over 3 days." in counting_rule(three)
    assert "a day is a fifth of the weekly hours, 4 h 26." in counting_rule(five)
    assert [week.minutes for week in weeks_of(three, [])] == [1332] * 6, "the days a week take nothing from a week"


@pytest.mark.parametrize(
    ("first", "last", "minutes", "days"),
    [
        ("2026-11-24", "2026-11-24", 888, 4),  # one of the three days
        ("2026-11-24", "2026-11-25", 444, 3),
        ("2026-11-23", "2026-11-27", 0, 0),
        ("2026-11-24", "2026-11-26", 0, 0),  # three days off: nothing is left to plan, whatever weekdays remain
    ],
)
def test_a_day_off_is_a_whole_day_of_the_three(first: str, last: str, minutes: int, days: int) -> None:
    contract = contract_of({**DETAILS, "hours": "22.2", "days": "3"}, (Period(first, last, "Leave"),))
    assert contract is not None
    week = weeks_of(contract, [])[0]
    assert (week.minutes, week.days) == (minutes, days)


def test_the_days_a_week_are_part_of_what_is_agreed() -> None:
    page = small_page(hours="22.2", days="5")
    page.do("plan.agree", role="inductee", name=NAME, on="2026-11-23")
    (given,) = page.state.agreed
    assert "days" not in given.plan["contract"], "plans agreed before it could be said keep their digest"
    page.do("details.change", days="3")
    found = standing(page.bundle.programmes[0], page.state)
    assert found is not None and found.changed
    assert "22.2, 3 days a week" in page.html["w-plan"] and "a day is 7 h 24" in page.html["w-plan"]


# -- a plan in a small handbook

VISIT, SAFETY = id_of("topics"), id_of("prompts")
AREA = "ews.area.training"


def small() -> Bundle:
    """Two activities, one of which is a visit that waits for the other and for training."""
    safety = make_activity("prompts", kinds=("alone",))
    visit = make_activity(
        "topics",
        kinds=(Kind.SHADOW.value,),
        time="1 day",
        after=(Before(SAFETY, safety.name, safety.page), Before(AREA, "Training", "", False)),
    )
    return make_bundle(safety, visit)


def small_page(**more: str) -> Page:
    return Page(small()).start(**{"start": "2026-11-23", **more})


def test_a_visit_waits_for_what_comes_first() -> None:
    page = small_page()
    programme = page.bundle.programmes[0]
    visit = programme.activities[1]
    assert status(visit, page.state.of(VISIT)) is Status.CANNOT_START
    tick = page.app.session.record.next_tick() if page.app.session.record else 1
    page.foreign(event("plan", AREA, {"held": "2026-11-20"}, tick))
    assert [one.id for one in awaited(visit, page.state.of(VISIT))] == [SAFETY]
    page.do("plan.not-needed", SAFETY, reason="Wrote them")
    assert status(visit, page.state.of(VISIT)) is Status.NOT_STARTED
    page.do("plan.not-needed", VISIT, reason="Done for years")
    assert status(visit, page.state.of(VISIT)) is Status.NOT_NEEDED
    assert fate(visit, page.state) == "not-needed"


def test_an_area_without_sign_off_is_met_by_earlier_learning_at_once_and_work_to_sign_is_not() -> None:
    page = small_page()
    visit = page.bundle.programmes[0].activities[1]
    claim = {"choice": "earlier-learning", "reason": "a", "judged_by": "b", "judged_on": "c", "judged_at": "2026-11-20"}
    page.foreign(event("plan", AREA, claim, 50), event("plan", SAFETY, claim, 51))
    assert [one.id for one in awaited(visit, page.state.of(VISIT))] == [SAFETY]


def test_a_proposal_keeps_weeks_that_were_given_and_the_order_of_things() -> None:
    page = small_page()
    programme, contract = page.bundle.programmes[0], contract_of(DETAILS)
    assert contract is not None
    page.do("plan.week", SAFETY, week="2026-12-14")
    made = weeks_for(programme, page.state, contract, (CHRISTMAS,))
    assert made == {VISIT: "2026-12-14"}
    page.do("plan.week", SAFETY, week="2026-12-21")
    made = weeks_for(programme, page.state, contract, (CHRISTMAS,))
    assert made == {VISIT: "2027-01-04"}  # no visit while every school is closed, and none before what comes first
    again = weeks_for(programme, page.state, contract, (CHRISTMAS,), again=True)
    assert again[SAFETY] == "2026-11-23" and VISIT in again
    listed = loads(programme, page.state, contract, (CHRISTMAS,))
    assert len(listed) == 6 and listed[4].activities[0].id == SAFETY


def test_propose_without_a_start_says_what_is_missing() -> None:
    page = small_page(start="", hours="")
    page.do("plan.propose")
    assert page.problems() == {"plan": {"plan.propose": "Enter the start date and the hours a week first"}}
    assert "Enter the start date above" in page.html["w-plan"]


@pytest.mark.parametrize("again", ["", "yes"])
def test_propose_when_all_weeks_are_over_says_so(again: str) -> None:
    page = small_page(start="2025-11-24")
    page.do("plan.propose", again=again)
    assert page.problems() == {"plan": {"plan.propose": "All weeks of this plan are over. Check the start date"}}
    assert page.state.of(SAFETY).plan.week == ""


def test_bookings_are_for_what_needs_somebody() -> None:
    page = small_page()
    assert [one.id for one in bookings(page.bundle.programmes[0], page.state)] == [VISIT]


def test_two_plans_of_one_record_merge_and_nothing_is_lost() -> None:
    """Edits on both sides, in any order: the same plan on both."""
    started = event("started", "01934f00-0000-7000-8000-000000000000", {"name": NAME, "role": "o", "programme": "ews"})
    ours = [event("plan", SAFETY, {"week": "2026-11-23"}, 5), event("plan", VISIT, {"who": "Sian"}, 6)]
    theirs = [
        event("plan", SAFETY, {"choice": "not-needed", "reason": "why"}, 5),
        event("plan", VISIT, {"week": "2026-12-07"}, 7),
    ]
    folded = []
    for order in ((ours, theirs), (theirs, ours)):
        record = Record("01934f00-0000-7000-8000-000000000000")
        record.add([started])
        for side in order:
            record.add(side)
        folded.append(fold(record))
    for state in folded:
        assert state.of(SAFETY).plan.values == {"week": "2026-11-23", "choice": "not-needed", "reason": "why"}
        assert state.of(VISIT).plan.values == {"who": "Sian", "week": "2026-12-07"}


def test_what_is_no_text_says_nothing() -> None:
    data: dict[str, Any] = {"choice": 3, "week": ["x"], "reason": {"a": 1}, "who": "Sian", "colour": "red"}
    record = Record("01934f00-0000-7000-8000-000000000000")
    record.add([event("plan", SAFETY, data), event("plan", SAFETY, {"choice": "a-later-choice"}, 2)])
    entry = fold(record).of(SAFETY).plan
    assert entry.text("who") == "Sian" and entry.text("week") == "" and entry.choice == "planned"


def test_days_together_wait_for_a_week_that_holds_them() -> None:
    page = Page(make_bundle(make_activity("prompts", time="a few days"), make_activity("topics", time="1 hour")))
    page.start(start="2026-11-23")
    contract = contract_of(DETAILS, (Period("2026-11-23", "2026-11-25", "Leave"),))
    assert contract is not None
    made = weeks_for(page.bundle.programmes[0], page.state, contract, ())
    assert made == {SAFETY: "2026-11-30", VISIT: "2026-11-23"}


def test_a_proposal_plans_nothing_in_weeks_that_are_over() -> None:
    """Back from three weeks of illness: what is left goes into the weeks that are left."""
    page = small_page(hours="37")
    programme, contract = page.bundle.programmes[0], contract_of({**DETAILS, "weeks": "4"})
    assert contract is not None
    for one in (SAFETY, VISIT):
        page.do("plan.week", one, week="2026-11-23")
    assert {page.state.of(one).plan.week for one in (SAFETY, VISIT)} == {"2026-11-23"}
    for friday, monday in (("2026-12-11", "2026-12-07"), ("2026-12-12", "2026-12-14")):  # and the Saturday after it
        left = weeks_for(programme, page.state, contract, (), again=True, today=friday)
        assert set(left) == {SAFETY, VISIT} and min(left.values()) == monday
    assert weeks_for(programme, page.state, contract, (), today="2026-12-12") == {}, (
        "they have a week, though it is over"
    )


@pytest.mark.parametrize(
    "plan",
    [{}, {"entries": 3}, {"entries": [1, {"activity": 3}, {"activity": "x", "week": None}]}, {"contract": []}],
)
def test_an_agreement_from_a_file_may_hold_anything(plan: dict[str, Any]) -> None:
    page = small_page()
    data = {"name": "<b>", "role": "manager", "on": "soon", "plan": plan, "digest": "x"}
    assert set(EVENT_TYPES["agreed"]) == set(data)
    page.foreign(event("agreed", page.opened or "", data, 60))
    stands = standing(page.bundle.programmes[0], page.state)
    assert stands is not None and stands.changed and not stands.both
    assert "does not match its check code" in page.html["w-plan"] and "<b>" not in page.html["w-plan"]


def test_rewording_a_title_is_no_change_of_the_plan() -> None:
    page = small_page()
    programme = page.bundle.programmes[0]
    reworded = replace(programme, activities=tuple(replace(one, title="Other") for one in programme.activities))
    assert digest(snapshot(programme, page.state)) == digest(snapshot(reworded, page.state))


def test_erasing_what_a_plan_says_takes_the_agreements_that_show_it() -> None:
    page = small_page()
    page.do("plan.not-needed", SAFETY, reason="Something said in confidence")
    page.do("plan.agree", role="inductee", name=NAME, on="2026-11-23")
    assert "in confidence" in page.kept()
    page.do("erase.ask", SAFETY, field="plan")
    assert "1 sign-off or agreement that shows the same words" in page.html["w-record"]
    page.do("erase.confirm")
    assert "in confidence" not in page.kept() and "in confidence" not in page.sight()
    assert fate(page.bundle.programmes[0].activities[0], page.state) == "open"


def test_an_event_of_a_plan_holds_changed_keys_only() -> None:
    page = small_page()
    page.do("plan.week", SAFETY, week="2026-11-23", who="", booked="", fallback="")
    made = page.do("plan.week", SAFETY, week="2026-11-30", who="", booked="", fallback="")["events"]
    assert [one["data"] for one in made] == [{"week": "2026-11-30"}]
    assert not page.do("plan.week", SAFETY, week="2026-11-30")["events"]
    assert len(json.dumps(made)) < 400


@pytest.mark.parametrize("name", ["sam  EVANS", "Sam\u200b Evans", "Ｓａｍ Evans"])
def test_nobody_agrees_for_the_manager_in_the_inductees_name(name: str) -> None:
    """As with sign-off: a sign that nobody sees, or another way to write a letter, makes no other name of it."""
    page = Page(seed=0x5A).start(**DETAILS)
    page.do("plan.agree", role="manager", name=name, on="2026-11-23")
    assert page.problems()["plan"] == {"plan.manager.name": "Enter the manager's name; the inductee agrees above"}
    assert page.app.session.state.agreed == ()


def test_a_proposal_says_how_many_weeks_it_gave() -> None:
    page = Page(seed=0x5B).start(**DETAILS)
    many = len(page.app.session.bundle.programmes[0].activities)
    for left, said in ((many, f"{many} activities have"), (1, "1 activity has"), (0, "Everything has a week already")):
        outcome = page.do("plan.propose")
        told = next(one["text"] for one in outcome["effects"] if one["kind"] == "announce")
        assert told.startswith(said) and len(outcome["events"]) == left
        page.do("plan.week", id_of("ideas"), week="") if left > 1 else None
