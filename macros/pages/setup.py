"""What the service still has to decide: open slots, people that no school has named, duties and pages undecided."""

from __future__ import annotations

from collections.abc import Iterable

from induction.codes import Standing
from induction.views.html import Html, el, plain
from macros.book import Book
from macros.pages.duties import Found, duties
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.signers import counted, signers
from macros.pages.statement import statement
from macros.pages.undecided import by_page, open_pages, open_parts, titled, unnamed, used
from schemas.addresses import SETUP
from schemas.adoption import standing
from schemas.common import Item
from schemas.handbook import Induction
from schemas.tables import Slot


def pages(book: Book) -> Iterable[Page]:
    """One for all."""
    yield Page(
        "setup",
        "all",
        SETUP,
        "What our service still has to decide",
        "Local facts that are not filled in, people whom no school has named, who may sign, and rules nobody has decided "
        "on yet.",
        searched=False,
    )


def body(here: Here) -> str:
    """Counts, then each kind of gap with the way to where it is felt."""
    book, handbook = here.book, here.book.handbook
    slots = [one for one in handbook.slots.values() if not handbook.local_fact(one.id)]
    missing = list(unnamed(book))
    found = duties(book)
    undecided = [one for one in found if standing(handbook, one.item, one.duty).code is Standing.UNDECIDED]
    whole = open_pages(book)
    parts = {name: open_parts(book, induction) for name, induction in handbook.programmes.items()}
    inside = sum(map(len, parts.values()))
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
            _count(counted(handbook.service.sign_off), "page_signers"),
            _count(f"{len(undecided)} of {len(found)} duties are not decided yet", "page_undecided"),
            _count(f"{len(whole) + inside} pages are not decided yet", "page_pages"),
        ),
        el(
            "p",
            f"{decided} duties have a decision of their own. {elsewhere} are examples from elsewhere: they bind nobody here "
            "until you adopt them.",
        ),
        *_facts(here, slots),
        *_people(here, missing),
        *_signing(here),
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
        _list(_of_page(here, one, held) for one, held in by_page(undecided)),
        here.heading(2, "Pages not decided yet", "page_pages"),
        el("p", "A decision on a page holds for every duty on it that has none of its own."),
        _list(_page(here, one) for one in whole) if whole or not inside else None,
        *(_inside(here, handbook.programmes[name], held) for name, held in parts.items() if held),
    )


def _facts(here: Here, slots: list[Slot]) -> list[str]:
    places = used(here.book, "service")
    return [
        here.heading(2, "Local facts that are not filled in", "page_slots"),
        el(
            "p",
            "Fill them in under ",
            el("code", "slots"),
            " in ",
            el("code", "content/service.yml"),
            ". A document of your own goes under ",
            el("code", "links"),
            ", with its address or where to find it.",
        ),
        _list(
            el(
                "li",
                el("strong", one.title),
                " (",
                el("code", one.id),
                "). ",
                one.unset,
                *_links(here, [(titled(each), here.book.pages[each.id]) for each in places.get(one.id, [])]),
            )
            for one in slots
        ),
    ]


def _people(here: Here, missing: list[tuple[str, str, str, list[tuple[str, str]]]]) -> list[str]:
    return [
        here.heading(2, "People that no school has named", "page_people"),
        el(
            "p",
            "Scripts name them. Fill them in under ",
            el("code", "schools"),
            " in ",
            el("code", "content/service.yml"),
            ", or leave a name out to keep it off the site: whoever reads the script can then type it on their own device.",
        ),
        _list(
            el("li", f"{school}: {who} (", el("code", person), ").", *_links(here, links))
            for school, who, person, links in missing
        ),
    ]


def _signing(here: Here) -> list[str]:
    return [
        here.heading(2, "Who may sign work off", "page_signers"),
        el("p", "They stand under ", el("code", "sign_off"), " in ", el("code", "content/service.yml"), "."),
        signers(here.book) or el("p", "Nobody is named there. Each activity says what its programme asks."),
    ]


def _count(words: str, anchor: str) -> Html:
    return el("li", el("a", words, href=f"#{anchor}"))


def _list(entries: Iterable[Html]) -> Html:
    made = list(entries)
    return el("ul", *made) if made else el("p", "Nothing is open here.")


def _links(here: Here, links: list[tuple[str, str]]) -> list[Html | str]:
    """The pages where something is used."""
    if not links:
        return []
    pieces: list[Html | str] = [" Where it is used: "]
    for index, (title, address) in enumerate(links):
        pieces += [", " if index else "", here.link(title, address)]
    return [*pieces, "."]


def _page(here: Here, one: Item) -> Html:
    return el("li", here.link(titled(one), here.book.pages[one.id]), " (", el("code", one.id), ")")


def _inside(here: Here, induction: Induction, held: list[Item]) -> Html:
    """The parts of one programme, folded: a long one has many."""
    count = "1 page" if len(held) == 1 else f"{len(held)} pages"
    return el(
        "details",
        el("summary", f"{count} inside {induction.programme.title}"),
        el("ul", *(_page(here, one) for one in held)),
    )


def _of_page(here: Here, item: Item, held: list[Found]) -> Html:
    """One page's duties, folded: most pages have many."""
    count = "1 duty" if len(held) == 1 else f"{len(held)} duties"
    return el(
        "li",
        here.link(titled(item), here.book.pages[item.id]),
        " (",
        el("code", item.id),
        ")",
        el(
            "details",
            el("summary", f"{count} of {titled(item)}"),
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
                        statement(here, one.units, part=one.address),
                    )
                    for one in held
                ),
            ),
        ),
    )


KIND = PageKind(pages, body)
