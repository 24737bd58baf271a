"""What readings and activities share: kinds with their words, who is needed, how long it takes."""

from __future__ import annotations

from collections.abc import Iterable

from induction.codes import Kind
from induction.views.html import Html, el
from macros.pages.page import Here
from schemas.added import LocalItem
from schemas.kinds import Activity, Exercise, Subsection
from schemas.walk import walk

_NEEDED = {Kind.WITH_COLLEAGUE: "Your manager or an experienced colleague", Kind.SHADOW: "A colleague to shadow"}


def kinds(
    here: Here, one: Exercise | LocalItem, inferred: str = "Worked out from the wording: the icon is lost in our copy."
) -> Html:
    """What it asks of the inductee: an icon and a word, always both; and that we inferred it, where we did."""
    return el(
        "ul",
        *(el("li", here.book.word("kind", kind), class_=f"kind kind--{kind}") for kind in one.kinds),
        el("li", inferred, class_="kind-inferred") if one.kinds_inferred else None,
        class_="kinds",
    )


def needed(one: Exercise | LocalItem) -> str:
    """Who else it needs."""
    others = "; ".join(words for kind, words in _NEEDED.items() if kind in one.kinds)
    return f"{others}, or on your own" if others and Kind.ALONE in one.kinds else others or "Nobody else"


def time(one: Exercise | LocalItem) -> str:
    """How long it takes, in the source's own words."""
    return one.time or "No time given"


def units_in(item: object) -> list[str]:
    """Every source unit that an item carries anywhere in it, in order."""
    found = [unit for _, trail in walk(item) for unit in getattr(trail[-1], "sources", ())]
    return list(dict.fromkeys(found))


def exercises(one: Subsection, activities: Iterable[Activity]) -> list[Exercise]:
    """What a sub-section asks: its reading, if any, and its activities."""
    return [*([one.reading] if one.reading else []), *activities]
