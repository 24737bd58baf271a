"""The manager's team, what its machine keeps, changed pages, and signing on paper, in a real browser."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from induction.progress import Counts
from induction.team import with_counts
from macros.environment import NODE_MODULES
from tests.browser.requests import request
from tests.browser.steps import (
    RECORD,
    SIGN_OFF,
    TASKS,
    activity,
    answer_role,
    ask_for_sign_off,
    choose_many,
    events,
    follow,
    go,
    ready,
    save,
    start,
    text_of,
)

pytestmark = pytest.mark.browser

TEAM = "/induction/team/"
FORM = "/induction/sign-off-form/"
SECRET = "Evidence that stays where it is"
AXE = """async () => (await axe.run(document, { runOnly: { type: "tag", values:
  ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } })).violations.map(
  ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join("; ")}`)"""


def sound(page: Page) -> None:
    """Nothing that axe finds, wide and on a phone, light and dark, and nothing wider than the screen."""
    page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8") + "; 0")
    for width, colours in ((1280, "light"), (390, "dark"), (390, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")
        page.wait_for_selector(
            f"body[data-md-color-scheme={'slate' if colours == 'dark' else 'default'}]", state="attached"
        )
        assert page.evaluate(AXE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 900})


def with_answer(text: str) -> str:
    """A request with an answer in it, and the counts of the whole record."""
    value = json.loads(text)
    like = next(one for one in value["events"] if one["type"] == "done")
    data = {"field": "role.functions", "prompt": "What does the service do here?", "value": SECRET}
    last = max(one["id"] for one in value["events"])
    value["events"].append(
        {**like, "id": last[:-4] + "ffff", "tick": 99, "type": "answer", "subject": "ews.1.1", "data": data}
    )
    return with_counts(json.dumps(value), Counts(done=7, signed=4, to_sign=37, waiting=2, total=71))


def open_files(page: Page, *texts: str) -> None:
    choose_many(page, [(f"{n}.json", one) for n, one in enumerate(texts)])


def stored(page: Page) -> str:
    """Everything in local storage, keys and texts."""
    return page.evaluate("JSON.stringify(Object.entries(localStorage))")


def sign_first(page: Page) -> None:
    """Open the first piece of work and sign it off."""
    page.locator("#sign-form [data-command='sign.show']").first.click()
    expect(page.locator("h3[id^=work-]:focus")).to_have_count(1)
    page.locator("#sign-form .card").first.get_by_label("Signed off", exact=True).check()
    page.select_option("#c-method", "discussed")
    page.select_option("#c-statement", index=1)
    page.fill("#c-name", "Sioned Vaughan")
    page.get_by_role("group", name="You are").get_by_label("Manager").check()
    page.click("#sign-form button[type=submit]")
    with page.expect_download():
        page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_focused()


def test_two_people_one_dropped_then_everything_erased_and_it_stays_so(device) -> None:
    one = device()
    page = one.tab()
    go(page, SIGN_OFF)
    sam, _ = request("Sam Evans", 1, (3, 16))
    jo, _ = request("Jo Bloggs", 2, (12,))
    open_files(page, with_answer(sam), jo)
    expect(page.locator("#decide")).to_have_text("3 activities wait for sign-off")
    sign_first(page)  # Sam's, the oldest
    follow(page, TEAM)
    expect(page.locator("#team")).to_have_text("2 people")
    expect(page.locator("#team-waiting")).to_contain_text(
        "2 activities wait for sign-off, the oldest since 12 November 2026"
    )
    sam_row = page.locator("tbody tr", has_text="Sam Evans")
    expect(sam_row).to_contain_text("7 of 71")
    expect(sam_row).to_contain_text("4 of 37")
    expect(sam_row).to_contain_text("21 November 2026")
    expect(sam_row).to_contain_text("1 decision, the last on")
    expect(page.locator("tbody tr", has_text="Jo Bloggs")).to_contain_text("Not known")
    sound(page)

    # What is kept: the decision, the name, the dates. No answer, no evidence, nothing of who was only read.
    kept = stored(page)
    assert "Sam Evans" in kept and "signed-off" in kept
    assert SECRET not in kept and "Jo Bloggs" not in kept and '\\"answer\\"' not in kept
    assert '\\"shown\\":[]' in kept.replace("\\\\", "\\")

    # By keyboard: ask, think again, ask, drop.
    sam_row.get_by_role("button", name="Drop Sam Evans from this device").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#team-sure")).to_be_focused()
    sound(page)
    page.click("#team-no")
    expect(page.locator("#team")).to_be_focused()
    sam_row.get_by_role("button", name="Drop Sam Evans").click()
    page.click("#team-yes")
    expect(page.locator("#team")).to_have_text("1 person")
    assert "Sam Evans" not in stored(page)

    # Another decision, then everything goes, in this tab and in another.
    follow(page, SIGN_OFF)
    sign_first(page)
    assert "Jo Bloggs" in stored(page)
    other = one.tab()
    go(other, TEAM)
    expect(other.locator("#team")).to_have_text("1 person")
    follow(page, TEAM)
    page.click("#team-erase")
    expect(page.locator("#team-sure")).to_have_text("Erase everything on this device?")
    page.click("#team-yes")
    expect(page.locator("#team")).to_have_text("Nobody is here yet")
    expect(other.locator("#team")).to_have_text("Nobody is here yet")
    assert "Jo Bloggs" not in stored(page)
    page.reload()
    ready(page)
    expect(page.locator("#team")).to_have_text("Nobody is here yet")


def test_a_changed_page_is_told_to_whom_it_touches_and_to_nobody_else(device) -> None:
    """Delight 10: alter one page; the person it touches sees 1, another 0."""

    def altered(route: Route) -> None:
        answer = route.fetch()
        value = json.loads(answer.text())
        [basis] = [one for one in value["bases"] if one["id"] == "ews.1.a"]
        basis["changes"] = [
            {"date": "2026-11-21", "what": "It now says who decides which school you serve.", "matters": True}
        ]
        route.fulfill(response=answer, body=json.dumps(value))

    def tab(name: str) -> Page:
        one = device(service_workers="block")
        one.context.route("**/programme-*.json", altered)
        page = one.tab()
        start(page, name)
        follow(page, activity("1.1"))
        answer_role(page)
        return page

    touched, another = tab("Rhian Prys"), tab("Gwen Pari")
    ask_for_sign_off(touched, "2026-11-20")
    for page in (touched, another):
        follow(page, TASKS)
    expect(touched.locator("#changed-pages")).to_have_text("Changed since you did the work: 1 page")
    expect(another.locator("#counts")).to_be_visible()
    expect(another.locator("#changed-pages")).to_have_count(0)
    expect(touched.locator(".panel")).to_contain_text("It now says who decides which school you serve.")
    sound(touched)
    follow(touched, activity("1.1"))
    expect(touched.locator("#changed-notice")).to_contain_text("1.a")
    follow(touched, TASKS)
    touched.get_by_role("button", name="I have read this").click()
    expect(touched.locator("#changed-pages")).to_have_count(0)
    [made] = events(touched, "read-change")
    assert (made["subject"], made["data"]["change"]) == ("ews.1.a", "2026-11-21")
    follow(touched, RECORD)
    expect(touched.locator("#changes-read")).to_be_visible()
    touched.reload()
    ready(touched)
    expect(touched.locator("#changes-read")).to_be_visible()


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type /Page/")


def test_a_form_is_printed_signed_with_a_pen_typed_in_and_confirmed(device, tmp_path: Path) -> None:
    page = device().tab()
    start(page)
    follow(page, activity("1.1"))
    answer_role(page)
    ask_for_sign_off(page, "2026-11-20")
    follow(page, FORM)
    sheet = page.locator(".sign-sheet")
    expect(sheet).to_have_count(1)
    expect(sheet).to_contain_text("Twelve schools and what they refer")
    code = sheet.locator("dd").nth(5).inner_text()
    sound(page)
    page.emulate_media(media="print")
    for words in ("Sign-off: 1.1", "What whoever signs looks for", "Signature"):
        expect(sheet).to_contain_text(words)
    expect(sheet.get_by_text("Enough", exact=True)).to_be_visible()  # unfolded on paper
    expect(page.locator("#sign-form-choice button")).to_be_hidden()
    assert 1 <= pages_in(page.pdf(format="A4")) <= 4
    page.emulate_media(media="screen")

    follow(page, activity("1.1"))
    page.click("#paper-record summary")
    page.click("#paper-form button[type=submit]")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#problems")).to_contain_text("Enter where the form is kept")
    sound(page)
    page.get_by_role("group", name="What does the form say?").get_by_label("Signed off").check()
    page.fill("#c-paper-name", "Sioned Vaughan")
    page.get_by_role("group", name="Role on the form").get_by_label("Manager").check()
    page.fill("#c-paper-signed", "2026-11-21")
    page.fill("#c-paper-kept", "office, my file")
    page.fill("#c-paper-code", code)
    page.click("#paper-form button[type=submit]")
    note = page.locator("#on-paper")
    expect(note).to_contain_text("Signed on paper, not confirmed on the site.")
    expect(note).to_contain_text("The code on the form fits the words")
    expect(page.locator("#activity-status")).to_contain_text("Waiting for sign-off")
    follow(page, TASKS)
    expect(page.locator("#counts")).to_contain_text("Signed off: 0")

    # It goes with the request, and the manager sees it beside the work.
    follow(page, RECORD)
    text = text_of(save(page, "#save-request"))
    manager = device().tab()
    go(manager, SIGN_OFF)
    open_files(manager, text)
    expect(manager.locator("[id^=on-paper-]")).to_contain_text("Signed on paper, not confirmed on the site.")
    follow(manager, TEAM)
    expect(manager.locator("tbody tr")).to_contain_text("1 of")


def test_without_javascript_there_is_a_blank_form(device) -> None:
    page = device(java_script_enabled=False).context.new_page()
    page.goto(FORM)
    expect(page.locator(".sign-sheet")).to_have_count(1)
    for words in ("Activity, number and title", "Decision", "Signature", "Date you sign"):
        expect(page.locator(".sign-sheet")).to_contain_text(words)
    page.goto(activity("1.1"))
    expect(page.locator("#sign-on-paper")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#sign-on-paper")).to_be_visible()
