"""The tracker's own pages: start, log, my patch, record and sign-off. One widget each."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import Html, el, join
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
    "development": (
        "My development plan",
        "Your plan as one document: where you stand, what you will learn next, and when you look at it again.",
    ),
    "supervision": (
        "Supervision",
        "The agreement between you and your manager, and one page to bring to the next session.",
    ),
    "record": ("My record", "Everything you have done and had signed off, to read, save, print or erase."),
    "sign-form": (
        "Sign-off form to print",
        "For those who sign with a pen: what was done, what to look for, and boxes to fill in, an activity a sheet.",
    ),
    "sign-off": ("Sign off work", "For managers and experienced colleagues: review what was done, decide, and sign."),
    "team": (
        "My team",
        "For managers: everyone whose work you sign off from files, how far each is, and what waits for you.",
    ),
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
        _beside(here),
        widget(here, here.page.key, searched=False),
    )


_BESIDE = {
    "sign-off": (
        ("team", "Your team", "how far each is and what waits"),
        ("sign-form", "Sign-off form to print", "for those who sign with a pen"),
    ),
    "team": (("sign-off", "Sign off work", "open requests and decide"),),
    "record": (("sign-form", "Sign-off form to print", "for a signer who uses a pen"),),
}
"""Tool to the tools that a reader of its page may have meant: which, the words of the link, what for."""


def _beside(here: Here) -> Html | None:
    links = [join(here.link(words, TOOLS[name]), f": {why}.") for name, words, why in _BESIDE.get(here.page.key, ())]
    return el("p", *(piece for one in links for piece in (one, " ")), class_="no-print") if links else None


KIND = PageKind(pages, body)
