"""What is still open in a service, as lists: where slots are used, people nobody has named, pages and duties undecided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from induction.codes import Standing
from macros.book import Book
from macros.pages.duties import Found
from schemas.addresses import script_page
from schemas.adoption import standing
from schemas.common import Item
from schemas.handbook import Induction
from schemas.slots import SLOT


def used(book: Book, room: str) -> dict[str, list[Item]]:
    """Slot or person to the pages whose text has a place for it."""
    found: dict[str, list[Item]] = defaultdict(list)
    for file in book.handbook.files:
        if isinstance(file.item, Item) and file.item.id in book.pages:
            names = {name for _, text in file.inside.texts if "{" in text for name in SLOT.findall(text)}
            for where, _, key in (name.partition(".") for name in sorted(names)):
                if where == room:
                    found[key].append(file.item)
    return found


def titled(one: Item) -> str:
    """What a list calls a page: its title, after its number where it has one."""
    number = getattr(one, "number", "")
    return f"{number} {one.title}" if number else one.title


def unnamed(book: Book) -> Iterable[tuple[str, str, str, list[tuple[str, str]]]]:
    """School, title and id of a person whom it has not named, and the pages that would name them."""
    handbook = book.handbook
    named = {
        person: [one for one in items if one.id in handbook.scripts] for person, items in used(book, "person").items()
    }
    for school in handbook.service.schools:
        for person, items in named.items():
            if items and not school.people.get(person):
                yield (
                    school.name,
                    book.who(person),
                    person,
                    [(one.title, script_page(one.id, school.id)) for one in items],
                )


def open_pages(book: Book) -> list[Item]:
    """Pages outside the programmes, and the programmes as a whole, that nobody has decided on."""
    handbook = book.handbook
    shelves = (handbook.roles, handbook.guidance, handbook.scripts, handbook.forms, handbook.reference)
    items: list[Item] = [one for shelf in shelves for one in shelf.values()]
    items += [induction.programme for induction in handbook.programmes.values()]
    return [one for one in items if _undecided(book, one)]


def open_parts(book: Book, induction: Induction) -> list[Item]:
    """Sub-sections and activities of a programme that nobody has decided on, in its order."""
    parts: list[Item] = []
    for subsection in induction.subsections.values():
        parts += [subsection, *filter(None, map(induction.activities.get, subsection.activities))]
    return [one for one in parts if one.id in book.pages and _undecided(book, one)]


def _undecided(book: Book, one: Item) -> bool:
    return standing(book.handbook, one).code is Standing.UNDECIDED


def by_page(found: list[Found]) -> list[tuple[Item, list[Found]]]:
    """Duties under the page that each stands on."""
    held: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        held[one.item.id].append(one)
    return [(many[0].item, many) for many in held.values()]
