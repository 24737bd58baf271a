"""Cards: a procedure for a phone in one hand. Calls and texts first, then each stage as points to tick off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import block, part, part_units
from macros.pages.guidance import at, whose
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import applies, sourceline, statement
from schemas.addresses import card_page, guidance_page
from schemas.adoption import standing
from schemas.blocks import ChecklistBlock, Part
from schemas.kinds import Card

_NUMBER = re.compile(r"[+0-9][0-9 ()]+")


def pages(book: Book) -> Iterable[Page]:
    """One for each procedure that has a card. Search leads to the procedure, which says more."""
    for one in book.handbook.guidance.values():
        if one.card:
            yield Page(
                "card",
                one.id,
                card_page(one.id),
                one.card.title,
                one.summary,
                book.files[one.id],
                searched=False,
                tags=whose(book, one),
            )


def body(here: Here) -> str:
    """Whom to call and text, the stages, and what to do when it goes wrong."""
    one = here.book.handbook.guidance[here.page.key]
    assert one.card
    here = at(here, one)
    parts = {each.id: each for each in one.parts}
    stages = [parts[name] for name in one.card.stages]
    kept = here.link("what is kept on your device", "offline/")
    whole = here.link(one.title, guidance_page(one.id))
    units = [unit for each in one.parts for unit in part_units(each)]
    return page_body(
        here.heading(1, here.page.title),
        _calls(here, one.card),
        _stages(here, stages),
        *(_stage(here, each) for each in stages),
        *(part(here, parts[name]) for name in one.card.then),
        el("p", "The ticks are for this visit: they are kept nowhere. The whole procedure: ", whole, "."),
        el("p", "The card opens without signal once it is on your device: look at ", kept, ".", class_="no-print"),
        applies(here, one.applies, standing(here.book.handbook, one)),  # not above the numbers: they come first here
        sourceline(here, one, units),
    )


def _calls(here: Here, card: Card) -> Html:
    """Each call and text as one large target; 999 first."""
    ring, text = (here.book.handbook.service.slots.get(slot, "") for slot in (card.ring, card.text))
    buttons = [_button("Call 999", "tel:999", "card-call card-call--urgent")]
    said = []
    if _NUMBER.fullmatch(ring):
        buttons.append(_button(f"Ring the office: {ring}", f"tel:{_dialled(ring)}", "card-call"))
    else:
        said.append(el("p", here.words(f"{{service.{card.ring}}}")))
    if _NUMBER.fullmatch(text):
        # `?&` is understood by old and new phones of both kinds.
        buttons += [
            _button(one.label, f"sms:{_dialled(text)}?&body={quote(one.words)}", "card-call card-call--text")
            for one in card.texts
        ]
        about = "The texts open with words of ours in them. Add the address, and nobody's name."
        said.append(el("p", about, class_="no-print"))
    else:
        said.append(el("p", here.words(f"{{service.{card.text}}}")))
    return el("div", el("ul", *buttons, class_="card-calls"), *said, data_search_exclude=UNSEARCHED)


def _button(words: str, href: str, look: str) -> Html:
    return el("li", el("a", words, href=href, class_=look))


def _dialled(number: str) -> str:
    return re.sub("[^+0-9]", "", number.replace("(0)", ""))


def _stages(here: Here, stages: list[Part]) -> Html:
    links = [el("li", el("a", here.fill(one.title), href=f"#{one.id}")) for one in stages]
    return el("nav", el("ol", *links, class_="card-stages"), aria_label="Stages", class_="no-print")


def _stage(here: Here, one: Part) -> str:
    """A stage: each point of its checklists with a box to tick, whatever else it says below."""
    points = [point for each in one.blocks if isinstance(each, ChecklistBlock) for point in each.checklist]
    units = part_units(one)
    rest = [block(here, each, one.id) for each in one.blocks if not isinstance(each, ChecklistBlock)]
    ticks = [_tick(here, f"{one.id}-{number}", point) for number, point in enumerate(points, 1)]
    return page_body(
        here.heading(2, one.title, one.id),
        join(statement(here, units, el("ul", *ticks, class_="card-ticks"), part=one.id), *rest),
    )


def _tick(here: Here, name: str, point: str) -> Html:
    box = f"tick-{name}"
    tick = el("input", type="checkbox", id=box, autocomplete="off")
    return el("li", tick, el("label", here.words(point), for_=box), class_="choice choice--script")


KIND = PageKind(pages, body)
