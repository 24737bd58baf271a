"""'My role': chosen once, kept in the browser and in no record; docs/assets/site.js does the rest."""

from __future__ import annotations

from induction.views.html import Html, el
from macros.book import Book
from macros.pages.page import UNSEARCHED
from schemas.addresses import role_page
from schemas.common import Applies
from schemas.problems import listed


def chooser(book: Book, root: str) -> Html | None:
    """The question, hidden until site.js answers it."""
    roles = sorted(book.handbook.roles.values(), key=lambda one: one.title.lower())
    if not roles:
        return None
    options = (el("option", one.title, value=one.id, data_page=root + role_page(one.id)) for one in roles)
    return el(
        "form",
        el(
            "div",
            el("label", "My role", for_="page_my-role"),
            el("select", el("option", "Not chosen", value=""), *options, id="page_my-role", autocomplete="off"),
        ),
        el("p", role="status", data_chosen=True),
        class_="pick no-print",
        data_my_role=True,
        aria_label="Choose whose pages come first",
        data_search_exclude=UNSEARCHED,
        hidden=True,
    )


def whose(book: Book, applies: Applies) -> Html:
    """Whose a page is, in words, for lists."""
    plurals = [book.handbook.roles[one].plural for one in applies.roles if one in book.handbook.roles]
    nations = listed((book.word("nation", one) for one in applies.nations), "and")
    return el("span", f"For {', '.join(plurals).lower() if plurals else 'everyone'} ({nations})", class_="whose")
