"""Sub-sections of a programme: what they tell, their reading, and the way to their activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from induction.views.html import Html, el
from macros.book import Book
from macros.pages.blocks import parts
from macros.pages.exercise import kinds, needed, time, units_in
from macros.pages.guidance import at, head, item_page
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import sourceline, statement
from macros.widgets import widget
from schemas.added import LocalItem
from schemas.handbook import Induction
from schemas.kinds import Activity, Exercise, Subsection


def subsection_pages(book: Book) -> Iterable[Page]:
    """One a sub-section that a section leads to."""
    for induction in book.handbook.programmes.values():
        for one in induction.subsections.values():
            if one.id in book.pages:
                yield item_page(book, "subsection", one, f"{one.number} {one.title}")


def subsection_body(here: Here) -> str:
    """What it tells, the reading, the activities."""
    one, activities = _find(here)
    here = at(here, one)
    return page_body(
        head(here, one),
        parts(here, one.parts),
        _reading(here, one) if one.reading else None,
        _activities(here, activities) if activities else None,
        onward(here),
        sourceline(here, one, units_in(one)),
    )


def _find(here: Here) -> tuple[Subsection, list[Activity]]:
    for induction in here.book.handbook.programmes.values():
        one = induction.subsections.get(here.page.key)
        if one:
            return one, _of(induction, one)
    raise KeyError(here.page.key)


def _reading(here: Here, one: Subsection) -> str:
    reading = one.reading
    assert reading
    return page_body(
        here.heading(2, f"Reading for {one.number}", "page_reading"),
        facts(here, reading),
        statement(here, units_in(reading), part="reading"),
        widget(here, "activity", reading.id),
    )


def _activities(here: Here, activities: list[Activity]) -> str:
    return page_body(
        here.heading(2, "Activities", "page_activities", searched=False),
        el(
            "ul",
            *(
                el(
                    "li",
                    here.link(f"Activity {each.number}: {each.title}", here.book.pages[each.id]),
                    f" ({time(each)})",
                )
                for each in activities
            ),
            data_search_exclude=UNSEARCHED,
        ),
    )


def facts(here: Here, one: Exercise | LocalItem, *more: tuple[str, str]) -> Html:
    """Kinds, who is needed, time: what a reader wants to know before starting."""
    pairs: Iterator[tuple[str, Html | str]] = iter(
        [("What it asks", kinds(here, one)), ("Who you need", needed(one)), ("Time", time(one)), *more]
    )
    return el(
        "dl",
        *(el("div", el("dt", name), el("dd", value)) for name, value in pairs),
        class_="summary",
        data_search_exclude=UNSEARCHED,
    )


def onward(here: Here) -> Html | None:
    """The way on from a page of a programme: what comes next in it, and the whole list."""
    for induction in here.book.handbook.programmes.values():
        order = [one.id for each in induction.subsections.values() for one in (each, *_of(induction, each))]
        if here.page.key in order:
            rest = [one for one in order[order.index(here.page.key) + 1 :] if one in here.book.pages]
            return el(
                "nav",
                el("p", "Next: ", here.link(here.book.name(here.book.pages[rest[0]]), here.book.pages[rest[0]]))
                if rest
                else None,
                el("p", here.link("The whole task list", here.book.pages[induction.programme.id])),
                class_="onward no-print",
                aria_label="In this programme",
                data_search_exclude=UNSEARCHED,
            )
    return None


def _of(induction: Induction, one: Subsection) -> list[Activity]:
    return [each for each in map(induction.activities.get, one.activities) if each]


KIND = PageKind(subsection_pages, subsection_body)
