"""Changed since you signed: what moved on pages that finished work rests on, and what was read of it."""

from induction.changes import Reads
from induction.dates import say_date
from induction.model import Session
from induction.moved import Moved, finished_on, moved, moved_for_signer
from induction.programme import Activity, Programme
from induction.state import fold
from induction.views.controls import command_button
from induction.views.forms import field_id
from induction.views.html import Html, el, inline, join, link, spoken
from induction.views.seen import Seen

NOTES = "#page_changes"
"""Where a page keeps the notes of what has changed on it."""


def changed_pages(session: Session, seen: Seen, programme: Programme) -> Html | None:
    """The pages that moved since this person finished what rests on them, each with a button that says it was read.

    None when nothing moved for them.
    """
    waiting = moved(session.bundle, programme, session.state)
    if not waiting:
        return None
    pages = "1 page" if len(waiting) == 1 else f"{len(waiting)} pages"
    return el(
        "section",
        el("h2", f"{_since(session, waiting)}: {pages}", id="changed-pages", tabindex="-1"),
        *(_page(session, seen, one) for one in waiting),
        class_="part panel",
    )


def read_pages(session: Session, seen: Seen, programme: Programme) -> Html | None:
    """The changes that this person has read, with the date: part of the record."""
    return _read(moved(session.bundle, programme, session.state, unread=False), session.state.reads, seen)


def signer_pages(session: Session, seen: Seen) -> Html | None:
    """The same for a signer, from the decisions kept here: what moved since, and what was read of it. None for nothing."""
    waiting = moved_for_signer(session)
    pages = "1 page" if len(waiting) == 1 else f"{len(waiting)} pages"
    panel = el(
        "section",
        el("h2", f"Changed since you signed: {pages}", id="changed-pages", tabindex="-1"),
        el("p", "You signed off work that rests on this. Whoever did the work is told too, on their own page."),
        *(_page(session, seen, one) for one in waiting),
        class_="part panel",
    )
    read = _read(moved_for_signer(session, unread=False), fold(session.kept).reads, seen)
    return join(panel if waiting else None, read)


def signer_notice(session: Session, seen: Seen) -> Html | None:
    """On the page where work is signed: that something moved, and where it says what."""
    count = len(moved_for_signer(session))
    if not count:
        return None
    said = "1 page" if count == 1 else f"{count} pages"
    team = link("Read what moved", session.bundle.pages.get("team", "") + "#changed-pages", seen.root)
    return el("p", f"Changed since you signed: {said}. ", team, ".", class_="notice no-print")


def _read(read: list[Moved], reads: Reads, seen: Seen) -> Html | None:
    rows = [
        piece
        for one in read
        for note in one.changes
        for piece in (
            el("dt", link(one.basis.title, one.basis.page + NOTES, seen.root), f", changed on {say_date(note.date)}"),
            el(
                "dd",
                inline(note.what, seen.root),
                f" Read on {say_date(reads.on[one.basis.id, note.date])}.",
            ),
        )
    ]
    if not rows:
        return None
    return el(
        "section",
        el("h2", "Changes you have read", id="changes-read"),
        el("dl", *rows, class_="summary"),
        class_="part",
    )


def changed_notice(session: Session, seen: Seen, activity: Activity) -> Html | None:
    """On the page of an activity: that something it rests on has moved since it was finished, and where it says what."""
    programme = session.programme
    if session.record is None or programme is None:
        return None
    mine = [one for one in moved(session.bundle, programme, session.state) if activity in one.activities]
    if not mine:
        return None
    links = [link(one.basis.title, one.basis.page + NOTES, seen.root) for one in mine]
    tasks = link("Say that you have read it", programme.page + "#changed-pages", seen.root)
    pieces = (piece for index, one in enumerate(links) for piece in (", " if index else None, one))
    return el("p", f"{_since(session, mine)}: ", *pieces, ". ", tasks, ".", class_="notice", id="changed-notice")


def _since(session: Session, found: list[Moved]) -> str:
    """The words for what comes before: signed where any of the work was decided on, else only done."""
    signed = any(session.state.of(one.id).decided for each in found for one in each.activities)
    return "Changed since you signed" if signed else "Changed since you did the work"


def _page(session: Session, seen: Seen, one: Moved) -> Html:
    if one.signed:
        whose = [
            (f"{kept.name}: ", f", signed on {say_date(kept.decided.signed_on)} by {kept.decided.signer.name}")
            for kept in one.signed
        ]
    else:
        whose = [("", f", {say_date(finished_on(session.state.of(each.id)))}") for each in one.activities]
    work = [
        el("li", before, link(f"{each.number} {each.title}", each.page, seen.root), after)
        for each, (before, after) in zip(one.activities, whose, strict=True)
    ]
    return el(
        "div",
        el("h3", link(one.basis.title, one.basis.page + NOTES, seen.root)),
        el("ul", *(el("li", f"{say_date(note.date)}: ", inline(note.what, seen.root)) for note in one.changes)),
        el("p", "It touches what you signed off:" if one.signed else "It touches what you did:"),
        el("ul", *work),
        command_button(
            "change.read",
            spoken("I have read this", f": {one.basis.title}"),
            id=f"read-{field_id(one.basis.id)}",
            subject=one.basis.id,
            args={"at": "team"} if one.signed else None,
            style="secondary needs-js",
        ),
        class_="card",
    )
