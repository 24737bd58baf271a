"""HTML that passes Markdown untouched, and comes out as it would have without."""

import re

import pytest
from markdown import Markdown

from macros.book import Book
from macros.pages import PAGE_KINDS, all_pages, body
from macros.whole import WholeHtml, marked

_EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


def made(text: str, *more: WholeHtml) -> str:
    """As HTML, without the space between elements, which nobody sees."""
    return re.sub(r">\s+<", "><", Markdown(extensions=[*_EXTENSIONS, *more]).convert(text))


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_is_the_same_with_it_and_without(book: Book, kind: str):
    for page in all_pages(book).values():
        if page.kind == kind:
            text = body(book, page)
            assert made(marked(text), WholeHtml()) == made(text)


def test_what_is_written_by_hand_is_read_as_ever():
    text = "# One\n\n<div markdown>\n**two**\n</div>"
    assert "<strong>two</strong>" in made(text, WholeHtml())


def test_without_it_the_mark_is_a_comment_that_shows_nothing():
    assert made(marked("# One\n\n<p>two</p>")).endswith('<h1 id="one">One</h1><p>two</p>')
