"""Collections to look things up in, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from induction.views.html import el, join
from macros.book import Book
from macros.pages.blocks import hyperlink, parts
from macros.pages.exercise import units_in
from macros.pages.guidance import at, head, item_page
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import also, changed, currency, sourceline, statement
from schemas.kinds import Entry


def pages(book: Book) -> Iterable[Page]:
    """One a collection."""
    for one in book.handbook.reference.values():
        yield item_page(book, "reference", one)


def body(here: Here) -> str:
    """What to know first, then the entries under their groups."""
    one = here.book.handbook.reference[here.page.key]
    here = at(here, one)
    blocks: list[str] = []
    for group, entries in groupby(one.entries, key=lambda entry: entry.group):
        if group:
            blocks.append(here.heading(2, group))
        blocks += [_entry(here, entry, level=3 if group else 2) for entry in entries]
    return page_body(head(here, one), parts(here, one.parts), *blocks, sourceline(here, one, units_in(one)))


def _entry(here: Here, one: Entry, level: int) -> str:
    first, last = changed(one.currency)
    return page_body(
        here.heading(level, one.title, one.id),
        join(
            currency(here, first),
            statement(here, one.sources, el("p", here.words(one.about)), part=one.id),
            el("ul", *(el("li", here.words(point)) for point in one.points)) if one.points else None,
            el("div", el("p", el("strong", "Now. "), here.words(one.now)), class_="currency") if one.now else None,
            currency(here, last),
            el("ul", *(el("li", hyperlink(here, link)) for link in one.links)) if one.links else None,
            also(one.also),
        ),
    )


KIND = PageKind(pages, body)
