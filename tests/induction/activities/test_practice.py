"""Scoring, shadowing and casework (FEATURES rows 21, 24, 41)."""

from dataclasses import replace

import pytest

from induction.activities import casework, scoring, shadow
from induction.activities.scoring import ScoreItem
from induction.views.forms import Form
from tests.induction.activities.records import COMPLETE, HALF
from tests.induction.helpers import DictAnswers, Node, check_html

TEN = replace(
    scoring.EXAMPLE,
    improvements=4,
    items=tuple(ScoreItem(id=f"i{n}", text=f"It says thing {n}") for n in range(1, 11)),
)


def page(shape: object, answers: DictAnswers) -> Node:
    return check_html(shape.view(Form("ews.5.1", answers, editable=True)))  # type: ignore[attr-defined]


def test_ten_items_are_counted_in_words_and_the_weakest_come_first() -> None:
    answers = DictAnswers({f"policy.i{n}": score for n, score in enumerate("1123213212", start=1)})
    tree = page(TEN, answers)
    counts = tree.by_id("f-policy-counts").text
    assert counts.startswith("4 very well, 4 to some extent, 2 not really.")
    (weakest,) = tree.with_class("scoring__weakest")
    assert [one.text for one in weakest.all("li")][:3] == [
        "3, not really: It says thing 4",
        "3, not really: It says thing 7",
        "2, to some extent: It says thing 3",
    ]
    assert len(weakest.all("li")) == 10
    assert "1.8" not in tree.text
    assert "A low score is good: 1 (very well) is best, 3 (not really) is weakest." in tree.text


def test_counts_say_the_first_words_of_a_score_and_no_more() -> None:
    scale = tuple(replace(one, text=f"{one.text}; or so") for one in TEN.scale)
    answers = DictAnswers({f"policy.i{n}": score for n, score in enumerate("1123213212", start=1)})
    counts = page(replace(TEN, scale=scale), answers).by_id("f-policy-counts").text
    assert counts.startswith("4 very well, 4 to some extent, 2 not really.")


def test_three_improvements_ask_for_one_more_and_an_added_one_counts() -> None:
    three = DictAnswers({f"policy.improve.{n}": "x" for n in (1, 2, 3)})
    assert TEN.gaps(three)[-1].text == "Add 1 more improvement"
    assert TEN.gaps(three)[-1].field == "policy.improve.4"
    four = DictAnswers({**three.texts, "policy.improve.a": "x"}, {"policy.improve": ("a",)})
    assert not [gap for gap in TEN.gaps(four) if "improvement" in gap.text]


def test_a_score_without_evidence_is_asked_for() -> None:
    assert [gap.text for gap in scoring.EXAMPLE.gaps(HALF["scoring"])] == [
        "Item 1, what shows it?",
        "Item 3: It says what happens on the first day of absence",
        "Add 1 more improvement",
    ]


def test_a_scale_with_the_best_number_highest_says_only_which_is_best() -> None:
    shape = replace(scoring.EXAMPLE, scale=tuple(reversed(scoring.EXAMPLE.scale)))
    assert "A low score" not in page(shape, DictAnswers()).text
    assert "3 (not really) is best" in page(shape, DictAnswers()).text


def test_neither_school_has_electronic_registers_is_allowed_with_a_reason() -> None:
    answers = COMPLETE["shadow"].but({"visits.one-of.why": ""})
    (gap,) = shadow.EXAMPLE.gaps(answers)
    assert gap.field == "visits.one-of.why"
    assert gap.text == "The registers here are electronic: tick it for at least one school, or say why none is"
    assert shadow.EXAMPLE.gaps(COMPLETE["shadow"]) == []
    ticked = answers.but({"visits.2.one-of": "yes"})
    assert shadow.EXAMPLE.gaps(ticked) == []
    assert "visits.one-of.why" not in [one.get("data-field") for one in page(shadow.EXAMPLE, ticked).all("textarea")]


def test_what_was_not_observed_is_a_gap() -> None:
    answers = COMPLETE["shadow"].but({"visits.observed": ""})
    assert [gap.text for gap in shadow.EXAMPLE.gaps(answers)] == [
        "Not observed yet: you inspect a register, with a colleague beside you"
    ]
    nobody = COMPLETE["shadow"].but({"visits.observed.by": "", "visits.observed.on": ""})
    assert [gap.text for gap in shadow.EXAMPLE.gaps(nobody)] == ["Observed by whom?", "Observed on which date?"]


def test_the_witness_line_says_who_when_and_how_it_was_made() -> None:
    tree = page(shadow.EXAMPLE, COMPLETE["shadow"])
    words = "Witness: Ann Example, Senior officer, 3 December 2026, typed on this device"
    assert tree.by_id("f-visits--1--witness-line").text == words
    shown = {one.prompt: one.answer for one in shadow.EXAMPLE.shown(COMPLETE["shadow"])}
    assert shown["School 1, witness: how the line was made"] == "Typed on this device"
    assert shown["School 1, witness: date"] == "3 December 2026"
    alone = replace(shadow.EXAMPLE, witness=False)
    assert not [gap for gap in alone.gaps(DictAnswers()) if "witness" in gap.text]


def test_visits_are_named_and_the_card_stands_once() -> None:
    tree = page(shadow.EXAMPLE, DictAnswers())
    assert [one.text for one in tree.all("h3")][:2] == ["School 1", "School 2"]
    assert len(tree.with_class("watch-card")) == 1
    assert [one.text for one in tree.by_id("f-visits-watch").all("li")] == list(shadow.EXAMPLE.watch)
    one = replace(shadow.EXAMPLE, visits=1, one_of="", observed="")
    assert [node.text for node in page(one, DictAnswers()).all("h3")] == ["School"]
    assert one.gaps(DictAnswers())[0].text == "School, before: Whom will you go with, and when?"


def gap_texts(texts: dict[str, str]) -> list[str]:
    return [gap.text for gap in casework.EXAMPLE.gaps(COMPLETE["casework"].but(texts))]


def test_a_need_that_begins_with_should_is_kept_and_told_what_to_write() -> None:
    answers = COMPLETE["casework"].but({"plan.need.1": "Robin should get up in time"})
    holder = page(casework.EXAMPLE, answers).by_id("f-plan--need--1-field")
    assert holder.all("textarea")[0].text == "Robin should get up in time"
    assert holder.with_class("warning-note")[0].text == (
        "Write what Robin needs, not what Robin should do. Begin 'Robin needs'."
    )
    assert gap_texts({"plan.need.1": "Robin should get up in time"}) == ["Need 1: begin 'Robin needs'"]


@pytest.mark.parametrize(
    ("typed", "warning", "gap"),
    [
        ("", "", "Need 1: write what Robin needs"),
        ("Rob", "", "Need 1: begin 'Robin needs'"),
        ("Robin needs", "", "Need 1: write what Robin needs"),
        (" robin  NEEDS sleep", "", ""),
        ("Sleep", "Begin 'Robin needs'.", "Need 1: begin 'Robin needs'"),
        ("Robin needsomething", "Begin 'Robin needs'.", "Need 1: begin 'Robin needs'"),
    ],
)
def test_how_a_need_begins(typed: str, warning: str, gap: str) -> None:
    assert casework.EXAMPLE.need_warning(typed) == warning
    assert gap_texts({"plan.need.1": typed}) == ([gap] if gap else [])


@pytest.mark.parametrize("typed", ["I will visit weekly", "I'll ring", "We are going to meet", "  i plan to call"])
def test_a_goal_that_is_the_workers_act_is_questioned_and_never_blocked(typed: str) -> None:
    warning = "This says what you will do. What will be different for Robin and his gran? Write that."
    assert casework.EXAMPLE.goal_warning(typed) == warning
    assert gap_texts({"plan.goal.1": typed}) == []
    tree = page(casework.EXAMPLE, COMPLETE["casework"].but({"plan.goal.1": typed}))
    assert warning in tree.by_id("f-plan--goal--1-field").text


def test_an_outcome_is_no_act() -> None:
    for typed in ("Robin will come on Mondays", "Ideas for gran", "", "Igor will"):
        assert casework.EXAMPLE.goal_warning(typed) == ""


def test_a_target_names_each_part_that_is_missing() -> None:
    assert gap_texts({"plan.target.1.time": ""}) == ["Target 1: Time bound: by when?"]
    parts = {f"plan.target.1.{part}": "" for part in ("agreed", "who", "review")}
    assert gap_texts(parts) == [
        "Target 1: Agreed: who has agreed to it?",
        "Target 1: Who will do it?",
        "Target 1: When will you review it?",
    ]
    assert "The A is for Agreed" in page(casework.EXAMPLE, DictAnswers()).text


def test_what_was_added_and_not_begun_is_not_missing() -> None:
    added = {f"plan.{step}": ("a",) for step in ("need", "goal", "target")}
    answers = DictAnswers(COMPLETE["casework"].texts, added)
    assert casework.EXAMPLE.gaps(answers) == []
    begun = answers.but({"plan.target.a.who": "Gran"})
    assert len(casework.EXAMPLE.gaps(begun)) == 6


def test_a_step_that_asks_for_nothing_is_left_out() -> None:
    needs = replace(casework.EXAMPLE, goals=0, targets=0)
    assert "SMART" not in page(needs, DictAnswers()).text
    assert needs.prompt("plan.goal.1") == needs.prompt("plan.target.1.who") == ""
    assert casework.EXAMPLE.prompt("plan.target.1.time") == "Target 1, Time bound: by when?"
