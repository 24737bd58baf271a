"""Grid, columns and sheets: the same questions asked of many things (FEATURES rows 10, 18, 22, 26)."""

from dataclasses import replace

from induction.activities import columns, grid, sheets
from induction.activities.base import Question
from induction.activities.grid import GridRow
from induction.activities.sheets import Offered, Sheets
from induction.views.forms import Form
from tests.induction.activities.records import HALF
from tests.induction.helpers import DictAnswers, Node, check_html

NINE = Sheets(
    id="school",
    noun="school",
    nouns="schools",
    name="Name of the school",
    questions=tuple(Question(id=f"q{n}", ask=f"What about {n}?") for n in range(1, 10)),
)
KINDS = ("medical", "alone", "pastoral", "warning", "legal")
FIVE = grid.Grid(
    id="past",
    rows=tuple(GridRow(id=one, title=f"A {one} case") for one in KINDS),
    columns=(Question(id="done", ask="What was done?"),),
    absent="None held locally",
)


def page(shape: object, answers: DictAnswers, *, editable: bool = True) -> Node:
    return check_html(shape.view(Form("ews.2.1", answers, editable=editable)))  # type: ignore[attr-defined]


def three_schools() -> DictAnswers:
    texts = {f"school.1.q{n}": "x" for n in range(1, 10)} | {f"school.b.q{n}": "x" for n in range(1, 7)}
    names = {"school.1.name": "Hill", "school.b.name": "Dale", "school.c.name": "Lake"}
    return DictAnswers(texts | names, {"school": ("b", "c")})


def test_three_schools_with_nine_six_and_no_answers() -> None:
    answers = three_schools()
    assert page(NINE, answers).by_id("f-school-count").text == "3 schools: 15 of 27 answered"
    gaps = [gap.text for gap in NINE.gaps(answers)]
    assert len(gaps) == 12
    assert gaps[:4] == [f"Dale: what about {n}?" for n in (7, 8, 9)] + ["Lake: what about 1?"]
    assert [node.all("summary")[0].text for node in page(NINE, answers).with_class("sheet")] == [
        "Hill: 9 of 9 answered (school 1)",
        "Dale: 6 of 9 answered (school 2)",
        "Lake: 0 of 9 answered (school 3)",
    ]


def test_a_renamed_school_keeps_its_answers() -> None:
    before, after = three_schools(), three_schools().but({"school.b.name": "Vale"})
    assert page(NINE, after).by_id("f-school--b--q3").text == "x"
    assert [gap.field for gap in NINE.gaps(before)] == [gap.field for gap in NINE.gaps(after)]
    assert NINE.gaps(after)[0].text == "Vale: what about 7?"


def test_a_school_without_a_name_is_numbered_and_one_that_holds_something_needs_one() -> None:
    answers = DictAnswers({"school.b.q1": "x"}, {"school": ("b",)})
    gaps = [gap.text for gap in NINE.gaps(answers)]
    assert gaps[0] == "School 1: what about 1?" and "School 1: name of the school" not in gaps
    assert gaps[9] == "School 2: name of the school"


def test_two_schools_of_one_name_can_be_told_apart() -> None:
    page(NINE, three_schools().but({"school.c.name": "Dale"}))
    labels = [one.text for one in page(NINE, three_schools().but({"school.c.name": "Dale"})).all("label")]
    assert len(labels) == len(set(labels))


def test_sheets_that_are_offered_come_first_and_as_many_blank_ones_as_are_needed() -> None:
    rows = [sheet.row for sheet in sheets.EXAMPLE.sheets(DictAnswers())]
    assert rows == ["virtual", "1"]
    enough = replace(sheets.EXAMPLE, at_least=1)
    assert [sheet.row for sheet in enough.sheets(DictAnswers())] == ["virtual"]
    assert [sheet.row for sheet in replace(NINE, at_least=3).sheets(DictAnswers())] == ["1", "2", "3"]
    many = replace(sheets.EXAMPLE, offered=tuple(Offered(id=f"o{n}", title=f"O {n}") for n in range(5)))
    assert [sheet.row for sheet in many.sheets(DictAnswers())] == [f"o{n}" for n in range(5)]
    tree = page(sheets.EXAMPLE, DictAnswers())
    assert not any(control.get("data-field") == "schools.virtual.name" for control in tree.all("input"))
    assert [one.text for one in tree.all("button")] == ["Add another school"]


def test_a_grid_accounts_for_a_row_that_is_not_there() -> None:
    answers = DictAnswers({f"past.{one}.done": "x" for one in KINDS[:3]} | {"past.warning.absent": "yes"})
    count = page(FIVE, answers).by_id("f-past-count")
    assert count.text == "4 of 5 accounted for. Still open: A legal case"
    assert [(gap.field, gap.text) for gap in FIVE.gaps(answers)] == [
        ("past.legal.done", "A legal case: what was done?")
    ]
    assert count.all("a")[0].get("href") == "#f-past--legal--done"


def test_a_grid_without_an_absent_tick_names_the_row_and_the_column() -> None:
    shape = replace(FIVE, absent="")
    answers = DictAnswers({f"past.{one}.done": "x" for one in KINDS[:4]} | {"past.legal.absent": "yes"})
    assert [gap.text for gap in shape.gaps(answers)] == ["A legal case: what was done?"]
    assert page(shape, answers).by_id("f-past-count").text == "4 of 5 done. Still open: A legal case"
    assert not [one for one in page(shape, answers).all("input") if one.get("type") == "checkbox"]
    assert shape.prompt("past.legal.absent") == ""


def test_what_was_written_in_a_row_that_is_absent_stays_on_the_page() -> None:
    row = page(grid.EXAMPLE, HALF["grid"]).by_id("f-review--order-field")
    assert [one.get("data-field") for one in row.all("textarea")] == ["review.order.better"]
    assert any("None held locally (School attendance order)" in one.answer for one in grid.EXAMPLE.shown(HALF["grid"]))


def test_a_grid_is_stacked_cards_and_no_table() -> None:
    tree = page(grid.EXAMPLE, DictAnswers())
    assert not tree.all("table")
    assert len(tree.with_class("item--grid")) == 3
    first = tree.by_id("f-review--better-field")
    assert first.all("textarea")[0].get("data-field") == "review.contract.better"


def test_ticked_factors_stand_under_the_question_of_their_own_column() -> None:
    answers = DictAnswers({"parents.a.hard.factor.literacy": "yes", "parents.a.hard.factor.work": "yes"})
    question = page(columns.EXAMPLE, answers).by_id("f-parents--hard-field")
    (ticked,) = question.with_class("columns__ticked")
    assert ticked.text == "You ticked for Parent A:LiteracyWork and time pressures"
    box = list(ticked.parent.all("textarea")) if ticked.parent else []
    assert [one.get("data-field") for one in box] == ["parents.a.hard"]
    others = page(columns.EXAMPLE, answers).by_id("f-parents--first-field")
    assert not others.with_class("columns__ticked")


def test_columns_name_the_parent_and_the_question_in_reading_order() -> None:
    assert [gap.text for gap in columns.EXAMPLE.gaps(DictAnswers())] == [
        "Parent A, question 1: How did you first meet?",
        "Parent B, question 1: How did you first meet?",
        "Parent A, question 2: What made it hard for this parent to work with the school?",
        "Parent B, question 2: What made it hard for this parent to work with the school?",
    ]
    shown = {one.prompt: one.answer for one in columns.EXAMPLE.shown(HALF["columns"])}
    assert shown["Parent A: factors"] == "Parent A: Literacy" and shown["Parent B: factors"] == ""


def test_columns_without_factors_have_no_ticks() -> None:
    plain = replace(columns.EXAMPLE, factors=(), factors_under="")
    assert not [one for one in page(plain, DictAnswers()).all("input") if one.get("type") == "checkbox"]
    assert "Parent A: factors" not in [one.prompt for one in plain.shown(DictAnswers())]
