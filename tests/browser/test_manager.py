"""A manager signs: on the same device, and from a file."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import (
    LOG,
    RECORD,
    SIGN_OFF,
    activity,
    answer_role,
    ask_for_sign_off,
    choose,
    events,
    follow,
    go,
    save,
    shown,
    start,
    text_of,
)

pytestmark = pytest.mark.browser


TODAY = "new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date())"


def waiting(page: Page) -> None:
    """Somebody has done 1.1 and asked for it to be signed off."""
    start(page)
    follow(page, activity("1.1"))
    answer_role(page)
    ask_for_sign_off(page, "2026-11-20")


def decide(page: Page, decision: str = "Signed off") -> None:
    """Open the work, decide, and go as far as the last look."""
    page.get_by_role("button", name="Open the work: 1.1").click()
    expect(page.get_by_text("Twelve schools and what they refer")).to_be_visible()
    page.get_by_role("group", name="Your decision on 1.1").get_by_label(decision).check()
    page.select_option("#c-method", "discussed")
    page.select_option("#c-statement", index=1)
    page.fill("#c-name", "Sioned Vaughan")
    page.get_by_role("group", name="You are").get_by_label("Manager", exact=False).first.check()
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#check")).to_be_focused()


def test_a_manager_signs_on_the_same_device_and_a_later_change_shows(page: Page) -> None:
    """Row 7."""
    waiting(page)
    shown(page, lambda: page.get_by_role("link", name="Sign off with my manager").click(), SIGN_OFF)
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#problems")).to_be_focused()
    told = page.locator("#problems li").all_inner_texts()
    wanted = ("Select a decision", "Select how you know", "Select a statement", "Select your role")
    assert [line.startswith(words) for line, words in zip(told, wanted, strict=True)] == [True] * 4  # as on the page
    days = {page.evaluate(TODAY)}
    decide(page)
    page.click("#sign-back")
    expect(page.locator("#c-method")).to_have_value("discussed")  # what was entered is still there
    page.click("#sign-form button[type=submit]")
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_focused()
    [decided] = events(page, "decided")
    assert decided["by"] == {"name": "Sioned Vaughan", "role": "manager"}
    assert decided["data"]["opened"] is True

    follow(page, activity("1.1"))
    expect(page.locator("#activity-status")).to_contain_text("Completed")
    card = page.locator("[id^=decision-]")
    expect(card).to_contain_text("20 November 2026")
    days.add(page.evaluate(TODAY))  # it may be midnight meanwhile
    expect(card).to_contain_text(re.compile("|".join(days)))
    expect(card).to_contain_text("typed on this device")
    expect(page.locator("#changed-since")).to_have_count(0)

    page.fill("#f-role--duties", "Thirteen schools and what they refer")
    expect(page.locator("#changed-since")).to_contain_text("Changed since sign-off")
    expect(page.locator("#activity-status")).to_contain_text("Changed since sign-off")
    card.get_by_text("Read exactly what was signed").click()
    expect(card).to_contain_text("Twelve schools and what they refer", use_inner_text=True)
    follow(page, RECORD)
    expect(page.locator("[data-widget]")).to_contain_text("Changed since sign-off")
    follow(page, activity("1.1"))
    # Set back word for word, it is what was signed once more.
    page.fill("#f-role--duties", "Twelve schools and what they refer")
    expect(page.locator("#changed-since")).to_have_count(0)


def test_sent_back_with_a_note_and_a_double_click_signs_once(page: Page) -> None:
    waiting(page)
    follow(page, SIGN_OFF)
    decide(page)
    page.dblclick("#sign-confirm")
    expect(page.locator("#signed")).to_be_visible()
    follow(page, activity("1.1"))
    expect(page.locator("#activity-status")).to_contain_text("Completed")
    assert len(events(page, "decided")) == 1


def test_needs_more_work_wants_a_note_and_shows_it(page: Page) -> None:
    waiting(page)
    follow(page, SIGN_OFF)
    page.get_by_role("button", name="Open the work: 1.1").click()
    expect(page.get_by_text("Twelve schools and what they refer")).to_be_visible()
    page.get_by_role("group", name="Your decision on 1.1").get_by_label("Needs more work").check()
    page.select_option("#c-method", "discussed")
    page.select_option("#c-statement", index=1)
    page.get_by_role("group", name="You are").get_by_label("Manager", exact=False).first.check()
    page.click("#sign-form button[type=submit]")
    link = page.locator("#problems").get_by_role("link", name="Enter what needs more work")
    link.click()
    expect(page.locator("textarea[name^='note:']")).to_be_focused()
    page.keyboard.type("Say who agreed the share of time")
    page.click("#sign-form button[type=submit]")
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_visible()
    follow(page, activity("1.1"))
    expect(page.locator("#activity-status")).to_contain_text("Needs more work")
    expect(page.locator("[id^=decision-]")).to_contain_text("Say who agreed the share of time")
    # Asked again: it waits again, and has to be opened again.
    ask_for_sign_off(page, "2026-11-21")
    follow(page, SIGN_OFF)
    expect(page.get_by_role("button", name="Open the work: 1.1")).to_be_visible()


def test_a_request_goes_out_without_the_private_log_and_the_reply_comes_back(device) -> None:
    """Row 12, and sign-off from afar."""
    mine = device().tab()
    waiting(mine)
    follow(mine, LOG)
    mine.click("#log-new")
    mine.locator("[data-part=what]").fill("Something I would rather keep to myself")
    mine.locator("[data-part=so-what]").fill("This line I am glad to share")
    follow(mine, RECORD)
    request = text_of(save(mine, "#save-request"))
    assert "rather keep" not in request
    assert "glad to share" not in request
    follow(mine, LOG)
    mine.locator("[id$=-so-what-share]").click()
    expect(mine.get_by_text("Shared with whoever signs.")).to_be_visible()
    follow(mine, RECORD)
    request = text_of(save(mine, "#save-request"))
    assert "rather keep" not in request
    assert "glad to share" in request

    manager = device().tab()
    go(manager, SIGN_OFF)
    choose(manager, request, "Sign-off request.json")
    expect(manager.get_by_role("heading", name="Rhian Prys: 1.1")).to_be_visible()
    decide(manager)
    reply = save(manager, "#sign-confirm")
    assert reply.suggested_filename.startswith("Sign-off reply - Rhian Prys")
    assert {event["type"] for event in json.loads(text_of(reply))["events"]} == {"decided"}
    # The guest's record is not kept on the manager's device: only the decision is, without the work.
    [kept] = events(manager)
    assert kept["type"] == "kept" and "Twelve schools" not in json.dumps(kept)

    choose(mine, text_of(reply), reply.suggested_filename)
    expect(mine.locator("#preview")).to_be_focused()
    mine.click("#preview-merge")
    expect(mine.locator("#merged")).to_be_focused()
    follow(mine, activity("1.1"))
    expect(mine.locator("#activity-status")).to_contain_text("Completed")
    expect(mine.locator("[id^=decision-]")).to_contain_text("Sioned Vaughan")
