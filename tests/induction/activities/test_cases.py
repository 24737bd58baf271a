"""Staged cases: nothing of what happens next is told before the questions above are answered."""

from dataclasses import replace

from induction.activities import refusal
from induction.activities.base import Question
from induction.activities.case import Case, Stage
from induction.activities.cases import EXAMPLE, Cases
from induction.views.forms import Form
from tests.induction.activities.records import COMPLETE, HALF
from tests.induction.helpers import DictAnswers, Node, check_html

LATER = "Answer the questions above first. Then open: what happens next"


def page(answers: DictAnswers, shape: object = EXAMPLE) -> Node:
    return check_html(shape.view(Form("ews.1.5", answers, editable=True)))  # type: ignore[attr-defined]


def details(answers: DictAnswers) -> dict[str, bool]:
    return {node.get("id"): node.has("open") for node in page(answers).all("details")}


def test_details_open_as_questions_are_answered() -> None:
    assert set(details(DictAnswers()).values()) == {False}
    assert details(HALF["cases"]) == {
        "f-cases--robin--visit-opened": True,
        "f-cases--robin-folded": False,
        "f-cases--sam-folded": False,
    }
    assert set(details(COMPLETE["cases"]).values()) == {True}


def test_later_facts_and_points_stand_in_details_that_search_leaves_out() -> None:
    for node in page(DictAnswers()).all():
        if isinstance(node.children[0] if node.children else None, str) and node.tag != "summary":
            words = node.text
            if "older brother" in words or "Do not go in" in words or "at the door" in words:
                assert node.within("details")[0].has("data-search-exclude")
    later = page(DictAnswers()).by_id("f-cases--robin--visit-folded")
    assert later.get("class") == "case__later"
    assert later.all("summary")[0].text.startswith(LATER)
    assert later.by_id("f-cases--robin--visit--door").tag == "textarea"
    opened = page(HALF["cases"]).by_id("f-cases--robin--visit-opened")
    assert opened.all("summary")[0].text.startswith("What happens next")


def test_points_to_compare_are_never_a_score() -> None:
    compare = page(COMPLETE["cases"]).by_id("f-cases--robin-opened")
    summary = "Points an experienced colleague would raise. Compare, then add to your answer"
    assert compare.get("class") == "compare"
    assert compare.all("summary")[0].text.startswith(summary)
    assert "never a score" in compare.text
    assert [point.text for point in compare.all("li")] == list(EXAMPLE.cases[0].compare)
    assert page(DictAnswers(), replace(EXAMPLE, cases=(replace(EXAMPLE.cases[1], compare=()),))).all("details") == []


def test_gaps_number_the_questions_of_a_case_and_do_not_tell_what_comes() -> None:
    assert [gap.text for gap in EXAMPLE.gaps(DictAnswers())] == [
        "Robin Example, question 1: What do you know, and what do you only suppose?",
        "Robin Example, question 2: Whom do you speak to first?",
        "Robin Example, question 3: answer the questions before it first",
        "Sam Example, question 1: What do you suggest to Sam's tutor?",
    ]
    assert [gap.text for gap in EXAMPLE.gaps(HALF["cases"])] == [
        "Robin Example, question 3: What do you do at the door?",
        "Sam Example, question 1: What do you suggest to Sam's tutor?",
    ]


def test_numbers_run_over_the_case_and_a_stage_without_facts_belongs_to_the_one_before() -> None:
    asked = [Stage(id=name, questions=(Question(id="q", ask=f"What about {name}?"),)) for name in ("a", "b", "c")]
    stages = (asked[0], replace(asked[1], happens="Later."), asked[2])
    shape = replace(EXAMPLE, cases=(Case(id="one", title="One", story="", stages=stages, compare=()),))
    tree = page(DictAnswers(), shape)
    assert [label.text for label in tree.all("label")] == [
        "1. What about a? (One)",
        "2. What about b? (One)",
        "3. What about c? (One)",
    ]
    assert [len(node.all("textarea")) for node in tree.all("details")] == [2]
    assert shape.prompt("cases.one.c.q") == "One, question 3: What about c?"


def test_a_case_is_a_heading_and_an_anchor() -> None:
    tree = page(DictAnswers())
    assert [node.text for node in tree.all("h3")] == ["Robin Example", "Sam Example"]
    assert tree.by_id("f-cases--robin-field").get("aria-labelledby") == "f-cases--robin-title"
    assert [node.text for node in page(DictAnswers(), replace(EXAMPLE, title="")).all("h2")] == [
        "Robin Example",
        "Sam Example",
    ]


def test_a_stage_may_tell_how_it_ends_and_ask_nothing() -> None:
    stages = (*EXAMPLE.cases[1].stages, Stage(id="end", questions=(), happens="Sam comes on time."))
    shape = replace(EXAMPLE, cases=(replace(EXAMPLE.cases[1], stages=stages),))
    end = page(COMPLETE["cases"], shape).by_id("f-cases--sam--end-opened")
    assert end.by_id("f-cases--sam--end-field").text == "Sam comes on time."
    assert shape.gaps(COMPLETE["cases"]) == []


YEARS = Cases(
    id="case",
    cases=(
        Case(
            id="kim",
            title="Kim",
            story="Kim is in {year}.\n\n- {year} is new.",
            stages=(
                Stage(id="first", questions=(Question(id="why", ask="Why, in {year}?", hint="Think of {year}."),)),
                Stage(id="later", happens="In {year} Kim moves.", questions=(Question(id="now", ask="And now?"),)),
            ),
            compare=("In {year} much is new.",),
            years=("Year 5", "Year 6"),
            year_open="Year 5 or 6",
        ),
    ),
)


def test_a_year_is_chosen_once_and_stands_everywhere() -> None:
    before = page(DictAnswers(), YEARS)
    assert "{year}" not in before.text and before.text.count("Year 5 or 6") == 6
    radios = [one for one in before.all("input") if one.get("type") == "radio"]
    assert [one.get("value") for one in radios] == ["year-5", "year-6"]
    chosen = DictAnswers({"case.kim.year": "year-6"})
    after = page(chosen, YEARS)
    assert after.text.count("Year 6") == 7 and "Year 5 or 6" not in after.text
    assert after.text.count("Year 5") == 1, "the other choice"
    assert [one.prompt for one in YEARS.shown(chosen)] == [
        "Kim: school year",
        "Kim, question 1: Why, in Year 6?",
        "Kim, question 2: And now?",
    ]
    assert YEARS.shown(chosen)[0].answer == "Year 6"


def test_the_year_is_asked_for_first_and_is_one_of_those_offered() -> None:
    assert YEARS.gaps(DictAnswers())[0].field == "case.kim.year"
    assert YEARS.gaps(DictAnswers())[0].text == "Kim: choose the school year"
    assert YEARS.gaps(DictAnswers({"case.kim.year": "year-6"}))[0].text == "Kim, question 1: Why, in Year 6?"
    assert refusal(YEARS, "case.kim.year", "year-9", DictAnswers()) != ""
    assert refusal(YEARS, "case.kim.year", "year-5", DictAnswers()) == ""
    assert refusal(YEARS, "case.kim.first.why", "year-9", DictAnswers()) == ""
    assert YEARS.prompt("case.kim.first.why") == "Kim, question 1: Why, in Year 5 or 6?"
    assert EXAMPLE.prompt("cases.robin.year") == ""


def test_each_later_stage_is_called_something_else() -> None:
    asked = [Stage(id=name, questions=(Question(id="q", ask=f"What about {name}?"),)) for name in ("a", "b", "c")]
    stages = (asked[0], replace(asked[1], happens="Later."), replace(asked[2], happens="Last."))
    shape = replace(EXAMPLE, cases=(Case(id="one", title="One", story="", stages=stages, compare=()),))
    names = [node.text for node in page(DictAnswers(), shape).all("summary")]
    assert names == [f"{LATER} (One)", "Answer the questions above first. Then open: what happens in part 3 (One)"]
