"""The tracker's own pages: start, log, my patch, record and sign-off. One widget each."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import el
from macros.book import Book
from macros.pages.page import Here, Page, PageKind, page_body
from macros.widgets import widget
from schemas.addresses import TOOLS

_TOOLS = {
    "start": ("Start or carry on", "Say who you are, open your saved copy, or go on where you left off."),
    "log": (
        "My reflective log",
        "Keep a log of what happened, what it meant and what you will do next. It stays yours.",
    ),
    "patch": (
        "My patch",
        "The schools, services and local facts that you found out, as your own directory. It stays on this device.",
    ),
    "record": ("My record", "Everything you have done and had signed off, to read, save, print or erase."),
    "sign-form": (
        "Sign-off form to print",
        "For those who sign with a pen: what was done, what to look for, and boxes to fill in, an activity a sheet.",
    ),
    "sign-off": ("Sign off work", "For managers and experienced colleagues: review what was done, decide, and sign."),
}


def pages(book: Book) -> Iterable[Page]:
    """One a tool, in the order of the menu."""
    for name, (title, about) in _TOOLS.items():
        yield Page("tool", name, TOOLS[name], title, about)


def body(here: Here) -> str:
    """What it is for, and the tool."""
    return page_body(
        here.heading(1, here.page.title),
        el("p", here.page.description, class_="lead"),
        widget(here, here.page.key, searched=False),
    )


KIND = PageKind(pages, body)
