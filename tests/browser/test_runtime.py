"""Python in the page: fetched once, only where it is needed, from its snapshot or the long way; missing, blocked, dying."""

import zlib
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.steps import (
    LOG,
    RECORD,
    SECTION,
    TASKS,
    activity,
    answered,
    events,
    follow,
    go,
    kept,
    leave_for,
    ready,
    start,
    until,
)

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


def fetched(page: Page) -> Callable[[str], int]:
    """Counts what the page and its workers ask for, by a part of the address."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    return lambda part: sum(part in url for url in asked)


ARCHIVES = ("/python-3", "/induction/induction-")


def test_python_comes_from_its_snapshot_and_the_archives_stay_where_they_are(device) -> None:
    page = device().tab()
    times = fetched(page)
    start(page)
    go(page, activity("1.2"))
    page.fill(BOX, "As ever")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    assert times("/snapshot-") == 2  # one a page load
    assert [times(part) for part in ARCHIVES] == [0, 0]
    assert times("pyodide.asm.wasm") == 2


def _gone(route: Route) -> None:
    route.fulfill(status=404)


def _cut_short(route: Route) -> None:
    route.fulfill(body=route.fetch().body()[:-1000], content_type="application/octet-stream")


def _not_whole(route: Route) -> None:
    whole = zlib.decompress(route.fetch().body())
    route.fulfill(body=zlib.compress(whole[: len(whole) // 2], 1), content_type="application/octet-stream")


def _of_another_pyodide(route: Route) -> None:
    whole = bytearray(zlib.decompress(route.fetch().body()))
    whole[16] ^= 1  # in Pyodide's head: the first byte of its build id
    route.fulfill(body=zlib.compress(bytes(whole), 1), content_type="application/octet-stream")


def _broken_memory(route: Route) -> None:
    whole = bytearray(zlib.decompress(route.fetch().body()))
    middle = len(whole) // 3
    whole[middle:] = bytes(len(whole) - middle)
    route.fulfill(body=zlib.compress(bytes(whole), 1), content_type="application/octet-stream")


@pytest.mark.parametrize("answer", [_gone, _cut_short, _not_whole, _of_another_pyodide, _broken_memory])
def test_a_snapshot_that_cannot_be_used_is_done_without(device, answer: Callable[[Route], None]) -> None:
    one = device()
    one.forgive("404")
    page = one.tab()
    times = fetched(page)
    one.context.route("**/snapshot-*.bin", answer)
    start(page)
    assert any("starts the long way" in line for line in one.said)
    follow(page, activity("1.2"))
    page.fill(BOX, "By the long way")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    assert [times(part) for part in ARCHIVES] == [1, 1]


def test_a_python_that_died_is_followed_by_one_that_starts_the_long_way(device) -> None:
    one = device(WORKERS)
    one.forgive("out of memory", "CallError", "fatal")
    page = one.tab()
    times = fetched(page)
    start(page)
    page.evaluate(DIE)
    follow(page, activity("1.2"))
    page.fill(BOX, "Again")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    assert times("/snapshot-") == 1
    assert [times(part) for part in ARCHIVES] == [1, 1]


def test_what_is_imported_late_is_fetched_then_and_not_before(device) -> None:
    """Also where the first attempt meets a dead line: Python raises, lives on, and the next attempt works."""
    one = device()
    one.forgive("Failed to load resource", "XMLHttpRequest")

    def reachable(route: Route) -> None:
        held = 'python.pyimport("sys").modules'
        text = route.fetch().text()
        assert held in text
        route.fulfill(body=text.replace(held, f"self.python = python; {held}"), content_type="text/javascript")

    one.context.route("**/worker.js?b=*", reachable)
    page = one.tab()
    times = fetched(page)
    start(page)
    worker = next(worker for worker in page.workers if "worker.js?b=" in worker.url)
    late = "() => { try { return self.python.runPython('import colorsys; colorsys.ONE_THIRD > 0'); } catch (e) { return e.type; } }"
    assert "'colorsys'" not in worker.evaluate("() => self.python.runPython('import sys; str(sorted(sys.modules))')")
    one.context.route("**/python-3*.zip", lambda route: route.abort())
    assert "Error" in worker.evaluate(late)
    one.context.unroute("**/python-3*.zip")
    before = times("/python-3")
    assert worker.evaluate(late) is True
    assert times("/python-3") == before + 1
    assert worker.evaluate("() => self.python.runPython('import calendar; calendar.isleap(2028)')") is True
    assert times("/python-3") == before + 1  # the whole archive came at once
    follow(page, activity("1.2"))
    page.fill(BOX, "Still here")
    expect(page.locator("#activity-status")).to_contain_text("In progress")


def test_chance_is_not_the_same_for_everybody(device) -> None:
    """The snapshot holds Python's own random numbers as they stood when the site was built."""
    drawn = []
    for _ in range(2):
        one = device()

        def reachable(route: Route) -> None:
            text = route.fetch().text().replace("app.boot(", "self.python = python; app.boot(")
            route.fulfill(body=text, content_type="text/javascript")

        one.context.route("**/worker.js?b=*", reachable)
        page = one.tab()
        go(page, activity("1.2"))
        worker = next(worker for worker in page.workers if "worker.js?b=" in worker.url)
        drawn.append(worker.evaluate("() => self.python.runPython('import random; random.random()')"))
    assert drawn[0] != drawn[1]


DIE = "workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))"
"""What the page hears when the browser ends a worker."""
HOLD = """{
  const [worker, held] = [workers.at(-1), (window.held = [])];
  worker.postMessage = (message) => held.push(message);
  window.letGo = (further) => {
    if (!further) delete worker.postMessage;
    for (const message of held.splice(0)) worker.constructor.prototype.postMessage.call(worker, message);
  };
  void 0; // a function would be called
}"""
"""A worker that hears nothing any more: what is sent to it stays without an answer until it is let go, or let go so far."""


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
    until(page, "held.length")  # its command is on its way to nobody
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
    until(page, "held.length")
    page.evaluate(DIE)
    until(page, "workers.length === 2")
    expect(page.locator("[data-induction-problem]")).to_contain_text("Your last step was not done.")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(3)
    page.click("#f-ideas--equity-add")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(4)
    assert len(events(page, "row")) == 1
    expect(page.locator("[data-induction-problem]")).not_to_contain_text("start again")


def test_a_page_that_was_left_while_it_came_up_does_not_say_that_the_next_one_is_ready(device) -> None:
    page = device(WORKERS).tab()
    start(page)
    page.evaluate(HOLD)
    leave_for(page, activity("1.1"))
    until(page, "held.length")
    leave_for(page, activity("1.2"))
    until(page, "address => performance.getEntriesByName(`page:${address}`).length", activity("1.2"))
    page.evaluate("letGo('and hold what comes next')")
    until(page, "held.length")  # 1.1 is answered, and 1.2 asked for
    expect(page.locator("html")).to_have_attribute("data-induction", "booting")
    expect(page.locator(BOX)).not_to_be_editable()
    page.evaluate("letGo()")
    ready(page)
    expect(page.locator(BOX)).to_be_editable()


def test_a_slow_answer_does_not_take_the_focus_from_a_field_that_is_typed_in(device) -> None:
    """The letters after it would stand in another field."""
    page = device(WORKERS).tab()
    start(page)
    follow(page, activity("1.2"))
    page.click("#evidence-add summary")
    page.evaluate(HOLD)
    page.click("#evidence-form button[type=submit]")
    page.click(BOX)
    page.keyboard.type("Ask which ")
    page.evaluate("letGo()")
    expect(page.locator("#problems")).to_be_visible()
    answered(page)
    page.keyboard.type("language")
    expect(page.locator(BOX)).to_have_value("Ask which language")
    # Whoever waits for it is taken to where the news is.
    page.click("#evidence-form button[type=submit]")
    expect(page.locator("#problems")).to_be_focused()


def test_what_is_typed_into_a_form_while_it_is_on_its_way_is_not_taken_away(device) -> None:
    """On a slow phone the next line of evidence is begun before Python has said that it has the last one."""
    page = device(WORKERS).tab()
    start(page)
    follow(page, activity("1.2"))
    page.click("#evidence-add summary")
    page.select_option("#c-evidence-kind", "notes")
    page.fill("#c-evidence-shows", "What I heard")
    page.fill("#c-evidence-kept", "My folder")
    page.fill("#c-evidence-date", "2026-11-20")
    page.evaluate(HOLD)
    page.click("#evidence-form button[type=submit]")
    until(page, "held.length")
    page.fill("#c-evidence-shows", "What I saw")
    page.evaluate("letGo()")
    expect(page.locator("ul.evidence li")).to_contain_text(["What I heard"])
    expect(page.locator("#c-evidence-kept")).to_have_value("")  # what was sent goes, for the next one
    expect(page.locator("#c-evidence-shows")).to_have_value("What I saw")
    page.select_option("#c-evidence-kind", "log")
    page.fill("#c-evidence-kept", "My log")
    page.fill("#c-evidence-date", "2026-11-21")
    page.click("#evidence-form button[type=submit]")
    expect(page.locator("ul.evidence li")).to_contain_text(["What I heard", "What I saw"])
    expect(page.locator("#c-evidence-shows")).to_have_value("")


def test_no_press_of_a_button_is_done_twice(device) -> None:
    """The second press comes while the first is on its way, however quick Python is."""
    page = device(WORKERS).tab()
    start(page)
    go(page, LOG)
    page.evaluate(HOLD)
    page.dblclick("#log-new")
    until(page, "held.length")
    page.evaluate("letGo()")
    expect(page.locator(".log-entry")).to_have_count(1)
    answered(page)
    expect(page.locator(".log-entry")).to_have_count(1)
