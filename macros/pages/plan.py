"""The pages where programmes are planned: one a programme, with one widget."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import el
from macros.book import Book
from macros.pages.guidance import whose
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import applies
from macros.widgets import widget
from schemas.addresses import plan_page
from schemas.adoption import standing


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
    """Whose it is, what it is for, and the plan."""
    one = here.book.handbook.programmes[here.page.key].programme
    whose_it_is = applies(here, one.applies, standing(here.book.handbook, one))
    return page_body(
        here.heading(1, here.page.title),
        el("div", whose_it_is, class_="no-print"),  # on paper the sheet names its programme, and has one side
        el("p", here.page.description, class_="lead no-print"),
        widget(here, "plan", here.page.key, searched=False),
    )


KIND = PageKind(pages, body)
