"""Typing when the browser is slow, full, closed to us or about to go away."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.steps import (
    RECORD,
    START,
    TASKS,
    activity,
    answer_role,
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
)

pytestmark = pytest.mark.browser

BOX = "#f-role--duties"
FIELD = "role.duties"

SLOW = """
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {{
  const end = performance.now() + (sessionStorage.slow ? {wait} : 0);
  while (performance.now() < end);
  return write.call(this, key, text);
}};
"""

BLOCKED = """
const refuse = () => { throw new DOMException("denied", "SecurityError"); };
Object.defineProperty(window, "localStorage", { get: refuse });
Object.defineProperty(window, "sessionStorage", { get: refuse });
"""

FILL = """leave => {
  localStorage.filling = "";
  for (let size = 2 ** 21; size >= 1; size = Math.floor(size / 2)) {
    try { for (;;) localStorage.filling += "x".repeat(size); } catch {}
  }
  localStorage.filling = localStorage.filling.slice(leave);
}"""
"""Fill local storage to the last character, but for so many."""


@pytest.mark.parametrize("wait", [80, 400])
def test_a_slow_store_loses_no_letter_and_does_not_move_the_caret(device, wait: int) -> None:
    page = device(SLOW.format(wait=wait)).tab()
    start(page)
    follow(page, activity("1.1"))
    page.fill(BOX, "Twelve schools")
    page.evaluate("sessionStorage.slow = 'yes'")
    page.click(BOX)
    page.keyboard.press("Home")
    page.keyboard.type("I have ", delay=30)
    for _ in "Twelve":
        page.keyboard.press("ArrowRight")
    page.keyboard.type("ty", delay=wait + 300)  # slow enough that Python answers between the letters
    assert page.evaluate("document.activeElement.selectionStart") == len("I have Twelvety")
    expect(page.locator(BOX)).to_have_value("I have Twelvety schools")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.click("h1")
    expect(page.locator(BOX)).to_have_value("I have Twelve schools")
    expect(page.locator(".gaps")).not_to_contain_text("question 4")
    assert kept(page, FIELD) == "I have Twelve schools"
    page.evaluate("delete sessionStorage.slow")
    page.reload()
    expect(page.locator(BOX)).to_have_value("I have Twelve schools")


def test_leaving_in_the_middle_of_a_word_loses_nothing(device) -> None:
    page = device().tab()
    start(page)
    follow(page, activity("1.1"))
    page.click(BOX)
    page.keyboard.type("Twelve sch")
    page.reload()  # at once: Python has not heard of it
    expect(page.locator(BOX)).to_have_value("Twelve sch")
    page.click(BOX)
    page.keyboard.press("End")
    page.keyboard.type("ools")
    page.goto("/induction/ews/section-1/1-c/")  # another page by its address
    ready(page)
    page.go_back()
    ready(page)
    expect(page.locator(BOX)).to_have_value("Twelve schools")
    page.fill(BOX, "Thirteen schools")
    follow(page, RECORD)  # by a link, without a reload
    expect(page.locator("dd", has_text="Thirteen schools")).to_be_visible()
    assert "Thirteen schools" in text_of(save(page, "#save-copy"))


def test_when_the_browser_is_full_the_words_stay_and_a_file_saves_them(device) -> None:
    one = device()
    one.forgive("not stored")
    page = one.tab()
    start(page)
    follow(page, activity("1.1"))
    page.fill("#f-role--functions", "Stored before it was full")
    settled(page)  # in the store, and nothing more on its way there
    assert kept(page, "role.functions") == "Stored before it was full"
    page.evaluate(FILL, 0)
    long = "Too long for the room that is left. " * 100
    page.fill(BOX, long)
    problem = page.locator("[data-induction-problem]")
    expect(problem).to_contain_text("Your last change is not saved. Save a copy now.")
    expect(page.locator(BOX)).to_have_value(long)
    with page.expect_download() as download:
        problem.get_by_role("button", name="Save a copy").click()
    file = json.loads(text_of(download.value))
    assert file["format"] == "induction-record" and file["name"] == "Rhian Prys"
    values = {event["data"].get("value") for event in file["events"]}
    assert {"Stored before it was full", long} <= values
    # With room again the next key stores it, and the sentence goes.
    page.evaluate("localStorage.removeItem('filling')")
    page.click(BOX)
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type("!")
    expect(problem).not_to_contain_text("not saved")
    assert kept(page, FIELD) == long + "!"

    # The file opens in another browser.
    other = device().tab()
    go(other, START)
    choose(other, text_of(download.value))
    shown(other, lambda: other.click("#preview-merge"), TASKS)
    follow(other, activity("1.1"))
    expect(other.locator(BOX)).to_have_value(long)


def test_where_the_browser_keeps_nothing_one_can_work_in_the_tab_and_save_a_file(device) -> None:
    page = device(BLOCKED).tab()
    start(page)
    expect(page.get_by_text("This browser does not keep anything for this site.")).to_be_visible()
    follow(page, activity("1.1"))
    expect(page.get_by_text("This browser does not keep anything for this site.")).to_be_visible()
    answer_role(page)
    file = json.loads(text_of(save(page)))
    assert "Twelve schools and what they refer" in {event["data"].get("value") for event in file["events"]}


def test_what_was_typed_before_python_was_up_cannot_be_lost(device) -> None:
    """Until Python has shown a page its fields are read-only: there is nothing to lose."""
    page = device().tab()
    start(page)
    page.goto(activity("1.1"))
    closed, state = page.evaluate(
        "[document.querySelector('#f-role--duties').readOnly, document.documentElement.dataset.induction]"
    )
    assert closed or state == "ready"
    ready(page)
    expect(page.locator(BOX)).to_be_editable()
    assert [event["type"] for event in events(page)] == ["started"]
