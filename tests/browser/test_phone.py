"""On a phone at a door: the card. And what stands on every page: the way to say that it is wrong, the page for lost ones."""

from collections.abc import Callable
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device
from tests.browser.steps import until

pytestmark = pytest.mark.browser

CARD = "/cards/home-visit-safety/"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def phone(device: Callable[..., Device]) -> Page:
    return device(**PHONE).tab()


def test_the_card_has_every_point_and_targets_for_a_thumb(phone: Page) -> None:
    """Row 40."""
    phone.goto("/")
    phone.get_by_role("link", name="Home visit card", exact=True).click()
    expect(phone.locator("h1")).to_contain_text("Home visit card")
    stages = phone.locator("ul.card-ticks")
    assert [stages.nth(number).locator("> li").count() for number in range(stages.count())] == [5, 8, 8, 2]
    for link in phone.locator("a.card-call, .card-stages a, .card-ticks label").all():
        box = link.bounding_box()
        assert box and box["height"] >= 44, link.inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    calls = phone.locator("a.card-call")
    boxes = [box for link in calls.all() if (box := link.bounding_box())]
    for above, below in pairwise(boxes):
        assert below["y"] - above["y"] - above["height"] >= 4, "a thumb has room between two calls"
    expect(calls.first).to_have_attribute("href", "tel:999")
    expect(calls.nth(1)).to_have_attribute("href", "tel:01632960120")
    top = phone.locator(".urgent-strip").bounding_box()
    first = calls.first.bounding_box()
    assert top and first and top["y"] < first["y"] < 844


def test_the_texts_have_fixed_words_and_nobodys_name(phone: Page) -> None:
    phone.goto(CARD)
    texts = [link.get_attribute("href") or "" for link in phone.locator("a.card-call--text").all()]
    assert len(texts) == 3
    for href in texts:
        assert href.startswith("sms:01632960121?&body=Home%20visit"), href
    assert "No%20names" in texts[0]


def test_ticks_on_the_card_are_kept_nowhere(phone: Page) -> None:
    phone.goto(CARD)
    phone.locator(".card-ticks label").first.click()
    expect(phone.locator(".card-ticks input").first).to_be_checked()
    phone.reload()
    expect(phone.locator(".card-ticks input").first).not_to_be_checked()


def test_tell_us_it_is_wrong_names_page_units_and_version(page: Page) -> None:
    page.goto("/guidance/home-visit-safety/#only-the-child")
    version = page.get_attribute("meta[name=handbook-version]", "content") or "none"
    link = page.locator("a[data-wrong]")
    link.evaluate("link => { link.addEventListener('click', (event) => event.preventDefault()); link.click(); }")
    address = urlsplit(link.get_attribute("href") or "")
    said = parse_qs(address.query)
    assert (address.scheme, address.path) == ("mailto", "handbook@dyffryn-gwyn.example")
    assert said["subject"] == ["Wrong in the handbook: How do I stay safe on a home visit?"]
    (body,) = said["body"]
    for line in (
        "Id: guidance.home-visit-safety",
        "File: content/guidance/home-visit-safety.yml",
        "Source units: ews.info.2.h.",
        f"Version: {version} of ",
        "/guidance/home-visit-safety/",
        "Section: Only the child is at home. What now? (#only-the-child)",
    ):
        assert line in body, line


@pytest.mark.parametrize("javascript", [True, False])
def test_every_kind_of_page_has_it_without_javascript_too(device: Callable[..., Device], javascript: bool) -> None:
    page = device(java_script_enabled=javascript).tab()
    for address in ("/", "/privacy/", "/duties/", "/induction/ews/section-1/activity-1-2/", CARD):
        page.goto(address)
        assert "Version%3A" in (page.get_attribute("a[data-wrong]", "href") or ""), address


def test_an_address_that_leads_nowhere_searches_for_its_words(device: Callable[..., Device]) -> None:
    one = device()
    one.forgive("status of 404")
    page = one.tab()
    page.goto("/guidance/home-visits-safety/")
    expect(page.locator("h1")).to_have_text("There is no page at this address")
    expect(page.locator("input[name=query]")).to_have_value("guidance home visits safety")
    expect(page.locator("input[name=query]")).to_be_focused()
    page.locator("a.md-search-result__link", has_text="How do I stay safe on a home visit?").first.click()
    until(page, "location.pathname === '/guidance/home-visit-safety/'")
    page.goto("/100%-attendance/")  # no proper escape
    expect(page.locator("input[name=query]")).to_have_value("100 attendance")
    page.goto("/no-such-thing/")
    expect(page.locator("input[name=query]")).to_be_focused()
    page.keyboard.press("Escape")
    doors = page.locator(".door a")
    expect(doors).to_have_count(3)
    doors.last.click()
    until(page, "location.pathname === '/guidance/'")


def test_on_a_phone_a_lost_page_still_says_so(device: Callable[..., Device]) -> None:
    one = device(**PHONE)
    one.forgive("status of 404")
    page = one.tab()
    page.goto("/penalty/")
    expect(page.locator("h1")).to_be_in_viewport()
    page.click(".find")
    expect(page.locator("input[name=query]")).to_have_value("penalty")
    expect(page.locator("a.md-search-result__link").first).to_be_visible()


def test_how_a_link_looks_when_it_is_sent_on(page: Page) -> None:
    page.goto("/guidance/danger-now/")
    for name, words in (("title", "A child in danger now"), ("description", "What to do first")):
        assert (page.get_attribute(f"meta[property='og:{name}']", "content") or "").startswith(words)
    image = page.get_attribute("meta[property='og:image']", "content") or ""
    assert page.request.get(urlsplit(image).path).headers["content-type"] == "image/png"
    manifest = page.request.get("/manifest.webmanifest").json()
    assert manifest["start_url"] == manifest["scope"] == "./"
    for icon in manifest["icons"]:
        assert page.request.get("/" + icon["src"]).ok
    for shortcut in manifest["shortcuts"]:
        assert page.request.get(shortcut["url"].removeprefix(".")).ok
    assert len(manifest["shortcuts"]) == 3
