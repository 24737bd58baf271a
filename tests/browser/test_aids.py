"""Aids in a real browser: tried without a record, heard at once, kept nowhere, gone with the page. And rehearsing a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import go, start
from tests.browser.test_accessible import Look

pytestmark = pytest.mark.browser

FIGURES = "/guidance/attendance-figures/"
RECORD = "/guidance/safeguarding-record/"
SCRIPT = "/scripts/confidentiality/"
AIDS = {
    "persistent-absence": FIGURES,
    "take-referral": "/induction/ews/section-2/2-c/",
    "good-referral": "/guidance/good-referral/",
    "safeguarding-record": RECORD,
    "file-transfer": "/guidance/child-protection-file/",
    "key-worker-half-term": "/guidance/key-worker-reviews/",
    "key-worker-plan": "/guidance/key-worker-session/",
    "key-worker-slips": "/guidance/key-worker-slips/",
    "session-pattern": "/guidance/wellbeing-sessions/",
}
# Sorted: a browser promises no order of keys.
_STORED = "JSON.stringify([localStorage, sessionStorage].map((store) => Object.entries(store).sort()))"


def test_trying_an_aid_by_keyboard_without_a_record(page: Page) -> None:
    go(page, FIGURES)
    aid = page.get_by_role("group", name="Which threshold does a pupil cross?")
    expect(aid.get_by_label("Where and when?")).to_have_value("wales")
    aid.get_by_role("button", name="Show which rules are met").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#problems")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(aid.get_by_label("How many sessions is that?")).to_be_focused()
    page.keyboard.type("96")
    page.keyboard.press("Tab")
    page.keyboard.type("120")
    page.keyboard.press("Enter")
    answer = page.locator("#aid-persistent-absence-result")
    expect(answer).to_be_focused()
    expect(answer).to_have_text("20.00% missed: persistently absent by this rule")
    expect(page.locator("#problems")).to_have_count(0)
    expect(aid.get_by_role("row", name="The pack for Wales, section 1, 2014").first).to_contain_text("No")
    expect(aid).to_contain_text("The pack disagrees with itself at exactly 20%")
    expect(aid.get_by_label("How many sessions is that?")).to_have_value("96")


def test_nothing_of_it_is_kept(page: Page) -> None:
    start(page)
    before = page.evaluate(_STORED)
    go(page, RECORD)
    page.get_by_label("1. The concern").fill("Child A said: xyzzy. SA1 1AA")
    page.get_by_role("button", name="Check my record").click()
    result = page.locator("#aid-safeguarding-record-result")
    expect(result).to_be_focused()
    expect(result).to_contain_text("Outcome is missing")
    expect(page.locator(".aid .warning-note")).to_contain_text("postcode")
    assert "xyzzy" not in page.evaluate(_STORED)
    assert page.evaluate(_STORED) == before
    go(page, RECORD)
    expect(page.get_by_label("1. The concern")).to_have_value("")
    expect(result).to_have_count(0)


def test_axe_finds_nothing_in_any_aid(page: Page) -> None:
    look = Look(page)
    for name, address in AIDS.items():
        go(page, address)
        page.locator(f"#aid-{name}-form button[type=submit]").click()
        expect(page.locator(f"#problems, #aid-{name}-result")).to_be_visible()
        look.at(f"{name}, sent empty")
    go(page, AIDS["take-referral"])
    for question, answer in (("harm", "yes"), ("tried", "no"), ("criteria", "unknown")):
        page.check(f"input[name={question}][value={answer}]")
    page.click("#aid-take-referral-form button[type=submit]")
    expect(page.locator("#aid-take-referral-result")).to_have_text("Safeguarding first, now. Then: challenge")
    look.at("take-referral, answered", ((1280, "light"), (390, "dark"), (390, "light"), (1280, "dark")))
    go(page, AIDS["file-transfer"])
    page.check("input[name=age][value=under]")
    page.check("input[name=case][value=no]")
    page.click("#aid-file-transfer-form button[type=submit]")
    expect(page.locator("#aid-file-transfer-result")).to_contain_text("Not finished")
    look.at("file-transfer, answered", ((1280, "light"), (390, "dark"), (390, "light"), (1280, "dark")))
    assert not look.found, "\n".join(look.found)


def test_without_javascript_they_are_questions_to_read(device: Callable[..., object]) -> None:
    page = device(java_script_enabled=False).tab()  # type: ignore[attr-defined]
    for name, address in AIDS.items():
        page.goto(address)
        expect(page.locator(f"#widget-aid-{name} button[type=submit]")).to_be_disabled()
    page.goto(AIDS["take-referral"])
    expect(page.get_by_role("row", name="No Whatever it says")).to_contain_text("Challenge")
    page.goto(AIDS["session-pattern"])
    expect(page.locator("#widget-aid-session-pattern")).to_contain_text("Promise no child secrecy.")


def test_the_training_log_is_a_file_of_columns(page: Page) -> None:
    page.goto("/guidance/safeguarding-training/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the empty layout").click()
    assert download.value.suggested_filename == "staff-training-log.csv"
    with open(download.value.path(), encoding="utf-8", newline="") as file:
        assert file.read() == "staff_number,role,course,kind,done_on,due_by,reminded_on,certificate\r\n"


@pytest.mark.parametrize("address", [SCRIPT, "school"])
def test_rehearsing_the_script(page: Page, address: str) -> None:
    page.goto(SCRIPT)
    if address == "school":
        page.locator(".chooser a").first.click()
        page.wait_for_url("**/confidentiality/*/")
    words = page.locator("[id^=page_said-]")
    expect(words).to_have_count(6)
    rehearse = page.get_by_text("Rehearse it", exact=True)
    expect(page.get_by_role("button", name="Hide all the words")).to_be_hidden()  # the words come first
    rehearse.click()
    page.get_by_role("button", name="Hide all the words").click()
    for index in range(6):
        expect(words.nth(index)).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="All the words are hidden")).to_have_count(1)
    one = page.get_by_role("button", name="Show the words (Risk of harm is passed on)")
    expect(one).to_have_attribute("aria-expanded", "false")
    one.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#page_said-risk")).to_be_visible()
    expect(page.locator("#page_said-private")).to_be_hidden()
    page.get_by_role("button", name="Hide the words (Risk of harm is passed on)").click()
    page.emulate_media(media="print")
    for index in range(6):
        expect(words.nth(index)).to_be_visible()
    expect(page.get_by_role("button", name="Hide all the words")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Show all the words").click()
    expect(page.locator("#page_said-private")).to_be_visible()
    page.reload()
    expect(page.locator("#page_said-private")).to_be_visible()
    look = Look(page)
    rehearse.click()
    page.get_by_role("button", name="Hide all the words").click()
    look.at("the script, hidden")
    assert not look.found, "\n".join(look.found)


def test_without_javascript_the_script_is_all_there(device: Callable[..., object]) -> None:
    page = device(java_script_enabled=False).tab()  # type: ignore[attr-defined]
    page.goto(SCRIPT)
    for index in range(6):
        expect(page.locator("[id^=page_said-]").nth(index)).to_be_visible()
    expect(page.get_by_role("button", name="Hide")).to_have_count(0)
