"""What the induction so far suggests for a development plan, with a button that takes each up as an objective.

It is offered to read, and nothing of it is written into the plan by itself.
"""

from induction.development import plan_of
from induction.model import Session
from induction.suggestions import Suggested, suggestions
from induction.views.controls import command_button
from induction.views.forms import field_id
from induction.views.html import Html, el, join, link, spoken
from induction.views.seen import Seen

FEW = 8
"""So many are in view; more are folded."""


def looking_back(session: Session, seen: Seen) -> Html | None:
    """A panel above the plan; None while there is nothing to offer."""
    programme = session.programme
    if session.record is None or programme is None:
        return None
    found = suggestions(programme, session.state)
    if not found:
        return None
    lines = [_line(session, seen, number, one) for number, one in enumerate(found)]
    return el(
        "div",
        el("h2", "From your induction so far", id="looking-back"),
        el("p", "Take up what you want to learn next. Nothing of this goes into your plan unless you put it there."),
        el("ul", *lines[:FEW], class_="suggestions"),
        el(
            "details",
            el("summary", f"{len(lines) - FEW} more"),
            el("ul", *lines[FEW:], class_="suggestions"),
            id="looking-back-more",
        )
        if len(lines) > FEW
        else None,
        class_="part panel no-print",
    )


def _line(session: Session, seen: Seen, number: int, one: Suggested) -> Html:
    plan = plan_of(session.programme)
    where = one.page + (f"#{field_id(one.field)}" if one.field else "")
    return el(
        "li",
        f"{one.why}: ",
        link(one.words, where, seen.root) if where else one.words,
        join(
            " ",
            command_button(
                "objective.use",
                spoken("Use this", f": {one.words}"),
                id=f"suggestion-{number}",
                subject=plan.activity.id,
                args={"name": one.words, "from": one.origin},
                style="link",
            ),
        )
        if plan
        else None,
    )
