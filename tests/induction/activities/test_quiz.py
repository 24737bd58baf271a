"""A quiz: answer unaided, then see why; the first attempt is kept (FEATURES row 29)."""

import json
from dataclasses import replace

from induction.activities import Refuses, refusal
from induction.activities.quiz import EXAMPLE, Quiz, QuizOption, QuizQuestion
from induction.views.forms import Form
from tests.induction.activities.records import COMPLETE
from tests.induction.helpers import DictAnswers, Node, check_html
from tests.induction.page import Page, id_of, make_activity, make_bundle

SOLO = replace(EXAMPLE, colleague=False)
TEN = Quiz(
    id="ten",
    questions=tuple(
        QuizQuestion(
            id=f"q{n}",
            ask=f"Question about {n}?",
            options=(QuizOption("yes", "Yes", "It is.", "yes"), QuizOption("no", "No", "It is not so.")),
            source="Example Act",
            sureness="checked",
            checked="2026-11-22",
        )
        for n in range(1, 11)
    ),
)


def page(answers: DictAnswers, shape: Quiz = SOLO) -> Node:
    return check_html(shape.view(Form("ews.3.1", answers, editable=True)))


def tried(question: str, code: str, *, checked: bool = True, who: str = "try") -> DictAnswers:
    field = f"powers.{question}.{who}.1"
    return DictAnswers({field: code}, {f"{field}.checked": ("c1",)} if checked else {})


def buttons(tree: Node) -> list[str]:
    return [one.text for one in tree.all("button")]


def test_before_it_is_checked_nothing_in_view_gives_the_answer_away() -> None:
    for answers in (DictAnswers(), tried("days", "fifteen", checked=False)):
        tree = page(answers)
        for node in tree.all():
            for child in node.children:
                if isinstance(child, str) and ("Counted from" in child or "Right" in child or "not right" in child):
                    fold = node.within("details")[0]
                    assert not fold.has("open") and not fold.has("data-search-exclude")
                    assert fold.all("summary")[0].text.startswith("Answer first, then open: the answer and why")
        assert not tree.with_class("quiz__verdict")


def test_a_wrong_answer_is_told_why_it_is_wrong_and_which_is_right() -> None:
    tree = page(tried("days", "month"))
    verdict = tree.by_id("f-powers--days-verdict").text
    assert verdict.startswith("Not right. You chose: 28 days. That is the first window for paying a penalty notice.")
    why = tree.by_id("f-powers--days-opened")
    assert why.has("open")
    assert "Right today:15 days: Counted from the day it is served." in why.text
    assert "10 days: Ten days is about something else." in why.text
    assert "Fifteen is the time to answer the first notice, not how long the order lasts." in why.text
    end = "Source: Example Act 1996, section 437. How sure: checked. Last looked at on 22 November 2026."
    assert why.with_class("quiz__source")[0].text == end


def test_what_held_then_and_what_holds_now() -> None:
    tree = page(tried("rules", "old"))
    assert tree.with_class("quiz__verdict")[0].text.startswith("Right when the source was written, but not today.")
    why = tree.by_id("f-powers--rules-opened").text
    assert "Then: The Regulations of 1968." in why
    assert "Now, since October 2015: The Regulations of 2015." in why
    assert "How sure: to be checked" in why
    assert "holds today" in page(tried("rules", "new")).with_class("quiz__verdict")[0].text


def test_an_answer_can_be_changed_until_it_is_checked() -> None:
    assert isinstance(SOLO, Refuses)
    open_, closed = tried("days", "month", checked=False), tried("days", "month")
    assert refusal(SOLO, "powers.days.try.1", "fifteen", open_) == ""
    assert refusal(SOLO, "powers.days.try.1", "fifteen", closed).startswith("This answer was checked, so it stays.")
    assert refusal(SOLO, "powers.days.try.1", "", closed) != ""
    assert refusal(SOLO, "powers.days.try.1", "month", closed) == ""
    assert refusal(SOLO, "powers.rules.try.1", "old", closed) == ""
    assert not page(open_).by_id("f-powers--days--try--1").has("disabled")
    assert page(closed).by_id("f-powers--days--try--1").has("disabled")
    assert [button for button in buttons(page(open_)) if "(question 1)" in button] == ["Check my answer (question 1)"]
    assert [button for button in buttons(page(closed)) if "(question 1)" in button] == ["Try again (question 1)"]
    assert buttons(page(DictAnswers())) == []


def test_a_retake_with_all_right_still_shows_the_first_attempt() -> None:
    texts = {f"ten.q{n}.try.1": "no" if n == 4 else "yes" for n in range(1, 11)}
    rows = {f"ten.q{n}.try.1.checked": ("c",) for n in range(1, 11)}
    once = DictAnswers(texts, rows)
    assert page(once, TEN).by_id("f-ten-score-try").text == "First attempt: 9 of 10."
    assert TEN.gaps(once) == []
    texts["ten.q4.try.again"] = "yes"
    rows |= {"ten.q4.try": ("again",), "ten.q4.try.again.checked": ("c",)}
    twice = DictAnswers(texts, rows)
    assert page(twice, TEN).by_id("f-ten-score-try").text == "First attempt: 9 of 10. Latest: 10 of 10."
    assert refusal(TEN, "ten.q4.try.1", "yes", twice) != ""
    shown = {one.prompt: one.answer for one in TEN.shown(twice)}
    assert shown["Question 4, first attempt: Question about 4?"] == "No (question 4)"
    assert shown["Question 4, attempt 2: Question about 4?"] == "Yes (question 4)"
    assert shown["How it went"] == "First attempt: 9 of 10. Latest: 10 of 10"


def test_a_new_try_folds_the_answer_again() -> None:
    answers = DictAnswers(
        {"powers.days.try.1": "month"}, {"powers.days.try.1.checked": ("c",), "powers.days.try": ("again",)}
    )
    tree = page(answers)
    assert not tree.by_id("f-powers--days-folded").has("open")
    assert tree.by_id("f-powers--days--try--1-month").has("checked")
    assert tree.by_id("f-powers--days--try--again").get("type") == "radio"


def test_gaps_are_questions_not_answered_or_not_checked() -> None:
    assert [gap.text for gap in SOLO.gaps(tried("days", "month", checked=False))] == [
        "Question 1: check your answer",
        "Question 2: Which regulations cover performances?",
        "Question 3: Who is a parent here? Tick all that are.",
    ]
    assert next(gap.field for gap in SOLO.gaps(tried("days", "month"))) == "powers.rules.try.1"
    count = page(tried("days", "month")).by_id("f-powers-count")
    assert count.text == "1 of 3 answered. Still open: 2, 3"


def test_several_right_answers_are_ticked() -> None:
    field = "powers.who.try.1"
    assert {one.get("type") for one in page(DictAnswers()).by_id("f-powers--who--try--1-field").all("input")} == {
        "checkbox"
    }
    some = DictAnswers({f"{field}.gran": "yes"}, {f"{field}.checked": ("c",)})
    every = some.but({f"{field}.mother": "yes"})
    assert page(some).with_class("quiz__verdict")[0].text.startswith("Not right: some are missing or too many.")
    assert page(every).with_class("quiz__verdict")[0].text.startswith("Right. You chose: The mother.")
    assert refusal(SOLO, f"{field}.mother", "yes", some) != ""


def test_two_players_see_nothing_of_each_other_until_both_have_checked() -> None:
    two = DictAnswers(
        {"powers.with-colleague": "yes", "powers.days.try.1": "month"}, {"powers.days.try.1.checked": ("c",)}
    )
    tree = page(two, EXAMPLE)
    assert not any(one.has("checked") for one in tree.by_id("f-powers--days-field").all("input"))
    assert "Kept. Both answers show when both are checked." in tree.by_id("f-powers--days-field").text
    assert not tree.by_id("f-powers--days-folded").has("open") and not tree.with_class("quiz__verdict")
    assert not tree.with_class("quiz__score")
    both = DictAnswers(
        {**two.texts, "powers.days.colleague.1": "fifteen"}, {**two.added, "powers.days.colleague.1.checked": ("d",)}
    )
    verdicts = [one.text for one in page(both, EXAMPLE).with_class("quiz__verdict")]
    assert verdicts[0].startswith("Not right. You chose: 28 days")
    assert verdicts[1].startswith("Right. Your colleague chose: 15 days")
    assert "Colleague: try again (question 1)" in buttons(page(both, EXAMPLE))
    assert SOLO.prompt("powers.days.colleague.1") == SOLO.prompt("powers.with-colleague") == ""


def test_a_colleague_who_has_answered_stays_when_the_tick_is_taken_out() -> None:
    answers = COMPLETE["quiz"].but({"powers.with-colleague": ""})
    tree = page(answers, EXAMPLE)
    assert tree.by_id("f-powers--days--colleague--1-month").has("checked")
    assert tree.by_id("f-powers--days-opened").has("open")


def test_two_merged_records_may_check_twice_and_nothing_breaks() -> None:
    answers = DictAnswers({"powers.days.try.1": "ten"}, {"powers.days.try.1.checked": ("c", "d")})
    assert len(page(answers).by_id("f-powers--days-field").all("fieldset")) == 1
    gone = tried("days", "no-such-option")
    assert "Not an answer of this question any more." in page(gone).text
    assert SOLO.shown(gone)[0].answer == "no-such-option (question 1)"


def test_in_a_record_a_checked_answer_is_kept_and_the_focus_goes_to_the_verdict() -> None:
    quiz, field = id_of("quiz"), "powers.days.try.1"
    tracker = Page(make_bundle(make_activity("quiz"))).start()
    tracker.answer(quiz, field, "ten")
    tracker.answer(quiz, field, "month")
    (button,) = [
        one for one in check_html(tracker.html[f"w-{quiz}"]).all("button") if one.text == "Check my answer (question 1)"
    ]
    args = json.loads(button.get("data-args"))
    outcome = tracker.do(button.get("data-command"), quiz, **args)
    assert outcome["effects"] == [{"kind": "focus", "target": "f-powers--days-verdict"}]
    assert 'id="f-powers--days-verdict"' in tracker.html[f"w-{quiz}"]
    refused = tracker.answer(quiz, field, "fifteen")
    assert not refused["events"]
    assert tracker.problems()[quiz][field].startswith("This answer was checked, so it stays.")
    assert tracker.activity("quiz").text(field) == "month"
