"""The first page of each folder: what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from induction.codes import Standing as Code
from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.my_role import chooser, whose
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from schemas.addresses import source_page
from schemas.adoption import Standing, standing
from schemas.common import Applies


class _Entry(NamedTuple):
    title: str
    address: str
    about: str
    applies: Applies | None = None
    stands: Standing | None = None
    """Where it stands with the service; None for what is no rule."""


@dataclass(frozen=True)
class _List:
    title: str
    about: str
    entries: Callable[[Book], Iterable[_Entry]]
    roles: bool = False
    """True where a reader may want the pages of their own role first."""


def _shelf(name: str) -> Callable[[Book], Iterable[_Entry]]:
    def entries(book: Book) -> Iterable[_Entry]:
        items = [(one, standing(book.handbook, one)) for one in getattr(book.handbook, name).values()]
        # What holds here comes first; examples from elsewhere after it.
        items.sort(key=lambda each: (each[1].code is Code.ELSEWHERE, str(each[0].title).lower()))
        for one, stands in items:
            yield _Entry(one.title, book.pages[one.id], one.summary, one.applies, stands)

    return entries


def _induction(book: Book) -> Iterable[_Entry]:
    from macros.pages.tools import pages as tools

    start, *others = tools(book)
    yield _Entry(start.title, start.address, start.description)
    for one in book.handbook.programmes.values():
        yield _Entry(one.programme.title, book.pages[one.programme.id], one.programme.summary)
    for tool in others:
        yield _Entry(tool.title, tool.address, tool.description)


def _sources(book: Book) -> Iterable[_Entry]:
    for one in book.handbook.sources.values():
        carried = sum(unit.id in book.carried for unit in one.units)
        nation = book.word("nation", one.nation)
        yield _Entry(
            one.title,
            source_page(one.id),
            f"{nation}. {one.date}. {carried} of {len(one.units)} units are on a page.",
        )


LISTS = {
    "induction": _List(
        "My induction", "Your programme, your log and your record, kept in this browser and nowhere else.", _induction
    ),
    "guidance": _List("Guidance", "What to do and how, one procedure a page.", _shelf("guidance"), roles=True),
    "scripts": _List(
        "Scripts", "Words to say at set moments, with the right names in them.", _shelf("scripts"), roles=True
    ),
    "forms": _List(
        "Forms to print",
        "Print them, fill them in by hand, and keep them in your own school's system.",
        _shelf("forms"),
        roles=True,
    ),
    "roles": _List(
        "Roles", "Who does what: each role with its duties and where to start.", _shelf("roles"), roles=True
    ),
    "reference": _List(
        "Law and reference", "Laws, documents, services and courses to look up.", _shelf("reference"), roles=True
    ),
    "sources": _List(
        "Sources", "The documents this handbook is made from, and where each part of them is carried.", _sources
    ),
}


def pages(book: Book) -> Iterable[Page]:
    """One a folder. Search leads to what is listed, not to the list."""
    for name, one in LISTS.items():
        yield Page("list", name, f"{name}/", one.title, one.about, searched=False)


def body(here: Here) -> str:
    """What is in the folder, each with a sentence."""
    one = LISTS[here.page.key]
    entries = [_entry(here, entry) for entry in one.entries(here.book)]
    return page_body(
        here.heading(1, one.title),
        el("p", one.about, class_="lead"),
        chooser(here.book, here.root) if one.roles else None,
        el("ul", *entries, class_="list", data_search_exclude=UNSEARCHED) if entries else el("p", "Nothing here yet."),
    )


def _entry(here: Here, entry: _Entry) -> Html:
    to = entry.applies
    return el(
        "li",
        here.link(entry.title, entry.address),
        join(" ", whose(here.book, to)) if to else None,
        join(" ", el("strong", entry.stands.words, class_="whose__standing")) if entry.stands else None,
        el("p", here.words(entry.about)) if entry.about else None,
        data_roles=" ".join(to.roles) if to else None,
        data_standing=entry.stands.code.value if entry.stands else None,
    )


KIND = PageKind(pages, body)
