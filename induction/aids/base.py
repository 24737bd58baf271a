"""What an aid is: questions a reader answers to try something out, and what follows from the answers.

An aid is a pure function of what stands in its form. Nothing is stored: no event, no draft, nothing on the device.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join

Values = Mapping[str, str]
"""Name of a control to what was entered; empty when nothing was. A ticked box is ``yes``."""

YES_NO = (("yes", "Yes"), ("no", "No"))


def nothing_wrong(values: Values) -> dict[str, str]:
    """No answer is wrong: boxes may be ticked or not."""
    return {}


@dataclass(frozen=True)
class Aid:
    """An aid, placed on a page by ``- aid: <id>``."""

    id: str
    """Stable; part of the ids on the page."""
    title: str
    """What it is, heard as the name of the group and behind the words of the button."""
    button: str
    """Verb first: what pressing it shows."""
    names: tuple[str, ...]
    """Its controls, in reading order."""
    questions: Callable[[Bundle, Controls], Html]
    """The form's inside. Built without JavaScript, it is a worksheet."""
    answer: Callable[[Bundle, Values], tuple[str, Html]]
    """The headline and the rest, for answers with no problem."""
    problems: Callable[[Values], dict[str, str]] = nothing_wrong
    """Name of a control to a sentence on what to do."""
    outcomes: Callable[[Bundle, str], Html | None] = lambda bundle, root: None
    """What the questions lead to, always on the page; takes the way to the site root."""


def whole(text: str, least: int, most: int) -> int | None:
    """A whole number between two others, as typed; None when it is none."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        return None
    return int(text) if least <= int(text) <= most else None


def unchosen(values: Values, sentences: Mapping[str, str]) -> dict[str, str]:
    """The sentence of each name that nothing is chosen for."""
    return {name: sentence for name, sentence in sentences.items() if not values.get(name)}


def listed(items: Sequence["Html | str"], *, ordered: bool = False) -> Html | None:
    """A list; nothing for no items."""
    return el("ol" if ordered else "ul", *(el("li", one) for one in items)) if items else None


def asked_in(legend: str, *controls: Html, hint: str = "") -> Html:
    """Controls that belong together, under one question."""
    return el(
        "fieldset",
        el("legend", legend, class_="field__label"),
        el("p", hint, class_="field__hint") if hint else None,
        *controls,
        class_="field field--ticks",
    )


def noted(label: str, *children: "Html | str", look: str = "notice") -> Html:
    """A note that says in bold what it is. ``look``: notice, ours."""
    return el("div", el("p", el("strong", label), " ", join(*children)), class_=look)


def ours(*children: "Html | str") -> Html:
    """Words that no source has."""
    return el("div", el("p", el("strong", "Ours")), el("p", *children), class_="ours")
