"""Two lists: list, mark, choose two and act."""

from dataclasses import replace

import pytest

from induction.activities import Refuses, refusal
from induction.activities.two_lists import EXAMPLE
from induction.views.forms import Form
from tests.induction.activities.records import COMPLETE
from tests.induction.helpers import DictAnswers, Node, check_html

THREE = DictAnswers(
    {
        **{f"reasons.miss.{row}": f"Reason {row}" for row in ("1", "2", "3", "a1", "a2")},
        **{f"reasons.miss.{row}.influence": "can" for row in ("1", "3", "a1")},
        **{f"reasons.miss.{row}.influence": "cannot" for row in ("2", "a2")},
    },
    {"reasons.miss": ("a1", "a2")},
)


def page(answers: DictAnswers, **more: object) -> Node:
    return check_html(EXAMPLE.view(Form("ews.1.4", answers, editable=True, **more)))


def chosen(*rows: str) -> DictAnswers:
    return THREE.but({f"reasons.miss.{row}.chosen": "yes" for row in rows})


def offered(answers: DictAnswers) -> list[str]:
    boxes = page(answers).by_id("f-reasons--miss-field").all("input")
    return [box.get("data-field") for box in boxes if box.get("type") == "checkbox"]


def gaps(answers: DictAnswers) -> list[tuple[str, str]]:
    return [(gap.field, gap.text) for gap in EXAMPLE.gaps(answers) if gap.field.startswith("reasons.miss")]


def test_only_lines_marked_can_are_offered() -> None:
    assert offered(THREE) == [f"reasons.miss.{row}.chosen" for row in ("1", "3", "a1")]
    assert offered(DictAnswers({"reasons.miss.1.influence": "can"})) == []


def test_a_third_is_refused_and_unticking_never_is() -> None:
    assert isinstance(EXAMPLE, Refuses)
    two = chosen("1", "3")
    assert refusal(EXAMPLE, "reasons.miss.a1.chosen", "yes", chosen("1")) == ""
    assert refusal(EXAMPLE, "reasons.miss.a1.chosen", "yes", two) == "You can choose 2"
    assert refusal(EXAMPLE, "reasons.miss.3.chosen", "yes", two) == ""
    for row in ("1", "2", "3", "a1"):
        assert refusal(EXAMPLE, f"reasons.miss.{row}.chosen", "", two) == ""
    assert refusal(EXAMPLE, "reasons.miss.a1", "yes", two) == ""
    assert refusal(replace(EXAMPLE, choose=1), "reasons.miss.3.chosen", "yes", chosen("1")) == "You can choose 1"


def test_each_list_has_its_own_two() -> None:
    two = chosen("1", "3").but({"reasons.come.1": "Friends", "reasons.come.1.influence": "can"})
    assert refusal(EXAMPLE, "reasons.come.1.chosen", "yes", two) == ""


def test_a_line_that_is_not_offered_cannot_be_chosen() -> None:
    assert refusal(EXAMPLE, "reasons.miss.2.chosen", "yes", THREE) == "Mark this line as one you can influence first"


def test_the_refusal_stands_beside_the_tick() -> None:
    tree = page(chosen("1", "3"), problems={"reasons.miss.a1.chosen": "You can choose 2"})
    holder = tree.by_id("f-reasons--miss--a1--chosen-field")
    assert "You can choose 2" in holder.text and "field--error" in holder.get("class")
    assert not tree.by_id("f-reasons--miss--a1--chosen").has("checked")


def test_a_chosen_line_that_we_cannot_influence_after_all_says_so_and_can_be_unticked() -> None:
    answers = chosen("1", "2").but({"reasons.miss.2.action": "Ask the nurse"})
    offer = page(answers).by_id("f-reasons--miss--2-offer")
    assert "Marked 'Cannot influence', so it does not count." in offer.text
    assert offer.by_id("f-reasons--miss--2--chosen").has("checked")
    assert offer.by_id("f-reasons--miss--2--action").text == "Ask the nurse"
    assert "1 of 2 chosen" in page(answers).text
    assert refusal(EXAMPLE, "reasons.miss.3.chosen", "yes", answers) == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"reasons.miss.1": " "}, "This line is empty now"),
        ({"reasons.miss.1.influence": ""}, "Not marked as one you can influence"),
        ({"reasons.miss.1.chosen": ""}, "Not chosen, so it does not count. What you wrote is kept."),
    ],
)
def test_what_was_written_stays_on_the_page_when_it_no_longer_counts(change: dict[str, str], says: str) -> None:
    answers = COMPLETE["two-lists"].but(change)
    offer = page(answers).by_id("f-reasons--miss--1-offer")
    assert says in offer.text
    assert offer.by_id("f-reasons--miss--1--action").text == "Ask the school about its gate"


def test_gaps_follow_the_steps() -> None:
    assert gaps(DictAnswers()) == [
        ("reasons.miss.1", "Reasons for missing school: add 2 more lines that you can influence")
    ]
    full = DictAnswers({f"reasons.miss.{row}": "x" for row in "123"} | {"reasons.miss.1.influence": "can"})
    assert gaps(full) == [
        ("reasons.miss.2.influence", "Reasons for missing school, line 2: Can we influence it?"),
        ("reasons.miss.3.influence", "Reasons for missing school, line 3: Can we influence it?"),
    ]
    cannot = full.but({f"reasons.miss.{row}.influence": "cannot" for row in "12"})
    assert gaps(cannot) == [
        ("reasons.miss.3.influence", "Reasons for missing school, line 3: Can we influence it?"),
        ("reasons.miss.1.influence", "Reasons for missing school: add 1 more line that you can influence"),
    ]
    short = DictAnswers({"reasons.miss.1": "x", "reasons.miss.1.influence": "can", "reasons.miss.2.influence": "can"})
    assert gaps(short) == [("reasons.miss.2", "Reasons for missing school: add 1 more line that you can influence")]
    assert gaps(THREE) == [("reasons.miss.1.chosen", "Reasons for missing school: choose 2 more for action")]
    assert gaps(chosen("1")) == [
        ("reasons.miss.3.chosen", "Reasons for missing school: choose 1 more for action"),
        ("reasons.miss.1.action", "Reason 1: What could we do about it?"),
    ]
    assert [field for field, _ in gaps(chosen("1", "3"))] == ["reasons.miss.1.action", "reasons.miss.3.action"]


def test_two_merged_records_may_hold_three_and_then_it_says_so() -> None:
    three = chosen("1", "3", "a1")
    assert gaps(three)[0] == ("reasons.miss.a1.chosen", "Reasons for missing school: choose only 2")
    assert "3 of 2 chosen. Choose only 2." in page(three).text


def test_marks_that_change_places_change_what_is_shown() -> None:
    swapped = THREE.but({"reasons.miss.1.influence": "cannot", "reasons.miss.2.influence": "can"})
    assert sorted(one.answer for one in EXAMPLE.shown(swapped)) != sorted(one.answer for one in EXAMPLE.shown(THREE))


def test_what_a_person_typed_is_no_link() -> None:
    answers = chosen("1").but({"reasons.miss.1": "[here](https://example.org)"})
    assert page(answers).all("a") == []


def test_the_part_and_each_list_are_anchors() -> None:
    tree = page(DictAnswers())
    assert [tree.by_id(name).get("class") for name in ("f-reasons-field", "f-reasons--miss-field")] == [
        "two-lists",
        "row item item--list",
    ]
