"""The task list of a programme: two counts, what next, and every activity with its status."""

from induction.codes import Kind
from induction.model import Session
from induction.programme import Activity, Programme
from induction.progress import counts, next_steps, status, waiting_replies
from induction.times import Duration, parse_duration, say_duration
from induction.views.changes import changed_pages
from induction.views.controls import status_tag
from induction.views.forms import field_id
from induction.views.html import Html, el, join, link
from induction.views.seen import Seen, top


def tasks_view(session: Session, seen: Seen) -> Html:
    """The widget of a programme's page."""
    programme = session.bundle.programme(seen.subject) or session.programme
    if programme is None:
        return el("p", "This site has no induction programme yet.")
    mine = session.record is not None and session.state.details.get("programme") == programme.id
    shown = str(session.view.get("filter", ""))
    return join(
        top(session, seen),
        _progress(session, programme) if mine else None,
        changed_pages(session, seen, programme) if mine else None,
        _next(session, seen, programme) if mine else None,
        _filter(session, programme, shown),
        *(_section(session, seen, programme, number, shown, mine) for number in range(len(programme.sections))),
        el("p", f"All: {say_duration(total(programme.activities))}.", id="total"),
    )


def total(activities: tuple[Activity, ...]) -> Duration:
    """The times of activities, added with words kept apart from minutes."""
    return sum((parse_duration(one.time) for one in activities if one.time), Duration())


def _progress(session: Session, programme: Programme) -> Html:
    now = counts(programme, session.state)
    return el(
        "div",
        el(
            "p",
            f"Done by you: {now.done} of {now.total}. Signed off: {now.signed} of {now.to_sign}.",
            id="counts",
        ),
        el("progress", value=str(now.done), max=str(now.total), aria_label="Done by you"),
        el("p", f"{now.waiting} waiting for sign-off.") if now.waiting else None,
        class_="progress",
    )


def _next(session: Session, seen: Seen, programme: Programme) -> Html | None:
    steps, waiting = next_steps(programme, session.state), waiting_replies(programme, session.state)
    if not steps and not waiting:
        return None
    return el(
        "div",
        el("h2", "What next", id="what-next"),
        el(
            "ul",
            *(el("li", link(_name(one), one.page, seen.root)) for one in steps),
            *(
                el("li", "Waiting for a reply: ", link(gap.text, f"{one.page}#{field_id(gap.field)}", seen.root))
                for one, gap in waiting
            ),
        ),
        class_="part no-print",
    )


def _name(activity: Activity) -> str:
    return f"{activity.number} {activity.title}"


def _filter(session: Session, programme: Programme, shown: str) -> Html:
    used = [kind for kind in Kind if any(kind in one.kinds for one in programme.activities)]
    choices = [("", "All kinds"), *((kind.value, session.bundle.word("kind", kind)) for kind in used)]
    return el(
        "div",
        el("p", "Show: ", class_="filter__label"),
        *(
            el(
                "button",
                words,
                type="button",
                class_="button button--link",
                id=f"filter-{code or 'all'}",
                data_command="filter",
                data_args='{"kind": "' + code + '"}',
                aria_pressed="true" if code == shown else "false",
            )
            for code, words in choices
        ),
        class_="filter needs-js no-print",
        role="group",
        aria_label="Show activities of one kind",
    )


def _section(session: Session, seen: Seen, programme: Programme, number: int, shown: str, mine: bool) -> Html | None:
    section = programme.sections[number]
    activities = [one for activity_id in section.activities if (one := programme.activity(activity_id))]
    listed = [one for one in activities if not shown or shown in one.kinds]
    if not listed:
        return None
    return el(
        "section",
        el(
            "h2",
            link(f"{section.number}. {section.title}", section.page, seen.root),
            id=f"tasks-{section.id}",
        ),
        el("ul", *(_row(session, seen, one, mine) for one in listed), class_="tasklist"),
        el("p", f"Time for this section: {say_duration(total(tuple(activities)))}.", class_="tasklist__total"),
    )


def kinds(session: Session, activity: Activity) -> Html:
    """The kinds of an activity: an icon and a word, always both."""
    return el(
        "span",
        *(el("span", session.bundle.word("kind", kind), class_=f"kind kind--{kind}") for kind in activity.kinds),
        class_="kinds",
    )


def _row(session: Session, seen: Seen, activity: Activity, mine: bool) -> Html:
    code = status(activity, session.state.of(activity.id))
    hint = el(
        "span",
        kinds(session, activity),
        f" {activity.time}" if activity.time else None,
        class_="tasklist__hint",
    )
    tag = status_tag(code, session.bundle.word("status", code), id=f"status-{activity.id}") if mine else None
    title = el(
        "a",
        _name(activity),
        href=seen.root + activity.page,
        class_="tasklist__title",
        aria_describedby=f"status-{activity.id}" if mine else None,
    )
    return el(
        "li",
        el("div", title, hint),
        el("div", tag, class_="tasklist__status") if tag else None,
        class_="tasklist__row",
        id=f"task-{activity.id}",
        data_kind=" ".join(activity.kinds),
    )
