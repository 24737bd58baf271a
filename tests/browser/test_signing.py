"""Several people's work signed at once, by keyboard, from files and from pasted text; and what does not fit."""

import json
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.requests import request
from tests.browser.steps import RECORD, SIGN_OFF, choose, events, follow, go, text_of

pytestmark = pytest.mark.browser

SHOTS = "/tmp/w/sign-shots"


def picture(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def choose_many(page: Page, *files: tuple[str, str]) -> None:
    """Hand over several files in one choice."""
    with page.expect_file_chooser() as chooser:
        page.click("#open-file")
    assert chooser.value.is_multiple()
    given = [{"name": name, "mimeType": "application/json", "buffer": text.encode()} for name, text in files]
    chooser.value.set_files(given)


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
    choose_many(manager, ("sam.json", sam), ("broken.json", sam[: len(sam) // 2]), ("jo.json", jo))
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
    picture(manager, "list")
    # Reading: each is opened.
    for left in range(8, 0, -1):
        buttons = manager.locator("#sign-form [data-command='sign.show']")
        expect(buttons).to_have_count(left)
        manager.keyboard.press("Tab")
        press_to(manager, "#sign-form [data-command='sign.show']")
        manager.keyboard.press("Enter")
        expect(buttons).to_have_count(left - 1)
    # Deciding: from here on it takes less than a minute.
    began = time.monotonic()
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
    picture(manager, "form")
    press_to(manager, "#sign-form button[type=submit]")
    manager.keyboard.press("Enter")
    expect(manager.locator("#check")).to_be_focused()
    expect(manager.locator("#sign-confirm")).to_have_text("Record decisions on 8 activities")
    picture(manager, "check")
    manager.keyboard.press("Tab")
    downloads = []
    manager.on("download", lambda one: downloads.append(one))
    manager.keyboard.press("Enter")
    expect(manager.locator("#signed")).to_be_focused()
    assert time.monotonic() - began < 60
    for _ in range(100):
        if len(downloads) == 2:
            break
        manager.wait_for_timeout(50)
    replies = [json.loads(text_of(one)) for one in downloads]
    assert sorted(one["name"] for one in replies) == ["Jo Bloggs", "Sam Evans"]
    made = [event for one in replies for event in one["events"]]
    assert {event["type"] for event in made} == {"decided"} and len(made) == 8
    assert sorted(event["data"]["decision"] for event in made) == ["needs-work"] + ["signed-off"] * 7
    picture(manager, "signed")
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
    mine.click("#preview-merge")
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
    for _ in range(2):
        manager.locator("#sign-form [data-command='sign.show']").first.click()
    expect(manager.locator("#sign-form [data-command='sign.show']")).to_have_count(0)
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
    picture(manager, "reply-text")

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
    picture(mine, "decision")
