"""Blocks and parts: what guidance is made of, as HTML. One function a block, one table that names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from itertools import zip_longest
from typing import Any

from induction.views.html import Html, el, join
from macros.layouts import layout_file
from macros.pages.drawings import drawing
from macros.pages.page import Here, page_body
from macros.pages.statement import adapted, also, changed, currency, from_where, stands_as, statement, web
from macros.widgets import widget
from schemas import blocks
from schemas.addresses import DATES
from schemas.adoption import standing
from schemas.blocks import AnyBlock, Block, Part
from schemas.common import Duty, Hyperlink

Attributes = dict[str, str | int | bool | None]
"""Of one element, as `el` takes them."""


def part(here: Here, one: Part, *, several_sources: bool = False, level: int = 2) -> str:
    """A part of a page as Markdown: its heading, and everything under it as HTML."""
    first, last = changed(one.currency)
    return page_body(
        here.heading(level, one.title, one.id),
        join(
            also(one.also),
            statement(here, one.sources, part=one.id),
            currency(here, first),
            *(block(here, each, one.id) for each in one.blocks),
            currency(here, last),
            from_where(here, part_units(one)) if several_sources else None,
        ),
    )


def parts(here: Here, many: Iterable[Part]) -> str:
    """Parts one after the other. Where they come from several documents, each says from which."""
    many = list(many)
    documents = {unit.partition(".")[0] for one in many for unit in part_units(one)}
    return page_body(*(part(here, one, several_sources=len(documents) > 1) for one in many))


def part_units(one: Part) -> list[str]:
    """The units that a part and its blocks carry."""
    inside = [unit for each in one.blocks for unit in block_units(each)]
    return list(dict.fromkeys([*one.sources, *inside]))


def block_units(one: Block) -> tuple[str, ...]:
    """The units of one block."""
    return (*one.sources, *(one.duty.sources if isinstance(one, blocks.DutyBlock) else ()))


def block(here: Here, one: AnyBlock, part_id: str = "") -> Html:
    """A block with the overlays of what it carries. A duty holds its overlays inside its own frame."""
    if isinstance(one, blocks.DutyBlock):
        return duty(here, one.duty, statement(here, block_units(one), part=part_id))
    return statement(here, block_units(one), _BLOCKS[type(one)](here, one), part=part_id)


def duty(here: Here, one: Duty, beside: Html | None = None) -> Html:
    """A duty: who, how strongly, what, when; in that order, so that it reads as a sentence."""
    who = here.book.who(one.who, here.nations)
    stands = standing(here.book.handbook, here.item, one) if here.item else None
    own = adapted(here, stands) if stands else None
    return el(
        "div",
        own,
        el(
            "p", here.link(who, f"roles/{one.who}/") if one.who in here.book.handbook.roles else who, class_="duty__who"
        ),
        el("p", here.book.word("strength", one.strength), class_="duty__strength"),
        el("p", here.words(one.what), class_="duty__what"),
        el("p", here.words(one.when), class_="duty__when"),
        el("p", el("strong", "Ours: "), here.words(one.note), class_="duty__note") if one.note else None,
        stands_as(stands) if stands else None,
        beside,
        class_="duty duty--adapted" if own else "duty",
        id=f"duty-{one.id}",
    )


def hyperlink(here: Here, one: Hyperlink) -> Html:
    """A link and what there is to say about it: for another site also when it was last looked at, once it was."""
    return join(
        web(here, one.text, one.href)
        if one.href.startswith("https:")
        else el("a", one.text, href=here.root + one.href),
        join(". ", here.words(one.note)) if one.note else None,
    )


def _steps(here: Here, one: blocks.StepsBlock) -> Html:
    return el("ol", *(el("li", here.words(step)) for step in one.steps), class_="steps")


def _checklist(here: Here, one: blocks.ChecklistBlock) -> Html:
    return el("ul", *(el("li", here.words(point)) for point in one.checklist), class_="checklist")


def _script(here: Here, one: blocks.ScriptBlock) -> Html:
    return el("div", here.said(one.script), class_="script")


def _warning(here: Here, one: blocks.WarningBlock) -> Html:
    return el("div", el("p", el("strong", "Take care. "), here.words(one.warning)), class_="notice")


def _text(here: Here, one: blocks.TextBlock) -> Html:
    return here.rich(one.text)


def _ours(here: Here, one: blocks.OursBlock) -> Html:
    return el("div", el("p", el("strong", "Ours")), here.rich(one.ours), class_="ours")


def _missing(here: Here, one: blocks.MissingBlock) -> Html:
    return missing(here, one.missing)


def missing(here: Here, text: str) -> Html:
    """Something that our copy of the source does not have."""
    return el("div", el("p", el("strong", "Not in our copy. "), here.words(text)), class_="tbc")


def _table(here: Here, one: blocks.TableBlock) -> Html:
    made = one.table
    caption = here.fill(made.caption)
    drawn = [(here.fill(row[0]), here.fill(row[1])) for row in made.rows]
    shown = join(
        drawing(made.drawing, caption, drawn) if made.drawing else None,
        table(
            caption,
            [here.words(cell) for cell in made.head],
            [[_ours_marked(here, here.words(cell)) for cell in row] for row in made.rows],
            cards=len(made.head) > 3,
        ),
    )
    if not one.layout:
        return shown
    file = el("a", "Download the empty layout", href=here.root + layout_file(one), download=True)
    about = " A CSV file with the names of the columns and nothing else. Any spreadsheet opens it."
    return join(shown, el("p", file, ".", about, class_="no-print"))


def _ours_marked(here: Here, cell: Html) -> Html:
    """A cell that lists councils, with the service's own marked."""
    own = here.book.handbook.service.authority
    names = cell.split(", ")
    if not own or "<" in cell or escape(own) not in names:
        return cell
    marked = join(el("mark", own), " (your council)")
    return Html(", ".join(marked if name == escape(own) else name for name in names))


def table(
    caption: str,
    head: list[Html],
    rows: list[list[Html]],
    *,
    cards: bool = False,
    titled: bool = False,
    attributes: Iterable[Attributes] = (),
) -> Html:
    """A table in a frame of its own, which the keyboard can scroll. `attributes`: what each row carries.

    `cards`: on a phone each row becomes a card. `titled`: a heading says what it shows, so the caption is only heard.
    """
    return el(
        "div",
        el(
            "table",
            el("caption", caption, class_="visually-hidden" if titled else None),
            el("thead", el("tr", *(el("th", cell, scope="col") for cell in head))),
            el("tbody", *(_row(row, head if cards else None, more) for row, more in zip_longest(rows, attributes))),
        ),
        class_="table-wrap table-wrap--cards" if cards else "table-wrap",
        tabindex=0,
        role="region",
        aria_label=caption,
    )


def _row(cells: list[Html], head: list[Html] | None, attributes: Attributes | None) -> Html:
    first, *rest = cells
    labels = [str(one) for one in head][1:] if head else [None] * len(rest)
    return el(
        "tr",
        el("th", first, scope="row"),
        *(el("td", cell, data_label=label) for cell, label in zip(rest, labels, strict=True)),
        **(attributes or {}),
    )


def _links(here: Here, one: blocks.LinksBlock) -> Html:
    return el("ul", *(el("li", hyperlink(here, each)) for each in one.links))


def _dates(here: Here, one: blocks.DatesBlock) -> Html:
    if one.here:
        return widget(here, "dates", one.dates)
    rhythm = here.book.handbook.rhythms[one.dates]
    link = here.link(here.fill(rhythm.title), f"{DATES}#{rhythm.id}")
    return el("p", el("strong", "Work out dates: "), link, class_="no-print")


def _aid(here: Here, one: blocks.AidBlock) -> Html:
    return widget(here, "aid", one.aid)


_BLOCKS: dict[type[Block], Callable[[Here, Any], Html]] = {
    blocks.StepsBlock: _steps,
    blocks.ChecklistBlock: _checklist,
    blocks.ScriptBlock: _script,
    blocks.WarningBlock: _warning,
    blocks.TextBlock: _text,
    blocks.OursBlock: _ours,
    blocks.MissingBlock: _missing,
    blocks.TableBlock: _table,
    blocks.LinksBlock: _links,
    blocks.DatesBlock: _dates,
    blocks.AidBlock: _aid,
}
