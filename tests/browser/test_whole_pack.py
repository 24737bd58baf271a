"""Issue 5: every activity of the Welsh pack, from an empty record to "ready for sign-off", on the page and without a mouse.

Once on a phone, with Tab from field to field; once wide, along the list of what is still missing. Neither knows an
activity: both read what the page says, as its reader does.
"""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import IN_VIEW, TASKS, answered, follow, ready, start, until
from tests.serving import SITE

pytestmark = pytest.mark.browser
PACK = {1: 6, 2: 13, 3: 5, 4: 5, 5: 6, 6: 2}
"""Section to the number of its activities: 37 in all."""
PHONE = {"width": 390, "height": 844}
END = "#c-done-on, #evidence-add > summary"
"""Where the fields of an activity are over."""

_AT = (
    """() => {
  const seen = """
    + IN_VIEW
    + """;
  const at = document.activeElement;
  const choice = at.type === "radio" || at.type === "checkbox";
  const group = at.type === "radio" ? [...document.getElementsByName(at.name)] : [at];
  const fold = at.localName === "summary" ? at.parentElement : null;
  return {
    id: at.id, name: at.localName, type: at.type ?? "", field: at.dataset.field ?? "",
    open: !at.readOnly && !at.disabled, given: choice ? group.some((one) => one.checked) : !!at.value,
    fold: fold?.className ?? "", within: fold?.id ?? "", folded: fold !== null && !fold.open,
    seen: seen(at),
    words: (at.labels?.[0] ?? at).textContent.trim().slice(0, 60),
  };
}"""
)
_GAPS = 'all => all.map((one) => [one.getAttribute("href").slice(1), one.textContent])'
_GIVEN = """() => [...document.querySelectorAll("[data-widget=activity] [data-field]")]
  .map((one) => [one.id, one.type === "radio" || one.type === "checkbox" ? one.checked : one.value])"""


@dataclass(frozen=True)
class Focus:
    """What has the focus."""

    id: str
    name: str
    type: str
    field: str
    """The field of the record it belongs to, if any."""
    open: bool
    """It can be typed into or chosen."""
    given: bool
    """It has an answer already."""
    fold: str
    """The class of the fold that it opens."""
    within: str
    """The id of that fold."""
    folded: bool
    seen: bool
    words: str


PATCH, PLAN = "/induction/my-patch/", "/induction/development-plan/"


def address(section: int, number: int) -> str:
    return f"/induction/ews/section-{section}/activity-{section}-{number}/"


def focus(page: Page) -> Focus:
    now: dict[str, Any] = page.evaluate(_AT)
    return Focus(**now)


def missing(page: Page) -> list[list[str]]:
    """The field and the words of everything the page names as missing, as far as it lists them."""
    found: list[list[str]] = page.locator(".gaps a").evaluate_all(_GAPS)
    return found


def press_check(page: Page, field: str) -> None:
    """Go on from an answer of a quiz to the button that checks it, and press it."""
    button = f"#f-{field.replace('.', '--')}-check"
    expect(page.locator(button)).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", button):
            page.keyboard.press("Enter")
            expect(page.locator(button)).to_have_count(0)
            return
    raise AssertionError(f"Tab never comes to {button}")


def answer(page: Page, at: Focus) -> None:
    """Give an answer to the field that has the focus, whatever it is, with the keyboard."""
    if at.type == "date":
        page.keyboard.type("11112026")  # the same day wherever a browser puts the month
    elif at.type in ("radio", "checkbox"):
        page.keyboard.press("Space")
    elif at.name == "select":
        page.keyboard.press("ArrowDown")
    else:
        page.keyboard.type("Liam needs a calm start" if ".need." in at.field else f"About {at.field.split('.')[-1]}")


def wanted(at: Focus, chosen: list[str]) -> bool:
    """What a reader who wants to be done fills in: every box and choice, and of the ticks those that are asked for."""
    if not at.field or not at.open or at.given or at.field.endswith(".absent"):
        return False
    if at.field.endswith(".chosen"):
        return sum(one.split(".")[1] == at.field.split(".")[1] for one in chosen) < 2
    return at.type != "checkbox" or at.field.endswith((".observed", ".one-of"))


def followed(page: Page, at: Focus) -> None:
    """Wait for what an answer brings into the page below it, as a reader does who sees it come."""
    fid = "#f-" + at.field.replace(".", "--")
    if at.field.endswith(".try.1"):
        press_check(page, at.field)
    elif at.field.endswith(".influence"):
        expect(page.locator(fid.removesuffix("--influence") + "-offer")).to_be_visible()
    elif at.field.endswith(".chosen"):
        expect(page.locator(fid.removesuffix("--chosen") + "--action")).to_be_visible()


def seen(page: Page) -> bool:
    """Whether what has the focus can be seen once the page is at rest: what an answer brings in above may have pushed it down, and
    a key to and fro brings it back."""
    answered(page)
    for key in ("Shift+Tab", "Tab"):
        page.keyboard.press(key)
    return focus(page).seen


def through(page: Page) -> list[str]:
    """From the top of an activity to its end with Tab, answering on the way; what had the focus without being in view."""
    hidden: list[str] = []
    chosen: list[str] = []
    page.locator(".md-content h1").focus()
    for _ in range(900):
        page.keyboard.press("Tab")
        at = focus(page)
        if not at.seen and not seen(page):
            hidden.append(f"{at.id} {at.words}")
        if page.evaluate("selector => document.activeElement.matches(selector)", END):
            return hidden
        if at.folded and "case__later" in at.fold:
            # It opens when the questions before it are answered, and the focus stays on it.
            opened = page.locator(f"#{at.within.removesuffix('-folded')}-opened > summary")
            expect(opened).to_be_focused()
        elif at.folded and "sheet" in at.fold.split():
            page.keyboard.press("Enter")
        elif wanted(at, chosen):
            answer(page, at)
            chosen += [at.field] * at.field.endswith(".chosen")
            followed(page, at)
    raise AssertionError("Tab never comes to the end of the page")


def finish(page: Page) -> None:
    """Nothing is missing, a reload loses nothing, and sign-off can be asked for with the keyboard."""
    expect(page.locator("#done-form")).to_be_visible()
    given = page.evaluate(_GIVEN)
    page.reload()
    ready(page)
    expect(page.locator("#done-form")).to_be_visible()
    assert page.evaluate(_GIVEN) == given
    page.locator("#done-form button[type=submit]").press("Enter")
    expect(page.locator("#activity-status")).to_contain_text("Waiting for sign-off")


def test_these_are_all_there_are() -> None:
    built = {page.parent.name for page in SITE.glob("induction/ews/section-*/activity-*/index.html")}
    assert built == {f"activity-{section}-{number + 1}" for section, of in PACK.items() for number in range(of)}
    assert len(built) == 37


@pytest.mark.parametrize("section", PACK)
def test_by_keyboard_on_a_phone(page: Page, section: int) -> None:
    page.set_viewport_size(PHONE)
    start(page)
    hidden = []
    for number in range(1, PACK[section] + 1):
        follow(page, address(section, number))
        hidden += [f"{section}.{number} {one}" for one in through(page)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{section}.{number} is too wide"
        finish(page)
    assert not hidden, "\n".join(hidden)


@pytest.mark.parametrize("section", [1, 3, 4, 6])
def test_along_what_is_missing(page: Page, section: int) -> None:
    """Sections 2 and 5 ask in the same ways; they passed when they were tried, and would take three minutes more each time."""
    start(page)
    for number in range(1, PACK[section] + 1):
        follow(page, address(section, number))
        while gaps := missing(page):
            field, words = gaps[0]
            page.locator(f'.gaps a[href="#{field}"]').first.press("Enter")
            until(page, "id => document.activeElement.id === id", field)
            at = focus(page)
            assert at.seen, f"{section}.{number}: {words} leads to what is not in view"
            if words.endswith("check your answer"):
                press_check(page, at.field)
            else:
                answer(page, at)
            page.keyboard.press("Tab")
            gap = page.locator(f'.gaps a[href="#{field}"]').get_by_text(words, exact=True)
            expect(gap, f"{section}.{number}: answered, and still named as missing").to_have_count(0)
        finish(page)


def test_what_was_found_out_is_used_again(page: Page) -> None:
    """Row 9: four of five answered and one asked; then my patch, the next steps, the development plan."""
    start(page)
    follow(page, address(2, 12))
    for name in ("lone-working", "home-visits", "risk-assessment", "schools"):
        page.fill(f"#f-procedures--{name}", f"Found out: {name}")
    page.locator("#f-procedures--hazardous-contacts--open").press("Space")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    expect(page.locator("#finish")).to_have_text("1 thing is left to do")
    expect(page.locator(".gaps a")).to_contain_text("asked and waiting for a reply")
    follow(page, address(3, 1))
    page.locator("#f-quiz--sao-days--try--1-twenty-eight").press("Space")
    press_check(page, "quiz.sao-days.try.1")
    follow(page, PATCH)
    expect(page.locator(".patch")).to_contain_text(["Found out: lone-working"])
    follow(page, TASKS)
    waiting = page.locator("#what-next ~ ul").get_by_role("link", name="Which other departments hold information")
    waiting.press("Enter")
    until(page, "() => document.activeElement.id === 'f-procedures--hazardous-contacts'")
    follow(page, address(6, 2))
    offered = page.locator("#looking-back ~ ul > li", has_text="not right the first time")
    expect(offered).to_contain_text("How long does a parent have to do what a school attendance order says?")
    offered.get_by_role("button").press("Enter")
    expect(page.locator("#part-objectives")).to_contain_text("From: Activity 3.1: question 4")
    follow(page, PLAN)
    expect(page.locator(".md-content")).to_contain_text("Be sure of this: How long does a parent have")
