"""The page that turns rhythms into dates: one part a rhythm, each with its widget."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import hyperlink
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import also, applies
from macros.widgets import widget
from schemas.addresses import DATES
from schemas.rhythms import Rhythm


def pages(book: Book) -> Iterable[Page]:
    """One for all rhythms."""
    yield Page(
        "dates",
        "all",
        DATES,
        "Work out dates",
        "Enter a date you know and see the dates that follow, by the calendar and by school weeks.",
        "content/rhythms.yml",
    )


def body(here: Here) -> str:
    """Every rhythm under a heading of its own, so that search and guidance lead to it."""
    rhythms = here.book.handbook.rhythms.values()
    return page_body(
        here.heading(1, here.page.title),
        el("p", here.page.description, class_="lead"),
        el(
            "p",
            "The counting rule stands beside each date, with how sure we are of it. Save the dates as a file for your "
            "calendar: there is no name in it. Dates are a help, not legal advice; where a court may look at one, have "
            "it checked.",
        ),
        *(
            page_body(here.heading(2, one.title, one.id), _about(here, one), widget(here, "dates", one.id))
            for one in rhythms
        ),
    )


def _about(here: Here, one: Rhythm) -> Html:
    return join(
        applies(here, one.applies),
        el("p", here.words(one.source_note)) if one.source_note else None,
        also(one.also),
        el("p", "Whose rhythm it is: ", here.book.who(one.who, one.applies.nations), "."),
        el("ul", *(el("li", hyperlink(here, link)) for link in one.see)) if one.see else None,
    )


KIND = PageKind(pages, body)
