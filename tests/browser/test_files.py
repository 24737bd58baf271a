"""A record as a file: saved, opened elsewhere, merged, refused, erased for good."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import (
    RECORD,
    START,
    TASKS,
    activity,
    answered,
    choose,
    events,
    follow,
    go,
    save,
    shown,
    start,
    text_of,
    until,
)

pytestmark = pytest.mark.browser

FIRST, SECOND, THIRD = (f"#f-ideas--equity--{number}" for number in (1, 2, 3))


def written(page: Page, field: str, words: str) -> None:
    """Type into 1.2, and wait until it counts."""
    page.fill(field, words)
    expect(page.locator("#activity-status")).to_contain_text("In progress")


def test_a_record_opens_in_another_browser_and_what_both_wrote_comes_together(device) -> None:
    office = device().tab()
    start(office)
    follow(office, activity("1.2"))
    written(office, FIRST, "Written at the office")
    copy = save(office)
    assert copy.suggested_filename.startswith("Induction record - Rhian Prys - ")
    assert copy.suggested_filename.endswith(".json")
    at_office = text_of(copy)
    assert "Written at the office" in at_office

    home = device().tab()
    go(home, START)
    choose(home, at_office, copy.suggested_filename)
    expect(home.locator("#preview")).to_be_focused()
    assert events(home) == []  # nothing has changed yet
    shown(home, lambda: home.click("#preview-merge"), TASKS)
    expect(home.locator("#status-ews\\.1\\.2")).to_have_text("In progress")
    follow(home, activity("1.2"))
    expect(home.locator(FIRST)).to_have_value("Written at the office")
    written(home, SECOND, "Written at home")
    at_home = text_of(save(home))

    # Back at the office, where somebody wrote on meanwhile.
    written(office, THIRD, "Written meanwhile")
    follow(office, RECORD)
    choose(office, at_home)
    expect(office.locator("#preview + p")).to_contain_text("Rhian Prys's record")
    office.click("#preview-merge")
    expect(office.locator("#merged")).to_be_focused()
    for words in ("Written at the office", "Written at home", "Written meanwhile"):
        expect(office.locator("[data-widget]")).to_contain_text(words)
    # Once more is harmless.
    choose(office, at_home)
    expect(office.locator("[data-widget]")).to_contain_text("Nothing would change")
    office.click("#preview-merge")
    expect(office.locator("#preview")).to_have_count(0)
    # And the merge can be undone.
    office.click("#undo-merge")
    expect(office.locator("dd", has_text="Written at home")).to_have_count(0)
    expect(office.locator("dd", has_text="Written meanwhile")).to_have_count(1)


CUT: Callable[[str], str] = lambda text: text[: len(text) // 2]  # noqa: E731
NEWER: Callable[[str], str] = lambda text: text.replace('"version":1', '"version":2', 1)  # noqa: E731


def test_a_file_that_cannot_be_used_changes_nothing_and_says_why(device) -> None:
    other = device().tab()
    start(other, "Gethin Tudor")
    stranger = text_of(save(other))
    page = device().tab()
    start(page)
    follow(page, RECORD)
    own = text_of(save(page))
    before = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    for text, sentence in (
        (stranger, "The file belongs to Gethin Tudor, and the record open here is Rhian Prys's."),
        (NEWER(own), "The file was saved by a newer version of this site."),
        (CUT(own), "The file is damaged or cut short"),
        ("Dear Rhian, see you on Monday.", "The file is not an induction record."),
        ('{"shopping": ["milk"]}', "The file is not an induction record."),
        ("", "The file is not an induction record."),
        (own[:-3] + " " * 5_200_000 + "]}\n", "The file is larger than any record this site writes"),
        ("[" * 50_000 + "]" * 50_000, "The file is built in a way that no record is."),
    ):
        choose(page, text)
        expect(page.locator("#problems")).to_contain_text(sentence)
        expect(page.locator("#problems")).to_contain_text("Nothing was changed.")
        expect(page.locator("#problems")).to_be_focused()
        assert page.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == before
    # A good file afterwards works, and the sentence goes.
    choose(page, own)
    expect(page.locator("#preview")).to_be_visible()
    expect(page.locator("#problems")).to_have_count(0)


def test_html_in_a_file_is_shown_as_text(device) -> None:
    page = device().tab()
    start(page)
    follow(page, activity("1.2"))
    written(page, FIRST, "INNOCENT")
    nasty = "<img src=x onerror=\"document.title='caught'\"></textarea><script>document.title='caught'</script>"
    text = text_of(save(page)).replace('"INNOCENT"', json.dumps(nasty)).replace("Rhian Prys", "Rhian <b>Prys</b>")

    victim = device().tab()
    go(victim, START)
    choose(victim, text, "<i>file</i>.json")
    expect(victim.locator("#preview")).to_be_visible()
    expect(victim.locator("[data-widget]")).to_contain_text("Rhian <b>Prys</b>")
    shown(victim, lambda: victim.click("#preview-merge"), TASKS)
    for address in (activity("1.2"), RECORD):
        follow(victim, address)
        expect(victim.locator("#record-bar")).to_contain_text("Rhian <b>Prys</b>")
        assert victim.locator("[data-widget] img, [data-widget] script, [data-widget] b").count() == 0
    expect(victim.locator("dd", has_text="onerror")).to_contain_text(nasty)
    follow(victim, activity("1.2"))
    expect(victim.locator(FIRST)).to_have_value(nasty)
    assert victim.title() != "caught"


def test_erased_words_stay_erased_whatever_is_merged(device) -> None:
    page = device().tab()
    start(page)
    follow(page, activity("1.2"))
    for words in ("Elin", "Elin Wyn Rees was away", "Child A was away"):  # two versions with a name, one without
        written(page, FIRST, words)
        old = text_of(save(page))  # saving seals what was typed
    assert "Elin Wyn Rees" in old
    follow(page, RECORD)
    page.get_by_text("Erase an answer for ever").first.click()
    page.get_by_role("button", name="Erase", exact=True).first.click()
    expect(page.locator("#erase")).to_be_focused()
    expect(page.locator("#erase + p")).to_contain_text("its 2 earlier versions")
    page.click("#erase-cancel")
    expect(page.locator("#erase")).to_have_count(0)
    page.get_by_role("button", name="Erase", exact=True).first.click()
    page.click("#erase-confirm")
    expect(page.locator("dd", has_text="away")).to_have_count(0)

    def gone(where: str) -> None:
        kept = page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
        for words in ("Elin", "was away"):
            assert words not in kept, where
            assert words not in page.content(), where

    gone("after erasing")
    choose(page, old)
    expect(page.locator("#preview")).to_be_visible()
    page.click("#preview-merge")
    expect(page.locator("#preview")).to_have_count(0)
    gone("after an old file was merged")
    assert "Elin" not in text_of(save(page, "#save-copy"))
    page.reload()
    expect(page.locator("#about-record")).to_be_visible()
    gone("after a reload")


_NO_WINDOW = "HTMLInputElement.prototype.click = function () { window.input = new WeakRef(this); }"
_CHOSEN = """text => {
  const input = window.input.deref();
  if (!input) return "cleared away";
  const data = new DataTransfer();
  data.items.add(new File([text], "record.json"));
  input.files = data.files;
  input.dispatchEvent(new Event("change"));
}"""


def test_a_browser_that_tidies_up_while_somebody_looks_for_the_file_still_reads_it(device) -> None:
    """The window of files is open for as long as the reader looks through folders."""
    one = device(_NO_WINDOW)
    page = one.tab()
    go(page, START)
    page.click("#open-file")
    until(page, "Boolean(window.input)")
    answered(page)
    one.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    assert page.evaluate(_CHOSEN, "Dear Rhian") is None
    expect(page.locator("#problems")).to_contain_text("The file is not an induction record.")
