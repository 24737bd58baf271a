"""The record's document as HTML: chapters, groups, answers as pairs, what stands in tables as tables."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby

from induction.lines import Chapter, Group, Line
from induction.model import Session
from induction.views.controls import lines as with_breaks
from induction.views.controls import status_tag
from induction.views.erasing import erase_list, record_erasable
from induction.views.html import Html, el, join, link
from induction.views.seen import Seen
from induction.views.tables import table

_CAPTIONS = {"objective": "Objectives", "evidence": "Evidence", "decision": "Sign-off"}


def document_view(
    session: Session, seen: Seen, chapters: Iterable[Chapter], shown: AbstractSet[str] | None = None
) -> Html:
    """These chapters of the document. ``shown``: ids of the groups to show on the screen, all of them when it is None."""

    def hidden(*groups: Group) -> str:
        return "" if shown is None or any(one.id in shown for one in groups) else " print-only"

    return join(
        *(
            el(
                "section",
                el("h2", chapter.title, id=f"chapter-{chapter.id}"),
                *(_group(session, seen, group, hidden(group)) for group in chapter.groups),
                class_="part chapter" + " chapter--page" * chapter.own_page + hidden(*chapter.groups),
            )
            for chapter in chapters
        )
    )


def contents(chapters: Sequence[Chapter], shown: AbstractSet[str] | None = None) -> Html | None:
    """The way to each chapter, and to each activity in it: a record grows long."""
    if shown is not None:
        chapters = [
            replace(one, groups=left) for one in chapters if (left := tuple(g for g in one.groups if g.id in shown))
        ]
    if len(chapters) < (2 if shown is None else 1):
        return None
    return el(
        "nav",
        el("h2", "In this record", id="contents"),
        el("ul", *(el("li", _to(chapter)) for chapter in chapters)),
        class_="part no-print contents",
        aria_labelledby="contents",
    )


def _to(chapter: Chapter) -> Html:
    titled = [group for group in chapter.groups if group.title]
    return join(
        el("a", chapter.title, href=f"#chapter-{chapter.id}"),
        el("ul", *(el("li", el("a", group.title, href=f"#{group.id}")) for group in titled))
        if len(titled) > 1
        else None,
    )


def _group(session: Session, seen: Seen, group: Group, hidden: str) -> Html:
    fields = [(name, words) for (subject, name), words in record_erasable(session).items() if group.subject == subject]
    return el(
        "div",
        el("h3", link(group.title, group.page, seen.root) if group.page else group.title, id=group.id)
        if group.title
        else None,
        el("p", status_tag(group.status, session.bundle.word("status", group.status))) if group.status else None,
        *(el("p", note, class_="notice notice--warning" if group.status else None) for note in group.notes),
        *(
            _lines(kind, list(lines), group)
            for kind, lines in groupby(group.lines, key=lambda one: bool(one.cells) and one.kind)
        ),
        erase_list(group.subject, fields) if group.subject else None,
        class_=f"group{hidden}",
        id=None if group.title else group.id,
    )


def _lines(kind: object, told: list[Line], group: Group) -> Html:
    if not kind:
        return el(
            "dl",
            *(piece for one in told for piece in (el("dt", one.what), el("dd", with_breaks(one.says)))),
            class_="summary",
        )
    if kind in ("decision", "witness"):
        return join(*(_one(one, group) for one in told))
    return table(_CAPTIONS.get(str(kind), ""), *_columns(told), of=group.title, cards=True)


def _columns(told: Sequence[Line]) -> tuple[list[Html | str], list[list[Html | str]]]:
    heads = [head for head, _ in told[0].cells]
    rows: list[list[Html | str]] = [[with_breaks(cell) or "" for _, cell in one.cells] for one in told]
    return [*heads], rows


def _one(line: Line, group: Group) -> Html:
    """A decision: too many cells for a row, so each has a line. Several of one activity are told apart by number."""
    alike = [one for one in group.lines if one.cells and one.what == line.what]
    number = next(at for at, one in enumerate(alike, start=1) if one is line)
    of = f"{group.title} ({number})" if len(alike) > 1 else group.title
    rows = [(head, with_breaks(cell) or "") for head, cell in line.cells]
    return table(line.what, ("What", "Says"), rows, of=of)
