"""Bars for attendance, as inline SVG. What they show stands in a table beside them, so they are one picture to listen to.

Whole numbers only. Nothing hangs on colour: what is present is filled, authorised absence is pale, unauthorised absence
an outline; without a style sheet the attributes alone say as much.
"""

from collections.abc import Sequence

from induction.attendance.figures import Figures, percent
from induction.views.html import Html, el

_LABEL, _BAR, _END = 92, 200, 376
"""Where bars begin, how long a full one is, how wide the picture is: small, so that words stay legible on a phone."""
_KINDS = (("present", "currentColor"), ("authorised", "none"), ("unauthorised", "none"))


def chart(caption: str, rows: Sequence[tuple[str, Figures, Figures | None]]) -> Html:
    """A bar for each row, and a thinner one below it for the copy. A row without sessions has none."""
    copies = any(copy for _, _, copy in rows)
    high = 34 if copies else 24
    pieces = [piece for at, row in enumerate(rows) for piece in _row(at * high, *row)]
    legend = "Filled: present. Pale: authorised absence. Outlined: unauthorised absence."
    return el(
        "figure",
        el(
            "svg",
            *pieces,
            viewBox=f"0 0 {_END} {len(rows) * high}",
            role="img",
            aria_label=f"Chart. {caption}: the table that follows has the same figures",
            class_="chart__bars",
        ),
        el("figcaption", legend, " The thinner bar is your copy." if copies else None),
    )


def _row(top: int, words: str, real: Figures, copy: Figures | None) -> list[Html]:
    share = percent(real.present, real.possible)
    pieces = [_text(0, top + 15, words), *_bar(top + 4, 14, real), _text(_LABEL + _BAR + 6, top + 15, share)]
    if copy:
        pieces += _bar(top + 21, 6, copy)
        if copy != real:
            pieces.append(_text(_LABEL + _BAR + 6, top + 29, percent(copy.present, copy.possible)))
    return pieces


def _bar(top: int, high: int, figures: Figures) -> list[Html]:
    pieces, before = [], 0
    for kind, fill in _KINDS:
        after = before + getattr(figures, kind)
        if after > before:
            left, right = before * _BAR // figures.possible, after * _BAR // figures.possible
            pieces.append(
                el(
                    "rect",
                    x=_LABEL + left,
                    y=top,
                    width=right - left,
                    height=high,
                    fill=fill,
                    stroke="currentColor",
                    class_=f"chart__{kind}",
                )
            )
        before = after
    return pieces


def _text(left: int, base: int, words: str) -> Html:
    return el("text", words, x=left, y=base, fill="currentColor", **{"font-size": 12})
