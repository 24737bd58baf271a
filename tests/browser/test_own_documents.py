"""The development plan, supervision and the record: written, printed, matched with a file, passed back and forth by two."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import (
    LOG,
    RECORD,
    START,
    TASKS,
    activity,
    answer_role,
    ask_for_sign_off,
    choose,
    follow,
    go,
    save,
    settled,
    shown,
    start,
    text_of,
)
from tests.browser.test_accessible import Look
from tests.browser.test_accessible import look as look  # a fixture

pytestmark = pytest.mark.browser

PLAN = "/induction/ews/section-6/activity-6-2/"
DEVELOPMENT = "/induction/development-plan/"
SUPERVISION = "/induction/supervision/"
LONG = (
    "I have learned a good deal about this and can say where it began, what helped and what I still do not know. " * 4
)
"""What somebody writes who writes a lot: 80 words."""


def at(page: Page, address: str) -> None:
    """Be on a page, by a link when it is another one."""
    if not page.url.split("#")[0].endswith(address):
        follow(page, address)


def paper(page: Page) -> bytes:
    return page.pdf(format="A4", prefer_css_page_size=True, tagged=True, outline=True)


def sides(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def log_entry(page: Page, words: str) -> None:
    """A new entry of the log, saved."""
    at(page, LOG)
    before = page.locator(".log-entry").count()
    page.click("#log-new")
    expect(page.locator(".log-entry")).to_have_count(before + 1)
    page.locator(".log-entry textarea").first.fill(words)
    settled(page)
    expect(page.locator(".log-entry [id$='-what-plan']").first).to_be_visible()


def objective(page: Page, words: str) -> None:
    """Another objective in the plan."""
    follow(page, PLAN)
    boxes = page.locator("[id^='f-objectives--'][id$='--name']")
    count = boxes.count()
    page.click("#f-objectives-add")
    expect(boxes).to_have_count(count + 1)
    boxes.last.fill(words)
    settled(page)
    expect(page.locator(f"#finish ~ ul, .item--objective:has(input[value='{words}'])").first).to_be_visible()


def evidence(page: Page, words: str) -> None:
    """A line of evidence in 1.1."""
    at(page, activity("1.1"))
    if not page.locator("#evidence-add[open]").count():
        page.click("#evidence-add summary")
    page.select_option("#c-evidence-kind", "notes")
    page.fill("#c-evidence-shows", words)
    page.fill("#c-evidence-kept", "My folder")
    page.fill("#c-evidence-date", "2026-11-20")
    page.click("#evidence-form button[type=submit]")
    expect(page.locator("ul.evidence")).to_contain_text(words)


def write_all(page: Page, who: str) -> None:
    log_entry(page, f"Log by {who}")
    objective(page, f"Objective by {who}")
    evidence(page, f"Evidence by {who}")


def give(sender: Page, receiver: Page) -> None:
    """The record as a file, from one to the other, who merges it."""
    at(sender, RECORD)
    copy = save(sender, "#save-copy")
    at(receiver, RECORD)
    choose(receiver, text_of(copy))
    expect(receiver.locator("#preview")).to_be_visible()
    receiver.click("#preview-merge")
    expect(receiver.locator("#merged")).to_be_visible()


def test_two_people_pass_the_record_back_and_forth_and_lose_nothing(device: Callable) -> None:
    """Issue 6: edits on both sides of the log, the plan and the evidence."""
    mine = device().tab()
    start(mine)
    write_all(mine, "me, first")
    follow(mine, RECORD)
    copy = save(mine, "#save-copy")
    manager = device().tab()
    go(manager, START)
    choose(manager, text_of(copy))
    shown(manager, lambda: manager.click("#preview-merge"), TASKS)
    write_all(manager, "the manager")
    write_all(mine, "me, meanwhile")
    give(manager, mine)
    give(mine, manager)
    codes = []
    for page in (mine, manager):
        at(page, RECORD)
        page.click("#private-lines")
        expect(page.locator("#private-lines")).to_contain_text("Leave")
        told = page.locator("[data-widget=record]").inner_text()
        for who in ("me, first", "the manager", "me, meanwhile"):
            for what in ("Log", "Objective", "Evidence"):
                assert f"{what} by {who}" in told, f"{what} by {who}"
        codes.append(page.locator("#check-code").inner_text())
    assert codes[0] == codes[1], "the same record has the same check code"


def test_the_plan_prints_ten_labelled_parts_on_two_sides_at_most(page: Page) -> None:
    """Row 46."""
    start(page)
    follow(page, PLAN)
    page.fill("#f-about-you--name", "Rhian Prys")
    page.fill("#f-about-you--job-title", "Education welfare officer")
    page.fill("#f-about-you--date", "27 November 2026")
    for name in ("strengths", "weaknesses", "more-confident", "helped-by"):
        page.fill(f"#f-where-i-stand--{name}", LONG)
    for name in ("next-3-months", "next-12-months"):
        page.fill(f"#f-where-i-go--{name}", LONG)
    settled(page)
    page.click("#f-objectives-samples summary")
    for number in range(3):
        page.click(f"#f-objectives-sample-{number}")
        expect(page.locator(".item--objective")).to_have_count(number + 1)
    follow(page, DEVELOPMENT)
    expect(page.locator("#plan-reviews ~ ul")).to_contain_text("27 February 2027")
    assert page.locator(".plan__part").count() == 10
    expect(page.locator("#plan-objectives ~ .table-wrap")).to_contain_text("No date yet")
    assert sides(paper(page)) <= 2
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_a_session_prints_on_one_side_and_the_agreement_on_another(page: Page) -> None:
    """Row 45."""
    start(page)
    follow(page, activity("1.1"))
    answer_role(page)
    ask_for_sign_off(page)
    log_entry(page, "Went out with a colleague")
    page.locator("[id$='-what-share']").first.click()
    expect(page.locator(".log-entry__does").first).to_contain_text("Shared")
    follow(page, SUPERVISION)
    page.click("#session-new")
    page.locator("[id$='--decide']").fill("A day in court\nA second desk")
    settled(page)
    expect(page.locator(".session__lists li")).to_have_count(2)
    assert sides(paper(page)) == 2
    agreement = page.locator("#agreement ~ dl")
    expect(agreement.locator("dt")).to_have_count(9)
    assert agreement.locator("dd").all_inner_texts() == ["Not agreed"] * 9


def test_the_record_is_a_tagged_document_and_its_code_is_that_of_the_file(device: Callable) -> None:
    mine = device().tab()
    start(mine)
    follow(mine, activity("1.1"))
    answer_role(mine)
    ask_for_sign_off(mine)
    evidence(mine, "What I heard")
    log_entry(mine, "Nobody else reads this")
    follow(mine, RECORD)
    pdf = paper(mine)
    assert b"/StructTreeRoot" in pdf and b"/MarkInfo" in pdf and b"/Outlines" in pdf
    for tag in (b"/S /Table", b"/S /TH", b"/S /H2", b"/S /H3"):
        assert tag in pdf, tag
    assert "Nobody else reads this" not in mine.locator("[data-widget=record]").inner_text()
    code = mine.locator("#check-code").inner_text()
    expect(mine.locator("#about-record")).to_contain_text(code)
    copy = save(mine, "#save-copy")
    expect(mine.locator("#check-code")).to_have_text(code)
    table, statements = save(mine, "#save-table"), save(mine, "#save-statements")
    assert table.suggested_filename.endswith(".csv") and "What I heard" in text_of(table)
    assert statements.suggested_filename.endswith(".xapi.json") and "What I heard" in text_of(statements)
    assert "Nobody else reads this" not in text_of(table) + text_of(statements)
    manager = device().tab()
    go(manager, START)
    choose(manager, text_of(copy))
    expect(manager.locator("#preview ~ p").filter(has_text="Check code of the file")).to_contain_text(code)


def test_a_line_of_the_log_is_used_in_an_activity_with_the_keyboard_alone(page: Page) -> None:
    """Row 12."""
    start(page)
    log_entry(page, "The father was angry and I took it badly")
    page.locator(".log-entry select").select_option("ews.1.3")
    use = page.locator("[id$='-what-use']")
    expect(use).to_be_visible()
    use.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#log-use")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#c-field")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    shown(page, lambda: page.keyboard.press("Enter"), activity("1.3"))
    expect(page.locator("#f-reflection--beliefs")).to_have_value("The father was angry and I took it badly")
    expect(page.locator("#from-log ~ ul")).to_contain_text("private")


def test_the_new_pages_are_accessible_in_every_look(look: Look) -> None:
    page = look.page
    start(page)
    follow(page, activity("1.1"))
    answer_role(page)
    ask_for_sign_off(page)
    log_entry(page, "Listen first")
    page.locator("[id$='-what-plan']").click()
    page.locator(".log-entry select").select_option("ews.1.3")
    page.locator("[id$='-what-use']").click()
    expect(page.locator("#log-use-form")).to_be_visible()
    look.at("the log, using a line")
    follow(page, PLAN)
    page.click("#f-objectives-samples summary")
    look.at("the plan's activity, with an objective and the examples")
    follow(page, DEVELOPMENT)
    look.at("the plan")
    follow(page, SUPERVISION)
    page.click("#session-new")
    expect(page.locator("[id$='--decide']")).to_be_visible()
    look.at("supervision, a session begun")
    follow(page, RECORD)
    look.at("the record as a document")
