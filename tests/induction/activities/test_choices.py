"""Always, never, or it depends (FEATURES row 17)."""

from dataclasses import replace

from induction.activities.choices import EXAMPLE, Choice
from induction.views.forms import Form
from tests.induction.activities.records import COMPLETE, HALF
from tests.induction.helpers import DictAnswers, Node, check_html

MANY = replace(EXAMPLE, items=tuple(Choice(id=f"q{n}", text=f"Would you do thing {n}?") for n in range(1, 22)))


def page(answers: DictAnswers, shape: object = EXAMPLE) -> Node:
    return check_html(shape.view(Form("ews.2.5", answers, editable=True)))  # type: ignore[attr-defined]


def test_twenty_of_twenty_one_names_the_one_that_is_left_with_a_link() -> None:
    given = {f"boundaries.q{n}": "always" for n in range(1, 22) if n != 13}
    given |= {f"{field}.why": "Because" for field in given}
    answers = DictAnswers(given)
    count = page(answers, MANY).by_id("f-boundaries-count")
    assert count.text == "20 of 21 answered. 1 question left: 13"
    assert [one.get("href") for one in count.all("a")] == ["#f-boundaries--q13"]
    assert [(gap.field, gap.text) for gap in MANY.gaps(answers)] == [
        ("boundaries.q13", "Question 13: Would you do thing 13?")
    ]


def test_many_that_are_left_are_counted_and_not_listed() -> None:
    assert page(DictAnswers(), MANY).by_id("f-boundaries-count").text == "0 of 21 answered"
    assert page(COMPLETE["choices"]).by_id("f-boundaries-count").text == "3 of 3 answered"


def test_a_safety_note_is_folded_before_and_stands_after_any_answer() -> None:
    note = "Never promise to keep a secret."
    fold = page(DictAnswers()).by_id("f-boundaries--secret--note-folded")
    assert note in fold.text and not fold.has("open") and not fold.has("data-search-exclude")
    for code in ("always", "never", "depends"):
        tree = page(DictAnswers({"boundaries.secret": code}))
        (shown,) = tree.with_class("notice")
        assert note in shown.text and not shown.within("details")
        assert tree.by_id(f"f-boundaries--secret{'-' + code if code != 'always' else ''}").has("checked")


def test_it_depends_asks_on_what_and_the_reason_is_missed() -> None:
    answers = DictAnswers({"boundaries.lift": "depends", "boundaries.number": "never"})
    tree = page(answers)
    assert tree.by_id("f-boundaries--lift--why-field").all("label")[0].text.startswith("What does it depend on?")
    assert tree.by_id("f-boundaries--number--why-field").all("label")[0].text.startswith("Why, or what")
    assert [gap.text for gap in EXAMPLE.gaps(answers)] == [
        "Question 1, the reason: what does it depend on?",
        "Question 2, the reason: Why, or what does it depend on?",
        "Question 3: Would you keep to yourself what a pupil tells you?",
    ]


def test_a_colleague_may_differ_and_is_never_missing() -> None:
    assert page(HALF["choices"]).by_id("f-boundaries-differ").text == "You and your colleague differ on: 1"
    assert not any("colleague" in gap.field for gap in EXAMPLE.gaps(DictAnswers()))
    alone = replace(EXAMPLE, colleague=False)
    assert "olleague" not in page(DictAnswers(), replace(alone, ask="")).text
    assert alone.prompt("boundaries.lift.colleague") == ""


def test_two_answers_that_change_places_are_a_change() -> None:
    one, other = (
        DictAnswers({"boundaries.lift": a, "boundaries.number": b})
        for a, b in (("always", "never"), ("never", "always"))
    )
    assert sorted(x.answer for x in EXAMPLE.shown(one)) != sorted(x.answer for x in EXAMPLE.shown(other))


def test_an_answer_that_this_version_does_not_know_is_shown_as_its_code() -> None:
    assert EXAMPLE.shown(DictAnswers({"boundaries.lift": "maybe"}))[0].answer == "maybe (question 1)"
