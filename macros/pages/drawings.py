"""Drawings of a small table, as inline SVG: for people who would rather look than read.

The table with the same facts always stands below, so a drawing is one picture to listen to. Each takes rows of a bold
label and a few words. Small canvases, so that the words stay legible on a phone; nothing hangs on colour.
"""

from collections.abc import Callable, Sequence
from textwrap import wrap

from induction.views.html import Html, el, join

_WIDE = 330
_LINE = 15
_PAD = 8
_PER_UNIT = 6.3  # a letter of our 12 unit text is about so wide


def cycle(rows: Sequence[tuple[str, str]]) -> tuple[Html, int]:
    """Four boxes, each with an arrow to the next and from the last to the first. The picture and its height."""
    wide, gap = 140, _WIDE - 2 * 140
    high = max(_height(label, text, wide) for label, text in rows)
    low = high + 40
    corners = ((0, 0), (wide + gap, 0), (wide + gap, low), (0, low))
    boxes = [_box(left, top, wide, high, *row) for (left, top), row in zip(corners, rows, strict=True)]
    middle = high // 2
    arrows = [
        _arrow(wide + 6, middle, wide + gap - 6, middle),
        _arrow(wide + gap + wide // 2, high + 6, wide + gap + wide // 2, low - 6),
        _arrow(wide + gap - 6, low + middle, wide + 6, low + middle),
        _arrow(wide // 2, low - 6, wide // 2, high + 6),
    ]
    return join(*boxes, *arrows), low + high


def stairs(rows: Sequence[tuple[str, str]]) -> tuple[Html, int]:
    """A box for each row, each a step further in than the one above. The picture and its height."""
    pieces, top = [], 0
    for number, (label, text) in enumerate(rows):
        left = number * 28
        high = _height(label, text, _WIDE - left)
        if number:
            pieces.append(_arrow(left - 14, top - 12, left - 14, top + high // 2, left - 2))
        pieces.append(_box(left, top, _WIDE - left, high, label, text))
        top += high + 12
    return join(*pieces), top - 12


DRAWINGS: dict[str, Callable[[Sequence[tuple[str, str]]], tuple[Html, int]]] = {"cycle": cycle, "stairs": stairs}
"""What an author may write at `drawing`: the one place where a drawing is registered."""


def drawing(name: str, caption: str, rows: Sequence[tuple[str, str]]) -> Html:
    """The drawing of that name. `caption` says what it shows; the table that follows has the same facts."""
    inside, high = DRAWINGS[name](rows)
    words = f"Drawing. {caption}: the table that follows has the same facts"
    box = f"-1 -1 {_WIDE + 2} {high + 2}"
    return el("svg", inside, viewBox=box, role="img", aria_label=words, class_="figure")


def _lines(text: str, wide: int) -> list[str]:
    return wrap(text, int((wide - 2 * _PAD) / _PER_UNIT), break_long_words=False)


def _height(label: str, text: str, wide: int) -> int:
    return 2 * _PAD + _LINE * (len(_lines(label, wide)) + len(_lines(text, wide)))


def _box(left: int, top: int, wide: int, high: int, label: str, text: str) -> Html:
    bold = [(line, "700") for line in _lines(label, wide)]
    lines = [*bold, *((line, "400") for line in _lines(text, wide))]
    return join(
        el("rect", x=left, y=top, width=wide, height=high, rx=4, fill="none", stroke="currentColor"),
        *(
            el(
                "text",
                line,
                x=left + _PAD,
                y=top + _PAD + _LINE * number + 11,
                fill="currentColor",
                font_size=12,
                font_weight=weight,
            )
            for number, (line, weight) in enumerate(lines)
        ),
    )


def _arrow(x: int, y: int, x_to: int, y_to: int, turn_to: int | None = None) -> Html:
    """A line with a head at its end; with `turn_to` it turns at its end and runs on level to there."""
    end_x, end_y = (turn_to, y_to) if turn_to is not None else (x_to, y_to)
    dx = 0 if turn_to is None and x == x_to else (1 if end_x > x else -1)
    dy = 0 if dx else (1 if y_to > y else -1)
    path = f"M{x} {y}L{x_to} {y_to}" + (f"L{end_x} {end_y}" if turn_to is not None else "")
    back_x, back_y, across = end_x - 6 * dx, end_y - 6 * dy, 4
    head = (
        f"M{back_x + across * dy} {back_y + across * dx}L{end_x} {end_y}L{back_x - across * dy} {back_y - across * dx}"
    )
    return el("path", d=path + head, fill="none", stroke="currentColor", stroke_width="1.5")
