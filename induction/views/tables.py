"""Tables inside widgets, laid out as those of the pages are (`macros.pages.blocks.table`)."""

from collections.abc import Sequence

from induction.views.html import Html, el

Cell = Html | str


def table(
    caption: str,
    head: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    *,
    of: str = "",
    cards: bool = False,
    titled: bool = False,
) -> Html:
    """A table in a frame of its own, which the keyboard can scroll; the first cell of a row names the row.

    ``cards``: on a phone each row becomes a card. ``titled``: a heading says what it shows, so the caption is only
    heard. ``of``: what tells it from others with its caption, heard only. The class keeps the theme's script from wrapping the table again.
    """
    words = [str(one) for one in head]
    return el(
        "div",
        el(
            "table",
            el("caption", caption, class_="visually-hidden" if titled else None),
            el("thead", el("tr", *(el("th", cell, scope="col") for cell in head))),
            el(
                "tbody",
                *(
                    el(
                        "tr",
                        # A blank row to write on has nothing that could name it.
                        el("th", row[0], scope="row") if row[0] else el("td"),
                        *(
                            el("td", cell, data_label=label if cards else None)
                            for cell, label in zip(row[1:], words[1:], strict=True)
                        ),
                    )
                    for row in rows
                ),
            ),
            class_="figures",
        ),
        class_="table-wrap table-wrap--cards" if cards else "table-wrap",
        tabindex=0,
        role="region",
        aria_label=f"{caption}: {of}" if of else caption,
    )
