"""The pages where programmes are planned: one a programme, with one widget."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import el
from macros.book import Book
from macros.pages.guidance import whose
from macros.pages.page import Here, Page, PageKind, page_body
from macros.widgets import widget
from schemas.addresses import plan_page


def pages(book: Book) -> Iterable[Page]:
    """One a programme."""
    for name, induction in book.handbook.programmes.items():
        yield Page(
            "plan",
            name,
            plan_page(name),
            "Plan the first weeks",
            "Sit down together, settle every activity, see whether the weeks hold it, and agree.",
            book.files[name],
            # Not the programme's title: tags weigh so much in search that its words would beat what answers a question.
            tags=whose(book, induction.programme),
        )


def body(here: Here) -> str:
    """What it is for, and the plan."""
    return page_body(
        here.heading(1, here.page.title),
        el("p", here.page.description, class_="lead no-print"),
        widget(here, "plan", here.page.key, searched=False),
    )


KIND = PageKind(pages, body)
