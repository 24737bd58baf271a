"""My patch in a real browser: what was found out becomes a directory to search, print and take along."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import answered, follow, ready, save, settled, start, text_of, until

pytestmark = pytest.mark.browser

SCHOOLS = "/induction/ews/section-2/activity-2-1/"
PROCEDURES = "/induction/ews/section-2/activity-2-12/"
PATCH = "/induction/my-patch/"


def sheet(page: Page, number: int, name: str, **answers: str) -> None:
    one = page.locator("details.sheet").nth(number)
    if one.get_attribute("open") is None:
        one.locator("summary").click()
    one.get_by_label("Name of the school").fill(name)
    for field, text in answers.items():
        one.locator(f"textarea[data-field$='.{field}']").fill(text)
    settled(page)


@pytest.fixture
def patch(page: Page) -> Page:
    """Two schools and a local procedure are found out, and the page of it is open."""
    start(page)
    follow(page, SCHOOLS)
    page.locator("#f-schools-add").click()
    expect(page.locator("details.sheet")).to_have_count(2)
    sheet(page, 0, "Ysgol Cwm Hyfryd", **{"register-closes": "9.30 am and 1.30 pm", "late-gates": "Every Friday"})
    sheet(page, 1, "=Hill & <b>School</b>", **{"register-closes": "9.15 am"})
    follow(page, PROCEDURES)
    page.locator("textarea[data-field='procedures.lone-working']").fill("The buddy rota: ring in, ring out")
    settled(page)
    follow(page, PATCH)
    return page


def test_finding_something_and_showing_all_again(patch: Page) -> None:
    page = patch
    expect(page.locator(".patch__entry")).to_have_count(3)
    page.get_by_label("Find in my patch").fill("FRIDAY")
    page.keyboard.press("Enter")
    expect(page.locator(".patch__entry")).to_have_count(1)
    expect(page.locator(".patch__entry")).to_contain_text("Ysgol Cwm Hyfryd")
    expect(page.get_by_text("1 found for: FRIDAY")).to_be_visible()
    expect(page.locator("#induction-live")).to_have_text("1 found")
    page.get_by_label("Find in my patch").fill("nowhere")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.locator(".patch__entry")).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".patch__entry")).to_have_count(3)
    assert not page.evaluate("Object.values(localStorage).some((value) => value.includes('nowhere'))")


def test_a_change_in_the_activity_is_a_change_here(patch: Page) -> None:
    page = patch
    page.get_by_role("link", name="Change it in 2.1").first.click()
    page.wait_for_url(f"**{SCHOOLS}#*")
    ready(page)
    page.locator("textarea[data-field$='.late-gates']").first.fill("Never now")
    settled(page)
    follow(page, PATCH)
    expect(page.locator(".patch")).to_contain_text(["Never now"])
    expect(page.get_by_text("Every Friday")).to_have_count(0)


def test_each_school_prints_on_a_page_of_its_own(patch: Page) -> None:
    page = patch
    page.evaluate("void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })")
    page.get_by_role("button", name="Print", exact=True).click()
    until(page, "window.printed")
    answered(page)
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Save as a table (CSV)")).to_be_hidden()
    expect(page.get_by_label("Find in my patch")).to_be_hidden()
    breaks = page.locator(".patch__entry").evaluate_all("all => all.map((one) => getComputedStyle(one).breakBefore)")
    assert breaks.count("page") == 2


def test_the_table_and_the_suggestions(patch: Page) -> None:
    page = patch
    table = save(page, "#patch-table")
    assert table.suggested_filename.startswith("My patch - ") and table.suggested_filename.endswith(".csv")
    rows = list(csv.reader(io.StringIO(text_of(table).removeprefix("﻿"))))
    assert rows[0][:4] == ["Group", "Name", "What", "Answer"]
    assert ["Ysgol Cwm Hyfryd", "Late gates", "Every Friday"] in [row[1:4] for row in rows]
    assert not any(cell.startswith("=") for row in rows for cell in row), "no cell is a formula"
    suggested = save(page, "#patch-suggest")
    text = text_of(suggested)
    assert suggested.suggested_filename.endswith(".yml")
    assert 'lone-working-procedure: "The buddy rota: ring in, ring out"' in text
    assert "Found out by Rhian Prys" in text
    # A school that the service does not have stays a comment until somebody has looked at it.
    assert '#    name: "Ysgol Cwm Hyfryd"' in text
