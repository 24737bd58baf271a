"""Room for a pen inside widgets, as the forms of the handbook have it (`macros.pages.form`): squares, lines, dates."""

from collections.abc import Iterable

from induction.views.html import Html, el


def field(label: str, *room: Html | None, hint: str = "") -> Html:
    """One thing that a form asks for, with room for the answer."""
    return el(
        "div",
        el("p", label, class_="paper__label"),
        el("p", hint, class_="paper__hint") if hint else None,
        *room,
        class_="paper__field",
    )


def squares(options: Iterable[str], *, long: bool = False) -> Html:
    """A square before each option; ``long`` options have a line each."""
    square = el("span", class_="paper__square", aria_hidden="true")
    return el(
        "ul",
        *(el("li", square, one) for one in options),
        class_="paper__ticks paper__ticks--long" if long else "paper__ticks",
    )


def room(lines: int = 1) -> Html:
    """Ruled lines. A screen reader hears how many."""
    heard = "Room for one line" if lines == 1 else f"Room for {lines} lines"
    rules = (el("span", class_="paper__rule") for _ in range(lines))
    return el("div", *rules, class_="paper__room", role="img", aria_label=heard)


def day() -> Html:
    """Room for a date."""
    return el("p", "Day ____ Month ________ Year ______", class_="paper__date")
