"""What a service adds to a programme: the page that lists it and names what is still missing, and a page for each item."""

from __future__ import annotations

from collections.abc import Iterable

from induction.codes import Signer
from induction.views.html import Html, el
from macros.book import Book
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.subsection import facts
from macros.widgets import widget
from schemas.added import LocalItem
from schemas.addresses import local_id, local_page
from schemas.handbook import Induction


def pages(book: Book) -> Iterable[Page]:
    """One a programme that leaves something to the service, and one an item."""
    for name, induction in book.handbook.programmes.items():
        if induction.programme.local_areas:
            about = "What this service adds to the programme, and what it still has to add."
            yield Page("local", name, local_page(name), "What our service adds", about, book.files[name])
        for one in induction.local:
            yield Page("local", local_id(name, one.id), local_page(name, one.id), one.title, "", file_of(name))


def file_of(programme: str) -> str:
    """Where an owner writes what the service adds."""
    return f"content/programmes/{programme}/local.yml"


def body(here: Here) -> str:
    """The list, or one item with the place to work."""
    name = here.page.key.partition(".")[0]
    induction = here.book.handbook.programmes[name]
    if here.page.key == name:
        return _list(here, name, induction)
    one = next(one for one in induction.local if local_id(name, one.id) == here.page.key)
    return _item(here, induction, one)


def _list(here: Here, name: str, induction: Induction) -> str:
    areas = induction.programme.local_areas
    rows = [(area.title, [one for one in induction.local if one.area == area.id]) for area in areas]
    return page_body(
        here.heading(1, here.page.title),
        el("p", here.page.description, class_="lead"),
        el(
            "ul",
            *(
                el("li", el("strong", f"{title}: "), *(_links(here, name, found) if found else ["still to be added"]))
                for title, found in rows
            ),
            id="page_areas",
        ),
        here.heading(2, "How is something added?", "page_how"),
        el(
            "p",
            "Whoever looks after this handbook writes it in ",
            el("code", file_of(name)),
            ". It then stands first in the task list, in the plan, in the totals and in each record, with its own sign-off. "
            "CONTRIBUTING.md in the project has an example.",
        ),
    )


def _links(here: Here, name: str, found: list[LocalItem]) -> list[Html | str]:
    links = [piece for one in found for piece in ("; ", here.link(one.title, local_page(name, one.id)))]
    return links[1:]


def _item(here: Here, induction: Induction, one: LocalItem) -> str:
    area = next((each.title for each in induction.programme.local_areas if each.id == one.area), "")
    signers = [here.book.word("signer", code) for code in Signer if code in one.sign_off]
    who = " or ".join([*signers[:1], *(word.lower() for word in signers[1:])]) or "Nobody needs to"
    return page_body(
        here.heading(1, here.page.title),
        el("p", "Added by our service.", class_="ours"),
        facts(here, one, ("Who may sign it off", who), ("Covers", area)),
        widget(here, "activity", here.page.key),
        el("p", here.link("What our service adds", local_page(induction.programme.id)), class_="onward no-print"),
    )


KIND = PageKind(pages, body)
