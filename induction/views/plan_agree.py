"""Agreeing on a plan: both names, two dates, and the agreed version beside the present one."""

from collections.abc import Mapping

from induction.dates import say_date
from induction.model import Session
from induction.planning.agreement import Line, Standing, compared, intact, standing
from induction.programme import Programme
from induction.views.controls import Controls, form
from induction.views.html import Html, el
from induction.views.tables import table

_PARTY = {"inductee": "inductee", "manager": "manager"}


def parties_words(stands: Standing) -> str:
    """Who agreed, and when."""
    said = [f"{one.name} ({_PARTY.get(one.role, one.role)}) on {say_date(one.on)}" for one in stands.parties]
    return " and ".join(said)


def agreed(session: Session, programme: Programme) -> Html | None:
    """The last agreement: whether it still stands, and what has changed since."""
    stands = standing(programme, session.state)
    if stands is None:
        return None
    lines = compared(stands.last, programme, session.state, session.bundle.words.get("choice", {}))
    changed = [one for one in lines if one.changed]
    title = "Agreed" if stands.both else "Agreed by one of you"
    return el(
        "section",
        el("h2", title, id="plan-agreed", tabindex="-1"),
        el("p", f"Agreed by {parties_words(stands)}.", "" if stands.both else " The other is still to agree."),
        None
        if all(map(intact, stands.parties))
        else el("p", "The agreed version does not match its check code. Agree again.", class_="notice notice--warning"),
        el(
            "div",
            el(
                "p",
                el("strong", f"Changed since agreed on {say_date(stands.last.on)}"),
                ". Agree again, or change it back.",
            ),
            table("What has changed since", ["What", "As agreed", "Now"], [_cells(one) for one in changed], cards=True),
            class_="notice notice--warning",
            id="plan-changed",
        )
        if stands.changed
        else None,
        el(
            "details",
            el("summary", "Read the plan as it was agreed"),
            table(
                "The plan as agreed, and now", ["What", "As agreed", "Now"], [_cells(one) for one in lines], cards=True
            ),
            id=f"agreed-{stands.last.event}",
        ),
        class_="part no-print",
    )


def _cells(one: Line) -> list[Html | str]:
    return [one.title, one.then, one.now]


def agreement(session: Session, programme: Programme, problems: Mapping[str, str]) -> Html | None:
    """A form for each of the two; none when both have agreed to the plan as it stands."""
    stands = standing(programme, session.state)
    current = {one.role for one in stands.parties} if stands and not stands.changed else set()
    open_to = [role for role in _PARTY if role not in current]
    if not open_to:
        return None
    names = {"inductee": session.state.details.get("name", ""), "manager": session.state.details.get("manager", "")}
    return el(
        "section",
        el("h2", "Agree on the plan", id="plan-agree"),
        el(
            "p",
            "Each of you agrees with a name and a date. The plan as it stands is kept with it, so a later change shows.",
        ),
        *(_form(session, role, names[role], problems) for role in open_to),
        class_="part no-print",
    )


def _form(session: Session, role: str, name: str, problems: Mapping[str, str]) -> Html:
    controls = Controls(problems, {}, f"plan.{role}.")
    return form(
        "plan.agree",
        el("h3", f"The {role}"),
        controls.text("name", "Name", value=name),
        controls.text("on", "Date", kind="date", value=session.today),
        el("button", f"Agree as {role}", type="submit", class_="button button--secondary"),
        id=f"plan-agree-{role}",
        args={"role": role},
    )
