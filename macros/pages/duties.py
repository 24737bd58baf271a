"""Every duty of the handbook in one table: who, how strongly, what, when, and whose rule it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import table
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import statement
from schemas.addresses import DUTIES
from schemas.blocks import DutyBlock
from schemas.common import Duty, Item


@dataclass(frozen=True)
class Found:
    """A duty and where it stands."""

    duty: Duty
    units: tuple[str, ...]
    item: Item
    address: str


def duties(book: Book) -> list[Found]:
    """Every duty on a page, in the order of the content."""
    return [
        Found(place.value.duty, (*place.value.sources, *place.value.duty.sources), place.file.item, place.address)
        for place in book.places
        if isinstance(place.value, DutyBlock)
    ]


def pages(book: Book) -> Iterable[Page]:
    """One for all."""
    yield Page(
        "duties",
        "all",
        DUTIES,
        "All duties in one table",
        "Who must, should, may or must not do what, and when; each with the nation whose rule it is.",
        searched=False,
    )


def body(here: Here) -> str:
    """A table for each holder, and the list of moments with links into it."""
    found = duties(here.book)
    holders: dict[str, list[Found]] = {}
    for one in found:
        holders.setdefault(here.book.who(one.duty.who), []).append(one)
    order = sorted(holders)
    return page_body(
        here.heading(1, here.page.title),
        el(
            "p",
            f"{len(found)} duties, by who holds them and then by the moment they apply. ",
            "The strength (must, should, may, must not) is the source's own. ",
            "A duty from another nation or setting is an example, not a rule of yours.",
            class_="lead",
        ),
        el(
            "ul",
            *(el("li", el("a", f"{who} ({len(holders[who])})", href=f"#{_anchor(who)}")) for who in order),
            class_="columns",
        )
        if order
        else None,
        *(
            page_body(here.heading(2, who, _anchor(who)), duty_table(here, holders[who], f"Duties: {who}"))
            for who in order
        ),
    )


def _anchor(who: str) -> str:
    return "of-" + "".join(sign if sign.isalnum() else "-" for sign in who.lower())


def duty_table(here: Here, found: Iterable[Found], caption: str) -> Html:
    """Duties of one holder as rows, by the moment. Overlays stand in the row, here as everywhere."""
    head = [join(word) for word in ("When", "What", "Where it stands")]
    rows = [_row(here, one) for one in sorted(found, key=lambda one: (one.duty.when.lower(), one.item.id))]
    return table(caption, head, rows, cards=True, titled=True)


def _row(here: Here, found: Found) -> list[Html]:
    book, duty = here.book, found.duty
    beside = statement(here, found.units, part=found.address)
    nations = " and ".join(book.word("nation", one) for one in found.item.applies.nations)
    foreign = book.handbook.service.nation not in found.item.applies.nations
    page = book.name(found.address.partition("#")[0])
    return [
        here.words(duty.when),
        join(el("strong", book.word("strength", duty.strength)), " ", here.words(duty.what), beside),
        join(here.link(page, found.address), f" ({nations}: example from elsewhere)" if foreign else f" ({nations})"),
    ]


KIND = PageKind(pages, body)
