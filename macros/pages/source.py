"""The source documents: what each is, what our copy lacks, and where each of its units is carried."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import statement, unit_anchor
from schemas.addresses import source_page
from schemas.tables import Source, Unit


def pages(book: Book) -> Iterable[Page]:
    """One a document. Search leads to the pages themselves rather than to these lists."""
    for one in book.handbook.sources.values():
        path = f"content/sources/{one.id}.yml"
        yield Page("source", one.id, source_page(one.id), one.title, one.about, path, searched=False)


def body(here: Here) -> str:
    """About the document, its limits, its units."""
    one = here.book.handbook.sources[here.page.key]
    carried = sum(unit.id in here.book.carried for unit in one.units)
    kinds: dict[str, list[Unit]] = {}
    for unit in one.units:
        kinds.setdefault(unit.kind, []).append(unit)
    return page_body(
        here.heading(1, one.title),
        el("ul", el("li", here.book.word("nation", one.nation)), el("li", one.date), class_="applies"),
        el("p", here.words(one.about), class_="lead"),
        _limits(here, one) if one.limits else None,
        here.heading(2, "Where each part of it is carried", "page_units"),
        el("p", f"{carried} of its {len(one.units)} units are on a page. The labels are ours."),
        *(_kind(here, kind, units) for kind, units in kinds.items()),
    )


def _limits(here: Here, one: Source) -> str:
    return page_body(
        here.heading(2, "What our copy lacks", "page_limits"),
        el("ul", *(el("li", here.words(text)) for text in one.limits)),
    )


def _kind(here: Here, kind: str, units: list[Unit]) -> str:
    title = f"{kind[:1].upper()}{kind[1:]} ({len(units)})"
    anchor = "kind-" + "".join(sign if sign.isalnum() else "-" for sign in kind.lower())
    return page_body(here.heading(3, title, anchor), el("ul", *(_unit(here, unit) for unit in units)))


def _unit(here: Here, one: Unit) -> Html:
    places = [here.link(here.book.name(address), address) for address in here.book.carried.get(one.id, ())]
    where = [piece for place in places for piece in ("; ", place)][1:]
    beside = statement(here, [one.id], part=one.id)  # a label says in short what must not be read without it
    stands = join(*where) if where else el("em", "not on a page yet")
    return el("li", one.label, ": ", stands, beside, id=unit_anchor(one.id))


KIND = PageKind(pages, body)
