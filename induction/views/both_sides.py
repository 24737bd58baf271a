"""What was written on both sides: beside what stands there now, so that nobody's words go unseen."""

from induction.both_sides import Clash
from induction.commands.both_sides import can_join, of_merge
from induction.dates import say_date
from induction.model import Session
from induction.views.controls import command_button, lines
from induction.views.forms import field_id
from induction.views.html import Html, el, join

_KEYS = {
    "choice": "what becomes of it",
    "reason": "the reason",
    "week": "the week",
    "who": "whom to book",
    "booked": "booked for",
    "held": "took place on",
    "fallback": "what happens instead",
    "spent": "time it took",
}
_DETAILS = {
    "programme": "Role",
    "start": "Starts on",
    "hours": "Hours a week",
    "days": "Days a week",
    "contract": "Weeks a year",
    "weeks": "Weeks to plan",
}


def both_sides(session: Session) -> Html | None:
    """The list after a merge; None when nothing was hidden."""
    found = of_merge(session)
    if not found:
        return None
    many = "1 question was" if len(found) == 1 else f"{len(found)} questions were"
    return join(
        el("p", f"{many} answered on both sides. The later words are shown; the others are here."),
        el("ul", *(_one(session, one) for one in found), class_="clashes"),
    )


def _one(session: Session, clash: Clash) -> Html:
    return el(
        "li",
        el("p", el("strong", _what(session, clash))),
        el(
            "dl",
            el("dt", "Shown now"),
            el("dd", lines(_words(session, clash, clash.shown)) if clash.shown else "Nothing"),
            el("dt", "Written on the other side"),
            el("dd", lines(_words(session, clash, clash.other))),
            class_="summary",
        ),
        command_button(
            "merge.keep-both",
            "Keep both",
            id=f"keep-both-{field_id(clash.subject)}-{field_id(clash.name)}",
            subject=clash.subject,
            args={"type": clash.type, "name": clash.name},
            style="secondary",
        )
        if can_join(session, clash)
        else None,
    )


def _what(session: Session, clash: Clash) -> str:
    activity = session.activity(clash.subject)
    about = f"{activity.number} {activity.title}: " if activity else ""
    if clash.type == "plan":
        return f"{about}{_KEYS.get(clash.name, clash.name)}"
    if clash.type == "details":
        return _DETAILS.get(clash.name, clash.name.capitalize())
    return f"{about}{clash.prompt or clash.name}"


def _words(session: Session, clash: Clash, words: str) -> str:
    if clash.type == "plan" and clash.name == "choice":
        return session.bundle.word("choice", words)
    if clash.type == "details" and clash.name == "programme":
        programme = session.bundle.programme(words)
        return programme.role_title if programme else words
    return say_date(words) if clash.name.endswith(("week", "booked", "held", "date", "start")) else words
