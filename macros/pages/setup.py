"""What the service still has to decide: open slots, people that no school has named, duties and pages undecided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from induction.codes import Standing
from induction.views.html import Html, el, plain
from macros.book import Book
from macros.pages.duties import Found, duties
from macros.pages.page import Here, Page, PageKind, page_body
from schemas.addresses import SETUP, script_page
from schemas.adoption import standing
from schemas.common import Item
from schemas.slots import SLOT


def pages(book: Book) -> Iterable[Page]:
    """One for all."""
    yield Page(
        "setup",
        "all",
        SETUP,
        "What our service still has to decide",
        "Local facts that are not filled in, people whom no school has named, and rules nobody has decided on yet.",
        searched=False,
    )


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


def body(here: Here) -> str:
    """Counts, then each kind of gap with the way to where it is felt."""
    book, handbook = here.book, here.book.handbook
    places = used(book, "service")
    slots = [one for one in handbook.slots.values() if one.id not in handbook.service.slots]
    missing = list(_missing(book))
    found = duties(book)
    undecided = [one for one in found if standing(handbook, one.item, one.duty).code is Standing.UNDECIDED]
    open_pages = [one for one in _items(book) if standing(handbook, one).code is Standing.UNDECIDED]
    decided = sum((one.item.id, one.duty.id) in handbook.decisions for one in found)
    elsewhere = sum(standing(handbook, one.item, one.duty).code is Standing.ELSEWHERE for one in found)
    return page_body(
        here.heading(1, here.page.title),
        el("p", here.page.description, class_="lead"),
        el(
            "ul",
            _count(f"{len(slots)} of {len(handbook.slots)} local facts are not filled in", "page_slots"),
            _count(
                "1 name of a person at a school is missing"
                if len(missing) == 1
                else f"{len(missing)} names of people at schools are missing",
                "page_people",
            ),
            _count(f"{len(undecided)} of {len(found)} duties are not decided yet", "page_undecided"),
            _count(f"{len(open_pages)} pages are not decided yet", "page_pages"),
        ),
        el(
            "p",
            f"{decided} duties have a decision of their own. {elsewhere} are examples from elsewhere: they bind nobody here "
            "until you adopt them.",
        ),
        here.heading(2, "Local facts that are not filled in", "page_slots"),
        el("p", "Fill them in under ", el("code", "slots"), " in ", el("code", "content/service.yml"), "."),
        _list(
            el(
                "li",
                el("strong", one.title),
                " (",
                el("code", one.id),
                "). ",
                one.unset,
                *_links(here, "Where it is used: ", [(_title(each), book.pages[each.id]) for each in places[one.id]]),
            )
            for one in slots
        ),
        here.heading(2, "People that no school has named", "page_people"),
        el(
            "p",
            "Scripts name them. Fill them in under ",
            el("code", "schools"),
            " in ",
            el("code", "content/service.yml"),
            ", or leave a name out to keep it off the site: the page then says to ask.",
        ),
        _list(
            el("li", f"{school}: {who} (", el("code", person), ")", *_links(here, "Where it is used: ", links))
            for school, who, person, links in missing
        ),
        here.heading(2, "Duties not decided yet", "page_undecided"),
        el(
            "p",
            "Decide in ",
            el("code", "content/adoption.yml"),
            ": adopted, adapted (in your own words) or declined. Until then a rule of your nation is marked “Not decided "
            "yet”. The ids to write there stand beside each page and duty. ",
            here.link("All duties in one table", "duties/"),
            ".",
        ),
        _list(_of_page(here, one, held) for one, held in _by_page(undecided)),
        here.heading(2, "Pages not decided yet", "page_pages"),
        el("p", "A decision on a page holds for every duty on it that has none of its own."),
        _list(
            el("li", here.link(_title(one), book.pages[one.id]), " (", el("code", one.id), ")") for one in open_pages
        ),
    )


def _count(words: str, anchor: str) -> Html:
    return el("li", el("a", words, href=f"#{anchor}"))


def _list(entries: Iterable[Html]) -> Html:
    made = list(entries)
    return el("ul", *made) if made else el("p", "Nothing is open here.")


def _links(here: Here, words: str, links: list[tuple[str, str]]) -> list[Html | str]:
    if not links:
        return []
    pieces: list[Html | str] = [" ", words]
    for index, (title, address) in enumerate(links):
        pieces += [", " if index else "", here.link(title, address)]
    return [*pieces, "."]


def _title(one: Item) -> str:
    number = getattr(one, "number", "")
    return f"{number} {one.title}" if number else one.title


def _items(book: Book) -> Iterable[Item]:
    """Pages that say what to do. What an induction asks is for the programme to decide, as one page."""
    handbook = book.handbook
    for shelf in (handbook.roles, handbook.guidance, handbook.scripts, handbook.forms, handbook.reference):
        yield from shelf.values()
    for induction in handbook.programmes.values():
        yield induction.programme


def _missing(book: Book) -> Iterable[tuple[str, str, str, list[tuple[str, str]]]]:
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


def _by_page(found: list[Found]) -> list[tuple[Item, list[Found]]]:
    held: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        held[one.item.id].append(one)
    return [(many[0].item, many) for many in held.values()]


def _of_page(here: Here, item: Item, held: list[Found]) -> Html:
    """One page's duties, folded: most pages have many."""
    count = "1 duty" if len(held) == 1 else f"{len(held)} duties"
    return el(
        "li",
        here.link(_title(item), here.book.pages[item.id]),
        " (",
        el("code", item.id),
        ")",
        el(
            "details",
            el("summary", f"{count} of {_title(item)}"),
            el(
                "ul",
                *(
                    el(
                        "li",
                        here.book.who(one.duty.who, item.applies.nations),
                        " ",
                        here.book.word("strength", one.duty.strength),
                        ": ",
                        here.link(plain(here.fill(one.duty.what)), one.address),
                        " (",
                        el("code", one.duty.id),
                        ")",
                    )
                    for one in held
                ),
            ),
        ),
    )


KIND = PageKind(pages, body)
