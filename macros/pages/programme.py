"""A programme's page (its task list) and the pages of its sections."""

from __future__ import annotations

from collections.abc import Iterable

from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import parts, table
from macros.pages.exercise import exercises, kinds, needed, time, units_in
from macros.pages.guidance import at, head, item_page, whose
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import applies, changed, currency, sourceline, statement
from macros.widgets import widget
from schemas.addresses import section_page
from schemas.adoption import standing
from schemas.handbook import Induction
from schemas.kinds import Activity, Exercise, ProgrammeSection, Subsection


def programme_pages(book: Book) -> Iterable[Page]:
    """One a programme."""
    for induction in book.handbook.programmes.values():
        yield item_page(book, "programme", induction.programme)


def programme_body(here: Here) -> str:
    """The task list, then how to use the programme."""
    one = here.book.handbook.programmes[here.page.key].programme
    here = at(here, one)
    return page_body(
        head(here, one),
        here.heading(2, "Your tasks", "page_tasks", searched=False),
        widget(here, "tasks", one.id, searched=False),
        parts(here, one.parts),
        sourceline(here, one, [*one.sources, *(unit for each in one.parts for unit in units_in(each))]),
    )


def section_pages(book: Book) -> Iterable[Page]:
    """One a section of each programme."""
    for name, induction in book.handbook.programmes.items():
        for section in induction.programme.sections:
            yield Page(
                "section",
                f"{name}@{section.id}",
                section_page(name, section.id),
                f"Section {section.number}: {section.title}",
                f"What section {section.number} is for, what it asks and how long it takes.",
                book.files[name],
                tags=whose(book, induction.programme),
            )


def section_body(here: Here) -> str:
    """Aims, everything the section asks in one table, and the time it takes."""
    name, _, section_id = here.page.key.partition("@")
    induction = here.book.handbook.programmes[name]
    section = next(one for one in induction.programme.sections if one.id == section_id)
    here = at(here, induction.programme)
    first, last = changed(section.currency)
    asked = [
        one for subsection, activities in _subsections(induction, section) for one in exercises(subsection, activities)
    ]
    inferred = any(one.kinds_inferred for one in asked)
    return page_body(
        here.heading(1, here.page.title),
        applies(here, induction.programme.applies, standing(here.book.handbook, induction.programme)),
        currency(here, first),
        here.heading(2, f"What you can do at the end of section {section.number}", "page_aims"),
        statement(here, section.sources, el("ul", *(el("li", here.words(aim)) for aim in section.aims))),
        here.heading(2, "What it asks of you", "page_elements", searched=False),
        el("p", "Inferred: the source's icon is lost in our copy, so we worked the kind out from the wording.")
        if inferred
        else None,
        _elements(here, induction, section),
        widget(here, "section-time", here.page.key),
        currency(here, last),
        sourceline(here, induction.programme, section.sources),
    )


def _subsections(induction: Induction, section: ProgrammeSection) -> Iterable[tuple[Subsection, list[Activity]]]:
    for one in filter(None, map(induction.subsections.get, section.subsections)):
        yield one, [each for each in map(induction.activities.get, one.activities) if each]


def _elements(here: Here, induction: Induction, section: ProgrammeSection) -> Html:
    rows = [row for one, activities in _subsections(induction, section) for row in _rows(here, one, activities)]
    head = [join(word) for word in ("Element", "Kind", "Who you need", "Time")]
    return table(f"Elements of section {section.number}", head, rows, cards=True, titled=True)


def _rows(here: Here, one: Subsection, activities: list[Activity]) -> Iterable[list[Html]]:
    name = here.link(f"{one.number} {one.title}", here.book.pages[one.id])
    if one.reading:
        yield [join(name, " and its reading"), *_about(here, one.reading)]
    else:
        yield [name, join("Information"), join("Nobody else"), join("")]
    for each in activities:
        yield [here.link(f"Activity {each.number}: {each.title}", here.book.pages[each.id]), *_about(here, each)]


def _about(here: Here, one: Exercise) -> list[Html]:
    return [kinds(here, one, "(inferred)"), join(needed(one)), join(time(one))]


PROGRAMME = PageKind(programme_pages, programme_body)
SECTION = PageKind(section_pages, section_body)
