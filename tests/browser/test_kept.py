"""What looks saved is saved, whatever goes wrong at the worst moment: the page goes, the store fills up or closes, a tab fails."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import (
    RECORD,
    START,
    TASKS,
    activity,
    choose,
    events,
    follow,
    go,
    kept,
    ready,
    save,
    settled,
    shown,
    start,
    text_of,
    until,
)
from tests.browser.test_runtime import DIE, HOLD, WORKERS
from tests.browser.test_typing import BLOCKED, FILL
from tests.serving import PATIENCE

pytestmark = pytest.mark.browser

FIRST, SECOND = "#f-ideas--equity--1", "#f-ideas--equity--2"
CAN = "#f-lists--good--1--influence"
NOT_SAVED = "Your last change is not saved. Save a copy now."
DENIED = """
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  if (window.denied) throw new DOMException("denied", "SecurityError");
  return write.call(this, key, text);
};
"""
"""A browser that stops keeping anything in the middle of a visit, while `denied` is true."""
TYPE_ON = """field => {
  const box = document.querySelector(field);
  const typing = setInterval(() => {
    if (box.readOnly) return clearInterval(typing);
    box.focus();
    document.execCommand("insertText", false, "x");
  }, 5);
}"""
"""Somebody who types without a pause until the field is closed."""


def beside(tab: Page) -> Page:
    """One more tab of the same browser with the same record open."""
    other = tab.context.new_page()
    go(other, START)
    shown(other, lambda: other.get_by_role("button", name="Open Rhian Prys's record").click(), START)
    return other


def test_a_choice_made_in_the_moment_in_which_the_tab_is_closed_is_kept(device) -> None:
    page = device(WORKERS).tab()
    start(page)
    follow(page, activity("1.4"))
    page.evaluate(HOLD)  # however slow Python is
    page.check(CAN)
    context = page.context
    page.close()
    again = context.new_page()
    go(again, START)
    shown(again, lambda: again.get_by_role("button", name="Open Rhian Prys's record").click(), START)
    follow(again, activity("1.4"))
    expect(again.locator(CAN)).to_be_checked()
    until(again, "!Object.keys(localStorage).some((key) => key.includes('/draft/'))")
    assert len(events(again, "answer")) == 1


def test_a_choice_on_which_python_dies_is_not_shown_as_if_it_were_kept(device) -> None:
    one = device(WORKERS)
    one.forgive("out of memory", "CallError", "fatal")
    page = one.tab()
    start(page)
    follow(page, activity("1.4"))
    page.evaluate(HOLD)
    page.check(CAN)
    page.evaluate(DIE)
    expect(page.locator("[data-induction-problem]")).to_contain_text("Your last step was not done.")
    expect(page.locator(CAN)).not_to_be_checked()
    assert events(page, "answer") == []
    page.check(CAN)
    until(page, "Object.keys(localStorage).filter((key) => key.includes('/event/')).length === 2")
    expect(page.locator(CAN)).to_be_checked()


def test_a_link_in_a_full_browser_leads_on_and_the_draft_stays(device) -> None:
    page = device().tab()
    start(page)
    follow(page, activity("1.2"))
    page.fill(FIRST, "As good as saved")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    page.evaluate(FILL, 0)
    follow(page, RECORD)  # which waits until Python has shown it
    expect(page.locator("dd", has_text="As good as saved")).to_be_visible()
    page.reload()
    expect(page.locator("dd", has_text="As good as saved")).to_be_visible()


def test_a_browser_that_stops_keeping_anything_takes_no_words_away(device) -> None:
    one = device(DENIED)
    one.forgive("not stored")
    page = one.tab()
    start(page)
    follow(page, activity("1.2"))
    page.fill(FIRST, "Stored")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    page.evaluate("window.denied = true")
    page.fill(SECOND, "Nowhere but here")
    expect(page.locator("[data-induction-problem]")).to_contain_text(NOT_SAVED)
    follow(page, activity("1.1"))
    expect(page.locator("[data-induction-problem]")).to_contain_text(NOT_SAVED)
    follow(page, activity("1.2"))
    expect(page.locator(SECOND)).to_have_value("Nowhere but here")
    assert kept(page, "ideas.equity.1") == "Stored"
    assert asked_before_leaving(page) == ["beforeunload"]
    page.evaluate("window.denied = false")
    page.click(SECOND)
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type("!")
    expect(page.locator("[data-induction-problem]")).not_to_contain_text("not saved")
    page.reload()
    ready(page)
    expect(page.locator(SECOND)).to_have_value("Nowhere but here!")


def asked_before_leaving(page: Page) -> list[str]:
    """Leave by an address, and stay when the browser asks."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("setTimeout(() => location.assign('/about/'))")
    for _ in range(PATIENCE // 100):
        if asked or "/about/" in page.url:
            break
        page.wait_for_timeout(100)
    return asked


def test_where_the_browser_keeps_nothing_it_asks_before_the_page_goes(device) -> None:
    page = device(BLOCKED).tab()
    start(page)
    follow(page, activity("1.1"))
    page.fill("#f-role--duties", "In this tab alone")
    assert asked_before_leaving(page) == ["beforeunload"]
    expect(page.locator("#f-role--duties")).to_have_value("In this tab alone")


def test_where_all_is_stored_it_does_not_ask(device) -> None:
    page = device().tab()
    start(page)
    follow(page, activity("1.1"))
    page.click("#f-role--duties")
    page.keyboard.type("Stored at the key")
    assert asked_before_leaving(page) == []


def test_a_file_for_which_there_is_no_room_says_so_and_changes_nothing(device) -> None:
    one = device()
    one.forgive("not stored")
    page = one.tab()
    start(page)
    text = text_of(save(page))
    other = device()
    other.forgive("not stored")
    empty = other.tab()
    go(empty, START)
    empty.evaluate(FILL, 30)
    choose(empty, text)
    empty.click("#preview-merge")
    expect(empty.locator("[data-induction-problem]").first).to_contain_text("There is no room for it in this browser")
    assert events(empty) == []
    empty.evaluate("localStorage.removeItem('filling')")
    shown(empty, lambda: empty.click("#preview-merge"), TASKS)
    expect(empty.locator("[data-induction-problem]").first).not_to_contain_text("no room")


def test_a_tab_that_finds_no_room_takes_nothing_from_the_tab_beside_it(device) -> None:
    one = device()
    one.forgive("not stored")
    left = one.tab()
    start(left)
    follow(left, activity("1.2"))
    right = beside(left)
    follow(right, activity("1.2"))
    left.click(FIRST)
    left.keyboard.type("Of the left")
    expect(left.locator("#activity-status")).to_contain_text("In progress")
    right.fill(FIRST, "Of the right")
    settled(right)
    settled(left)  # what a draft gives back when it becomes an event would be room
    left.evaluate(FILL, 30)
    # Each tab hears of the other's writes in its own time, and counts the room by what it has heard.
    until(right, "full => localStorage.filling?.length === full", left.evaluate("localStorage.filling.length"))
    right.fill(FIRST, "Of the right, and far too long for the room that is left. " * 3)
    expect(right.locator("[data-induction-problem]")).to_contain_text(NOT_SAVED)
    right.wait_for_timeout(1000)  # time for the left tab to draw the wrong conclusion
    assert "Of the left" in left.evaluate("JSON.stringify(localStorage)")
    expect(left.locator(FIRST)).not_to_have_value("")


def test_a_record_removed_while_somebody_types_in_another_tab_leaves_no_word_behind(device) -> None:
    left = device().tab()
    start(left)
    follow(left, activity("1.2"))
    right = beside(left)
    follow(right, RECORD)
    right.click("#forget-ask")
    right.check("#c-sure")
    left.click(FIRST)
    left.evaluate(TYPE_ON, FIRST)
    shown(right, lambda: right.click("#forget-form button[type=submit]"), START)
    expect(left.locator("#no-record")).to_be_visible()
    expect(left.locator(FIRST)).to_have_value("")
    for tab in (left, right):
        until(tab, "!Object.keys(localStorage).some((key) => key.startsWith('induction/') && !key.endsWith('/probe'))")
