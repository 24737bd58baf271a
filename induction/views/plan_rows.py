"""Every activity of a plan, one line each; the one that is being changed opens."""

from collections.abc import Iterator, Mapping

from induction.codes import Choice, Status
from induction.commands.plan import slug_of
from induction.dates import say_date
from induction.model import Session
from induction.planning.account import fate
from induction.planning.agreement import words_of
from induction.planning.entry import TYPED
from induction.planning.propose import SAME, in_full
from induction.programme import Activity, Programme
from induction.progress import status
from induction.views.controls import command_button, private_notes, status_tag
from induction.views.filter_row import filter_row
from induction.views.html import Html, el, join, link, spoken
from induction.views.plan_panel import panel
from induction.views.seen import Seen

_FILTERS = (
    ("", "All"),
    ("open", "No week yet"),
    ("planned", "Planned for a week"),
    ("others", "Needs somebody else"),
    ("done", "Done"),
    ("not-needed", "Not needed"),
    ("earlier-learning", "Met by earlier learning"),
)


def rows(session: Session, seen: Seen, programme: Programme, problems: Mapping[str, str] | None = None) -> Html:
    """The whole programme, line by line, by section; what is local comes first for those who know the work."""
    mine = problems is not None
    shown = str((session.view.get("plan") or {}).get("show") or "") if mine else ""
    return el(
        "section",
        el("h2", "Activity by activity", id="plan-rows"),
        filter_row("plan.show", "show", "plan-show", "Show part of the plan", _FILTERS, shown) if mine else None,
        *(
            el(
                "section",
                el("h3", title),
                el("ul", *(_row(session, seen, one, problems) for one in listed), class_="tasklist"),
            )
            for title, activities in _groups(session, programme)
            if (listed := [one for one in activities if not shown or _is(session, one, shown)])
        ),
        class_="part no-print" if mine else "part",
    )


def _groups(session: Session, programme: Programme) -> Iterator[tuple[str, list[Activity]]]:
    first = set()
    if session.record is not None and session.state.details.get("experience") == SAME:
        local = in_full(programme)
        first = {one.id for one in local}
        if local:
            yield "Local policy and procedure, first", list(local)
    for section in programme.sections:
        found = [one for name in section.activities if name not in first and (one := programme.activity(name))]
        if found:
            yield (f"{section.number}. {section.title}" if section.number else section.title), found


def _is(session: Session, one: Activity, shown: str) -> bool:
    return one.needs_somebody if shown == "others" else fate(one, session.state) == shown


def _row(session: Session, seen: Seen, one: Activity, problems: Mapping[str, str] | None) -> Html:
    slug, state = slug_of(one.id), session.state.of(one.id)
    opened = problems is not None and (session.view.get("plan") or {}).get("open") == one.id
    hints = [one.time, "needs somebody else" if one.needs_somebody else "", _tag(session, one)]
    return el(
        "li",
        el(
            "div",
            link(one.name, one.page, seen.root),
            el("span", " · ".join(filter(None, hints)), class_="tasklist__hint"),
            el("p", says(session, one), class_="plan-says") if problems is not None else None,
            *(private_notes(*map(state.plan.text, TYPED)) if problems is not None else ()),
            panel(session, one, problems) if opened and problems is not None else None,
        ),
        _buttons(session, one, slug, opened=opened, where=status(one, state)) if problems is not None else None,
        class_="tasklist__row",
        id=f"plan-{slug}",
    )


def _tag(session: Session, one: Activity) -> str:
    if session.record is None or session.state.details.get("experience") != SAME:
        return ""
    return "local: in full" if one.own or one.local else "suggested as a reminder"


def says(session: Session, one: Activity) -> Html:
    """What the plan says of an activity, in words."""
    state = session.state.of(one.id)
    entry, where = state.plan, status(one, state)
    words = words_of(entry.values, session.bundle.words.get("choice", {}))
    if entry.choice is Choice.PLANNED and (state.done_on or where is Status.COMPLETED):
        words = f"Done on {say_date(state.done_on)}" if state.done_on else "Completed"
    booking = ""
    if entry.choice is Choice.PLANNED and (one.needs_somebody or one.dated) and where is not Status.COMPLETED:
        who = f" with {entry.text('who')}" if entry.text("who") else ""
        booking = f"Booked for {say_date(entry.text('booked'))}{who}." if entry.text("booked") else f"To book{who}."
        booking += f" If it falls through: {entry.text('fallback')}" if entry.text("fallback") else ""
    tag = where in (Status.WAITING, Status.COMPLETED, Status.CANNOT_START)
    return join(
        join(status_tag(where, session.bundle.word("status", where)), " ") if tag else None,
        f"{words}. {booking}" if not words.endswith(".") else f"{words} {booking}",
    )


def _buttons(session: Session, one: Activity, slug: str, *, opened: bool, where: Status) -> Html:
    entry = session.state.of(one.id).plan
    move = entry.choice is Choice.PLANNED and where is not Status.COMPLETED and session.state.details.get("start")
    return el(
        "div",
        *(
            command_button(
                "plan.move",
                spoken(words, f": {one.number}"),
                id=f"plan-{slug}-{by}",
                subject=one.id,
                args={"by": by},
                style="link",
            )
            for by, words in (("earlier", "Week earlier"), ("later", "Week later"))
            if move and entry.week
        ),
        command_button(
            "plan.close" if opened else "plan.open",
            spoken("Close" if opened else "Change", f": {one.number}"),
            id=f"plan-{slug}-change",
            subject=one.id,
            style="link",
        ),
        class_="plan-buttons no-print",
    )
