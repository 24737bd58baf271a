"""Two copies of a record that were both written on: a merge loses nothing, and says what it would hide."""

import json
from typing import Any

import pytest

from tests.induction.page import Page, id_of

FIELD = "role.functions"


def parted() -> tuple[Page, Page]:
    """One record on two devices, with the same answer in it."""
    first = Page(seed=0x51).start()
    first.answer(id_of("prompts"), FIELD, "Attendance")
    first.do("copy.save")
    second = Page(seed=0x52)
    second.do("file.opened", name="copy.json", text=first.files[-1]["text"])
    second.do("file.merge")
    assert second.opened == first.opened
    return first, second


def take(page: Page, other: Page) -> dict[str, Any]:
    other.do("copy.save")
    page.preview(other.files[-1]["text"])
    return page.do("file.merge")


def test_the_later_answer_shows_and_the_other_is_beside_it() -> None:
    first, second = parted()
    second.answer(id_of("prompts"), FIELD, "Attendance and <b>exclusions</b>")
    first.answer(id_of("prompts"), FIELD, "Attendance,\nand child employment")
    first.answer(id_of("prompts"), "role.titles", "Only here")
    take(first, second)
    view = first.html["w-record"]
    assert "1 question was answered on both sides" in view
    shown = first.activity("prompts").text(FIELD)
    other = ({"Attendance and <b>exclusions</b>", "Attendance,\nand child employment"} - {shown}).pop()
    assert other.replace("<", "&lt;").replace(">", "&gt;").split("\n")[0] in view
    first.do("merge.keep-both", id_of("prompts"), type="answer", name=FIELD)
    assert first.activity("prompts").text(FIELD) == f"{shown}\n\n{other}"
    assert "answered on both sides" not in first.html["w-record"]
    # The second device takes it all in, without a question: this side is simply newer.
    take(second, first)
    assert second.activity("prompts").text(FIELD) == f"{shown}\n\n{other}"
    assert "answered on both sides" not in second.html["w-record"]


def test_the_preview_says_so_before_anything_changes() -> None:
    first, second = parted()
    second.answer(id_of("prompts"), FIELD, "One")
    first.answer(id_of("prompts"), FIELD, "Two")
    second.do("copy.save")
    first.preview(second.files[-1]["text"])
    assert "1 question was answered on both sides. Both answers are shown to you" in first.html["w-record"]


@pytest.mark.parametrize(("here", "there"), [("Same", "Same "), ("", "Words"), ("Words", "")])
def test_words_that_are_the_same_or_were_emptied_earlier_are_no_clash(here: str, there: str) -> None:
    first, second = parted()
    first.answer(id_of("prompts"), FIELD, here)
    second.answer(id_of("prompts"), FIELD, there)
    take(first, second)
    merged = first.app.session.view["merged"]
    if not here or not there:  # words are only hidden when they came first
        hidden = first.activity("prompts").text(FIELD) == ""
        assert bool(merged["clashes"]) is hidden
    else:
        assert merged["clashes"] == []


def test_a_plan_made_on_both_sides_says_which_week_was_hidden() -> None:
    first, second = parted()
    second.do("plan.week", id_of("ideas"), week="2026-11-30")
    first.do("plan.week", id_of("ideas"), week="2026-12-07")
    take(first, second)
    view = first.html["w-record"]
    assert "the week" in view and "30 November 2026" in view and "7 December 2026" in view
    assert "merge.keep-both" not in view, "an activity has one week"


def test_only_what_was_hidden_can_be_put_together() -> None:
    first, second = parted()
    second.answer(id_of("prompts"), FIELD, "One")
    first.answer(id_of("prompts"), FIELD, "Two")
    take(first, second)
    before = json.dumps(first.store)
    for name, type_ in (("role.titles", "answer"), (FIELD, "log"), ("", "")):
        assert not first.do("merge.keep-both", id_of("prompts"), type=type_, name=name)["events"]
    assert json.dumps(first.store) == before
    first.do("file.undo")
    assert "answered on both sides" not in first.html["w-record"]
