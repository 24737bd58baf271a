"""Bank holidays and leave in a plan: what they take off, who may change them, and that two people lose none of it."""

from dataclasses import replace

import pytest

from induction.planning.account import fit
from induction.planning.agreement import digest, intact, snapshot, standing
from induction.planning.days_off import as_text, contract_for, in_words
from induction.planning.weeks import weeks_of
from induction.programme import Bundle
from induction.steps import Period
from tests.induction.page import Page, event, make_activity, make_bundle

CHRISTMAS = Period("2026-12-21", "2027-01-01", "Christmas holiday")
BANK = tuple(
    Period(day, day, name)
    for day, name in (
        ("2026-08-31", "summer bank holiday"),
        ("2026-12-25", "Christmas Day"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2027-01-01", "New Year's Day"),
    )
)


def made(*, closures: tuple[Period, ...] = ()) -> Bundle:
    bundle = make_bundle(make_activity("prompts", time="1 day"), make_activity("topics", time="1 day"))
    service = replace(bundle.service, bank_holidays=BANK, bank_seen="2026-08-21", closures=closures)
    return replace(bundle, service=service)


def begun(seed: int = 1, **more: str) -> Page:
    return Page(made(), seed=seed).start(**{"start": "2026-11-23", **more})


def hours(page: Page) -> list[int]:
    contract = contract_for(page.state, page.bundle.service)
    assert contract is not None
    return [week.minutes for week in weeks_of(contract, page.bundle.service.closures)]


def test_bank_holidays_of_the_nation_are_off_without_anybody_saying_so() -> None:
    page = begun()
    assert hours(page) == [2220, 2220, 2220, 2220, 1776, 1332]
    shown = page.html["w-plan"]
    assert "Christmas Day, 25 December 2026: off." in shown and "summer bank holiday" not in shown
    assert "29 h 36. Off: Christmas Day." in shown
    assert "199 h 48 of working time" in shown and "before days off: 222 hours" in shown
    assert "Bank holidays are those of Wales for 2026 to 2027, from GOV.UK as of 21 August 2026." in shown


def test_weeks_after_the_years_that_are_known_say_so() -> None:
    words = "Those after 2027 are not known here"
    assert words not in begun().html["w-plan"]
    assert words in begun(start="2027-12-06").html["w-plan"]
    bundle = made()
    unknown = replace(bundle, service=replace(bundle.service, bank_holidays=()))
    assert "No bank holidays are known here" in Page(unknown).start(start="2026-11-23").html["w-plan"]


def test_leave_is_taken_off_once_and_can_be_taken_out() -> None:
    page = begun()
    page.do("plan.off.add", first="2026-12-09", last="2026-12-13")  # to a Sunday: three working days
    page.do("plan.off.add", first="2026-12-24", last="2026-12-26")  # the 25th is off already
    page.do("plan.off.add", first="2026-12-10")  # again
    assert hours(page) == [2220, 2220, 888, 2220, 1332, 1332]
    assert (
        "leave (3 days)" in page.html["w-plan"]
        and "Leave: 24 December 2026 to 26 December 2026." in page.html["w-plan"]
    )
    [single] = [name for name, one in page.state.days_off.items() if one.first == "2026-12-10"]
    page.do("plan.off.change", day=single, off="no")
    assert hours(page)[2] == 888
    for name in list(page.state.days_off):
        page.do("plan.off.change", day=name, off="no")
    assert hours(page) == [2220, 2220, 2220, 2220, 1776, 1332] and "Leave:" not in page.html["w-plan"]


def test_a_bank_holiday_can_be_worked_and_be_a_day_off_again() -> None:
    page = begun()
    page.do("plan.off.change", day="2026-12-28", off="no")
    assert hours(page)[5] == 1776 and "28 December 2026: at work." in page.html["w-plan"]
    assert as_text(page.state) == "2026-12-28" and in_words(as_text(page.state)) == "at work on 28 December 2026"
    page.do("plan.off.change", day="2026-12-28", off="yes")
    assert hours(page)[5] == 1332 and as_text(page.state) == ""
    assert not page.do("plan.off.change", day="2026-12-29", off="no")["events"]


def test_days_on_which_schools_are_closed_are_not_taken_off_twice() -> None:
    page = Page(made(closures=(CHRISTMAS,))).start(start="2026-11-23", hours="25", contract="term-time")
    contract = contract_for(page.state, page.bundle.service)
    assert contract is not None and hours(page) == [1500, 1500, 1500, 1500, 0, 0]
    whole = fit(page.bundle.programmes[0], page.state, contract, (CHRISTMAS,))
    assert whole.whole == whole.have == 6000 and "before days off" not in page.html["w-plan"]


@pytest.mark.parametrize(
    ("first", "last", "where"),
    [
        ("", "", "first"),
        ("soon", "2026-12-01", "first"),
        ("2026-12-02", "2026-12-01", "last"),
        ("2026-12-02", "tomorrow", "last"),
        ("2026-12-02", "2030-12-02", "last"),
    ],
)
def test_what_is_no_day_off_is_said_beside_its_field_and_changes_nothing(first: str, last: str, where: str) -> None:
    page = begun()
    before = page.kept()
    page.do("plan.off.add", first=first, last=last)
    assert list(page.problems()["plan"]) == [f"plan.off.{where}"] and page.kept() == before
    assert f'id="c-plan-off-{where}-error"' in page.html["w-plan"]


def test_both_add_days_off_and_neither_loses_any() -> None:
    mine, manager = begun(1), Page(made(), seed=2)
    mine.do("plan.off.add", first="2026-12-02")
    mine.do("copy.save")
    manager.preview(mine.files[-1]["text"])
    manager.do("file.merge")
    mine.do("plan.off.add", first="2026-12-03")
    manager.do("plan.off.add", first="2026-12-04")
    manager.do("plan.off.change", day="2026-12-25", off="no")
    for giver, taker in ((manager, mine), (mine, manager)):
        giver.do("copy.save")
        taker.preview(giver.files[-1]["text"])
        taker.do("file.merge")
    assert as_text(mine.state) == as_text(manager.state)
    assert as_text(mine.state).split() == [
        "2026-12-02/2026-12-02",
        "2026-12-03/2026-12-03",
        "2026-12-04/2026-12-04",
        "2026-12-25",
    ]


def test_an_agreement_from_before_keeps_its_digest_and_leave_changes_the_plan() -> None:
    page = begun()
    programme = page.bundle.programmes[0]
    plan = snapshot(programme, page.state)
    assert set(plan["contract"]) == {"start", "hours", "contract", "weeks"}, "as it was before days off could be said"
    page.do("plan.agree", role="inductee", name="Sam Evans", on="2026-11-23")
    page.do("plan.agree", role="manager", name="Alex Morgan", on="2026-11-23")
    page.do("plan.off.add", first="2026-12-02", last="2026-12-03")
    stands = standing(programme, page.state)
    assert stands is not None and stands.changed and intact(stands.last)
    assert digest(snapshot(programme, page.state)) != stands.last.digest
    assert "off 2 December 2026 to 3 December 2026" in page.html["w-plan"]
    assert "Days off" in page.html["w-record"] and "off 2 December 2026 to 3 December 2026" in page.html["w-record"]


def test_a_booking_on_a_day_off_is_pointed_out() -> None:
    page = begun()
    subject = page.bundle.programmes[0].activities[1].id
    page.do("plan.week", subject, week="2026-12-21", booked="2026-12-25")
    assert "is booked for 25 December 2026, a day off: Christmas Day." in page.html["w-plan"]
    page.do("plan.week", subject, week="2026-12-21", booked="2026-12-24")
    assert "a day off:" not in page.html["w-plan"]


def test_what_a_file_says_of_days_off_may_be_anything() -> None:
    page = begun()
    for at, (first, last) in enumerate((("x", "y"), ("2026-12-09", ""), ("2026-12-09", "2026-12-01"))):
        page.foreign(event("day-off", page.opened or "", {"day": f"<b>{at}", "first": first, "last": last}, 50 + at))
    assert hours(page) == [2220, 2220, 2220, 2220, 1776, 1332] and as_text(page.state) == ""


def test_a_whole_week_of_leave_gets_nothing_proposed() -> None:
    page = begun()
    page.do("plan.off.add", first="2026-11-23", last="2026-11-29")
    page.do("plan.propose")
    planned = {page.state.of(one.id).plan.week for one in page.bundle.programmes[0].activities}
    assert planned and "2026-11-23" not in planned and "" not in planned
