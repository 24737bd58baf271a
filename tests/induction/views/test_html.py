"""What is not marked as HTML is escaped, and output is one line."""

from time import process_time

import pytest

from induction.views.html import Html, el, inline, join, link, plain, prose, spoken
from tests.induction.helpers import read_html


def test_text_is_escaped_and_line_ends_are_references() -> None:
    assert el("p", "a < b & c\n\n'd'", Html("<br>")) == "<p>a &lt; b &amp; c&#10;&#10;'d'<br></p>"
    assert el("input", value='"\r\n<', hidden=True, title=None) == '<input value="&quot;&#10;&lt;" hidden>'
    assert join(Html("<b>") + "<i>") == "&lt;b&gt;&lt;i&gt;"


def test_a_browser_drops_the_first_line_end_of_a_textarea_so_one_more_is_written() -> None:
    assert el("textarea", "\na") == "<textarea>&#10;&#10;a</textarea>"
    assert el("textarea", "\r\na") == "<textarea>&#10;&#10;a</textarea>"
    assert el("textarea", "a\n") == "<textarea>a&#10;</textarea>"
    assert el("p", "\na") == "<p>&#10;a</p>"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "http://example.org",
        "//example.org",
        "/\\example.org",
        "\\\\example.org",
        "https://",
        "https://example.org/a b",
        "",
    ],
)
def test_other_addresses_are_no_links(href: str) -> None:
    assert link("words", href) == "words"
    assert link("words", href, "../") == "words"


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/a?b=c&d", "https://example.org/a?b=c&d"),
        ("tel:999", "tel:999"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("guidance/a-page/#part", "../guidance/a-page/#part"),
        ("#here", "#here"),
    ],
)
def test_links(href: str, written: str) -> None:
    (found,) = read_html(link("<words>", href, "../")).all("a")
    assert (found.text, found.attributes) == ("<words>", {"href": written})


def test_prose_and_inline() -> None:
    text = "One\nline.\n\n- a\n- [b](c/)\n\n \n\n<Two>"
    assert prose(text, "../") == '<p>One line.</p><ul><li>a</li><li><a href="../c/">b</a></li></ul><p>&lt;Two&gt;</p>'
    assert prose("") == prose(" \n\n \n") == ""
    assert prose("- one that goes on\n  in the next line - and on\n- two") == (
        "<ul><li>one that goes on in the next line - and on</li><li>two</li></ul>"
    )
    assert inline(el("b", "[a](b)")) == "<b>[a](b)</b>"
    assert plain("See [the page](guidance/a/) now") == "See the page now"


def test_words_for_the_ear() -> None:
    assert read_html(spoken("Idea 1", " for: <x>")).text == "Idea 1 for: <x>"


@pytest.mark.parametrize("many", ["[", "[a](", "[a](b", "[a]", "](", "[a [b](c) "])
def test_a_text_of_brackets_is_read_at_once(many: str) -> None:
    """It took minutes, because each bracket was followed to the end: a file could hold up every page that showed it."""
    text = many * (300_000 // len(many))
    begun = process_time()  # its own time: a busy machine is no fault of it
    plain(text)
    inline(text)
    assert process_time() - begun < 10


def test_a_link_begins_at_the_last_bracket_before_its_words() -> None:
    assert plain("[a [b](c/) d](e)") == "[a b d](e)"
    assert inline("see [1] [b](c/)") == 'see [1] <a href="c/">b</a>'
