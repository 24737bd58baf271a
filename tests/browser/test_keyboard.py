"""Everything without a mouse."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import IN_VIEW, ROLE, SIGN_OFF, START, TASKS, activity, follow, go, shown, start, until

pytestmark = pytest.mark.browser

_FOCUS = (
    """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const at = document.activeElement;
  const seen = """
    + IN_VIEW
    + """;
  const ring = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  return {
    id: at.id, name: at.localName, words: (at.textContent || at.getAttribute("aria-label") || "").trim().slice(0, 50),
    ring: ring(at) || ring(at.parentElement),
    seen: seen(at),
  };
}"""
)


def tab_to(page: Page, selector: str, key: str = "Tab") -> list[str]:
    """Press Tab until the focus is there. On the way the focus is always somewhere, visible and not covered."""
    way = []
    for _ in range(200):
        page.keyboard.press(key)
        now = page.evaluate(_FOCUS)
        assert now["name"] != "body", f"the focus is nowhere after {way[-3:]}"
        assert now["ring"], f"no visible focus on {now}"
        assert now["seen"], f"the focus is covered on {now}"
        way.append(now["id"] or now["words"])
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return way
    raise AssertionError(f"Tab never comes to {selector}: {way}")


def test_start_answer_and_finish_without_a_mouse(page: Page) -> None:
    go(page, START)
    page.keyboard.press("Tab")
    expect(page.locator("[data-skip]")).to_be_focused()  # first of all, the way past the menu
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()
    tab_to(page, "#start-form button[type=submit]")
    page.keyboard.press("Enter")
    # The summary takes the focus; its link goes to the field; the field says what is wrong.
    expect(page.locator("#problems")).to_be_focused()
    tab_to(page, "#problems a")
    page.keyboard.press("Enter")
    expect(page.locator("#c-name")).to_be_focused()
    expect(page.locator("#c-name")).to_have_attribute("aria-invalid", "true")
    assert "Enter your name" in page.inner_text("#c-name-error")
    page.keyboard.type("Rhian Prys")
    tab_to(page, "#c-programme")
    page.keyboard.type("Education")
    expect(page.locator("#c-programme")).to_have_value("ews")
    way = tab_to(page, "#c-manager")
    assert way.index("c-start") < way.index("c-hours") < way.index("c-manager")
    page.keyboard.type("Sioned Vaughan")
    tab_to(page, "#c-experience")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#start-form button[type=submit]")
    shown(page, lambda: page.keyboard.press("Enter"), TASKS)

    tab_to(page, "a[href$='activity-1-1/']")
    shown(page, lambda: page.keyboard.press("Enter"), activity("1.1"))
    expect(page.locator(".md-content h1")).to_be_focused()
    for name, text in ROLE.items():
        tab_to(page, f"#f-role--{name}")
        page.keyboard.type(text)
    expect(page.locator("#done-form")).to_be_visible()
    tab_to(page, "#c-done-on")
    tab_to(page, "#done-form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#activity-status")).to_contain_text("Waiting for sign-off")
    # The button that was pressed is gone; the focus is not lost with it.
    until(page, "document.activeElement !== document.body")


def test_a_manager_signs_without_a_mouse(page: Page) -> None:
    start(page)
    follow(page, activity("1.1"))
    for name, text in ROLE.items():
        page.fill(f"#f-role--{name}", text)
    page.click("#done-form button[type=submit]")
    expect(page.locator("#activity-status")).to_contain_text("Waiting for sign-off")
    follow(page, SIGN_OFF)
    tab_to(page, "[id^=show-]")
    page.keyboard.press("Enter")
    expect(page.locator("h3[id^=work-]")).to_be_focused()
    tab_to(page, "input[name^='decision:']")
    for _ in range(4):  # as for all, and then the choices one by one
        if page.evaluate("document.activeElement.value") == "signed-off":
            break
        page.keyboard.press("ArrowDown")
    tab_to(page, "#c-method")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#c-statement")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#c-name")
    tab_to(page, "#c-role")
    page.keyboard.press("Space")
    tab_to(page, "#sign-form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#check")).to_be_focused()
    tab_to(page, "#sign-confirm")
    page.keyboard.press("Enter")
    expect(page.locator("#signed")).to_be_focused()


def test_a_link_of_the_error_summary_leaves_the_form_as_it_was_typed(page: Page) -> None:
    """A jump within the page must not make the theme fetch the page afresh."""
    go(page, START)
    page.fill("#c-manager", "Sioned Vaughan")
    page.click("#start-form button[type=submit]")
    page.locator("#problems a", has_text="Enter your name").click()
    expect(page.locator("#c-name")).to_be_focused()
    page.go_back()
    page.wait_for_timeout(500)
    expect(page.locator("#problems")).to_be_visible()
    expect(page.locator("#c-manager")).to_have_value("Sioned Vaughan")
    expect(page.locator("#c-name")).to_have_attribute("aria-invalid", "true")


def test_rows_and_evidence_by_keyboard_never_lose_the_focus(page: Page) -> None:
    start(page)
    follow(page, activity("1.2"))
    page.focus("#f-ideas--equity-add")
    page.keyboard.press("Enter")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(4)
    expect(page.locator("#f-ideas--equity-add")).to_be_focused()
    remove = page.locator("#f-ideas--equity-field").get_by_role("button", name="Remove")
    remove.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#f-ideas--equity-field textarea")).to_have_count(3)
    until(page, "document.activeElement !== document.body")
    page.focus("#evidence-add summary")
    page.keyboard.press("Enter")
    tab_to(page, "#evidence-form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#problems")).to_be_focused()
    for link, field in (("what kind", "kind"), ("what it shows", "shows"), ("where it is kept", "kept")):
        page.locator("#problems a", has_text=link).press("Enter")
        expect(page.locator(f"#c-evidence-{field}")).to_be_focused()
