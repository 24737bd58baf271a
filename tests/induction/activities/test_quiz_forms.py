"""Quiz questions that are no choice: true or false, a few words, matching, an order. Marked, kept and explained alike."""

import json
from dataclasses import replace
from typing import get_args, get_type_hints

import pytest

from induction.activities import refusal
from induction.activities.quiz_forms import QUIZ_FORMS
from induction.activities.quiz_questions import QuizQuestion
from induction.programme import Activity
from induction.views.forms import Form
from tests.induction.activities.quizzes import FORMS
from tests.induction.helpers import DictAnswers, Node, check_html
from tests.induction.page import Page, make_activity, make_bundle

SOLO = replace(FORMS, colleague=False)
QUIZ = "ews.1.forms"
RIGHT = {
    "fine": {"": "true"},
    "days": {"": "  FIFTEEN   days "},
    "acts": {".sao": "sao", ".eso": "eso", ".fine": "sao"},
    "steps": {"": "ask plan look"},
}
WRONG = {
    "fine": {"": "false"},
    "days": {"": "28"},
    "acts": {".sao": "eso", ".eso": "eso", ".fine": "sao"},
    "steps": {"": "plan ask look"},
}


def tried(question: str, given: dict[str, str], *, checked: bool = True, who: str = "try") -> DictAnswers:
    field = f"forms.{question}.{who}.1"
    return DictAnswers(
        {field + aspect: value for aspect, value in given.items()}, {f"{field}.checked": ("c",)} if checked else {}
    )


def test_every_form_an_author_may_write_is_marked_in_its_own_way() -> None:
    """A form that nobody marks would be marked as a choice, and nobody would hear of it."""
    assert set(get_args(get_type_hints(QuizQuestion)["form"])) == set(QUIZ_FORMS)


def view(answers: DictAnswers, shape: object = SOLO, **more: object) -> Node:
    return check_html(shape.view(Form("x", answers, **{"editable": True, **more})))  # type: ignore[attr-defined]


def verdict(question: str, given: dict[str, str]) -> str:
    return view(tried(question, given)).by_id(f"f-forms--{question}-verdict").text


@pytest.mark.parametrize("question", RIGHT)
def test_right_is_right_and_wrong_is_wrong(question: str) -> None:
    assert verdict(question, RIGHT[question]).startswith("Right.")
    assert verdict(question, WRONG[question]).startswith("Not right")
    (asked,) = [one for one in FORMS.questions if one.id == question]
    right, wrong = (SOLO.tries(asked, "try", tried(question, given))[0] for given in (RIGHT[question], WRONG[question]))
    assert (right.right, wrong.right, right.checked) == (True, False, True)


def test_every_verdict_says_what_was_answered() -> None:
    assert verdict("fine", WRONG["fine"]) == "Not right. You chose: False. It has never been the first step. "
    assert verdict("days", WRONG["days"]) == "Not right. You wrote: 28. That is the first payment window."
    assert verdict("days", {"": "a week"}).startswith("Not one of the answers that we know.")
    assert verdict("acts", WRONG["acts"]).startswith(
        "Not right: 2 of 3 fit. You chose: School attendance order: Children Act;"
    )
    assert verdict("steps", WRONG["steps"]).startswith(
        "Not right: 1 of 3 stand in their place. You put: 1. Make a plan;"
    )


def test_why_is_told_for_right_and_wrong_and_only_when_checked() -> None:
    told = {
        "fine": "The other answers:False: It has never been the first step.",
        "days": "Easily mixed up with it:28: That is the first payment window.",
        "acts": "What belongs together:School attendance order: Education Act: Sections 437 to 443.",
        "steps": "The right order:Ask the child: Nothing comes before that.",
    }
    for question, words in told.items():
        assert words in view(tried(question, WRONG[question])).by_id(f"f-forms--{question}-opened").text
        folded = view(tried(question, WRONG[question], checked=False)).by_id(f"f-forms--{question}-folded")
        assert not folded.has("open")
    assert "Now, since 1996: Fifteen days." in view(tried("days", {"": "x"})).by_id("f-forms--days-opened").text


def test_native_inputs() -> None:
    tree = view(DictAnswers())
    assert {one.get("type") for one in tree.by_id("f-forms--fine--try--1-field").all("input")} == {"radio"}
    assert tree.by_id("f-forms--days--try--1").get("type") == "text"
    select = tree.by_id("f-forms--acts--try--1--sao")
    assert select.tag == "select"
    assert [one.text for one in select.all("option")] == ["Choose what belongs here", "Children Act", "Education Act"]
    shown = [one.text for one in tree.by_id("f-forms--steps--try--1").all("li")]
    assert [one[:3] for one in shown] == ["Loo", "Ask", "Mak"], "as the content says it is shown at first"
    assert not view(DictAnswers(), editable=False).all("button")


def test_names_are_unique() -> None:
    for answers in (DictAnswers(), DictAnswers({"forms.with-colleague": "yes"})):
        tree = view(answers, FORMS)
        found = [
            (node.within("fieldset")[0].text if node.within("fieldset") else "", node.text)
            for node in tree.all("label", "button", "summary")
        ]
        assert len(found) == len(set(found))


def test_a_part_of_a_matching_cannot_be_checked_yet() -> None:
    some = tried("acts", {".sao": "sao"}, checked=False)
    assert "Check my answer (question 3)" not in [one.text for one in view(some).all("button")]
    assert SOLO.gaps(some)[2].text == "Question 3: Which Act is behind which order?"
    every = tried("acts", RIGHT["acts"], checked=False)
    assert "Check my answer (question 3)" in [one.text for one in view(every).all("button")]
    assert SOLO.gaps(every)[2].text == "Question 3: check your answer"


def test_every_field_has_a_prompt_and_no_other_has() -> None:
    fields = ("fine.try.1", "days.try.1", "acts.try.1.sao", "acts.try.1.eso", "acts.try.1.fine", "steps.try.1")
    assert all(SOLO.prompt(f"forms.{one}") for one in fields)
    assert SOLO.prompt("forms.acts.try.1.sao").endswith("Which Act is behind which order? School attendance order")
    others = ("acts.try.1", "acts.try.1.no", "days.try.1.sao", "days.try.1.", "days.try", "days", "days.other.1")
    assert [SOLO.prompt(f"forms.{one}") for one in others] == [""] * len(others)


def test_what_was_answered_is_shown_to_whoever_signs() -> None:
    texts = {f"forms.{q}.try.1{a}": v for q, given in WRONG.items() for a, v in given.items()}
    rows = {f"forms.{q}.try.1.checked": ("c",) for q in WRONG}
    shown = [one.answer for one in SOLO.shown(DictAnswers(texts, rows))]
    assert shown == [
        "False (question 1)",
        "28 (question 2)",
        "School attendance order: Children Act; Education supervision order: Children Act; Penalty notice: Education Act"
        " (question 3)",
        "1. Make a plan; 2. Ask the child; 3. Look again (question 4)",
        "First attempt: 0 of 4",
    ]
    assert [number for number, _ in SOLO.not_right(DictAnswers(texts, rows))] == [1, 2, 3, 4]


@pytest.mark.parametrize("question", RIGHT)
def test_what_was_checked_stays_and_a_colleague_sees_nothing_of_it(question: str) -> None:
    answers = tried(question, RIGHT[question]).but({"forms.with-colleague": "yes"})
    tree = view(answers, FORMS)
    mine = [one for one in tree.all("input", "select", "textarea") if f"forms.{question}.try." in one.get("data-field")]
    assert all(one.has("disabled") or one.has("readonly") for one in mine)
    assert not any(one.has("checked") for one in mine)
    assert not [one for select in mine for one in select.all("option") if one.has("selected") and one.get("value")]
    assert not tree.with_class("quiz__verdict")
    for aspect in RIGHT[question]:
        assert refusal(FORMS, f"forms.{question}.try.1{aspect}", "another", answers).startswith(
            "This answer was checked"
        )


def test_what_was_typed_is_secret_too() -> None:
    answers = tried("days", {"": "Fifteen days"}).but({"forms.with-colleague": "yes"})
    assert not view(answers, FORMS).by_id("f-forms--days--try--1").get("value")


def test_an_order_is_made_with_buttons_that_say_where_things_are_now() -> None:
    tracker = Page(make_bundle(make_activity("quiz", id=QUIZ, parts=(SOLO,)))).start()
    field = "forms.steps.try.1"

    def press(item: str, way: str) -> dict[str, object]:
        (button,) = [
            one for one in check_html(tracker.html[f"w-{QUIZ}"]).all("button") if one.get("id") == f"f-{item}-{way}"
        ]
        assert button.get("data-command") == "answer"
        return tracker.do("answer", QUIZ, **json.loads(button.get("data-args")))

    base = "forms--steps--try--1"
    assert not press(f"{base}-look", "up")["events"], "nothing stands above the first"
    outcome = press(f"{base}-look", "down")
    assert outcome["effects"] == [
        {"kind": "focus", "target": f"f-{base}-look-down"},
        {"kind": "announce", "text": "Look again: now 2 of 3"},
    ]
    assert tracker.state.of(QUIZ).text(field) == "ask look plan"
    press(f"{base}-plan", "up")
    assert tracker.state.of(QUIZ).text(field) == "ask plan look"
    assert not press(f"{base}-look", "down")["events"]
    refused = tracker.answer(QUIZ, field, "ask ask look")
    assert not refused["events"] and "no order" in tracker.problems()[QUIZ][field]


def test_an_order_of_which_an_item_is_gone_is_still_read() -> None:
    tree = view(tried("steps", {"": "look gone ask"}, checked=False))
    assert [one.text[:3] for one in tree.by_id("f-forms--steps--try--1").all("li")] == ["Loo", "Ask"]


def test_a_whole_quiz_of_every_form_is_done_and_marked() -> None:
    activity: Activity = make_activity("quiz", id=QUIZ, parts=(SOLO,), sign_off=())
    tracker = Page(make_bundle(activity)).start()
    for question, given in RIGHT.items():
        for aspect, value in given.items():
            tracker.answer(QUIZ, f"forms.{question}.try.1{aspect}", value)
        tracker.do("row.add", QUIZ, list=f"forms.{question}.try.1.checked")
    assert "First attempt: 4 of 4." in tracker.html[f"w-{QUIZ}"]
    assert tracker.do("done", QUIZ, on="2026-11-22")["events"]
