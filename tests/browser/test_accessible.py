"""axe on every kind of page and in every state of the tracker, wide and narrow, light and dark."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from induction.armour import unwrap, wrap
from macros.environment import NODE_MODULES
from tests.browser.kinds import READING, TRACKER, WITHOUT_A_WIDGET
from tests.browser.requests import request
from tests.browser.steps import (
    LOG,
    RECORD,
    SIGN_OFF,
    START,
    TASKS,
    activity,
    answer_role,
    ask_for_sign_off,
    choose,
    follow,
    go,
    save,
    shown,
    start,
    text_of,
)

pytestmark = pytest.mark.browser

LOOKS = ((1280, "light"), (390, "dark"), (390, "light"), (1280, "dark"))
_RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  const tell = (node) => `${node.html.slice(0, 160)} [${node.target}]`;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(tell).join("; ")}`);
}"""


class Look:
    """axe on one page, as it stands, in each of the looks. What it finds is gathered and told at the end."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.source = (NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
        self.found: list[str] = []

    def at(self, state: str, looks: tuple[tuple[int, str], ...] = LOOKS[:2]) -> None:
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(self.source + "; 0")
        for width, colours in looks:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=colours, reduced_motion="reduce")
            scheme = "slate" if colours == "dark" else "default"
            self.page.wait_for_selector(f"body[data-md-color-scheme={scheme}]", state="attached")
            self.page.evaluate(
                "scrollTo(0, 0)"
            )  # what is scrolled under the header's buttons is not covered by them for good
            self.found += [f"{state}, {width} px, {colours}: {one}" for one in self.page.evaluate(_RUN)]
        self.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture
def look(page: Page) -> Iterator[Look]:
    look = Look(page)
    yield look
    assert not look.found, "\n".join(look.found)


def test_pages_to_read(look: Look) -> None:
    for address in (*READING, *WITHOUT_A_WIDGET):
        look.page.goto(address)
        look.at(address)


def test_pages_of_the_tracker_without_a_record(look: Look) -> None:
    go(look.page, START)
    look.at(START, LOOKS)
    for address in TRACKER:
        if address in WITHOUT_A_WIDGET:
            continue
        if address != START:
            follow(look.page, address)
        look.at(f"{address} without a record")


def test_starting_and_answering(look: Look) -> None:
    page = look.page
    go(page, START)
    page.click("#start-form button[type=submit]")
    expect(page.locator("#problems")).to_be_visible()
    look.at("start, with errors", LOOKS)
    start(page)
    look.at("the task list of a new record")
    for number in ("1.1", "1.4", "1.5", "1.6"):
        follow(page, activity(number))
        look.at(f"{number}, empty")
    follow(page, activity("1.2"))
    page.fill("#f-ideas--equity--1", "Ask which language, at SA1 1AA")
    expect(page.locator(".warning-note").first).to_be_visible()
    page.click("#f-ideas--equity-add")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(4)
    look.at("1.2, in progress, with a warning and a row more", LOOKS)
    page.click("#evidence-add summary")
    page.click("#evidence-form button[type=submit]")
    expect(page.locator("#problems")).to_be_visible()
    look.at("1.2, evidence with errors")
    page.select_option("#c-evidence-kind", "notes")
    page.fill("#c-evidence-shows", "What I heard")
    page.fill("#c-evidence-kept", "My folder")
    page.fill("#c-evidence-date", "2026-11-20")
    page.click("#evidence-form button[type=submit]")
    expect(page.locator("ul.evidence li")).to_have_count(1)
    look.at("1.2, evidence listed")
    follow(page, activity("1.4"))
    for number in (1, 2, 3):
        page.fill(f"#f-lists--good--{number}", f"Reason {number}")
        page.check(f"#f-lists--good--{number}--influence")
        page.click(f"#f-lists--good--{number}--chosen")
        if number < 3:
            expect(page.locator(f"#f-lists--good--{number}--action")).to_be_visible()
    expect(page.get_by_text("You can choose 2").first).to_be_visible()
    look.at("1.4, a third choice refused")


def test_signing(look: Look) -> None:
    page = look.page
    start(page)
    follow(page, activity("1.1"))
    answer_role(page)
    look.at("1.1, ready to be asked for")
    ask_for_sign_off(page)
    look.at("1.1, waiting", LOOKS)
    follow(page, SIGN_OFF)
    look.at("sign-off, the list", LOOKS)
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#problems")).to_be_visible()
    look.at("sign-off, with errors")
    _decide(page, "needs-work", "Say who agreed it")
    look.at("sign-off, the last look", LOOKS)
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_visible()
    look.at("sign-off, done")
    follow(page, activity("1.1"))
    look.at("1.1, needs more work", LOOKS)
    ask_for_sign_off(page)
    follow(page, SIGN_OFF)
    _decide(page, "signed-off", "")
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_visible()
    follow(page, activity("1.1"))
    look.at("1.1, signed", LOOKS)
    page.fill("#f-role--duties", "Other words")
    expect(page.locator("#changed-since")).to_be_visible()
    page.locator("[id^=decision-] summary").first.click()
    look.at("1.1, changed since sign-off", LOOKS)
    follow(page, TASKS)
    look.at("the task list with a sign-off", LOOKS)


def test_signing_several_peoples_work(look: Look) -> None:
    page = look.page
    sam, chosen = request("Sam Evans", 0x11, (9, 10))
    jo, _ = request("Jo Bloggs", 0x12, (2,))
    go(page, SIGN_OFF)
    page.get_by_text("Paste a request or a reply instead").click()
    page.click("#paste-form button")
    expect(page.locator("#problems")).to_be_visible()
    look.at("sign-off, nothing pasted")
    page.fill("#c-paste0-text", wrap(sam, "request") + wrap(jo, "request") + "-----BEGIN INDUCTION REPLY-----")
    page.click("#paste-form button")
    expect(page.locator("#problems")).to_contain_text("cut short")
    expect(page.locator("#decide")).to_have_text("3 activities wait for sign-off")
    for left in (2, 1, 0):
        page.locator("[data-command='sign.show']").first.click()
        expect(page.locator("[data-command='sign.show']")).to_have_count(left)
    page.get_by_text("I sign for somebody else").click()
    page.get_by_text("Add a witness statement").click()
    look.at("sign-off, several people's work, open", LOOKS)
    page.fill("#c-delegated-by", "Gethin Tudor")
    page.check("#c-all")
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#problems")).to_contain_text("Enter why you sign for them")
    look.at("sign-off, several people's work, with errors")
    page.fill("#c-delegated-why", "on leave")
    page.select_option("#c-method", "discussed")
    page.select_option("#c-statement", index=1)
    page.check("#c-role")
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#check")).to_be_visible()
    look.at("sign-off, several people's work, the last look")
    page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_visible()
    page.get_by_text("3 activities are signed off").click()
    page.click("#reply-text-1")
    expect(page.locator("#copy-text")).to_be_focused()
    page.evaluate(
        "scrollTo(0, 0)"
    )  # else the header that stays lies over the strip, and axe measures what is left of it
    look.at("sign-off, replies to several people", LOOKS)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways on a phone"
    # What does not fit, on the inductee's side.
    reply = json.loads(unwrap(page.locator("#copy-text").input_value()))
    reply["events"][0]["data"]["shown"][0]["answer"] = "Never written"
    mine = json.loads(sam)
    go(page, START)
    choose(page, json.dumps({**mine, "kind": "record", "events": mine["events"] + reply["events"]}))
    shown(page, lambda: page.click("#preview-merge"), TASKS)
    expect(page.locator("#record-bar")).to_contain_text("Sam Evans")
    follow(page, "/" + next(one.page for one in chosen if one.id == reply["events"][0]["subject"]))
    expect(page.get_by_text("These words are not those that were signed.")).to_be_visible()
    page.get_by_text("Add a witness statement").click()
    page.click("#witness-form button[type=submit]")
    expect(page.locator("#problems")).to_be_visible()
    look.at("an activity with a decision that does not fit, and a witness form", LOOKS)


def _decide(page: Page, decision: str, note: str) -> None:
    page.locator("[id^=show-]").click()
    expect(page.locator("h3[id^=work-]")).to_be_focused()
    page.check(f"input[name^='decision:'][value={decision}]")
    page.fill("textarea[name^='note:']", note)
    page.select_option("#c-method", "discussed")
    page.select_option("#c-statement", index=1)
    page.check("#c-role")
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#check")).to_be_visible()


def test_log_record_and_files(look: Look) -> None:
    page = look.page
    start(page)
    follow(page, LOG)
    look.at("the log, empty")
    for _ in range(2):
        before = page.locator(".log-entry").count()
        page.click("#log-new")
        expect(page.locator(".log-entry")).to_have_count(before + 1)
    page.locator("[data-part=what]").first.fill("A visit")
    page.locator("[id$=-what-share]").first.click()
    expect(page.get_by_text("Shared with whoever signs.")).to_be_visible()
    look.at("the log, two entries", LOOKS)
    follow(page, activity("1.2"))
    page.fill("#f-ideas--equity--1", "Ask which language")
    follow(page, RECORD)
    look.at("the record", LOOKS)
    page.click("#save-request")
    expect(page.locator("#problems")).to_be_visible()
    look.at("the record, nothing to ask for")
    copy = text_of(save(page, "#save-copy"))
    choose(page, copy)
    expect(page.locator("#preview")).to_be_visible()
    look.at("the record, preview of a file", LOOKS)
    page.click("#preview-merge")
    expect(page.locator("#preview")).to_have_count(0)
    page.get_by_text("Erase an answer for ever").first.click()
    page.get_by_role("button", name="Erase", exact=True).first.click()
    expect(page.locator("#erase-confirm")).to_be_visible()
    look.at("the record, erase", LOOKS)
    page.click("#erase-cancel")
    expect(page.locator("#erase-confirm")).to_have_count(0)
    page.click("#forget-ask")
    expect(page.locator("#forget-form")).to_be_visible()
    page.click("#forget-form button[type=submit]")
    expect(page.locator("#problems")).to_be_visible()
    look.at("the record, remove from this device", LOOKS)
    page.click("#forget-cancel")
    expect(page.locator("#forget-form")).to_have_count(0)
    page.click("#bar-close")
    expect(page.locator("#whose")).to_be_visible()
    look.at("start, whose record is this", LOOKS)
    choose(page, "not a record")
    expect(page.locator("#problems")).to_be_visible()
    look.at("start, a file refused")
