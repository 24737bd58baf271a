"""Every response type and every form of question in a real browser, whether content uses it or not: axe, keyboard, ordering.

The site is that of `tests.specimen.kinds`; HANDBOOK_SPECIMEN names one that is built already.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import START, events, follow, go, kept, settled, shown
from tests.browser.test_accessible import LOOKS, Look
from tests.serving import serving
from tests.specimen.kinds import TASKS, address, build, specimens

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The specimens' site takes the place of the handbook's."""
    ready = os.environ.get("HANDBOOK_SPECIMEN")
    folder = Path(ready) if ready else build(tmp_path_factory.mktemp("specimen"))
    with serving(folder) as where:
        yield where


@pytest.fixture
def device(browser: object, site: str) -> Iterator[Callable[..., object]]:
    """As everywhere, on the specimens' site."""
    from tests.browser.conftest import device as usual

    yield from usual.__wrapped__(browser, site)  # type: ignore[attr-defined]


@pytest.fixture
def open_record(page: Page) -> Page:
    """A record is open."""
    go(page, START)
    page.fill("#c-name", "Rhian Prys")
    page.select_option("#c-programme", "lhj")
    page.fill("#c-manager", "Sioned Vaughan")
    shown(page, lambda: page.click("#start-form button[type=submit]"), TASKS)
    return page


_FILL = """() => {
  const widget = document.querySelector("[data-widget=activity]");
  for (const details of widget.querySelectorAll("details")) details.open = true;
  for (const box of widget.querySelectorAll("textarea[data-field], input[type=text][data-field]")) {
    box.value = "Child A, at SA1 1AA";
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
  const groups = new Set();
  for (const choice of widget.querySelectorAll("input:is([type=radio], [type=checkbox])[data-field]:enabled")) {
    if (groups.has(choice.name)) continue;
    groups.add(choice.name);
    choice.click();
  }
  for (const select of widget.querySelectorAll("select[data-field]:enabled")) {
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


@pytest.mark.parametrize("name", specimens())
def test_axe_finds_nothing_empty_or_answered(open_record: Page, name: str) -> None:
    page, look = open_record, Look(open_record)
    follow(page, address(name))
    look.at(f"{name}, empty", LOOKS)
    page.evaluate(_FILL)
    settled(page)
    look.at(f"{name}, answered", LOOKS)
    for button in page.locator("[id$=-check]:visible").all()[:4]:
        if button.count():
            button.click()
    settled(page)
    page.evaluate("scrollTo(0, 0)")  # the theme's way back to the top floats over whatever is under it
    look.at(f"{name}, checked", LOOKS)
    assert not look.found, "\n".join(look.found)


_STOPS = """() => {
  const widget = document.querySelector("[data-widget=activity]");
  const all = [...widget.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0);
  const groups = new Set();
  window.__stops = new Set(seen.filter((one) => {
    if (one.type !== "radio") return true;
    if (groups.has(one.name)) return false;
    groups.add(one.name);
    return true;
  }));
  window.__names = new Set();
  addEventListener("focusin", ({ target }) => {
    window.__stops.delete(target);
    if (target.type === "radio") for (const one of window.__stops) if (one.name === target.name) window.__stops.delete(one);
  });
  const before = widget.closest(".md-content").querySelector("h1");
  before.tabIndex = -1;
  before.focus();
  return window.__stops.size;
}"""
_LEFT = "() => [...window.__stops].map((one) => one.outerHTML.slice(0, 140))"


@pytest.mark.parametrize("name", specimens())
def test_the_keyboard_reaches_every_control(open_record: Page, name: str) -> None:
    page = open_record
    follow(page, address(name))
    stops = page.evaluate(_STOPS)
    assert stops > 2
    for _ in range(stops + 40):
        page.keyboard.press("Tab")
        if not page.evaluate("window.__stops.size"):
            break
    assert page.evaluate(_LEFT) == []


def order(page: Page) -> list[str]:
    return page.locator("#f-forms--steps--try--1 > li > span:first-child").all_inner_texts()


def test_an_ordering_question_by_buttons(open_record: Page) -> None:
    page = open_record
    follow(page, address("quiz-forms"))
    assert order(page) == ["Look again", "Ask the child", "Make a plan"]
    mine = page.locator("#f-forms--steps--try--1")
    page.click("#f-forms--steps--try--1-look-down")
    expect(mine.locator("li").first).to_contain_text("Ask the child")
    page.click("#f-forms--steps--try--1-look-down")
    expect(mine.locator("li").last).to_contain_text("Look again")
    assert order(page) == ["Ask the child", "Make a plan", "Look again"]
    expect(page.locator("#induction-live")).to_have_text("Look again: now 3 of 3")
    assert kept(page, "forms.steps.try.1") == "ask plan look"
    page.reload()
    page.wait_for_selector("html[data-induction=ready]", state="attached")
    assert order(page) == ["Ask the child", "Make a plan", "Look again"]


def test_an_ordering_question_by_keyboard_to_the_answer(open_record: Page) -> None:
    page = open_record
    follow(page, address("quiz-forms"))
    page.locator("#f-forms--steps--try--1-look-up").focus()
    page.keyboard.press("Enter")  # it is first already: nothing moves, and the focus has its place
    settled(page)
    page.locator("#f-forms--steps--try--1-look-down").focus()
    for wanted in (["Ask the child", "Look again", "Make a plan"], ["Ask the child", "Make a plan", "Look again"]):
        page.keyboard.press("Enter")
        expect(page.locator("#f-forms--steps--try--1 > li").nth(wanted.index("Look again"))).to_contain_text(
            "Look again"
        )
        expect(page.locator("#f-forms--steps--try--1-look-down")).to_be_focused()
        assert order(page) == wanted
    page.keyboard.press("Enter")  # the end: it stays where it is
    settled(page)
    assert order(page) == ["Ask the child", "Make a plan", "Look again"]
    page.locator("#f-forms--steps--try--1-check").press("Enter")
    expect(page.locator("#f-forms--steps-verdict")).to_be_focused()
    expect(page.locator("#f-forms--steps-opened")).to_contain_text("Nothing comes before that.")
    assert len([one for one in events(page, "row") if one["data"]["list"].endswith(".checked")]) == 1
