"""Several people's work signed at once, by keyboard, from files and from pasted text; and what does not fit."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.requests import request
from tests.browser.steps import (
    RECORD,
    SIGN_OFF,
    TASKS,
    activity,
    answer_role,
    ask_for_sign_off,
    choose,
    choose_many,
    events,
    follow,
    go,
    shown,
    start,
    text_of,
)
from tests.serving import PATIENCE

pytestmark = pytest.mark.browser


def press_to(page: Page, target: str, most: int = 80) -> None:
    """Tab on until the focus is in an element: nothing is done that a keyboard cannot."""
    for _ in range(most):
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {target}")


def test_eight_activities_of_two_people_in_a_minute_by_keyboard(device) -> None:
    manager = device().tab()
    go(manager, SIGN_OFF)
    sam, _ = request("Sam Evans", 1, (9, 10, 16, 17))
    jo, _ = request("Jo Bloggs", 2, (2, 12, 13, 20))
    choose_many(manager, [("sam.json", sam), ("broken.json", sam[: len(sam) // 2]), ("jo.json", jo)])
    # The broken one is named, the others are there.
    expect(manager.locator("#problems")).to_be_focused()
    expect(manager.locator("#problems")).to_contain_text("broken.json: The file is damaged or cut short")
    expect(manager.locator("#decide")).to_have_text("8 activities wait for sign-off")
    names = [line.split(":")[0] for line in manager.locator("#sign-form .card h3").all_inner_texts()]
    assert names == [
        "Jo Bloggs",
        "Sam Evans",
        "Sam Evans",
        "Jo Bloggs",
        "Jo Bloggs",
        "Sam Evans",
        "Sam Evans",
        "Jo Bloggs",
    ]
    # Reading: each is opened.
    for left in range(8, 0, -1):
        buttons = manager.locator("#sign-form [data-command='sign.show']")
        expect(buttons).to_have_count(left)
        manager.keyboard.press("Tab")
        press_to(manager, "#sign-form [data-command='sign.show']")
        manager.keyboard.press("Enter")
        expect(buttons).to_have_count(left - 1)
    # Deciding: how long that takes is in how many keys it asks for: fewer than one a second for a minute.
    manager.evaluate("() => { window.keys = 0; addEventListener('keydown', () => (window.keys += 1), true); }")
    last = manager.locator("#sign-form .card").last
    press_to(manager, "[id^='c-decision-']")
    last.get_by_label("Needs more work").focus()
    manager.keyboard.press("Space")
    manager.keyboard.press("Tab")
    manager.keyboard.type("Name who you asked")
    press_to(manager, "#c-all")
    expect(manager.get_by_label("Sign off all 8 I have opened")).to_be_focused()
    manager.keyboard.press("Space")
    manager.keyboard.press("Tab")
    manager.keyboard.press("ArrowDown")
    manager.keyboard.press("Tab")
    manager.keyboard.press("ArrowDown")
    press_to(manager, "#c-name")
    expect(manager.locator("#c-name")).to_have_value("Sioned Vaughan")
    press_to(manager, "#c-role")
    manager.keyboard.press("Space")
    press_to(manager, "#sign-form button[type=submit]")
    manager.keyboard.press("Enter")
    expect(manager.locator("#check")).to_be_focused()
    expect(manager.locator("#sign-confirm")).to_have_text("Record decisions on 8 activities")
    manager.keyboard.press("Tab")
    downloads = []
    manager.on("download", lambda one: downloads.append(one))
    manager.keyboard.press("Enter")
    expect(manager.locator("#signed")).to_be_focused()
    assert 0 < manager.evaluate("window.keys") < 60
    for _ in range(PATIENCE // 50):  # both files come by themselves, one after the other
        if len(downloads) == 2:
            break
        manager.wait_for_timeout(50)
    replies = [json.loads(text_of(one)) for one in downloads]
    assert sorted(one["name"] for one in replies) == ["Jo Bloggs", "Sam Evans"]
    made = [event for one in replies for event in one["events"]]
    assert {event["type"] for event in made} == {"decided"} and len(made) == 8
    assert sorted(event["data"]["decision"] for event in made) == ["needs-work"] + ["signed-off"] * 7
    # What is kept here is the decisions, not the work; it is there after the browser was closed.
    kept = events(manager)
    assert {event["type"] for event in kept} == {"kept"} and len(kept) == 8
    assert all(event["data"]["event"]["data"]["shown"] == [] for event in kept)
    manager.reload()
    expect(manager.locator("#kept ~ ul > li")).to_have_count(2)
    expect(manager.locator("#decide")).to_have_text("Nothing waits for sign-off")


def test_a_request_and_its_reply_go_as_pasted_text_and_read_the_same_on_both_sides(device) -> None:
    mine = device().tab()
    sam, chosen = request("Sam Evans", 3, (9, 10))
    go(mine, "/induction/start/")
    record = json.dumps({**json.loads(sam), "kind": "record"})
    choose(mine, record)
    shown(mine, lambda: mine.click("#preview-merge"), TASKS)
    expect(mine.locator("#record-bar")).to_contain_text("Sam Evans")
    follow(mine, RECORD)
    mine.click("#copy-request")
    expect(mine.locator("#copy-text")).to_be_focused()
    text = mine.locator("#copy-text").input_value()
    assert text.startswith("-----BEGIN INDUCTION REQUEST-----")
    quoted = "Dear Sioned,\n\n" + "\n".join("> " + line for line in text.splitlines()) + "\n\nSam"

    manager = device().tab()
    go(manager, SIGN_OFF)
    manager.get_by_text("Paste a request or a reply instead").click()
    manager.fill("#c-paste0-text", quoted)
    manager.click("#paste-form button")
    expect(manager.locator("#decide")).to_have_text("2 activities wait for sign-off")
    expect(manager.locator("#c-paste1-text")).to_have_value("")
    for left in (1, 0):
        manager.locator("#sign-form [data-command='sign.show']").first.click()
        expect(manager.locator("#sign-form [data-command='sign.show']")).to_have_count(left)
    manager.check("#c-all")
    manager.select_option("#c-method", "discussed")
    manager.select_option("#c-statement", index=1)
    manager.get_by_text("I sign for somebody else").click()
    manager.fill("#c-delegated-by", "Gethin Tudor")
    manager.fill("#c-delegated-why", "on leave until 14 December")
    manager.get_by_role("group", name="You are").get_by_label("Manager").check()
    manager.click("#sign-form button[type=submit]")
    manager.click("#sign-confirm")
    expect(manager.locator("#signed")).to_be_focused()
    manager.click("#reply-text-0")
    expect(manager.locator("#copy-text")).to_be_focused()
    reply = manager.locator("#copy-text").input_value()

    mine.get_by_text("Paste a reply instead").click()
    # Cut short on the way, it is refused and the record is as it was.
    before = mine.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    mine.fill("#c-paste0-text", reply[: len(reply) // 2])
    mine.click("#paste-form button")
    expect(mine.locator("#problems")).to_contain_text("The text is cut short")
    assert mine.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == before
    mine.fill("#c-paste0-text", reply.replace("\n", "\r\n  "))
    mine.click("#paste-form button")
    expect(mine.locator("#preview")).to_be_focused()
    expect(mine.locator("[data-widget]")).to_contain_text("2 decisions")
    mine.click("#preview-merge")
    expect(mine.locator("#merged")).to_be_focused()
    follow(mine, "/" + chosen[0].page)
    card = mine.locator("[id^=decision-]")
    expect(card).to_contain_text("Sioned Vaughan, manager. Signs for Gethin Tudor (on leave until 14 December)")
    expect(card.locator(".notice")).to_have_count(0)


_DROP = """([place, files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name, { type: "application/json" }));
  const target = document.querySelector(place);
  const over = new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true });
  target.dispatchEvent(over);
  target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  return over.defaultPrevented;
}"""


def test_files_dropped_together_with_one_that_is_far_too_large(page: Page) -> None:
    go(page, SIGN_OFF)
    before = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    sam, _ = request("<b>Sam</b> Evans", 5, (9,))
    jo, _ = request("Jo Bloggs", 6, (10,))
    large = " " * 50_000_000
    assert page.evaluate(_DROP, [".drop__words", [["sam.json", sam], ["film.mp4", large], ["jo.json", jo]]])
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#problems")).to_contain_text("film.mp4: The file is larger than any record this site writes")
    expect(page.locator("#decide")).to_have_text("2 activities wait for sign-off")
    expect(page.locator("#sign-form")).to_contain_text("<b>Sam</b> Evans")
    assert page.locator("#sign-form b").count() == 0
    assert page.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == before


def test_what_was_tampered_with_on_the_way_is_named_and_the_record_is_as_it_was(device) -> None:
    sam, chosen = request("Sam Evans", 7, (9, 10))
    manager = device().tab()
    go(manager, SIGN_OFF)
    choose_many(manager, [("sam.json", sam)])
    for one in chosen:
        manager.get_by_role("group", name=f"Your decision on {one.number}").get_by_label("Signed off").check()
    manager.select_option("#c-method", "discussed")
    manager.select_option("#c-statement", index=1)
    manager.get_by_role("group", name="You are").get_by_label("Manager").check()
    manager.click("#sign-form button[type=submit]")
    expect(manager.locator("#check ~ dl")).to_contain_text("You have not opened this work")
    with manager.expect_download() as download:
        manager.click("#sign-confirm")
    reply = json.loads(text_of(download.value))
    first, second = reply["events"]
    first["subject"], second["subject"] = second["subject"], first["subject"]

    mine = device().tab()
    go(mine, "/induction/start/")
    choose(mine, json.dumps({**json.loads(sam), "kind": "record"}))
    shown(mine, lambda: mine.click("#preview-merge"), TASKS)
    expect(mine.locator("#record-bar")).to_contain_text("Sam Evans")
    follow(mine, RECORD)
    before = mine.evaluate(
        "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('/event/')).sort())"
    )
    choose(mine, json.dumps(reply))
    expect(mine.locator("#preview ~ p", has_text="left out")).to_contain_text("This was signed for another activity.")
    mine.click("#preview-merge")
    expect(mine.locator("#preview")).to_have_count(0)
    after = mine.evaluate(
        "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.includes('/event/')).sort())"
    )
    assert after == before
    # A record whose decision was altered opens, and says so wherever the decision stands.
    good = json.loads(text_of(download.value))
    altered = {**json.loads(sam), "kind": "record"}
    good["events"][0]["data"]["shown"][0]["answer"] = "Never written"
    altered["events"] += good["events"]
    other = device().tab()
    go(other, "/induction/start/")
    choose(other, json.dumps(altered))
    shown(other, lambda: other.click("#preview-merge"), TASKS)
    expect(other.locator("#record-bar")).to_contain_text("Sam Evans")
    for address in ("/" + chosen[0].page, RECORD):
        follow(other, address)
        expect(other.locator("[data-widget]")).to_contain_text("These words are not those that were signed.")
        expect(other.locator("[data-widget]")).to_contain_text("It does not count.")


def test_a_witness_types_what_they_saw_and_the_signer_reads_it(page: Page) -> None:
    start(page)
    follow(page, activity("1.1"))
    page.get_by_text("Add a witness statement").click()
    page.click("#witness-form button[type=submit]")
    expect(page.locator("#problems")).to_contain_text("Enter what you saw the inductee do")
    page.locator("#problems").get_by_role("link", name="Enter the witness's name").click()
    expect(page.locator("#c-witness0-name")).to_be_focused()
    page.keyboard.type("Gethin Tudor")
    page.fill("#c-witness0-role", "Attendance officer")
    page.fill("#c-witness0-date", "2026-11-20")
    page.fill("#c-witness0-saw", "Rang the home and stayed calm.")
    page.click("#witness-form button[type=submit]")
    line = "Gethin Tudor, Attendance officer, 20 November 2026, typed on this device"
    expect(page.locator(".witnesses")).to_contain_text(line)
    expect(page.locator("#c-witness1-saw")).to_have_value("")
    assert len(events(page, "witnessed")) == 1 and not events(page, "decided")
    answer_role(page)
    ask_for_sign_off(page)
    follow(page, SIGN_OFF)
    page.get_by_role("button", name="Open the work: 1.1").click()
    expect(page.locator("#sign-form")).to_contain_text(f"{line}: Rang the home and stayed calm.")
    # Signed, and then opened again: only this page can.
    page.check("#c-all")
    page.select_option("#c-method", "witness")
    page.select_option("#c-statement", index=1)
    page.get_by_role("group", name="You are").get_by_label("Manager").check()
    page.click("#sign-form button[type=submit]")
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_focused()
    page.get_by_text("1 activity is signed off").click()
    page.get_by_role("button", name="Look again: 1.1").click()
    page.get_by_role("group", name="Your decision on 1.1").get_by_label("Needs more work").check()
    page.fill("textarea[id^=c-note-]", "Ask about the second school")
    page.select_option("#c-method", "discussed")
    page.select_option("#c-statement", index=1)
    expect(page.get_by_role("group", name="You are").get_by_label("Manager")).to_be_checked()
    page.click("#sign-form button[type=submit]")
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_focused()
    follow(page, activity("1.1"))
    expect(page.locator("#activity-status")).to_contain_text("Needs more work")
