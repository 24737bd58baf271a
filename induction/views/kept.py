"""The signer's own decisions on this device: a lost reply is made again here, and an activity opened again from afar."""

from induction.codes import Signer
from induction.commands.reopening import signed_here
from induction.commands.replies import kept_people
from induction.dates import say_date
from induction.kept import Kept
from induction.model import Session
from induction.views.controls import Controls, command_button, form
from induction.views.html import Html, el

PREFIX = "reopen."


def kept_section(session: Session, problems: dict[str, str]) -> Html | None:
    """Everybody on whose work decisions are kept; nothing when there are none."""
    people = kept_people(session)
    if not people:
        return None
    return el(
        "section",
        el("h2", "Replies you have made on this device", id="kept"),
        el(
            "p",
            "This browser keeps your decisions, not the work they rest on. If a reply gets lost, make it again.",
        ),
        el("ul", *(_person(session, last, count) for last, count in people)),
        _reopen(session, problems),
        class_="part no-print",
    )


def _person(session: Session, last: Kept, count: int) -> Html:
    decisions = "1 decision" if count == 1 else f"{count} decisions"
    args = {"record": last.record}
    return el(
        "li",
        f"{last.name}: {decisions}, the last on {say_date(last.decided.signed_on)}. ",
        command_button(
            "reply.again", f"Save the reply to {last.name} again", id=f"again-{last.record}", args=args, style="link"
        ),
        " ",
        command_button(
            "reopen.ask",
            f"Open an activity of {last.name} again",
            id=f"open-again-{last.record}",
            args=args,
            style="link",
        )
        if signed_here(session, last.record)
        else None,
    )


def _reopen(session: Session, problems: dict[str, str]) -> Html | None:
    signed = signed_here(session, str(session.view.get("reopen_kept") or ""))
    if not signed:
        return None
    last = signed[-1]
    controls = Controls(problems, session.view.get("reopen_typed") or {}, PREFIX)
    options = []
    for one in signed:
        activity = session.activity(one.activity)
        options.append((one.activity, f"{activity.number} {activity.title}" if activity else one.activity))
    roles = [(one.value, session.bundle.word("signer", one)) for one in Signer]
    return el(
        "section",
        el("h3", f"Open an activity of {last.name} again", id="reopen", tabindex="-1"),
        el("p", "You get a reply to send. The record will say that the work was not in front of you."),
        form(
            "reopen.confirm",
            controls.select("activity", "Which activity?", options),
            controls.area("note", "What needs more work?"),
            controls.text("name", "Your name", value=last.decided.signer.name, complete="name"),
            controls.radios("role", "You are", roles, value=last.decided.signer.role),
            el(
                "div",
                el("button", "Open it again", type="submit", class_="button"),
                command_button("cancel", "Leave it", id="reopen-cancel", style="secondary"),
                class_="actions",
            ),
            id="reopen-form",
        ),
        class_="panel",
    )
