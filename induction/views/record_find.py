"""Finding something in a long record. Only the screen is narrowed: paper and files hold all of it."""

from collections.abc import Sequence

from induction.lines import Chapter, Group
from induction.model import Session
from induction.views.controls import Controls, command_button, form
from induction.views.html import Html, el

MANY = 5
"""With so many entries the record is longer than a screen."""


def find(session: Session, chapters: Sequence[Chapter], shown: set[str] | None) -> Html | None:
    """The form, when the record is long or narrowed already."""
    total = sum(len(one.groups) for one in chapters)
    if total < MANY and shown is None:
        return None
    controls = Controls(values=session.view.get("record_find") or {}, prefix="find.")
    return el(
        "div",
        form(
            "record.find",
            controls.text("words", "Find in this record", hint="A word of a question, an answer or a name."),
            controls.select("chapter", "In which part?", [(one.id, one.title) for one in chapters], empty="All of it"),
            el("button", "Find", type="submit", class_="button button--secondary"),
            id="record-find",
        ),
        el(
            "p",
            f"{len(shown)} of {total} entries {'is' if len(shown) == 1 else 'are'} shown. Paper and files still hold all of them. ",
            command_button("record.find", "Show all", id="record-all", style="link"),
            id="record-found",
            tabindex="-1",
        )
        if shown is not None
        else None,
        class_="no-print find-in-log",
    )


def found(session: Session, chapters: Sequence[Chapter]) -> set[str] | None:
    """Ids of the groups that were asked for; None for all of them."""
    asked = session.view.get("record_find") or {}
    if not asked:
        return None
    words, chapter = asked.get("words", "").casefold().split(), asked.get("chapter", "")
    return {
        group.id
        for one in chapters
        if chapter in ("", one.id)
        for group in one.groups
        if all(word in _said(one, group) for word in words)
    }


def _said(chapter: Chapter, group: Group) -> str:
    lines = (text for one in group.lines for text in (one.what, one.says, one.by))
    return " ".join((chapter.title, group.title, *lines)).casefold()
