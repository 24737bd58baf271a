"""Dates in a real browser: worked out without a record, saved as a file, gone with the page."""

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.steps import go

pytestmark = pytest.mark.browser
DATES = "/dates/"


def test_dates_are_worked_out_saved_and_forgotten(device) -> None:
    one = device()
    page: Page = one.tab()
    go(page, DATES)
    work = page.locator("#widget-dates-intervention")
    work.get_by_label("Date of the first session", exact=True).fill("2026-11-23")
    work.get_by_role("button", name="Show dates").click()
    expect(page.locator("#dates-intervention-result")).to_be_focused()
    expect(work).to_contain_text("Not ready to start")
    expect(work.get_by_role("button", name="Save as calendar file")).to_have_count(0)
    work.get_by_label("How and when the work ends is agreed", exact=True).check()
    work.get_by_role("button", name="Show dates").click()
    expect(work).to_contain_text("Ready to start")
    expect(work).to_contain_text("Monday 11 January 2027 to Monday 25 January 2027")
    with page.expect_download() as download:
        work.get_by_role("button", name="Save as calendar file, by the calendar").click()
    assert download.value.suggested_filename == "dates-intervention.ics"
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    assert calendar.errors == [] and len(calendar.walk("VEVENT")) == 5
    assert not page.evaluate("Object.values(localStorage).some((value) => value.includes('2026-11-23'))")
    go(page, DATES)
    expect(page.get_by_label("Date of the first session", exact=True).first).to_have_value("")


def test_what_is_missing_is_said_at_the_top_of_the_form(page: Page) -> None:
    go(page, DATES)
    training = page.locator("#widget-dates-safeguarding-training")
    training.get_by_role("button", name="Show dates").click()
    expect(page.locator("#problems")).to_be_focused()
    expect(training).to_contain_text("Enter the date of the last formal training")
    page.get_by_role("link", name="Enter the date of the last formal training").click()
    expect(training.get_by_label("Date of the last formal training", exact=True)).to_be_focused()


def test_without_javascript_the_rule_and_an_example_are_there(device) -> None:
    page = device(java_script_enabled=False).tab()
    page.goto(DATES)
    notice = page.locator("#widget-dates-penalty-notice")
    expect(notice).to_contain_text("Counted from the day after")
    expect(notice).to_contain_text("Monday 21 December 2026")
    expect(notice.get_by_role("button", name="Show dates")).to_be_disabled()
