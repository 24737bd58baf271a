"""Supervision as a page: the sheet for the next session on one side of paper, the agreement on another, earlier sessions."""

from induction.activities.objectives import said
from induction.dates import say_date
from induction.model import Session
from induction.supervision import (
    ASKS,
    SESSIONS,
    SUBJECT,
    Item,
    Sheet,
    agreed,
    agreement_of,
    in_order,
    sheet,
)
from induction.views.controls import command_button, lines
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, link, spoken
from induction.views.seen import Seen, top

MOST = 6
"""So many lines of one kind are on the sheet, so that it stays on one side; the rest are where they come from."""
_CASES = "Decisions about a child or a family go into the case record of your service, not here. Child A, no names."


def supervision_view(session: Session, seen: Seen) -> Html:
    """The widget of the page."""
    programme = session.programme
    if programme is None:
        return join(top(session, seen), el("p", "This site has no induction programme yet."))
    answers = session.state.of(SUBJECT)
    rows = list(reversed(in_order(answers)))
    latest = rows[0] if rows else ""
    form = Form(SUBJECT, answers, session.record is not None, {}, seen.root, view=session.view)
    return join(
        top(session, seen),
        _sheet(session, seen, sheet(session.bundle, programme, session.state, latest), latest, form),
        _agreement(session, seen),
        *(_earlier(session, row, form) for row in rows[1:]),
        form.put_back(SESSIONS.id),
    )


def _sheet(session: Session, seen: Seen, made: Sheet, row: str, form: Form) -> Html:
    date = session.state.of(SUBJECT).text(f"{SESSIONS.id}.{row}.date") if row else ""
    since = f" since {say_date(made.since)}" if made.since else ""
    days = f"Session of {said(date)}" if date else "The next session"
    name = session.state.details.get("name", "")
    return el(
        "section",
        el("h2", days, id="session-sheet", tabindex="-1"),
        el("p", f"{name}, with {session.state.details.get('manager') or 'my manager'}.") if name else None,
        el(
            "div",
            _list(f"Done{since}, nothing to sign", "done", made.done, seen),
            _list(f"Decided{since}", "decided", made.decided, seen),
            _list("Waiting", "waiting", made.waiting, seen),
            _list("Open questions", "questions", made.questions, seen),
            _list("What I chose to share from my log", "shared", made.shared, seen),
            class_="session__lists",
        )
        if session.record
        else el("p", "With a record open, the page lists what is done, what waits and which questions are open."),
        _lines(row, form) if row else _blank(session),
        el("p", _CASES, class_="notice"),
        _actions(row) if session.record else None,
        class_="part session",
    )


def _list(title: str, key: str, items: tuple[Item, ...], seen: Seen) -> Html:
    rest = len(items) - MOST
    return el(
        "section",
        el("h3", title, id=f"session-{key}"),
        el("ul", *(el("li", _item(one, seen)) for one in items[:MOST]), class_="session__list")
        if items
        else el("p", "Nothing."),
        el("p", f"And {rest} more.") if rest > 0 else None,
    )


def _item(one: Item, seen: Seen) -> Html:
    where = one.page + (f"#{field_id(one.field)}" if one.field else "")
    return link(one.words, where, seen.root) if where else join(one.words)


def _lines(row: str, form: Form) -> Html:
    """What is typed for a session, and what came of it."""
    name = f"{SESSIONS.id}.{row}"
    return el(
        "div",
        form.date(f"{name}.date", ASKS["date"]),
        form.box(f"{name}.bring", ASKS["bring"], hint="Something that went well, something that is stuck.", lines=2),
        form.box(f"{name}.decide", ASKS["decide"], hint="One thing a line.", lines=3),
        form.box(f"{name}.decided", ASKS["decided"], hint="About you and your learning.", lines=3),
        form.date(f"{name}.next", ASKS["next"]),
        class_="session__lines",
    )


def _blank(session: Session) -> Html:
    """Room for a pen, while there is no session to type into."""
    heads = (ASKS["bring"], ASKS["decide"], ASKS["decided"])
    return el(
        "div",
        *(join(el("h3", head), el("div", class_="paper__rule"), el("div", class_="paper__rule")) for head in heads),
        class_="session__lines" + (" print-only" if session.record else ""),
    )


def _actions(row: str) -> Html:
    words = "Prepare another session" if row else "Prepare a session"
    return el(
        "div",
        command_button("session.new", words, id="session-new"),
        command_button("print", "Print", id="session-print", style="secondary"),
        class_="actions no-print",
    )


def _agreement(session: Session, seen: Seen) -> Html | None:
    """The agreement as both will sign it. A blank heading is not agreed, and says so."""
    found = agreement_of(session.programme) if session.programme else None
    if found is None:
        return None
    activity, part = found
    state = session.state.of(activity.id)
    rows = [(row.title, agreed(part, row, state)) for row in part.rows]
    open_ones = sum(not text for _, text in rows)
    return el(
        "section",
        el("h2", "Supervision agreement", id="agreement"),
        el("p", f"{len(rows) - open_ones} of {len(rows)} headings are agreed.", class_="count", id="agreement-count")
        if session.record
        else None,
        el(
            "dl",
            *(
                piece
                for title, text in rows
                for piece in (el("dt", title), el("dd", lines(text) if text else _not_agreed(session)))
            ),
            class_="summary agreement",
        ),
        el("p", "Agreed by, with the date:", class_="print-only"),
        el("div", class_="paper__rule print-only"),
        el("div", class_="paper__rule print-only"),
        el(
            "p",
            "Fill it in together, in ",
            link(f"{activity.number} {activity.title}", activity.page, seen.root),
            ".",
            class_="no-print",
        ),
        class_="part agreement-part",
    )


def _not_agreed(session: Session) -> Html:
    return el("strong", "Not agreed") if session.record else el("div", class_="paper__rule")


def _earlier(session: Session, row: str, form: Form) -> Html:
    answers = session.state.of(SUBJECT)
    date = answers.text(f"{SESSIONS.id}.{row}.date")
    about = f" ({said(date) or 'no date'})"
    name = f"{SESSIONS.id}.{row}"
    return el(
        "details",
        el("summary", f"Session of {said(date)}" if date else "Session without a date"),
        form.date(f"{name}.date", spoken(ASKS["date"], about)),
        *(form.box(f"{name}.{key}", spoken(ASKS[key], about), lines=2) for key in ("bring", "decide", "decided")),
        form.date(f"{name}.next", spoken(ASKS["next"], about)),
        form.remove_row(SESSIONS.id, row, spoken("Take this session out", about)),
        id=f"{field_id(name)}-earlier",
        class_="part no-print",
    )
