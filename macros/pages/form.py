"""Forms to print and fill in by hand. There is no control on them, so nothing can be typed here or kept."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import parts, table
from macros.pages.exercise import units_in
from macros.pages.guidance import at, head, item_page
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import sourceline, statement
from schemas.forms import FormField, FormPart, PaperForm

_PAPER = (
    "This form is for paper. Nothing can be typed into it, and this handbook keeps nothing of it. Use your browser's own "
    "print (Ctrl and P; on a phone, Share and then Print)."
)
_KEEP = "Once it is filled in, keep it in your school's or service's own system, never in this handbook."


def pages(book: Book) -> Iterable[Page]:
    """One a form."""
    for one in book.handbook.forms.values():
        yield item_page(book, "form", one)


def body(here: Here) -> str:
    """What comes first when a child may be in danger, the form itself, then what to know about it."""
    one = here.book.handbook.forms[here.page.key]
    here = at(here, one)
    return page_body(
        head(here, one),
        el("p", el("strong", "First: "), here.words(one.urgent), class_="notice"),
        _about(here, one),
        _who_fills(here, one),
        *(_part(here, each) for each in one.sheet),
        el(
            "p", _KEEP, class_="paper-end", data_search_exclude=UNSEARCHED
        ),  # what follows is for the screen (print.css)
        parts(here, one.parts),
        sourceline(here, one, units_in(one)),
    )


def _about(here: Here, one: PaperForm) -> Html:
    return join(
        el("p", el("strong", "Print this form. "), _PAPER, class_="no-print", data_search_exclude=UNSEARCHED),
        el("p", _KEEP, class_="no-print", data_search_exclude=UNSEARCHED),
        el("div", el("p", el("strong", "Ours. "), here.words(one.layout_note)), class_="ours"),
    )


def _who_fills(here: Here, one: PaperForm) -> Html | None:
    made = one.who_fills
    if made is None:
        return None
    rows = [[here.words(cell) for cell in row] for row in made.rows]
    return table(here.fill(made.caption), [here.words(cell) for cell in made.head], rows, cards=len(made.head) > 3)


def _part(here: Here, one: FormPart) -> str:
    return page_body(
        here.heading(2, one.title, one.id),
        statement(
            here,
            one.sources,
            el("p", el("strong", "Who fills this in: "), here.words(one.who)),
            el("div", *(_field(here, each) for each in one.fields), class_="paper"),
            part=one.id,
        ),
    )


def _field(here: Here, one: FormField) -> Html:
    return el(
        "div",
        el("p", here.words(one.label), class_="paper__label"),
        el("p", here.words(one.hint), class_="paper__hint") if one.hint else None,
        _room(here, one),
        class_="paper__field",
    )


def _room(here: Here, one: FormField) -> Html:
    """Room for a pen. A screen reader hears how much of it there is."""
    if one.kind == "ticks":
        square = el("span", class_="paper__square", aria_hidden="true")
        return el("ul", *(el("li", square, here.words(option)) for option in one.options), class_="paper__ticks")
    if one.kind == "date":
        return el(
            "p",
            "Day\N{NO-BREAK SPACE}____ Month\N{NO-BREAK SPACE}________ Year\N{NO-BREAK SPACE}______",
            class_="paper__date",
        )
    lines = one.lines if one.kind == "box" else 1
    heard = "Room for one line" if lines == 1 else f"Room for {lines} lines"
    rules = (el("span", class_="paper__rule") for _ in range(lines))
    return el("div", *rules, class_="paper__room", role="img", aria_label=heard)


KIND = PageKind(pages, body)
