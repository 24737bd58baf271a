"""At 400 % zoom, with forced colours, without motion: whatever a reader has set, nothing is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device
from tests.browser.kinds import READING, TRACKER
from tests.browser.steps import START, go
from tests.browser.test_accessible import LOOKS, Look

pytestmark = pytest.mark.browser

WIDER = """() => {
  const scrolls = (one) => one.closest(".table-wrap, .md-typeset__table, pre, .md-sidebar--primary, .md-search, svg");
  const wide = [...document.querySelectorAll(".md-container *, .md-header *")].filter((one) => {
    const { right, width, height } = one.getBoundingClientRect();
    return right > innerWidth + 1 && width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true }) && !scrolls(one);
  });
  return { page: document.documentElement.scrollWidth - innerWidth, wide: wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)) };
}"""


def test_at_400_percent_nothing_has_to_be_scrolled_sideways(device: Callable[..., Device]) -> None:
    """1280 CSS pixels at 400 % are 320 (WCAG 1.4.10). Tables scroll in a frame of their own."""
    page = device(viewport={"width": 320, "height": 256}).tab()
    wrong = []
    for address in (*READING, *TRACKER):
        page.goto(address)
        found = page.evaluate(WIDER)
        if found["page"] > 0 or found["wide"]:
            wrong.append(f"{address}: {found}")
    assert not wrong, "\n".join(wrong)


def test_with_forced_colours_edges_and_the_focus_are_seen(device: Callable[..., Device]) -> None:
    page = device(forced_colors="active").tab()
    for address, parts in (
        ("/", "input[name=query], .find, .door"),
        ("/cards/home-visit-safety/", "a.card-call, .card-stages a, .card-ticks input"),
        (START, "#c-name, #start-form button[type=submit]"),
    ):
        page.goto(address)
        for part in page.locator(parts).all():
            if not part.is_visible():
                continue
            assert part.evaluate(_HAS_EDGE), (
                f"{address}: no edge on {part.evaluate('one => one.outerHTML.slice(0, 90)')}"
            )
        for _ in range(12):
            page.keyboard.press("Tab")
            focus = page.evaluate(_FOCUS)
            assert focus["outline"] >= 1 or focus["nothing"], f"{address}: {focus}"


def test_with_forced_colours_the_page_shown_stands_out_in_the_menus(device: Callable[..., Device]) -> None:
    """A see-through edge is drawn there, so that each link would look like the one of the page itself."""
    page = device(forced_colors="active").tab()
    page.goto("/guidance/")
    for links, side, shown in (
        (".md-tabs__link", "borderBottomColor", ".md-tabs__item--active > *"),
        (".menu__link", "borderLeftColor", "[aria-current]"),
    ):
        marked = page.locator(links).evaluate_all(_MARKED, [side, shown])
        assert {True, False} == {is_shown for is_shown, _ in marked}
        assert all(is_shown == edge for is_shown, edge in marked), f"{links}: {marked}"


_MARKED = """(all, [side, shown]) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) =>
  [one.matches(shown), getComputedStyle(one)[side] !== getComputedStyle(document.body).backgroundColor])"""


def test_on_paper_a_call_can_be_read_and_a_fold_may_go_over_the_page(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/cards/home-visit-safety/")
    call = page.locator("a.card-call--urgent")
    expect(call).to_be_visible()
    # Black on black, wherever backgrounds are printed too.
    assert call.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
    expect(page.locator("a.card-call--text").first).to_be_hidden()
    page.goto("/guidance/attendance-figures/")
    folds = page.locator(".md-content details").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).breakInside)"
    )
    assert folds and set(folds) == {"auto"}


_HAS_EDGE = """one => {
  if (one.matches("input[type=checkbox]")) return getComputedStyle(one).appearance !== "none";
  const edge = ({ borderTopWidth, borderTopStyle }) => parseFloat(borderTopWidth) > 0 && borderTopStyle !== "none";
  return [one, one.parentElement].some((each) => edge(getComputedStyle(each)));
}"""
_FOCUS = """() => {
  const at = document.activeElement;
  const outline = (one) => (getComputedStyle(one).outlineStyle === "none" ? 0 : parseFloat(getComputedStyle(one).outlineWidth));
  return { nothing: at === document.body, outline: Math.max(outline(at), outline(at.parentElement)), is: at.outerHTML.slice(0, 90) };
}"""


def test_whoever_wants_no_motion_gets_none(device: Callable[..., Device]) -> None:
    page = device(reduced_motion="reduce", viewport={"width": 390, "height": 844}).tab()
    page.goto("/guidance/danger-now/")
    moving = "() => document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 10).length"
    page.locator("[data-opens=drawer]").click()
    assert page.evaluate(moving) == 0
    page.keyboard.press("Escape")
    page.locator(".bar-button--search").click()
    assert page.evaluate(moving) == 0
    page.keyboard.press("Escape")
    go(page, START)
    page.click("#start-form button[type=submit]")
    assert page.evaluate(moving) == 0


def test_the_lines_about_the_copy_are_as_accessible_as_the_page(page: Page) -> None:
    """What offline.js writes, in all looks."""
    look = Look(page)
    page.goto("/offline/")
    expect(page.get_by_role("button", name="Keep the whole handbook")).to_be_visible()
    page.evaluate(
        """() => {
          const bar = document.querySelector("[data-copy-bar]");
          const line = document.createElement("p");
          const button = document.createElement("button");
          Object.assign(button, { className: "button button--secondary", textContent: "Use the new version" });
          line.append("No connection. This is the saved copy of today. ", button);
          bar.append(line);
          bar.hidden = false;
        }"""
    )
    look.at("the page about the copy, with the line", LOOKS)
    assert not look.found, "\n".join(look.found)
    box = page.get_by_role("button", name="Use the new version").bounding_box()
    assert box and box["height"] >= 24
