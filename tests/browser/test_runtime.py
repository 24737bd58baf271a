"""Python in the page: fetched once, only where it is needed; missing, blocked, dying."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import LOG, RECORD, SECTION, TASKS, activity, events, follow, go, kept, ready, start, until

pytestmark = pytest.mark.browser

WORKERS = """
const Real = window.Worker;
window.workers = [];
window.Worker = class extends Real {
  constructor(address, options) { super(address, options); if (/worker\\.js\\?b=/.test(address)) window.workers.push(this); }
};
"""
BOX = "#f-ideas--equity--1"


def test_five_pages_by_link_and_one_python(device) -> None:
    page = device(WORKERS).tab()
    start(page)
    page.evaluate("window.sameDocument = true")
    for address in (activity("1.2"), f"{SECTION}1-c/", LOG, RECORD, TASKS):
        follow(page, address)
    assert page.evaluate("window.sameDocument") is True
    assert page.evaluate("window.workers.length") == 1


@pytest.mark.parametrize("address", ["/", "/guidance/", "/scripts/confidentiality/", "/glossary/", "/reference/law/"])
def test_a_page_to_read_fetches_no_runtime(device, address: str) -> None:
    one = device()
    page = one.tab()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert page.locator("[data-widget]").count() == 0
    assert not [url for url in asked if "pyodide" in url or "/induction/" in url.removeprefix(one.site + "/induction/")]
    expect(page.locator("html")).to_have_attribute("data-induction", "idle")


def test_without_the_runtime_the_page_reads_and_trying_again_works(device) -> None:
    one = device()
    one.forgive("did not start", "Failed to load resource", "wasm", "Failed to fetch", "TypeError", "aborting")
    page = one.tab()
    one.context.route("**/*.wasm", lambda route: route.abort())
    page.goto(activity("1.2"))
    page.wait_for_selector("html[data-induction=failed]", state="attached")
    problem = page.locator("[data-induction-problem]")
    expect(problem).to_contain_text("The tracker did not start. You can still read this page")
    expect(page.get_by_text("A good idea is something a family could see you do.")).to_be_visible()
    expect(page.locator(BOX)).not_to_be_editable()
    one.context.unroute("**/*.wasm")
    problem.get_by_role("button", name="Try again").click()
    ready(page)
    expect(problem).not_to_contain_text("did not start")
    start(page)
    follow(page, activity("1.2"))
    page.fill(BOX, "Works after all")
    expect(page.locator("#activity-status")).to_contain_text("In progress")


DIE = "workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))"
"""What the page hears when the browser ends a worker."""
HOLD = "workers.at(-1).postMessage = () => {}"
"""A worker that hears nothing any more: what is sent to it stays without an answer."""


def test_a_dead_python_is_replaced_and_what_was_typed_is_kept(device) -> None:
    one = device(WORKERS)
    one.forgive("out of memory", "CallError", "fatal")
    page = one.tab()
    start(page)
    follow(page, activity("1.2"))
    page.fill(BOX, "Before")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    page.click("#f-ideas--equity--2")
    page.evaluate(HOLD)
    page.keyboard.type("In the middle of")
    page.wait_for_timeout(500)  # its command is on its way to nobody
    page.evaluate(DIE)
    page.keyboard.type(" a word")
    until(page, "workers.length === 2")
    expect(page.locator("#f-ideas--equity--2")).to_have_value("In the middle of a word")
    expect(page.locator("#f-ideas--equity--2")).to_be_focused()
    expect(page.locator("[data-induction-problem]")).to_contain_text("The tracker had to start again.")
    page.keyboard.type("!")
    page.click("h1")
    expect(page.locator(BOX)).to_have_value("Before")
    assert kept(page, "ideas.equity.2") == "In the middle of a word!"
    page.reload()
    expect(page.locator("#f-ideas--equity--2")).to_have_value("In the middle of a word!")


def test_a_command_python_dies_on_is_not_done_twice(device) -> None:
    one = device(WORKERS)
    one.forgive("out of memory", "CallError", "fatal")
    page = one.tab()
    start(page)
    follow(page, activity("1.2"))
    page.evaluate(HOLD)
    page.click("#f-ideas--equity-add")
    page.evaluate(DIE)
    until(page, "workers.length === 2")
    expect(page.locator("[data-induction-problem]")).to_contain_text("Your last step was not done.")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(3)
    page.click("#f-ideas--equity-add")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(4)
    assert len(events(page, "row")) == 1
    expect(page.locator("[data-induction-problem]")).not_to_contain_text("start again")


def test_no_press_of_a_button_is_done_twice(page: Page) -> None:
    start(page)
    go(page, LOG)
    page.dblclick("#log-new")
    expect(page.locator(".log-entry")).to_have_count(1)
    page.wait_for_timeout(500)
    expect(page.locator(".log-entry")).to_have_count(1)
