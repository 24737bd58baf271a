"""Reading: without JavaScript, in print, on a phone, behind a strict content policy."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import ALL, TRACKER
from tests.browser.steps import RECORD, SIGN_OFF, activity, answer_role, ask_for_sign_off, follow, start
from tests.serving import SITE

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
ASK = "sk who this is before you meet"


def test_every_page_reads_without_javascript(device) -> None:
    page = device(java_script_enabled=False).tab()
    for address in ALL:
        page.goto(address)
        expect(page.locator("h1").first).to_be_visible()
        assert len(page.inner_text("main")) > (10 if address == "/404.html" else 200), address
        assert page.locator(".needs-js:visible").count() == 0, address
    for address in TRACKER:
        page.goto(address)
        if not page.locator("[data-widget]").count():
            continue
        assert "only with JavaScript on" in page.inner_text("main"), address
        open_ones = page.locator("[data-widget] :is(textarea, input, select):visible").evaluate_all(
            "all => all.filter((one) => !one.readOnly && !one.disabled).map((one) => one.id)"
        )
        assert not open_ones, f"{address}: {open_ones}"


def test_what_is_held_back_in_a_case_opens_without_javascript(device) -> None:
    """Row 15."""
    page = device(java_script_enabled=False).tab()
    page.goto(activity("1.5"))
    case = page.locator("#f-cases--sophie-jones-field")
    assert "83" not in case.inner_text()
    for summary in case.locator("summary").all():
        summary.click()
    for words in ("who is 83", "Sophie is a young carer", "limits of confidentiality"):
        assert words in case.inner_text()


def test_the_task_list_tells_kinds_in_words_without_images_or_colour(device) -> None:
    """Row 4."""
    page = device(java_script_enabled=False).tab()
    page.goto("/induction/ews/")
    for row in page.locator(".tasklist__row").all():
        assert row.locator(".kinds").inner_text().strip()


def test_a_script_carries_the_names_of_the_chosen_school(device) -> None:
    """Row 49."""
    page = device().tab()
    page.goto("/scripts/confidentiality/")
    schools = page.locator(".chooser a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert len(schools) >= 2
    texts: list[str] = []
    named: list[str] = []
    for school in schools:
        page.goto("/scripts/confidentiality/")
        link = page.locator(f".chooser a[href='{school}']")
        name = link.inner_text()
        link.click()
        expect(page.locator("h1").first).to_contain_text(name)
        expect(page.locator("article input[type=checkbox]")).to_have_count(6)
        texts.append(page.inner_text("article"))
        people = page.locator("article p", has_text="Designated Safeguarding Person:").first.inner_text()
        named.append(people.split("\n")[0].partition(": ")[2].strip())
        said = texts[-1].partition("What to say")[2]
        assert "**" not in said and "{" not in said and "__" not in said
        # The point about risk stays in, whatever is ticked, and the page says so.
        expect(page.get_by_text("This point always stays in")).to_be_visible()
        page.locator("article input[type=checkbox]").first.check()
    real = [name for name in named if ASK not in name]
    assert len(set(real)) == len(real) >= 2
    for index, name in enumerate(named):
        for other, text in enumerate(texts):
            if ASK in name:
                continue
            # With its own school the name is said more than once: at the top and in the words. Elsewhere never.
            assert text.count(name) >= 2 if index == other else name not in text, f"{name} at school {other}"
    # Where a name is missing, the words say so; a blank never stands there.
    assert any(ASK in text for text in texts)


def test_a_school_s_script_prints_on_one_page(browser, device) -> None:
    """Row 49."""
    page = device().tab()
    for folder in sorted((SITE / "scripts" / "confidentiality").glob("*/index.html")):
        page.goto(f"/scripts/confidentiality/{folder.parent.name}/")
        paper = page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) == 1, folder.parent.name


def sideways(page: Page) -> list[str]:
    """What sticks out of the page on the right, when the page scrolls sideways."""
    return page.evaluate(
        """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("main *, header *, footer *")]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 40)}`).slice(0, 5)"""
    )


@pytest.mark.parametrize("width", [390, 320])
def test_no_page_scrolls_sideways_on_a_phone(device, width: int) -> None:
    page = device(**{**PHONE, "viewport": {"width": width, "height": 844}}).tab()
    for address in ALL:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        assert not sideways(page), address


def test_the_tracker_fits_a_phone_in_its_working_states(device) -> None:
    page = device(**PHONE).tab()
    start(page, "Rhian Marged Prys-Llywelyn-Cadwaladr")
    assert not sideways(page)
    for number in ("1.2", "1.4", "1.5", "1.1"):
        follow(page, activity(number))
        assert not sideways(page), number
    answer_role(page)
    page.fill("#f-role--duties", "A_word_without_any_place_to_break_it_" * 8)
    ask_for_sign_off(page)
    follow(page, SIGN_OFF)
    page.get_by_role("button", name="Open the work: 1.1").click()
    expect(page.locator("dd", has_text="A_word_without")).to_be_visible()
    assert not sideways(page)
    follow(page, RECORD)
    assert not sideways(page)


def test_the_menu_of_a_phone_opens_leads_on_and_closes(device) -> None:
    page = device(**PHONE).tab()
    page.goto("/")
    menu = page.locator(".md-sidebar--primary")
    opener = page.locator("[data-opens=drawer]")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(opener).to_be_focused()
    opener.click()
    before = page.url
    menu.get_by_role("link", name="Handbook").click()
    page.wait_for_url(lambda url: url != before)
    expect(page.locator("h1").first).to_be_visible()


def test_every_page_has_the_strict_content_policy() -> None:
    pages = sorted(SITE.rglob("*.html"))
    assert pages
    for path in pages:
        found = re.search(r'http-equiv="?Content-Security-Policy"? content="([^"]+)"', path.read_text("utf-8"))
        assert found, path.relative_to(SITE)
        rules = {words[0]: words[1:] for rule in found[1].split(";") if (words := rule.split())}
        assert rules["default-src"] == ["'none'"], path
        for name in ("script-src", "style-src", "connect-src"):
            for source in rules.get(name, []):
                assert source in ("'self'", "'wasm-unsafe-eval'", "'none'") or source.startswith("'sha256-"), (
                    f"{path}: {name} {source}"
                )
