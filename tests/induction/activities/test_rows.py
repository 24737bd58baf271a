"""Reading and topics: one box for each row of a list."""

from dataclasses import replace

from induction.activities import reading, topics
from induction.activities.base import follow_on, shorten
from induction.views.forms import Form
from tests.induction.activities.records import HALF
from tests.induction.helpers import DictAnswers, Node, check_html


def page(shape: object, answers: DictAnswers) -> Node:
    return check_html(shape.view(Form("ews.1", answers, root="../")))  # type: ignore[attr-defined]


def test_a_reading_says_where_what_in_our_words_and_what_today() -> None:
    row = page(reading.EXAMPLE, DictAnswers()).by_id("f-reading--officer-field")
    assert row.with_class("reading__where")[0].text.endswith("section 1, page 4, paragraphs 27 to 30")
    assert row.with_class("ours")[0].text.startswith("In our words")
    assert [(one.text, one.attributes) for one in row.with_class("notice")[0].all("a")] == [
        ("Example guidance on attendance", {"href": "https://example.org/attendance"}),
        ("Taking a referral", {"href": "../guidance/taking-a-referral/"}),
    ]
    box = row.by_id("f-reading--officer")
    assert (box.tag, box.get("type")) == ("input", "text")
    assert row.all("label")[0].text == "What I take from it: What the officer is for"
    assert not page(reading.EXAMPLE, DictAnswers()).by_id("f-reading--registers-field").with_class("notice")


def test_only_what_is_written_counts_as_read() -> None:
    assert page(reading.EXAMPLE, DictAnswers()).by_id("f-reading-count").text.startswith("0 of 2 done. What you write")
    assert page(reading.EXAMPLE, HALF["reading"]).by_id("f-reading-count").text.startswith("1 of 2 done")
    assert not page(reading.EXAMPLE, DictAnswers()).all("button", "script")


def test_gaps_name_the_row() -> None:
    assert [gap.text for gap in reading.EXAMPLE.gaps(HALF["reading"])] == ["Registers: what I take from it"]
    assert [(gap.field, gap.text) for gap in topics.EXAMPLE.gaps(HALF["topics"])] == [
        ("law.education-act", "Education Act 1996: how does it affect your work?"),
        ("law.framework", "An example framework: how does it affect your work?"),
    ]


def test_topics_say_how_many_are_done() -> None:
    assert page(topics.EXAMPLE, HALF["topics"]).by_id("f-law-count").text == "1 of 3 done"
    many = replace(topics.EXAMPLE, rows=tuple(topics.Topic(id=f"t{n}", title=f"T {n}", about="x") for n in range(19)))
    seven = DictAnswers({f"law.t{number}": "x" for number in range(7)} | {"law.t8": "  "})
    assert page(many, seven).by_id("f-law-count").text == "7 of 19 done"


def test_a_topic_says_what_has_changed_and_where_to_read_more() -> None:
    row = page(topics.EXAMPLE, DictAnswers()).by_id("f-law--education-act-field")
    assert row.with_class("currency")[0].text.startswith("Since thenAmended many times.")
    assert row.all("a")[0].get("href") == "../guidance/parents-and-the-law/"
    assert row.all("label")[0].text == "How does it affect your work? (Education Act 1996)"


def test_words_after_a_colon() -> None:
    assert follow_on("How does it work?") == "how does it work?"
    assert follow_on("At what point?") == "at what point?"
    assert follow_on("I take from it") == "I take from it"
    assert follow_on("EWOs do what?") == "EWOs do what?"
    assert follow_on("") == ""
    assert shorten("a\n b") == "a b"
    assert shorten("word " * 30, 12) == "word word w…"
