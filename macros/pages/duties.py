"""Every duty of the handbook in one table: who, how strongly, what, when, and whose rule it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from induction.codes import Nation, Strength
from induction.codes import Standing as Code
from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import Attributes, table
from macros.pages.page import Here, Page, PageKind, page_body
from macros.pages.statement import adapted, statement
from schemas.addresses import DUTIES
from schemas.adoption import Standing, standing
from schemas.blocks import DutyBlock
from schemas.common import Duty, Item
from schemas.problems import listed


@dataclass(frozen=True)
class Found:
    """A duty and where it stands."""

    duty: Duty
    units: tuple[str, ...]
    item: Item
    address: str
    documents: tuple[str, ...]
    """Source documents: those of its own units, else of what it stands in, else of its page."""

    @property
    def row(self) -> str:
        """Its row's address in the table. No id of content has a `_`, so it is nothing else's."""
        return f"row_{self.item.id}_{self.duty.id}"


def duties(book: Book) -> list[Found]:
    """Every duty on a page, in the order of the content."""
    found = []
    around: tuple[str, tuple[str, ...]] = ("", ())
    for place in book.places:
        item = place.file.item
        if isinstance(place.value, DutyBlock):
            units = (*place.value.sources, *place.value.duty.sources)
            near = around[1] if around[0] == place.file.path else ()
            documents = (unit.partition(".")[0] for unit in units or near or item.sources)
            found.append(Found(place.value.duty, units, item, place.address, tuple(dict.fromkeys(documents))))
        elif not isinstance(place.value, Duty):
            around = (place.file.path, getattr(place.value, "sources", ()))
    return found


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
    """A form to choose by, a table for each holder, and the list of holders with links into it."""
    found = duties(here.book)
    names = _names(here.book, found)
    holders: dict[str, list[Found]] = {}
    for one in found:
        holders.setdefault(names[one.duty.who], []).append(one)
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
        _filter(here, found) if found else None,
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


def _names(book: Book, found: Iterable[Found]) -> dict[str, str]:
    """What each holder is called. Duties of one nation alone keep that nation's title, so that nobody reads another
    service's rule as one for a post of their own; where nations share a holder it is called as in the service's.
    """
    nations: dict[str, set[tuple[Nation, ...]]] = {}
    for one in found:
        nations.setdefault(one.duty.who, set()).add(one.item.applies.nations)
    return {who: book.who(who, next(iter(of)) if len(of) == 1 else ()) for who, of in nations.items()}


def _anchor(who: str) -> str:
    return "of-" + "".join(sign if sign.isalnum() else "-" for sign in who.lower())


def _filter(here: Here, found: list[Found]) -> Html:
    """Native selects, hidden until docs/assets/duties.js answers them: without it nothing here would do anything."""
    book = here.book
    moments = {here.fill(one.duty.when) for one in found}
    nations = {nation for one in found for nation in one.item.applies.nations}
    documents = {document for one in found for document in one.documents}
    stands = {standing(book.handbook, one.item, one.duty).code for one in found}
    strengths = {one.duty.strength for one in found}
    choices: dict[str, tuple[str, list[tuple[str, str]]]] = {
        "role": ("Who", sorted(_names(book, found).items(), key=lambda each: each[1].lower())),
        "moment": ("When", [(one, one) for one in sorted(moments, key=str.lower)]),
        "nation": ("Nation", [(one.value, book.word("nation", one)) for one in sorted(nations)]),
        "source": (
            "Source",
            [(key, one.title) for key, one in book.handbook.sources.items() if key in documents],
        ),
        "strength": ("Strength", [(one.value, book.word("strength", one)) for one in Strength if one in strengths]),
        "standing": ("Our decision", [(one.value, book.word("standing", one)) for one in Code if one in stands]),
    }
    return el(
        "form",
        *(
            el(
                "div",
                el("label", label, for_=f"page_{key}"),
                el(
                    "select",
                    el("option", "All", value=""),
                    *(el("option", words, value=value) for value, words in options),
                    id=f"page_{key}",
                    name=key,
                    autocomplete="off",
                ),
            )
            for key, (label, options) in choices.items()
        ),
        el("button", "Show all duties", type="reset"),
        el("p", role="status", data_count=True),
        class_="pick no-print",
        aria_label="Choose which duties to show",
        data_duties=True,
        hidden=True,
    )


def duty_table(here: Here, found: Iterable[Found], caption: str) -> Html:
    """Duties of one holder as rows, by the moment. Overlays stand in the row, here as everywhere."""
    head = [join(word) for word in ("When", "What", "Where it stands")]
    order = sorted(found, key=lambda one: (one.duty.when.lower(), one.item.id))
    stands = [standing(here.book.handbook, one.item, one.duty) for one in order]
    rows = [_row(here, one, each) for one, each in zip(order, stands, strict=True)]
    attributes = [_attributes(here, one, each) for one, each in zip(order, stands, strict=True)]
    return table(caption, head, rows, cards=True, titled=True, attributes=attributes)


def _attributes(here: Here, found: Found, stands: Standing) -> Attributes:
    """What the filter goes by: codes and ids, several of them with a space between; the moment as it is written."""
    return {
        "id": found.row,
        "data_role": found.duty.who,
        "data_moment": here.fill(found.duty.when),
        "data_nation": " ".join(found.item.applies.nations),
        "data_source": " ".join(found.documents),
        "data_strength": found.duty.strength.value,
        "data_standing": stands.code.value,
    }


def _row(here: Here, found: Found, stands: Standing) -> list[Html]:
    book, duty = here.book, found.duty
    beside = statement(here, found.units, part=found.address)
    nations = listed((book.word("nation", one) for one in found.item.applies.nations), "and")
    page = book.name(found.address.partition("#")[0])
    own = adapted(here, stands, "span")
    says = join(el("strong", book.word("strength", duty.strength)), " ", here.words(duty.what))
    return [
        here.words(duty.when),
        join(own, el("strong", "What the source says: ") if own else None, says, beside),
        join(here.link(page, found.address), f" ({nations}). ", el("strong", stands.words), "."),
    ]


KIND = PageKind(pages, body)
