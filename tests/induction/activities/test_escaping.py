"""Whatever stands in an answer or in content, it is text: no tag, attribute or address comes of it."""

import dataclasses
import re

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given, settings
from hypothesis import strategies as st

from induction.activities import ACTIVITY_TYPES, Link, example
from induction.views.forms import Form
from tests.induction.activities.records import COMPLETE, HALF
from tests.induction.helpers import DictAnswers, Node, check_html, coded, controls, is_chosen

MARKUP = ["<", ">", "&", '"', "'", "&#10;", "</textarea>", "<!--", "<script>", "[a](", ")", "javascript:"]
SPACE = ["\n", "\r\n", "\n\n", " ", "-", "\x00"]
PIECES = MARKUP + SPACE
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
each_kind = pytest.mark.parametrize("kind", sorted(ACTIVITY_TYPES))


def view(shape: object, answers: DictAnswers) -> Node:
    form = Form("ews.1.1", answers, editable=True, root="../../")
    return check_html(shape.view(form))  # type: ignore[attr-defined]


def skeleton(tree: Node) -> list[tuple[str, tuple[str, ...]]]:
    """Tags and attributes, without the warnings about what looks like a child's details and what only they bring."""
    return [
        (node.tag, tuple(sorted(name for name in node.attributes if name not in ("aria-describedby", "value"))))
        for node in tree.all()
        if "warning-note" not in node.get("class")
    ]


def as_read(text: str) -> str:
    """What a browser, too, makes of the line ends of a text."""
    return re.sub(r"\r\n?", "\n", text)


@each_kind
@settings(deadline=None)
@given(text=texts)
def test_an_answer_stays_what_was_typed(kind: str, text: str) -> None:
    for record in (HALF[kind], COMPLETE[kind]):
        codes = coded(view(example(kind), record))
        filled = {field: value if field in codes else f"x{text}" for field, value in record.texts.items()}
        plain = {field: value if field in codes else "x" for field, value in record.texts.items()}
        tree = view(example(kind), DictAnswers(filled, record.added))
        assert skeleton(tree) == skeleton(view(example(kind), DictAnswers(plain, record.added)))
        for control in controls(tree):
            if is_chosen(control):
                continue
            value = control.text if control.tag == "textarea" else control.get("value")
            wanted = filled.get(control.get("data-field"), "")
            assert value.replace("\x00", "�") == as_read(wanted).replace("\x00", "�")


NOT_FREE = {"id", "kind", "sources", "right", "sureness", "factors_under", "child", "monday", "marks", "half_term"}
"""Fields that `schemas` holds to a form of their own."""


def with_text(value: object, text: str) -> object:
    """A shape with ``text`` wherever an author can write what they like."""
    if isinstance(value, Link):
        return Link(text or "x", text or "x")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value,
            **{
                one.name: with_text(getattr(value, one.name), text)
                for one in dataclasses.fields(value)
                if one.name not in NOT_FREE
            },
        )
    if isinstance(value, tuple):
        return tuple(with_text(one, text) for one in value)
    return f"x{text}" if isinstance(value, str) and value else value


@each_kind
@settings(deadline=None)
@given(text=texts)
def test_content_brings_no_tag_but_links_and_paragraphs(kind: str, text: str) -> None:
    usual = view(example(kind), COMPLETE[kind])
    form = Form("ews.1.1", COMPLETE[kind], editable=True, root="../../")
    html = with_text(example(kind), text).view(form)  # type: ignore[attr-defined]
    assert "\n" not in html and "<script" not in html and "<!--" not in html
    # Labels of content that is all the same are no longer unique, and nothing else is asked of them here.
    tree = check_html(html)
    known = {(node.tag, name) for node in usual.all() for name in node.attributes} | {("a", "href")}
    assert {(node.tag, name) for node in tree.all() for name in node.attributes} <= known
    assert {node.tag for node in tree.all()} <= {node.tag for node in usual.all()} | {"a", "p", "ul", "li"}
    for link in tree.all("a"):
        assert re.match(r"https://|mailto:|tel:|#|\.\./\.\./[\w.~#?-]", link.get("href"), re.ASCII)
