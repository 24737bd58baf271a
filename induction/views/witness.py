"""Witness statements: those that are there, and the form for one more."""

from induction.activities.shadow import Shadow
from induction.commands.witness import prefix
from induction.commands.work import Work
from induction.model import Session
from induction.programme import Activity
from induction.state import ActivityState
from induction.views.controls import Controls, form
from induction.views.decision import witness_list
from induction.views.html import Html, el


def witness_section(
    session: Session, activity: Activity, state: ActivityState, problems: dict[str, str]
) -> Html | None:
    """What witnesses said about an activity, and where a witness on this device says more."""
    told = witness_list(session, state.witnesses)
    if session.record is None and told is None:
        return None
    visits = any(isinstance(part, Shadow) and part.witness for part in activity.parts)
    return el(
        "section",
        el("h2", "Witness statements", id="witnesses"),
        told,
        el("p", "The colleague you went with types their line with the visit, above.")
        if visits
        else _form(session, problems, subject=activity.id),
        class_="part",
    )


def witness_on_sign_off(session: Session, opened: list[Work], problems: dict[str, str]) -> Html | None:
    """The same for somebody who reads the work on the sign-off page and was there, but does not sign."""
    if not opened:
        return None
    return el(
        "section",
        el("h2", "Did you see it done, without signing?", id="witness"),
        el("p", "Then say what you saw. It goes with the work as a witness statement and decides nothing."),
        _form(session, problems, works=opened),
        class_="part no-print",
    )


def _form(session: Session, problems: dict[str, str], *, subject: str = "", works: list[Work] | None = None) -> Html:
    start = prefix(session)
    mine = any(key.startswith(start) for key in problems)
    typed = session.view.get("witness_typed") if mine else None
    controls = Controls(problems, typed or {}, start)
    options = [(one.key, f"{one.name}: {one.activity.number} {one.activity.title}") for one in works or []]
    return el(
        "details",
        el("summary", "Add a witness statement"),
        el("p", "The witness types this. It is a typed line, not a signature, and it signs nothing off."),
        form(
            "witness.add",
            controls.select("key", "Which work did you see?", options) if works else None,
            controls.text("name", "Name of the witness"),
            controls.text("role", "Their role", hint="For example: attendance officer, Ysgol y Bryn."),
            controls.text("date", "The date it was seen", kind="date"),
            controls.area("saw", "What did you see the inductee do?", hint="No pupil's name or details."),
            controls.area("text", "What else do you want to say about it? (optional)"),
            el("button", "Add the witness statement", type="submit", class_="button button--secondary needs-js"),
            id="witness-form",
            subject=subject,
            args={"at": "sign-off"} if works else None,
        ),
        id="witness-add",
        class_="no-print",
        open=mine,
    )
