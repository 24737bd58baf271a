"""Controls that the response types here do not use, and what all of them share."""

import pytest

from induction.activities.base import Question
from induction.activities.prompts import Prompts
from induction.privacy import CHILD_A
from induction.views.forms import Form
from induction.views.parts import part_heading
from tests.induction.helpers import DictAnswers, Node, check_html

OPTIONS = (("y5", "Year 5"), ("y6", "Year 6"))


def form(value: str = "", *, editable: bool = True, problem: str = "") -> Form:
    return Form("ews.2.7", DictAnswers({"a.b": value}), editable, {"a.b": problem} if problem else {})


def control(html: str) -> Node:
    return check_html(html).by_id("f-a--b")


def test_a_select_offers_no_answer_first_and_shows_the_one_given() -> None:
    select = control(form("y6").select("a.b", "Which year?", OPTIONS, hint="Choose once."))
    options = [(one.get("value"), one.text, one.has("selected")) for one in select.all("option")]
    assert options == [("", "Choose one", False), ("y5", "Year 5", False), ("y6", "Year 6", True)]
    assert (select.get("data-field"), select.get("aria-describedby")) == ("a.b", "f-a--b-hint")
    assert control(form(editable=False).select("a.b", "Which year?", OPTIONS)).has("disabled")


def test_a_date() -> None:
    date = control(form("2026-11-22").date("a.b", "When?"))
    assert (date.get("type"), date.get("value"), date.get("data-subject")) == ("date", "2026-11-22", "ews.2.7")
    assert control(form(editable=False).date("a.b", "When?")).has("readonly")


def test_radios_show_the_one_given_and_the_first_has_the_id_of_the_field() -> None:
    tree = check_html(form("y6").radios("a.b", "Which <year>?", OPTIONS, "Choose once."))
    assert [(one.get("id"), one.has("checked")) for one in tree.all("input")] == [
        ("f-a--b", False),
        ("f-a--b-y6", True),
    ]
    assert tree.all("fieldset")[0].get("aria-describedby") == "f-a--b-hint"


@pytest.mark.parametrize("kind", ["box", "short", "date", "select", "radios", "tick"])
def test_a_problem_is_said_and_tied_to_its_control(kind: str) -> None:
    kit = form(problem="Enter <what> you did")
    html = {
        "box": lambda: kit.box("a.b", "What?"),
        "short": lambda: kit.box("a.b", "What?", short=True),
        "date": lambda: kit.date("a.b", "What?"),
        "select": lambda: kit.select("a.b", "What?", OPTIONS),
        "radios": lambda: kit.radios("a.b", "What?", OPTIONS),
        "tick": lambda: kit.tick("a.b", "What?"),
    }[kind]()
    tree = check_html(html)
    assert tree.by_id("f-a--b-error").text == "Error: Enter <what> you did"
    assert "f-a--b-error" in [node.get("aria-describedby") for node in tree.all()]
    assert "field--error" in tree.by_id("f-a--b-field").get("class")


def test_a_box_warns_and_keeps_what_looks_like_a_childs_details() -> None:
    asked = form("Born 12/05/2014, CF10 3AT")
    part = Prompts(
        "a", (Question("b", "Tell", pupil=True), Question("c", "And how?", pupil=True), Question("d", "Your day?"))
    )
    tree = check_html(part_heading(part, asked) + "".join(asked.question("a", one) for one in part.questions))
    assert [one.text for one in tree.with_class("field__hint")] == [CHILD_A], "once a part"
    heard = {one.get("id"): one.get("aria-describedby").split() for one in tree.all("textarea")}
    assert ["f-a-child" in heard[name] for name in ("f-a--b", "f-a--c", "f-a--d")] == [True, True, False]
    assert [one.text.split(".")[0] for one in tree.with_class("warning-note")] == [
        "This looks like a date of birth",
        "This looks like a postcode",
    ]
    box = tree.by_id("f-a--b")
    assert box.text == "Born 12/05/2014, CF10 3AT"
    assert box.get("aria-describedby") == "f-a-child f-a--b-warning-0 f-a--b-warning-1"


def test_a_question_says_when_it_may_be_left_out_and_links_in_it_work() -> None:
    question = Question(id="b", ask="What does [the page](guidance/a/) say?", optional=True)
    tree = check_html(form().question("a", question, "2.", about="Case <A>"))
    assert tree.all("label")[0].text == "2. What does the page say? (if you can) (Case <A>)"
    assert [one.get("href") for one in tree.all("a")] == ["guidance/a/"]


def test_the_box_of_an_item_leaves_the_anchor_to_the_item() -> None:
    assert check_html(form().box("a.b", "What?", inside=True)).all("div")[0].get("id") == "f-a--b-box"


def test_buttons_send_a_command_and_stand_only_in_an_open_record() -> None:
    button = check_html(form().button("row.add", "Add", {"list": 'a"b'}, id="x")).by_id("x")
    assert (button.get("data-command"), button.get("data-args")) == ("row.add", '{"list":"a\\"b"}')
    assert form(editable=False).button("row.add", "Add", id="x") == ""
