"""One activity: its instrument, its evidence, what is still missing, asking for sign-off, and what was signed."""

from induction.codes import Choice, EvidenceKind, Status, Step
from induction.dates import say_date
from induction.model import Session
from induction.programme import Activity
from induction.progress import changed_since, gaps, status
from induction.state import ActivityState
from induction.views.changes import changed_notice
from induction.views.code_filter import chosen_code, code_filter
from induction.views.controls import (
    Controls,
    command_button,
    control_id,
    error_summary,
    form,
    private_notes,
    status_tag,
)
from induction.views.decision import decision_card
from induction.views.figures import figures_view
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, prose
from induction.views.log_tools import log_links
from induction.views.looking_back import looking_back
from induction.views.paper import paper_note, printed_boxes, record_paper
from induction.views.put_back import put_back
from induction.views.seen import Seen, page_link, top
from induction.views.standing import claim_panel, not_needed_panel, planned_words, reason
from induction.views.witness import witness_section


def activity_view(session: Session, seen: Seen) -> Html:
    """The widget of an activity or a reading."""
    activity = session.activity(seen.subject)
    if activity is None:
        return el("p", "This activity is not part of a programme on this site.")
    state = session.state.of(activity.id)
    problems = (session.view.get("problems") or {}).get(activity.id, {})
    code = chosen_code(session, activity)
    answers = Form(activity.id, state, session.record is not None, problems, seen.root, code, session.view)
    body = join(
        el("div", prose(activity.intro, seen.root)),
        _where(session, seen, activity, state),
        changed_notice(session, seen, activity),
        _children(session) if activity.children else None,
        figures_view(session, activity) if activity.figures else None,
        looking_back(session, seen) if activity.looks_back else None,
        code_filter(session, activity),
        *(el("section", part.view(answers), class_="part", id=f"part-{part.id}") for part in activity.parts),
        log_links(session, seen, activity),
        _evidence(session, activity, state, problems) if activity.sign_off else None,
        witness_section(session, activity, state, problems) if activity.sign_off else None,
        _finish(session, seen, activity, state, problems),
        paper_note(session, activity, state),
        record_paper(session, seen, activity, state, problems),
        _decisions(session, activity, state),
        look_for(activity),
        printed_boxes(session, activity, state),
    )
    return join(top(session, seen), error_summary(problems, {key: _problem_id(key) for key in problems}, body), body)


def _problem_id(key: str) -> str:
    return control_id(key) if key.startswith(("evidence.", "done.", "paper.", "witness")) else field_id(key)


def _where(session: Session, seen: Seen, activity: Activity, state: ActivityState) -> Html | None:
    if session.record is None:
        return None
    code = status(activity, state)
    done = f" Done on {say_date(state.done_on)}." if state.done_on else ""
    first = state.discussed
    if first and Step.DISCUSSED in activity.steps and code is not Status.COMPLETED:
        done += f" Discussed on {say_date(first.signed_on)} with {first.signer.name}; achieved is the second step."
    changed = state.decided is not None and changed_since(activity, state, state.decided)
    return el(
        "p",
        status_tag(code, session.bundle.word("status", code)),
        done,
        join(" ", el("a", "Changed since sign-off", href=f"#decision-{state.decided.event}"), ".")
        if changed and state.decided
        else None,
        join(" ", why) if (why := reason(activity, state, code, seen.root)) else None,
        f" Planned: {when}." if (when := planned_words(state)) and code is not Status.COMPLETED else None,
        id="activity-status",
        class_="widget__status",
    )


def _children(session: Session) -> Html:
    urgent = session.bundle.service.contacts
    numbers = [
        piece
        for c in urgent[:2]
        for piece in (", ", c.label, " ", el("a", c.number, href="tel:" + c.number.replace(" ", "")))
    ]
    return el(
        "p",
        el("strong", "If a child is in danger now, stop here: "),
        "call ",
        el("a", "999", href="tel:999"),
        *numbers,
        ". Then come back to this.",
        class_="urgent-line",
        id="urgent-line",
    )


def _evidence(session: Session, activity: Activity, state: ActivityState, problems: dict[str, str]) -> Html:
    kinds = [(kind.value, session.bundle.word("evidence", kind)) for kind in EvidenceKind]
    items = [
        el(
            "li",
            el("strong", session.bundle.word("evidence", item.kind)),
            f": {item.shows}. Kept: {item.kept}. {say_date(item.date)}. ",
            command_button(
                "evidence.remove",
                "Take out",
                id=f"evidence-{item.id}-remove",
                subject=activity.id,
                args={"item": item.id},
                style="link",
            ),
            *private_notes(item.shows, item.kept),
            id=f"evidence-{item.id}",
        )
        for item in state.evidence.values()
    ]
    controls = Controls(problems, {}, "evidence.", disabled=session.record is None)
    return el(
        "section",
        el("h2", "Evidence", id="evidence"),
        el(
            "p",
            "List what shows your learning and where it is kept. Files stay where they are; nothing is "
            "uploaded. No pupil's details.",
        ),
        el("ul", *items, class_="evidence") if items else None,
        put_back(session.view, activity.id, "evidence", tuple(state.evidence)),
        el(
            "details",
            el("summary", "Add evidence"),
            form(
                "evidence.add",
                controls.select("kind", "What kind of evidence is it?", kinds),
                controls.text("shows", "What does it show?"),
                controls.text("kept", "Where is it kept?", hint="For example: council drive, my induction folder."),
                controls.text("date", "Date", kind="date"),
                el("button", "Add evidence", type="submit", class_="button button--secondary needs-js"),
                id="evidence-form",
                subject=activity.id,
            ),
            id="evidence-add",
            open=any(key.startswith("evidence.") for key in problems),
        ),
        class_="part",
    )


def _finish(
    session: Session, seen: Seen, activity: Activity, state: ActivityState, problems: dict[str, str]
) -> Html | None:
    if session.record is None:
        return None
    where = status(activity, state)
    plan = next((one.plan for one in session.bundle.programmes if one.activity(activity.id)), "")
    if where is Status.NOT_NEEDED:
        return not_needed_panel(state, plan, seen.root)
    if state.plan.choice is Choice.EARLIER_LEARNING and not state.asked and not state.done_on:
        return claim_panel(activity, state, plan, seen.root)
    changed = state.decided is not None and changed_since(activity, state, state.decided)
    if where is Status.COMPLETED and not changed and (activity.sign_off or not state.done_on):
        return None
    if where is Status.WAITING or (state.done_on and where is Status.COMPLETED and not activity.sign_off):
        words = "Waiting for sign-off" if activity.sign_off else "You have marked this as done"
        return el(
            "section",
            el("h2", words, id="finish"),
            el(
                "p",
                f"Done on {say_date(state.done_on)}. You can still change your answers; whoever signs sees the latest.",
            ),
            el("p", page_link(session, seen, "sign-off", "Sign off with my manager on this device"))
            if activity.sign_off
            else None,
            command_button("done.undo", "Not done after all", id="done-undo", subject=activity.id, style="secondary"),
            class_="part no-print",
        )
    missing = gaps(activity, state)
    if missing:
        count = "1 thing is" if len(missing) == 1 else f"{len(missing)} things are"
        return el(
            "section",
            el("h2", f"{count} left to do", id="finish"),
            el(
                "ul",
                *(el("li", el("a", gap.text, href="#" + field_id(gap.field))) for gap in missing[:12]),
                class_="gaps",
            ),
            el("p", f"And {len(missing) - 12} more.") if len(missing) > 12 else None,
            class_="part no-print",
        )
    again = " again" if where is Status.COMPLETED else ""
    ask = f"Ask for sign-off{again}" if activity.sign_off else "Mark as done"
    return el(
        "section",
        el("h2", "All done? " + ask, id="finish"),
        form(
            "done",
            Controls(problems, {}, "done.").text(
                "on", "When did you finish it?", kind="date", value=state.done_on or session.today
            ),
            el("button", ask, type="submit", class_="button"),
            id="done-form",
            subject=activity.id,
        ),
        class_="part no-print",
    )


def _decisions(session: Session, activity: Activity, state: ActivityState) -> Html | None:
    if not state.decisions:
        return None
    return el(
        "section",
        el("h2", "Sign-off", id="sign-off"),
        *(
            decision_card(
                session, decided, changed=decided is state.decided and changed_since(activity, state, decided)
            )
            for decided in reversed(state.decisions)
        ),
        class_="part",
    )


def look_for(activity: Activity, place: str = "look-for") -> Html | None:
    """What whoever signs looks for, and questions that tell one level from the next."""
    look = activity.look_for
    if look is None:
        return None
    rows = (("Strong", look.strong), ("Enough", look.enough), ("Not yet", look.not_yet))
    return el(
        "details",
        el("summary", "What whoever signs looks for"),
        el(
            "dl",
            *(piece for key, value in rows for piece in (el("dt", key), el("dd", value))),
            class_="summary",
        ),
        el("p", "Questions for supervision:"),
        el("ul", *(el("li", question) for question in look.questions)),
        class_="look-for",
        id=place,
    )
