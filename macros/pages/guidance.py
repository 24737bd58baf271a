"""Procedure pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from induction.codes import Standing
from induction.views.html import el
from macros.book import Book
from macros.pages.blocks import parts
from macros.pages.exercise import units_in
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import adapted, also, applies, changed, currency, moved, sourceline, statement
from schemas.adoption import standing
from schemas.common import Item


def pages(book: Book) -> Iterable[Page]:
    """One a procedure."""
    for one in book.handbook.guidance.values():
        yield item_page(book, "guidance", one)


def item_page(book: Book, kind: str, one: Item, title: str = "") -> Page:
    """The page of an item of content; `title` when the page says more than the item."""
    return Page(
        kind,
        one.id,
        book.pages[one.id],
        title or one.title,
        one.summary,
        book.files[one.id],
        tags=whose(book, one),
    )


def whose(book: Book, one: Item) -> tuple[str, ...]:
    """Whose rule an item is, for search results: the nation, and what the service decided or that it is an example."""
    stands = standing(book.handbook, one)
    said = "Example from elsewhere" if stands.code is Standing.ELSEWHERE else stands.words  # search.js knows that tag
    return (
        *(book.word("nation", nation) for nation in one.applies.nations),
        *([] if stands.code is Standing.UNDECIDED else [said]),
    )


def head(here: Here, one: Item) -> str:
    """The top of a page: title, whom it applies to, what it is about, what has changed. Its overlays stand here too."""
    first, last = changed(one.currency)
    stands = standing(here.book.handbook, one)
    # A sheet for one school has to fit on one side of paper.
    lead = el("p", here.words(one.summary), class_="lead no-print" if here.school else "lead") if one.summary else None
    return page_body(
        here.heading(1, here.page.title),
        applies(here, one.applies, stands),
        adapted(here, stands),
        lead,
        also(one.also),
        statement(here, one.sources),
        moved(here, one),
        currency(here, [*first, *last]),
    )


def at(here: Here, one: Item) -> Here:
    """`here`, speaking of an item and of its nations."""
    return replace(here, nations=one.applies.nations, item=one)


def body(here: Here) -> str:
    """Title, parts, sources."""
    one = here.book.handbook.guidance[here.page.key]
    here = at(here, one)
    return page_body(head(here, one), parts(here, one.parts), sourceline(here, one, units_in(one)))


KIND = PageKind(pages, body)
