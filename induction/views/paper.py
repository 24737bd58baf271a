"""Signing on paper: the boxes to print, what was typed from a signed form, and the form that takes it."""

from induction.codes import Decision, Method, Signer, Status
from induction.commands.paper import DECISIONS
from induction.dates import say_date
from induction.model import Session
from induction.paper_code import code_words, paper_words, words_code
from induction.programme import Activity
from induction.progress import status
from induction.signoff import STATEMENTS
from induction.state import ActivityState
from induction.views.controls import Controls, form
from induction.views.html import Html, el, join
from induction.views.pen import day, field, room, squares
from induction.views.seen import Seen, page_link


def boxes(session: Session, activity: Activity | None = None) -> Html:
    """Everything that somebody who signs with a pen fills in. Without an activity every role that may sign is offered."""
    word = session.bundle.word
    signers = activity.sign_off if activity else tuple(Signer)
    first = bool(activity and activity.steps)  # the first of two dated steps is offered only where there are two
    decisions = [one for one in Decision if one is not Decision.DISCUSSED or first]
    return el(
        "div",
        None if activity else field("What was shown, and where it is kept", room(3)),
        field("Decision", squares(word("decision", one) for one in decisions)),
        field("What needs more work, or what was learned before", room(2)),
        field("How do you know?", squares(word("method", one) for one in Method)),
        field("What do you say?", squares([*STATEMENTS, "In my own words:"], long=True), room(2)),
        field("Have you opened and read the work?", squares(["Yes, all of it", "No"])),
        field("Your name", room()),
        field("You are", squares(word("signer", one) for one in signers)),
        field("Date you sign", day()),
        field("Signature", room()),
        class_="paper",
    )


def printed_boxes(session: Session, activity: Activity, state: ActivityState) -> Html | None:
    """The boxes at the end of an activity's page, on paper only; none once the activity is signed off."""
    if not activity.sign_off or status(activity, state) is Status.COMPLETED:
        return None
    return el(
        "section",
        el("h2", "Sign-off on paper", id="sign-on-paper"),
        boxes(session, activity),
        class_="part print-only",
    )


def paper_note(session: Session, activity: Activity, state: ActivityState, place: str = "on-paper") -> Html | None:
    """What the inductee typed from a signed form, labelled as that; None when there is none.

    Whoever confirms it sees it too: ``place`` is the id of the element.
    """
    paper = state.paper
    if paper is None:
        return None
    word = session.bundle.word
    said = paper_words(
        paper, word("decision", paper.decision), word("signer", paper.signer.role), say_date(paper.signed_on)
    )
    code = words_code(activity, state, session.bundle.words.get("evidence", {}))
    if state.asked:
        stands = el("p", el("strong", "Signed on paper, not confirmed on the site. "), said)
        follows = f"{code_words(paper, code)} It counts when somebody who may sign confirms it here."
    else:
        stands = el("p", el("strong", "Signed on paper first. "), said)
        follows = "What was decided on the site afterwards stands below."
    return el("div", stands, el("p", follows), class_="notice", id=place, tabindex="-1")


def record_paper(
    session: Session, seen: Seen, activity: Activity, state: ActivityState, problems: dict[str, str]
) -> Html | None:
    """The form that takes what a signed form says; None where there is nothing to record."""
    if session.record is None or not activity.sign_off or status(activity, state) is Status.COMPLETED:
        return None
    if state.paper is not None and state.asked:
        return None
    word = session.bundle.word
    typed = session.view.get("on-paper") or {}
    mine = typed if typed.get("subject") == activity.id else {}
    controls = Controls(problems, mine, "paper.")
    roles = [(one, word("signer", one)) for one in activity.sign_off]
    return el(
        "details",
        el("summary", "Signed on paper? Record it here"),
        el(
            "p",
            page_link(session, seen, "sign-form", "Print a sign-off form"),
            " first, and have it signed. What you type from it is marked as typed by you. It counts when somebody "
            "who may sign confirms it on this site.",
        ),
        form(
            "paper.record",
            controls.radios(
                "decision", "What does the form say?", [(one.value, word("decision", one)) for one in DECISIONS]
            ),
            controls.text("name", "Name on the form"),
            controls.radios("role", "Role on the form", roles),
            controls.text("on", "When did you finish the work?", kind="date", value=state.done_on),
            controls.text("signed", "Date on the form", kind="date"),
            controls.text("kept", "Where is the form kept?", hint="For example: office, my personnel file."),
            controls.text(
                "code",
                "Code of the words, from the form",
                hint="12 letters and digits. Leave it empty if there is none.",
            ),
            el("button", "Record the signed form", type="submit", class_="button button--secondary needs-js"),
            id="paper-form",
            subject=activity.id,
        ),
        id="paper-record",
        class_="no-print",
        open=any(key.startswith("paper.") for key in problems),
    )


def labelled_boxes(
    session: Session, title: str, facts: list[tuple[str, str]], work: Html | None, activity: Activity | None
) -> Html:
    """One sheet: what it is about, the work, the boxes. Each stands for itself when sheets are taken apart."""
    return el(
        "section",
        el("h2", title),
        el("dl", *(join(el("dt", name), el("dd", value)) for name, value in facts if value), class_="summary"),
        work,
        boxes(session, activity),
        class_="part sign-sheet",
    )
