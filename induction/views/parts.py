"""What the parts of an activity are laid out with: headings, items with an anchor, sentences of progress.

The title of the activity is the page's h1, the title of a part an h2; items of a part follow one level below, so an
untitled part has its items at h2 and no level is ever skipped.
"""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from induction.privacy import CHILD_A
from induction.views.forms import Form, child_id, field_id
from induction.views.html import Html, el, inline, join, plain

if TYPE_CHECKING:  # the response types import this module
    from induction.activities.base import Response


def part_heading(part: "Response", form: Form) -> Html:
    """The heading of a part and what it asks; and, where it asks about children, how to write of them: once."""
    return join(
        el("h2", part.title) if part.title else None,
        el("p", inline(part.ask, form.root)) if part.ask else None,
        el("p", CHILD_A, class_="field__hint", id=child_id(part.id), data_search_exclude=True)
        if about_children(part)
        else None,
    )


def about_children(value: object) -> bool:
    """True when a part, or anything in it, has a box that could attract a child's details."""
    if isinstance(value, tuple):
        return any(map(about_children, value))
    if not is_dataclass(value):
        return False
    return getattr(value, "pupil", False) is True or any(
        about_children(getattr(value, one.name)) for one in fields(value)
    )


def item_level(part_title: str) -> int:
    """The heading level of the items of a part."""
    return 3 if part_title else 2


def item(name: str, title: str, level: int, *children: Html | str | None, kind: str) -> Html:
    """One item of a part under its own heading: an element of a list, a case, a document.

    It is the coverage anchor of ``name`` and a group for those who listen.
    """
    fid = field_id(name)
    return el(
        "div",
        el(f"h{level}", title, id=f"{fid}-title"),
        *children,
        class_=f"{'case' if kind == 'case' else 'row'} item item--{kind}",
        id=f"{fid}-field",
        role="group",
        aria_labelledby=f"{fid}-title",
    )


def labelled(label: str, *children: Html | str | None, look: str) -> Html:
    """A note that says in words what it is, for example that a summary is ours. ``look``: ours, currency or notice."""
    return el("div", el("p", el("strong", label)), *children, class_=look)


def reveal(
    name: str, words: Html, *children: Html | str | None, opened: bool, look: str, searched: bool = False
) -> Html:
    """Text that is held back: folded until ``opened``, and not in search results unless ``searched``.

    The page leaves a fold as the reader left it. One that opens by itself therefore has to be another element with
    another id.
    """
    return el(
        "details",
        el("summary", words),
        *children,
        class_=look,
        id=f"{field_id(name)}-{'opened' if opened else 'folded'}",
        open=opened,
        data_search_exclude=not searched,
    )


def count_done(part: str, done: int, of: int, more: str = "") -> Html:
    """How many items of a part are done, as a sentence."""
    return el("p", f"{done} of {of} done", f". {more}" if more else "", class_="count", id=f"{field_id(part)}-count")


def anchored(name: str, *children: Html | str | None, look: str | None = None) -> Html:
    """An element that is the coverage anchor of ``name`` and nothing more: no group, no heading."""
    return el("div", *children, class_=look, id=f"{field_id(name)}-field")


def count_left(part: str, left: Sequence[tuple[str, str]], of: int, done: str = "answered", open: str = "left") -> Html:
    """How many of a part are ``done``, with a link to each of the last few that are not.

    ``left`` are (field, its number or name); ``open`` goes before them: "1 question left", "Still open".
    """
    few = left if len(left) <= 10 else ()
    links = [el("a", plain(words), href=f"#{field_id(field)}") for field, words in few]
    return el(
        "p",
        f"{of - len(left)} of {of} {done}",
        f". {open}: " if few else None,
        *(piece for index, link in enumerate(links) for piece in (", " if index else None, link)),
        class_="count",
        id=f"{field_id(part)}-count",
    )
