"""The sign-off form to print: a sheet an activity, with what was done, what to look for and boxes for a pen."""

from induction.check_code import code_of
from induction.codes import Status
from induction.dates import say_date
from induction.model import Session
from induction.paper_code import words_code
from induction.programme import Activity, Programme
from induction.progress import shown, status
from induction.views.activity import look_for
from induction.views.controls import command_button, form, lines, status_tag
from induction.views.forms import field_id
from induction.views.html import Html, el, inline, join, plain
from induction.views.paper import labelled_boxes, paper_note
from induction.views.seen import Seen, top

_BLANK = (
    ("Inductee", "_" * 30),
    ("Activity, number and title", "_" * 30),
    ("Work done on", "Day ____ Month ________ Year ______"),
)


def sign_form_view(session: Session, seen: Seen) -> Html:
    """The widget of the page. Without a record, and with JavaScript off, it is one blank sheet."""
    programme = session.programme
    offered = _offered(session, programme) if programme and session.record else []
    chosen = _chosen(session, offered)
    return join(
        top(session, seen),
        _how(bool(session.record)),
        _choice(session, offered, chosen) if offered else None,
        el("h2", "The form", id="sign-sheets", tabindex="-1", class_="no-print"),
        *(_sheet(session, seen, programme, one) for one in chosen if programme),
        None if chosen else _blank(session),
    )


def _how(opened: bool) -> Html:
    words = (
        "Choose what to have signed, then print. Each activity is a sheet of its own."
        if opened
        else "This is a blank sheet. With your record open, a sheet shows your work and what to look for."
    )
    return join(
        el("p", words, " Use the print button, or your browser's own print.", class_="no-print"),
        el(
            "p",
            "A signature on paper counts on this site when the signer confirms it here. Keep the sheet with your "
            "induction papers.",
            class_="no-print",
        ),
        command_button("sign-form.print", "Print the form", id="print-form", style="secondary needs-js"),
    )


def _offered(session: Session, programme: Programme) -> list[Activity]:
    """What can be on the form: begun, to be signed, and not signed off."""
    found = []
    for one in programme.activities:
        here = session.state.of(one.id)
        if one.sign_off and (here.begun or here.done_on) and status(one, here) is not Status.COMPLETED:
            found.append(one)
    return found


def _chosen(session: Session, offered: list[Activity]) -> list[Activity]:
    """What is ticked: what was chosen, else all that waits for sign-off."""
    given = session.view.get("sign-form")
    if given is not None:
        return [one for one in offered if one.id in given]
    return [one for one in offered if status(one, session.state.of(one.id)) is Status.WAITING]


def _choice(session: Session, offered: list[Activity], chosen: list[Activity]) -> Html:
    return form(
        "sign-form.choose",
        el(
            "fieldset",
            el("legend", "What shall be signed?", class_="field__label"),
            *(
                el(
                    "div",
                    el(
                        "input",
                        type="checkbox",
                        id=f"sign-form-{field_id(one.id)}",
                        name="activity",
                        value=one.id,
                        checked=one in chosen,
                    ),
                    el(
                        "label",
                        f"{one.number} {one.title} ",
                        _status(session, one),
                        for_=f"sign-form-{field_id(one.id)}",
                    ),
                    class_="choice",
                )
                for one in offered
            ),
            class_="field",
        ),
        el("button", "Show these on the form", type="submit", class_="button button--secondary"),
        id="sign-form-choice",
    )


def _status(session: Session, activity: Activity) -> Html:
    code = status(activity, session.state.of(activity.id))
    return status_tag(code, session.bundle.word("status", code))


def _sheet(session: Session, seen: Seen, programme: Programme, activity: Activity) -> Html:
    details, state = session.state.details, session.state.of(activity.id)
    kinds = session.bundle.words.get("evidence", {})
    facts = [
        ("Inductee", details.get("name", "")),
        ("Role", programme.role_title),
        ("Programme", programme.title),
        ("Work done on", say_date(state.done_on) or "Day ____ Month ________ Year ______"),
        ("Printed on", say_date(session.today)),
        ("Code of the words", words_code(activity, state, kinds)),
        ("Check code of the record", code_of(session.record) if session.record else ""),
    ]
    return labelled_boxes(
        session,
        f"Sign-off: {activity.number} {activity.title}",
        facts,
        join(
            paper_note(session, activity, state, f"on-paper-{field_id(activity.id)}"),
            el("h3", "What was done"),
            el(
                "dl",
                *(
                    piece
                    for one in shown(activity, state, kinds)
                    for piece in (
                        el("dt", inline(plain(one.prompt), seen.root)),
                        el("dd", lines(one.answer) if one.answer else "Not answered"),
                    )
                ),
                class_="summary",
            ),
            look_for(activity, f"look-for-{field_id(activity.id)}"),
        ),
        activity,
    )


def _blank(session: Session) -> Html:
    return labelled_boxes(session, "Sign-off of an activity", list(_BLANK), None, None)
