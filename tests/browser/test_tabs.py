"""Two tabs of one browser on one record at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import RECORD, START, activity, answer_role, follow, go, kept, settled, shown, start, until
from tests.serving import PATIENCE

pytestmark = pytest.mark.browser

FIRST, SECOND = "#f-ideas--equity--1", "#f-ideas--equity--2"


@pytest.fixture
def two(device):
    """Two tabs with 1.2 of one record open."""
    one = device()
    left = one.tab()
    start(left)
    follow(left, activity("1.2"))
    right = one.tab()
    go(right, START)
    shown(right, lambda: right.get_by_role("button", name="Open Rhian Prys's record").click(), START)
    follow(right, activity("1.2"))
    return left, right


def test_both_type_and_nothing_is_lost(two) -> None:
    left, right = two
    left.click(FIRST)
    right.click(SECOND)
    for letters in ("Ask ", "which ", "language"):
        left.keyboard.type(letters)
        right.keyboard.type(letters.upper())
    for tab in two:
        expect(tab.locator(FIRST)).to_have_value("Ask which language")
        expect(tab.locator(SECOND)).to_have_value("ASK WHICH LANGUAGE")
    # The same field: while both are in it each sees its own words; afterwards both see the same, and it is one of the two.
    right.click(FIRST)
    left.keyboard.type(" they like")
    right.keyboard.type("!")
    for tab in two:
        tab.click("h1")
    until(left, "!document.querySelector('#f-ideas--equity--1').matches(':focus')")
    expect(left.locator(FIRST)).not_to_have_value("Ask which language")
    ends = {"Ask which language they like", "Ask which language!"}
    for _ in range(PATIENCE // 100):
        values = {tab.input_value(FIRST) for tab in two}
        if len(values) == 1 and values <= ends:
            break
        left.wait_for_timeout(100)
    assert len(values) == 1 and values <= ends, values
    # The other words are no answer any more, but they are in the record.
    said = left.evaluate("Object.values(localStorage).join()")
    for words in ends:
        assert words in said
    # A reload shows the same once more.
    left.reload()
    expect(left.locator(FIRST)).to_have_value(values.pop())


def test_what_is_set_back_here_after_a_change_there_counts(two) -> None:
    """The page remembers what it sent last; that must not make it deaf to the same answer given once more."""
    left, right = two
    left.fill(FIRST, "My own words")
    expect(right.locator(FIRST)).to_have_value("My own words")
    left.click("h1")
    right.fill(FIRST, "Other words")
    right.click("h1")
    expect(left.locator(FIRST)).to_have_value("Other words")
    left.fill(FIRST, "My own words")
    expect(right.locator(FIRST)).to_have_value("My own words")
    for tab in two:
        follow(tab, activity("1.4"))
    can, cannot = "#f-lists--good--1--influence", "#f-lists--good--1--influence-cannot"
    for tab, choice in ((left, can), (right, cannot), (left, can)):
        tab.check(choice)
        for one in two:
            expect(one.locator(choice)).to_be_checked()


def test_erased_in_one_tab_is_gone_in_the_other_even_while_it_is_shown(two) -> None:
    left, right = two
    left.fill(FIRST, "Named by mistake: Elin Wyn Rees")
    expect(right.locator(FIRST)).to_have_value("Named by mistake: Elin Wyn Rees")
    right.click(FIRST)  # the other tab even stands in the field
    follow(left, RECORD)
    left.get_by_text("Erase an answer for ever").first.click()
    left.get_by_role("button", name="Erase", exact=True).first.click()
    left.click("#erase-confirm")
    expect(left.locator("#erase-confirm")).to_have_count(0)
    expect(right.locator(FIRST)).to_have_value("")
    for tab in two:
        assert "Elin Wyn" not in tab.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
    # The field is whole: it takes new words, the very same ones too.
    right.fill(FIRST, "A family")
    right.click("h1")
    until(right, "JSON.stringify(localStorage).includes('A family')")
    assert kept(right, "ideas.equity.1") == "A family"


_TYPES_ON = """field => addEventListener("storage", ({ newValue }) => {
  if (newValue !== null) return;
  document.querySelector(field).focus();
  document.execCommand("insertText", false, "!");
})"""
"""A reader who presses a key at the very moment at which another tab erases, before anything is shown of it."""


def test_a_key_pressed_while_another_tab_erases_brings_nothing_back(two) -> None:
    left, right = two
    left.fill(FIRST, "Named by mistake: Elin Wyn Rees")
    expect(right.locator(FIRST)).to_have_value("Named by mistake: Elin Wyn Rees")
    right.evaluate(_TYPES_ON, FIRST)
    follow(left, RECORD)
    left.get_by_text("Erase an answer for ever").first.click()
    left.get_by_role("button", name="Erase", exact=True).first.click()
    left.click("#erase-confirm")
    expect(left.locator("#erase-confirm")).to_have_count(0)
    expect(right.locator(FIRST)).to_have_value(re.compile("^!+$"))
    right.click("h1")
    settled(right)
    assert set(kept(right, "ideas.equity.1")) == {"!"}
    for tab in two:
        assert "Elin Wyn" not in tab.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")


def test_a_record_removed_in_one_tab_closes_in_the_other(two) -> None:
    left, right = two
    left.fill(FIRST, "Soon gone")
    follow(left, RECORD)
    left.click("#forget-ask")
    expect(left.locator("#forget")).to_be_focused()
    left.click("#forget-form button[type=submit]")
    expect(left.locator("#problems")).to_contain_text("Tick the box")
    left.check("#c-sure")
    shown(left, lambda: left.click("#forget-form button[type=submit]"), START)
    expect(right.locator("#no-record")).to_be_visible()
    expect(right.locator(FIRST)).to_have_value("")
    expect(right.locator(FIRST)).not_to_be_editable()
    assert not left.evaluate("Object.keys(localStorage).filter((key) => /event|draft|about/.test(key))")
    expect(left.locator("#whose")).to_have_count(0)


def test_a_signed_decision_reaches_the_other_tab(two) -> None:
    left, right = two
    follow(left, activity("1.1"))
    follow(right, activity("1.1"))
    answer_role(left)
    expect(right.locator("#f-role--duties")).to_have_value("Twelve schools and what they refer")
    left.click("#done-form button[type=submit]")
    for tab in two:
        expect(tab.locator("#activity-status")).to_contain_text("Waiting for sign-off")
