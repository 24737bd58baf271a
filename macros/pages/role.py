"""Role pages: who they are, where they start, and every duty they hold."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import el, join
from macros.book import Book
from macros.pages.blocks import parts
from macros.pages.duties import duties, duty_table
from macros.pages.exercise import units_in
from macros.pages.guidance import at, head, item_page
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import sourceline


def pages(book: Book) -> Iterable[Page]:
    """One a role."""
    for one in book.handbook.roles.values():
        yield item_page(book, "role", one)


def body(here: Here) -> str:
    """Title, the way to the programme, parts, duties, sources."""
    book = here.book
    one = book.handbook.roles[here.page.key]
    here = at(here, one)
    programme = book.handbook.programmes.get(one.programme)
    start = (
        el(
            "p",
            here.link("Start or carry on your induction", book.bundle.pages["start"]),
            ", or ",
            here.link("see the whole programme", book.pages[programme.programme.id]),
            ".",
            data_search_exclude=UNSEARCHED,
        )
        if programme
        else None
    )
    held = [found for found in duties(book) if found.duty.who == one.id]
    mine = page_body(
        here.heading(2, "Your duties, by the moment they apply", "page_duties", searched=False),
        el("p", join("Also in ", here.link("the table of all duties", "duties/"), ".")),
        duty_table(here, held, f"Duties of {one.plural.lower()}"),
    )
    return page_body(
        head(here, one),
        start,
        parts(here, one.parts),
        mine if held else None,
        sourceline(here, one, units_in(one)),
    )


KIND = PageKind(pages, body)
