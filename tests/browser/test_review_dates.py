"""How old a page is, told by the reader's own clock."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import follow

pytestmark = pytest.mark.browser

LATE = "not reviewed for over a year"


def reviewed(page: Page) -> datetime.date:
    return datetime.date.fromisoformat(page.locator("[data-reviewed]").get_attribute("data-reviewed") or "")


def test_a_page_not_reviewed_for_over_a_year_says_so_also_after_instant_navigation(page: Page) -> None:
    """Row 64."""
    page.goto("/guidance/danger-now/")
    date = reviewed(page)
    expect(page.locator("[data-reviewed]")).not_to_contain_text(LATE)
    page.clock.set_fixed_time(datetime.datetime(date.year + 1, date.month, date.day, 12))
    page.reload()
    page.wait_for_function("typeof document$ !== 'undefined'") if False else None
    expect(page.locator("[data-reviewed]")).not_to_contain_text(LATE)  # a year to the day is not over a year
    page.clock.set_fixed_time(datetime.datetime(date.year + 2, date.month, date.day, 12))
    page.reload()
    expect(page.locator("[data-reviewed]")).to_contain_text(LATE)
    page.evaluate("window.sameTab = true")
    follow(page, "Confidentiality")
    expect(page.locator("[data-reviewed]")).to_contain_text(LATE)
    assert page.evaluate("window.sameTab") is True
    assert page.get_by_text(LATE).count() == 1
