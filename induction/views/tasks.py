"""The task list of a programme: two counts, what next, and every activity with its status."""

from dataclasses import dataclass

from induction.commands.filters import OTHERS
from induction.commands.plan import slug_of
from induction.model import Session
from induction.planning.account import next_booking, time_of, to_do
from induction.programme import Activity, Programme
from induction.progress import counts, next_steps, status, waiting_replies
from induction.times import say_duration
from induction.views.changes import changed_pages
from induction.views.controls import status_tag
from induction.views.forms import field_id
from induction.views.html import Html, el, join, link
from induction.views.plan_about import areas
from induction.views.seen import Seen, top
from induction.views.standing import planned_words, reason
from induction.views.task_filters import kind_filter, status_filter


def tasks_view(session: Session, seen: Seen) -> Html:
    """The widget of a programme's page."""
    programme = session.bundle.programme(seen.subject) or session.programme
    if programme is None:
        return el("p", "This site has no induction programme yet.")
    mine = session.record is not None and session.state.details.get("programme") == programme.id
    shown = Shown(str(session.view.get("filter") or ""), str(session.view.get("filter_status") or "") if mine else "")
    sections = [_section(session, seen, programme, number, shown, mine) for number in range(len(programme.sections))]
    return join(
        top(session, seen),
        _progress(session, programme) if mine else None,
        changed_pages(session, seen, programme) if mine else None,
        _next(session, seen, programme) if mine else None,
        el("p", link("Plan the first weeks", programme.plan, seen.root), id="to-plan", class_="no-print")
        if programme.plan
        else None,
        areas(programme, seen),
        kind_filter(session, programme, shown.kind),
        status_filter(session, programme, shown.status) if mine else None,
        *sections,
        el("p", "Nothing here is of that kind and status.") if not any(sections) and programme.sections else None,
        el("p", f"All: {_time(session, programme.activities, mine)}.", id="total"),
    )


@dataclass(frozen=True)
class Shown:
    """What the list is narrowed to; empty for all."""

    kind: str
    status: str


def _time(session: Session, activities: tuple[Activity, ...], mine: bool) -> str:
    """The time of what is planned, in words; with the whole beside it when something was left out."""
    whole = say_duration(time_of(activities)) or "no time given"
    planned = say_duration(time_of(to_do(activities, session.state) if mine else activities)) or "none"
    return whole if not mine or planned == whole else f"{planned} in your plan ({whole} in all)"


def _progress(session: Session, programme: Programme) -> Html:
    now = counts(programme, session.state)
    return el(
        "div",
        el(
            "p",
            f"Done by you: {now.done} of {now.total}. Signed off: {now.signed} of {now.to_sign}.",
            f" Not needed: {now.not_needed}." if now.not_needed else None,
            id="counts",
        ),
        el("progress", value=str(now.done), max=str(now.total), aria_label="Done by you"),
        el("p", f"{now.waiting} waiting for sign-off.") if now.waiting else None,
        class_="progress",
    )


def _next(session: Session, seen: Seen, programme: Programme) -> Html | None:
    steps, waiting = next_steps(programme, session.state), waiting_replies(programme, session.state)
    book = next_booking(programme, session.state)
    if not steps and not waiting and book is None:
        return None
    return el(
        "div",
        el("h2", "What next", id="what-next"),
        el(
            "ul",
            *(el("li", link(one.name, one.page, seen.root)) for one in steps),
            el("li", "To book: ", link(book.name, f"{programme.plan}#booking-{slug_of(book.id)}", seen.root))
            if book and programme.plan
            else None,
            *(
                el("li", "Waiting for a reply: ", link(gap.text, f"{one.page}#{field_id(gap.field)}", seen.root))
                for one, gap in waiting
            ),
        ),
        class_="part no-print",
    )


def _section(session: Session, seen: Seen, programme: Programme, number: int, shown: Shown, mine: bool) -> Html | None:
    section = programme.sections[number]
    activities = [one for activity_id in section.activities if (one := programme.activity(activity_id))]
    listed = [one for one in activities if _is(session, one, shown)]
    if not listed:
        return None
    return el(
        "section",
        el(
            "h2",
            link(f"{section.number}. {section.title}" if section.number else section.title, section.page, seen.root),
            id=f"tasks-{section.id}",
        ),
        el("ul", *(_row(session, seen, one, mine) for one in listed), class_="tasklist"),
        el("p", f"Time for this section: {_time(session, tuple(activities), mine)}.", class_="tasklist__total"),
    )


def _is(session: Session, activity: Activity, shown: Shown) -> bool:
    if shown.kind == OTHERS and not activity.needs_somebody:
        return False
    if shown.kind not in ("", OTHERS) and shown.kind not in activity.kinds:
        return False
    return not shown.status or status(activity, session.state.of(activity.id)) == shown.status


def kinds(session: Session, activity: Activity) -> Html:
    """The kinds of an activity: an icon and a word, always both."""
    return el(
        "span",
        *(el("span", session.bundle.word("kind", kind), class_=f"kind kind--{kind}") for kind in activity.kinds),
        class_="kinds",
    )


def _row(session: Session, seen: Seen, activity: Activity, mine: bool) -> Html:
    state = session.state.of(activity.id)
    code = status(activity, state)
    when = planned_words(state) if mine else ""
    hint = el(
        "span",
        kinds(session, activity),
        f" {activity.time}" if activity.time else None,
        f" · {when}" if when else None,
        class_="tasklist__hint",
    )
    why = reason(activity, state, code, seen.root) if mine else None
    tag = status_tag(code, session.bundle.word("status", code), id=f"status-{activity.id}") if mine else None
    title = el(
        "a",
        activity.name,
        href=seen.root + activity.page,
        class_="tasklist__title",
        aria_describedby=f"status-{activity.id}" if mine else None,
    )
    return el(
        "li",
        el("div", title, hint, el("p", why, class_="tasklist__why") if why else None),
        el("div", tag, class_="tasklist__status") if tag else None,
        class_="tasklist__row",
        id=f"task-{activity.id}",
        data_kind=" ".join(activity.kinds),
    )
