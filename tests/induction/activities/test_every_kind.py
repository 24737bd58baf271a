"""What every response type promises, whatever it asks."""

import pytest

from induction.activities import ACTIVITY_TYPES, example, refusal
from induction.dates import say_date
from induction.views.forms import Form, field_id
from tests.induction.activities.records import COMPLETE, HALF, RECORDS
from tests.induction.helpers import DictAnswers, Node, check_html, coded, controls, headings

KINDS = sorted(ACTIVITY_TYPES)
each_kind = pytest.mark.parametrize("kind", KINDS)
each_record = pytest.mark.parametrize("record", sorted(RECORDS))


def page(kind: str, answers: DictAnswers, **more: object) -> Node:
    form = Form(subject="ews.1.1", answers=answers, **{"editable": True, "root": "../../", **more})
    return check_html(example(kind).view(form))


@each_kind
def test_has_an_example_of_its_own_kind_and_records_for_it(kind: str) -> None:
    assert isinstance(example(kind), ACTIVITY_TYPES[kind])
    assert example(kind).kind == kind
    assert kind in HALF and kind in COMPLETE


@each_kind
def test_an_empty_record_has_gaps_a_complete_one_has_none(kind: str) -> None:
    shape = example(kind)
    assert shape.gaps(DictAnswers()) != shape.gaps(HALF[kind]) != []
    assert shape.gaps(COMPLETE[kind]) == []


@each_kind
@each_record
def test_gaps_go_to_controls_on_the_page_and_no_two_to_the_same(kind: str, record: str) -> None:
    answers = RECORDS[record][kind]
    tree = page(kind, answers)
    gaps = example(kind).gaps(answers)
    assert {gap.field for gap in gaps} <= {control.get("data-field") for control in controls(tree)}
    assert len({gap.field for gap in gaps}) == len(gaps)
    for gap in gaps:
        assert tree.by_id(field_id(gap.field)).get("data-field") == gap.field
        assert gap.text.strip()


@each_kind
@each_record
def test_every_field_on_the_page_has_a_prompt_and_begins_with_the_part(kind: str, record: str) -> None:
    shape = example(kind)
    for control in controls(page(kind, RECORDS[record][kind])):
        field = control.get("data-field")
        assert shape.prompt(field), field
        assert field.startswith(f"{shape.id}.")
        assert control.get("data-subject") == "ews.1.1"


@each_kind
def test_fields_that_are_not_there_have_no_prompt(kind: str) -> None:
    shape = example(kind)
    for field in ("", shape.id, f"{shape.id}.", f"{shape.id}.no-such", "no-such.1"):
        assert shape.prompt(field) == ""


def tried(kind: str, field: str) -> bool:
    """True for a mark tried in a copy: nobody signs it, so no signer is shown it."""
    return kind == "attendance" and ".try." in field


@each_kind
@each_record
def test_every_answer_is_shown(kind: str, record: str) -> None:
    shape, answers = example(kind), RECORDS[record][kind]
    fields = dict.fromkeys(control.get("data-field") for control in controls(page(kind, answers)))
    assert set(answers.texts) <= set(fields)
    for control in controls(page(kind, answers)):
        value = control.get("value") if control.get("type") in ("radio", "checkbox") else "a word never used before"
        now = answers.text(control.get("data-field"))
        other = "" if now == value else value
        differs = shape.shown(answers.but({control.get("data-field"): other})) != shape.shown(answers)
        assert differs != tried(kind, control.get("data-field"))
    words = [one.answer for one in shape.shown(answers)]
    codes = coded(page(kind, answers))
    for field, text in answers.texts.items():
        if tried(kind, field):
            continue
        assert field in codes or any(text in answer or say_date(text) in answer for answer in words)


@each_kind
@each_record
@pytest.mark.parametrize("editable", [True, False])
def test_headings_begin_at_h2_and_skip_no_level(kind: str, record: str, editable: bool) -> None:
    levels = headings(page(kind, RECORDS[record][kind], editable=editable))
    assert all(below <= above + 1 for above, below in zip([1, *levels], levels, strict=False))
    assert 1 not in levels


@each_kind
@each_record
def test_labels_are_unique(kind: str, record: str) -> None:
    tree = page(kind, RECORDS[record][kind])
    names = [
        (node.within("fieldset")[0].text if node.within("fieldset") else "", node.text)
        for node in tree.all("label", "button", "summary")
    ]
    assert len(names) == len(set(names))
    legends = [node.text for node in tree.all("legend")]
    assert len(legends) == len(set(legends))


@each_kind
@each_record
def test_without_a_record_nothing_can_be_typed_or_pressed(kind: str, record: str) -> None:
    tree = page(kind, RECORDS[record][kind], editable=False)
    assert not tree.all("button")
    assert all(control.has("readonly") or control.has("disabled") for control in controls(tree))


@each_kind
def test_a_problem_stands_beside_each_field_it_is_about(kind: str) -> None:
    answers = COMPLETE[kind]
    fields = {control.get("data-field") for control in controls(page(kind, answers))}
    tree = page(kind, answers, problems={field: f"Look at <{field}>" for field in fields})
    for field in fields:
        assert tree.by_id(f"{field_id(field)}-error").text == f"Error: Look at <{field}>"
        control = tree.by_id(field_id(field))
        around = [control, *control.within("fieldset")]
        assert any(f"{field_id(field)}-error" in node.get("aria-describedby").split() for node in around)


@each_kind
def test_a_line_end_at_the_start_of_an_answer_survives(kind: str) -> None:
    answers = COMPLETE[kind]
    boxes = [control for control in controls(page(kind, answers)) if control.tag == "textarea"]
    for box in boxes:
        tree = page(kind, answers.but({box.get("data-field"): "\nfirst\n\n\nlast\n"}))
        # A browser drops one line end right after <textarea>; the parser of the standard library keeps it.
        assert tree.by_id(box.get("id")).text == "\n\nfirst\n\n\nlast\n"


@each_kind
@pytest.mark.parametrize("odd", ["9" * 4400, "²", "١", "0", "-1", "", "<b>"], ids=lambda odd: odd[:3])
def test_a_file_may_name_any_field_and_any_row(kind: str, odd: str) -> None:
    """Neither has to be one that a page makes, and the page still shows: 4,400 digits are more than Python makes a number of."""
    shape, whole = example(kind), COMPLETE[kind]
    parted = [field.split(".") for field in whole.texts]
    fields = {".".join([*steps[:at], odd, *steps[at + 1 :]]) for steps in parted for at in range(len(steps))}
    fields |= {".".join([*steps, odd]) for steps in parted}
    for field in fields:
        shape.prompt(field)
        refusal(shape, field, "yes", whole)
    answers = DictAnswers(dict.fromkeys(fields, "yes") | whole.texts, dict.fromkeys(whole.added, (odd,)))
    shape.gaps(answers)
    shape.shown(answers)
    page(kind, answers)


@each_kind
def test_most_take_any_answer(kind: str) -> None:
    if kind != "two-lists":
        assert refusal(example(kind), "anything", "yes", DictAnswers()) == ""


@each_kind
def test_what_was_not_added_is_not_on_the_page(kind: str) -> None:
    """An answer in a row that was taken away does not count any more."""
    answers = DictAnswers({f"{example(kind).id}.{item}.gone": "left behind" for item in ("strengths", "miss", "robin")})
    assert "left behind" not in page(kind, answers).text
    assert example(kind).gaps(answers) == example(kind).gaps(DictAnswers())


@each_kind
def test_gaps_and_links_lead_somewhere_whichever_answer_is_taken_back(kind: str) -> None:
    for field in COMPLETE[kind].texts:
        answers = COMPLETE[kind].but({field: ""})
        tree = page(kind, answers)
        here = {node.get("id") for node in tree.all()}
        assert {field_id(gap.field) for gap in example(kind).gaps(answers)} <= here
        assert {one.get("href") for one in tree.all("a") if one.get("href").startswith("#")} <= {f"#{i}" for i in here}
