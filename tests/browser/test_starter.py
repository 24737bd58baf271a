"""A new starter: begins, answers, goes home, comes back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import (
    LOG,
    RECORD,
    SECTION,
    START,
    TASKS,
    activity,
    events,
    follow,
    go,
    shown,
    start,
)

pytestmark = pytest.mark.browser

_HIT = """one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const link = document.elementFromPoint(x + width / 2, y + height / 2)?.closest("a[href]");
  return link && new URL(link.href).pathname;
}"""
"""Where a press on the middle of an element leads."""


def test_a_new_starter_begins_answers_leaves_and_finds_it_all_again(device) -> None:
    phone = device()
    page = phone.tab()
    go(page, START)
    # On an empty machine the saved copy comes before anything else.
    headings = page.locator("[data-widget] h2").all_inner_texts()
    assert headings[0].startswith("Have you started before?")
    expect(page.locator("#keeps")).to_contain_text("keeps what you write")
    start(page)
    expect(page.locator("#counts")).to_contain_text("Done by you: 0 of")
    shown(page, lambda: page.click("#task-ews\\.1\\.2 a"), activity("1.2"))
    page.fill("#f-ideas--equity--1", "Ask which language the family would like")
    page.click("#f-ideas--equity--2")
    page.keyboard.type("Send the letter in two languages")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    page.close()  # in the middle of it

    again = phone.tab()
    go(again, START)
    expect(again.locator("#whose")).to_have_text("Whose record is this?")
    shown(again, lambda: again.get_by_role("button", name="Open Rhian Prys's record").click(), START)
    expect(again.locator("#open-now")).to_be_visible()
    shown(again, lambda: again.get_by_role("link", name="Carry on with the induction").click(), TASKS)
    expect(again.locator("#status-ews\\.1\\.2")).to_have_text("In progress")
    follow(again, activity("1.2"))
    expect(again.locator("#f-ideas--equity--1")).to_have_value("Ask which language the family would like")
    expect(again.locator("#f-ideas--equity--2")).to_have_value("Send the letter in two languages")


def test_two_people_on_one_device_see_nothing_of_each_other(device) -> None:
    shared = device()
    page = shared.tab()
    start(page, "Rhian Prys")
    follow(page, activity("1.2"))
    page.fill("#f-ideas--equity--1", "Only Rhian wrote this")
    shown(page, lambda: page.click("#bar-close"), START)
    start(page, "Gethin Tudor")
    follow(page, activity("1.2"))
    expect(page.locator("#f-ideas--equity--1")).to_have_value("")
    follow(page, RECORD)
    expect(page.locator("#about-record")).to_contain_text("Gethin Tudor")
    assert "Only Rhian" not in page.content()
    # A second tab asks whose record it is.
    other = shared.tab()
    go(other, START)
    names = other.locator("#whose ~ .choices button").all_inner_texts()
    assert sorted(names) == ["Open Gethin Tudor's record", "Open Rhian Prys's record"]


def test_reading_and_opening_pages_ticks_nothing(page: Page) -> None:
    start(page)
    before = len(events(page))
    visited = [f"{SECTION}1-c/", *map(activity, ("1.1", "1.5")), LOG, RECORD]
    for address in visited:
        follow(page, address)
        page.mouse.wheel(0, 4000)
    follow(page, TASKS)
    # A home visit waits for what has to come before it.
    assert set(page.locator(".tasklist__status").all_inner_texts()) == {"Not yet started", "Cannot start yet"}
    expect(page.locator("#counts")).to_contain_text("Done by you: 0 of")
    assert len(events(page)) == before


def test_all_of_a_line_of_the_list_opens_its_activity(page: Page) -> None:
    start(page)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        row = page.locator("#task-ews\\.1\\.2")
        end = row.locator(".tasklist__status")
        end.scroll_into_view_if_needed()
        assert end.evaluate(_HIT) == activity("1.2"), width
    shown(page, lambda: end.click(force=True), activity("1.2"))
    follow(page, TASKS)
    # What has to come first is named in the line, and is a link of its own.
    first = page.locator("#task-ews\\.2\\.13 .tasklist__why a").first
    address = first.evaluate("link => new URL(link.href).pathname")
    shown(page, first.click, address)


def test_the_list_shows_one_kind_when_asked(page: Page) -> None:
    start(page)
    rows = page.locator(".tasklist__row")
    everything = rows.count()
    page.click("#filter-alone")
    expect(page.locator("#filter-alone")).to_have_attribute("aria-pressed", "true")
    kinds = rows.evaluate_all("rows => rows.map((row) => row.dataset.kind.split(' '))")
    assert kinds and all("alone" in one for one in kinds) and len(kinds) < everything
    expect(page.locator("#task-ews\\.1\\.2")).to_be_visible()
    expect(page.locator("#task-ews\\.1\\.1")).to_have_count(0)
    page.click("#filter-all")
    expect(rows).to_have_count(everything)
