"""How old a page is, told by the reader's own clock."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import until

pytestmark = pytest.mark.browser

LATE = "not reviewed for over a year"


def test_a_page_not_reviewed_for_over_a_year_says_so_also_after_instant_navigation(page: Page) -> None:
    """Row 64."""
    page.goto("/guidance/danger-now/")
    reviewed = page.locator("[data-reviewed]")
    date = datetime.date.fromisoformat(reviewed.get_attribute("data-reviewed") or "")

    def open_after(years: int, days: int) -> None:
        # After a review on 29 February the page says that it is late from 1 March on.
        leap = (date.month, date.day) == (2, 29)
        then = (date - datetime.timedelta(leap)).replace(year=date.year + years) + datetime.timedelta(days)
        page.clock.set_fixed_time(datetime.datetime.combine(then, datetime.time(12)))
        with page.expect_response("**/sitemap.xml") as sitemap:  # without it a link is an ordinary one
            page.reload()
        sitemap.value.finished()
        # site.js has been over the page: the ages are told in the same breath.
        expect(page.locator(".md-search__scrollwrap")).to_have_attribute("tabindex", "-1")

    for days in (-1, 0):  # a year to the day is not over a year
        open_after(1, days)
        expect(reviewed).not_to_contain_text(LATE)
    open_after(1, 1)
    expect(reviewed).to_contain_text(LATE)
    page.evaluate("window.sameTab = true")
    page.locator(".menu a[href$='/guidance/confidentiality/']").click()  # Material makes addresses whole
    until(page, "location.pathname === '/guidance/confidentiality/'")
    expect(reviewed).to_contain_text(LATE)
    assert page.evaluate("window.sameTab") is True
    assert page.get_by_text(LATE).count() == 1
