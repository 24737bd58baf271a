"""The attendance lab (4.4), and a school's own figures (4.3). Row numbers are those of the features list."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import choose, follow, go, kept, start

pytestmark = pytest.mark.browser
SECTION = "/induction/ews/section-4/"
CSV = "Year,Possible sessions,Present,Authorised,Unauthorised\nYear 7,1000,950,40,10\nYear 8,2000,1700,200,100\n"


def row(page: Page, caption: str, first: str) -> Locator:
    """One row of a table of findings."""
    table = page.get_by_role("region", name=caption, exact=True)
    return table.get_by_role("row").filter(has=page.get_by_role("rowheader", name=first, exact=True))


def change(page: Page, day: str, half: str, code: str) -> None:
    page.select_option("#f-summary-try-day", day)
    page.select_option("#f-summary-try-half", half)
    page.select_option("#f-summary-try-code", code)
    page.click("#f-summary-try-change")


def test_write_first_then_compare_then_change_a_copy(page: Page) -> None:
    """Rows 32 to 34."""
    start(page)
    follow(page, f"{SECTION}activity-4-4/")
    expect(page.locator(".register .mark")).to_have_count(140)
    expect(page.get_by_text("How much, and of what kind?")).to_be_hidden()
    page.fill("#f-summary--first", "Whole days missing, and more of them in November")
    page.fill("#f-summary--describe", "A third of the sessions, on every day of the week")
    expect(page.get_by_text("How much, and of what kind?")).to_be_visible()
    expect(row(page, "All weeks together", "Present, with approved activity")).to_contain_text("8168.07%")
    expect(row(page, "Before and after half-term", "After half-term")).to_contain_text("48.84%")
    change(page, "2013-11-28", "day", "present")
    both = "The copy beside the real marks"
    expect(row(page, both, "Present, with approved activity")).to_contain_text("69.75%")
    expect(row(page, both, "of these unauthorised")).to_contain_text("23.53%")
    assert kept(page, "summary.try.2013-11-28.pm") == "\\"
    change(page, "2013-11-28", "day", "Y")
    expect(row(page, both, "Present, with approved activity")).to_contain_text("69.23%")
    page.select_option("#f-summary--try--2013-11-28--am", "")
    expect(page.locator("#f-summary-copy")).to_have_text("1 mark is changed in the copy.")
    page.click("#f-summary-back")
    expect(page.locator("#f-summary-copy")).to_have_text("Nothing is changed in the copy.")
    expect(page.locator("#f-summary-copy")).to_be_focused()
    assert page.locator(".attendance__findings svg").count() == 2


def test_the_register_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    go(page, f"{SECTION}activity-4-4/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    frame = page.locator(".table-wrap:has(.register)")
    assert frame.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_school_s_own_figures_are_shown_and_leave_nothing_behind(page: Page, tmp_path: Path) -> None:
    """Row 23: without a record, too."""
    go(page, f"{SECTION}activity-4-3/")

    def hand_over(text: str, encoding: str = "utf-8") -> None:
        file = tmp_path / "School A.csv"
        file.write_text(text, encoding=encoding)
        choose(page, file, button="#figures-open")

    hand_over(CSV.replace("1700", "1701"))
    expect(page.locator("#figures-shown")).to_contain_text("Line 3: 1701 present, 200 authorised")
    hand_over(CSV)
    expect(row(page, "School A.csv: attendance, weakest first", "Year 8")).to_contain_text("85.00%")
    hand_over(CSV.replace("Year 8", "Dosbarth Môn"), "cp1252")  # as Excel saves it
    expect(row(page, "School A.csv: attendance, weakest first", "Dosbarth Môn")).to_contain_text("85.00%")
    kept_here = page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "School A" not in kept_here and "1700" not in kept_here
    follow(page, f"{SECTION}activity-4-4/")
    follow(page, f"{SECTION}activity-4-3/")
    expect(page.locator("#figures-shown")).to_have_count(0)
