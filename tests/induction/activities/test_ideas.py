"""So many ideas for each element."""

from induction.activities.ideas import EXAMPLE
from induction.views.forms import Form, field_id
from tests.induction.helpers import DictAnswers, Node, check_html, controls


def texts(answers: DictAnswers) -> list[str]:
    return [gap.text for gap in EXAMPLE.gaps(answers)]


def page(answers: DictAnswers) -> Node:
    return check_html(EXAMPLE.view(Form("ews.1.2", answers, editable=True)))


def test_says_how_many_are_missing_and_a_worked_element_never_is() -> None:
    answers = DictAnswers(
        {"ideas.discrimination.1": "One", "ideas.discrimination.3": "Three", "ideas.strengths.2": "Two"}
    )
    assert texts(answers) == ["Add 1 more idea: Confront discrimination", "Add 2 more ideas: Begin with strengths"]
    assert [gap.field for gap in EXAMPLE.gaps(answers)] == ["ideas.discrimination.2", "ideas.strengths.1"]
    assert "Add 3 more ideas: Confront discrimination" in texts(DictAnswers())


def test_blanks_are_no_idea_and_added_rows_count() -> None:
    row = {"ideas.discrimination": ("a1",)}
    answers = {"ideas.discrimination.1": "One", "ideas.discrimination.2": " \n", "ideas.discrimination.a1": "Four"}
    assert texts(DictAnswers(answers, row))[0] == "Add 1 more idea: Confront discrimination"
    assert texts(DictAnswers({**answers, "ideas.discrimination.3": "Three"}, row)) == texts(DictAnswers())[1:]


def test_the_worked_example_is_on_the_page_and_can_be_added_to() -> None:
    worked = page(DictAnswers({"ideas.equity.1": "My own"})).by_id("f-ideas--equity-field")
    assert worked.with_class("notice")[0].text.startswith("Worked exampleOffer a visit")
    assert [box.get("data-field") for box in controls(worked)] == [f"ideas.equity.{row}" for row in "123"]
    shown = EXAMPLE.shown(DictAnswers({"ideas.equity.1": "My own"}))
    assert [one.prompt for one in shown][:2] == [
        "Idea 1 for: Treat people fairly",
        "Idea 1 for: Confront discrimination",
    ]


def test_rows_are_added_and_only_added_rows_are_removed() -> None:
    tree = page(DictAnswers(rows={"ideas.strengths": ("a1", "b2")}))
    element = tree.by_id("f-ideas--strengths-field")
    assert [(one.get("data-command"), one.get("data-args")) for one in element.all("button")] == [
        ("row.remove", '{"list":"ideas.strengths","row":"a1"}'),
        ("row.remove", '{"list":"ideas.strengths","row":"b2"}'),
        ("row.add", '{"list":"ideas.strengths"}'),
    ]
    labels = [label.text for label in element.all("label")]
    assert labels[-1] == "Idea 5 for: Begin with strengths"
    assert tree.by_id(field_id("ideas.strengths.b2")).tag == "textarea"


def test_prompts_do_not_need_the_place_of_an_added_row() -> None:
    assert EXAMPLE.prompt("ideas.strengths.2") == "Idea 2 for: Begin with strengths"
    assert EXAMPLE.prompt("ideas.strengths.0199b1c2-aaaa") == "Another idea for: Begin with strengths"
    assert EXAMPLE.prompt("ideas.strengths.4") == EXAMPLE.prompt("ideas.strengths.1.x") == ""
