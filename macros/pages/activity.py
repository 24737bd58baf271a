"""Activity pages: what it asks, whom it needs, who may sign it, and the place to do it."""

from __future__ import annotations

from collections.abc import Iterable

from induction.codes import Signer
from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import missing
from macros.pages.exercise import units_in
from macros.pages.guidance import at, head, item_page
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import sourceline, statement
from macros.pages.subsection import facts, onward
from macros.quizzes import quiz_file
from macros.widgets import widget
from schemas.kinds import Activity


def pages(book: Book) -> Iterable[Page]:
    """One an activity that a sub-section leads to."""
    for induction in book.handbook.programmes.values():
        for one in induction.activities.values():
            if one.id in book.pages:
                yield item_page(book, "activity", one, f"Activity {one.number}: {one.title}")


def body(here: Here) -> str:
    """Facts first, then the overlays of all it carries, then the place to work."""
    one = _find(here)
    here = at(here, one)
    return page_body(
        head(here, one),
        facts(here, one, ("Who may sign it off", _signers(here, one)), *_first(here, one)),
        *(missing(here, text) for text in one.missing),
        statement(here, units_in(one)),
        widget(here, "activity", one.id),
        _quiz_file(here, one),
        onward(here),
        sourceline(here, one, units_in(one)),
    )


def _find(here: Here) -> Activity:
    for induction in here.book.handbook.programmes.values():
        if here.page.key in induction.activities:
            return induction.activities[here.page.key]
    raise KeyError(here.page.key)


def _quiz_file(here: Here, one: Activity) -> str:
    programmes = (programme.activity(one.id) for programme in here.book.bundle.programmes)
    address = quiz_file(next(filter(None, programmes), None))
    if not address:
        return ""
    words = "For use in Moodle or another learning platform: "
    link = el("a", "the questions in GIFT format", href=here.root + address, download=True)
    return el("p", words, link, ".", class_="no-print", data_search_exclude=UNSEARCHED)


def _first(here: Here, one: Activity) -> Iterable[tuple[str, Html]]:
    """What has to come before it."""
    found = next(filter(None, (programme.activity(one.id) for programme in here.book.bundle.programmes)), None)
    links = [piece for each in (found.after if found else ()) for piece in ("; ", here.link(each.name, each.page))]
    if links:
        yield "First", join(*links[1:])


def _signers(here: Here, one: Activity) -> str:
    if not one.sign_off:
        return "Nobody needs to"
    words = [here.book.word("signer", code) for code in Signer if code in one.sign_off]
    return " or ".join([words[0], *(word.lower() for word in words[1:])])


KIND = PageKind(pages, body)
