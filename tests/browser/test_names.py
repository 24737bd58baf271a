"""The confidentiality script with the right names in it: those of the site, and those that a reader types on the device."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import events, go, ready, start

pytestmark = pytest.mark.browser
SCRIPT = "/scripts/confidentiality/"
PRIMARY, SECONDARY = f"{SCRIPT}ysgol-nant-lelog/", f"{SCRIPT}ysgol-bro-gwynlas/"
DEPUTE = "Deputy head teacher for pastoral care"


def test_school_a_then_school_b_changes_both_names_everywhere(page: Page) -> None:
    page.goto(SECONDARY)
    words = page.locator("article")
    expect(words).to_contain_text("Mr Idris Caeglas")
    expect(words).to_contain_text("Ms Anwen Rhydlas")
    expect(page.locator("[data-widget]")).to_have_count(0)  # nothing is missing, so nothing is asked
    words.get_by_role("link", name="Ysgol Nant Lelog (example)").click()
    page.wait_for_url(f"**{PRIMARY}")
    ready(page)
    text = words.inner_text()
    assert "Idris Caeglas" not in text and "Anwen Rhydlas" not in text
    assert text.count("Mrs Lowri Penhelyg") == 2  # her post, and point 2; the simpler words are folded
    assert f"{DEPUTE.lower()} (ask who this is before you meet)" in text
    assert f"{DEPUTE}: Ask who this is before you meet." in text
    assert "***" not in text


def test_a_name_typed_on_the_device_is_said_everywhere_printed_and_stays_here(page: Page) -> None:
    start(page)
    go(page, PRIMARY)
    page.get_by_label(DEPUTE, exact=True).fill("Mr Iolo Brynteg")
    page.get_by_role("button", name="Keep on this device").click()
    names = page.locator("[data-widget=name]")
    expect(names).to_have_text(["Mr Iolo Brynteg"] * 3)
    expect(page.locator(".choice--script").last).to_contain_text("One other person may look at them: Mr Iolo Brynteg.")
    page.emulate_media(media="print")
    expect(page.locator("article")).to_contain_text("One other person may look at them: Mr Iolo Brynteg.")
    expect(page.locator("[data-widget=names]")).to_be_hidden()
    page.emulate_media(media="screen")
    go(page, PRIMARY)
    expect(names).to_have_text(["Mr Iolo Brynteg"] * 3)
    assert [one["data"]["value"] for one in events(page, "local-name")] == ["Mr Iolo Brynteg"]
    # The child protection line is not one that can be typed over.
    expect(page.locator("label[for=covered-risk]")).to_contain_text(
        "I must tell the person in charge of child protection"
    )
    page.get_by_role("button", name="Erase these names").click()
    expect(names.first).to_have_text("Ask who this is before you meet.")
    expect(page.get_by_role("heading", name="Names that are not on this site")).to_be_focused()
    assert not page.evaluate("Object.values(localStorage).some((value) => value.includes('Brynteg'))")


def test_ticks_stay_while_names_come_in(page: Page) -> None:
    start(page)
    go(page, PRIMARY)
    page.check("#covered-private")
    page.get_by_label(DEPUTE, exact=True).fill("Mr Iolo Brynteg")
    page.get_by_label(DEPUTE, exact=True).press("Enter")
    expect(page.locator("[data-widget=name]").first).to_have_text("Mr Iolo Brynteg")
    expect(page.locator("#covered-private")).to_be_checked()


def test_criteria_come_first_by_code_and_what_is_typed_stays(page: Page) -> None:
    """Row 59, with no record open and with one."""
    check = "/induction/psw/section-2/activity-2-5/"
    go(page, check)
    for code, said in (
        ("P: Presentation", "1 criterion: 1 essential"),
        ("No code in our copy", "4 criteria: 4 essential"),
    ):
        page.get_by_role("button", name=code, exact=True).click()
        expect(page.locator("#codes-said")).to_have_text(said)
    start(page, programme="psw")
    go(page, check)
    page.get_by_role("group", name="E14. Presents information").get_by_label("Not yet").check()
    page.get_by_role("button", name="T: Selection test").click()
    expect(page.locator("#codes-said")).to_have_text("6 criteria: 6 essential")
    expect(page.locator(".part > .item--criterion")).to_have_count(6)
    page.get_by_text("The other 26 criteria").click()
    expect(page.locator("#f-check--presenting-not-yet")).to_be_checked()
    page.get_by_role("button", name="All", exact=True).click()
    expect(page.locator(".part > .item--criterion")).to_have_count(32)
    go(page, "/induction/psw/section-3/activity-3-2/")
    expect(page.locator("#looking-back + p + ul")).to_contain_text(
        re.compile("checked as not yet: .*E14. Presents information")
    )
