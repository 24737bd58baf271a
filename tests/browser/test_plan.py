"""Manager and inductee at one screen: plan six weeks, agree, change, and see the change. Rows 1, 2 and 3."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import TASKS, events, follow, go, shown, text_of, until
from tests.browser.test_accessible import LOOKS, Look

pytestmark = pytest.mark.browser

PLAN = "/induction/ews/plan/"
SECTION_2 = "/induction/ews/section-2/"


def planning(page: Page, hours: str = "37", experience: str = "new", contract: str = "whole-year") -> None:
    """From the first page to the plan, by its link."""
    go(page, "/induction/start/")
    page.fill("#c-name", "Rhian Prys")
    page.select_option("#c-programme", "ews")
    page.fill("#c-start", "2026-11-23")
    page.fill("#c-hours", hours)
    page.check(f"input[name=contract][value={contract}]")
    page.fill("#c-manager", "Sioned Vaughan")
    page.check(f"input[name=experience][value={experience}]")
    shown(page, lambda: page.click("#start-form button[type=submit]"), TASKS)
    shown(page, lambda: page.get_by_role("link", name="Plan the first weeks").last.click(), PLAN)


def proposed(page: Page) -> None:
    page.click("#plan-propose")
    expect(page.locator("#plan-propose-again")).to_be_visible()
    expect(page.locator("#plan-weeks")).to_be_focused()


def test_six_weeks_are_planned_agreed_and_changed(page: Page) -> None:
    planning(page)
    expect(page.locator("#plan-fit")).to_contain_text("Fits in the 6 calendar weeks from 23 November 2026")
    expect(page.locator("#plan-time")).to_contain_text("59 h 15 + at least 5½ days + a few days")
    proposed(page)
    expect(page.locator("#plan-account + p")).to_have_text(
        "37 of 37 activities are accounted for: 37 planned for a week."
    )
    expect(page.locator(".chart svg")).to_be_visible()
    page.fill("#c-plan-inductee-on", "2026-11-23")
    page.click("#plan-agree-inductee button")
    expect(page.locator("#plan-agreed")).to_be_focused()
    page.fill("#c-plan-manager-on", "2026-11-24")
    page.click("#plan-agree-manager button")
    expect(page.locator("#plan-agree")).to_have_count(0)
    page.click("#plan-ews-1-2-later")
    expect(page.locator("#plan-changed")).to_contain_text("Changed since agreed on 24 November 2026")
    expect(page.locator("#plan-ews-1-2-later")).to_be_focused()
    table = page.locator("#plan-changed tbody tr")
    expect(table).to_have_count(1)
    expect(table).to_contain_text("week of 23 November 2026")
    expect(table).to_contain_text("week of 30 November 2026")
    page.reload()
    expect(page.locator("#plan-changed")).to_be_visible()
    page.get_by_text("Read the plan as it was agreed").click()
    expect(page.get_by_role("table", name="The plan as agreed, and now").locator("tbody tr")).to_have_count(64)
    agreed = sorted(events(page, "agreed"), key=lambda one: one["tick"])
    assert [one["by"]["role"] for one in agreed] == ["inductee", "manager"]


def test_part_time_in_term_time_says_by_how_much_it_does_not_fit(page: Page) -> None:
    planning(page)
    page.get_by_text("Change this", exact=True).click()
    page.fill("#c-plan-details-hours", "a lot")
    page.click("#details-form button[type=submit]")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#c-plan-details-hours-error")).to_contain_text("for example 37 or 18.5")
    expect(page.locator("#c-plan-details-hours")).to_have_value("a lot")
    page.fill("#c-plan-details-hours", "25")
    page.get_by_label("Term time only").check()
    page.click("#details-form button[type=submit]")
    expect(page.locator("#plan-fit")).to_contain_text(
        "Does not fit in the 6 calendar weeks from 23 November 2026, by 1 h 45"
    )
    expect(page.locator(".plan-sheet table")).to_contain_text("Schools closed: Christmas holiday")
    [changed] = events(page, "details")
    assert changed["data"] == {"hours": "25", "contract": "term-time"} or set(changed["data"]) <= {
        "hours",
        "contract",
        "weeks",
    }


def test_by_keyboard_not_needed_wants_a_reason_and_the_section_follows(page: Page) -> None:
    planning(page, experience="same")
    expect(page.locator("#plan-full")).to_contain_text("2.1 Get to know your schools")
    page.locator("#plan-ews-2-6-change").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#plan-ews-2-6-panel")).to_be_focused()
    for _ in range(12):  # on to the fold, by Tab alone
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "It is not needed":
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#c-plan-not-needed-reason")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#c-plan-not-needed-reason-error")).to_contain_text("Enter why it is not needed")
    assert not events(page, "plan")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#c-plan-not-needed-reason")).to_be_focused()
    page.keyboard.type("Looked back with her last manager")
    page.keyboard.press("Enter")
    expect(page.locator("#plan-ews-2-6")).to_contain_text("Not needed: Looked back with her last manager.")
    expect(page.locator("#plan-ews-2-6-change")).to_be_focused()
    follow(page, SECTION_2)
    expect(page.locator("#page_total")).to_contain_text("19 h 40 + 1½ days + a few days in your plan")
    follow(page, TASKS)
    expect(page.locator("#task-ews\\.2\\.6")).to_contain_text("Reason: Looked back with her last manager")


def test_bookings_and_the_calendar_file(page: Page) -> None:
    planning(page)
    proposed(page)
    expect(page.locator("#plan-warnings")).to_be_visible()
    page.click("#plan-ews-area-child-protection-change")
    page.fill("#c-plan-week-who", "Training team")
    page.fill("#c-plan-week-booked", "2026-11-24")
    page.click("#plan-ews-area-child-protection-week button[type=submit]")
    expect(page.locator("#booking-ews-area-child-protection")).to_contain_text(
        "Booked for 24 November 2026 with Training team"
    )
    expect(page.locator("#plan-warnings")).to_have_count(0)
    with page.expect_download() as download:
        page.click("#plan-calendar")
    text = text_of(download.value)
    assert "20261124" in text and "Training team" not in text and "Rhian" not in text
    follow(page, TASKS)
    expect(page.locator("#what-next ~ ul")).to_contain_text("To book: 1.1")


def test_it_prints_on_one_sheet_of_paper(page: Page) -> None:
    planning(page)
    proposed(page)
    whole = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", whole)) == 1


def test_the_plan_for_everybody(page: Page) -> None:
    look = Look(page)
    planning(page, experience="same")
    look.at("a plan without weeks", LOOKS)
    proposed(page)
    page.click("#plan-ews-2-13-change")
    expect(page.locator("#plan-ews-2-13-panel")).to_be_visible()
    page.get_by_text("It is met by earlier learning").click()
    page.get_by_role("button", name="Record earlier learning").click()
    expect(page.locator("#problems")).to_be_visible()
    look.at("a plan with an activity open and errors", LOOKS)
    page.click("#plan-agree-inductee button")
    expect(page.locator("#plan-agreed")).to_be_focused()  # a click while the page moves would go beside the button
    page.click("#plan-ews-1-2-later")
    expect(page.locator("#plan-changed")).to_be_visible()
    look.at("a plan that changed")
    page.set_viewport_size({"width": 390, "height": 800})
    until(page, "innerWidth === 390")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not look.found, "\n".join(look.found)


def test_three_days_a_week_are_days_of_seven_hours_and_more(page: Page) -> None:
    planning(page, hours="22.2")
    expect(page.locator("#plan-fit")).to_contain_text("Fits in the 6 calendar weeks")
    page.locator("#plan-details-change summary").click()
    page.select_option("#c-plan-details-days", "3")
    page.click("#details-form button[type=submit]")
    expect(page.locator("#plan-details")).to_contain_text("22.2, 3 days a week")
    expect(page.locator("#plan-fit")).to_contain_text("Does not fit in the 6 calendar weeks")
    expect(page.locator("[data-widget]")).to_contain_text("a day is 7 h 24, the weekly hours over 3 days")
    follow(page, "/induction/record/")
    shown(page, lambda: page.get_by_role("link", name="Change your name, role, hours or manager").click(), PLAN)
    expect(page.locator("#plan-about")).to_be_focused()


def test_days_off_are_taken_off_and_a_wrong_role_is_changed_without_losing_anything(page: Page) -> None:
    planning(page)
    off = page.locator("section:has(> #plan-off)")
    expect(off).to_contain_text("Christmas Day, 25 December 2026: off.")
    expect(page.locator("#plan-fit")).to_contain_text("before days off: 222 hours, 55%")
    page.locator("#plan-off-add summary").click()
    page.fill("#c-plan-off-first", "2026-12-09")
    page.fill("#c-plan-off-last", "2026-12-01")
    page.click("#plan-off-form button[type=submit]")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#c-plan-off-last-error")).to_contain_text("not before the first")
    page.fill("#c-plan-off-last", "2026-12-10")
    page.click("#plan-off-form button[type=submit]")
    expect(page.locator("#plan-off")).to_be_focused()
    expect(off).to_contain_text("Leave: 9 December 2026 to 10 December 2026.")
    page.click("#plan-ews-3-1-change")
    page.get_by_text("It is not needed").click()
    page.fill("#c-plan-not-needed-reason", "Done before, H801200001001")
    page.get_by_role("button", name="Mark as not needed").click()
    expect(page.locator("#plan-ews-3-1 .warning-note")).to_contain_text("This looks like a pupil number (UPN).")
    page.locator("#plan-details-change summary").click()
    page.select_option("#c-plan-details-programme", "psw")
    shown(page, lambda: page.click("#details-form button[type=submit]"), "/induction/psw/plan/")
    expect(page.locator("#plan-details")).to_contain_text("Pupil support worker")
    expect(page.locator("#plan-about")).to_be_focused()  # which Python shows only after the page is there
    expect(off).to_contain_text("Leave: 9 December 2026 to 10 December 2026.")
    follow(page, PLAN)
    page.click("#plan-role")
    expect(page.locator("#plan-details")).to_contain_text("Education welfare officer")
    expect(page.locator("#plan-ews-3-1")).to_contain_text("Not needed: Done before, H801200001001.")
