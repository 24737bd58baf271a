"""My development plan: its labelled parts as one document of two sides, its review dates, and what could go into it."""

from induction.activities.objectives import Objective, said
from induction.dates import say_day
from induction.development import Plan, answered, plan_date, plan_of, reviews
from induction.model import Session
from induction.views.controls import command_button, lines
from induction.views.html import Html, el, join, link
from induction.views.looking_back import looking_back
from induction.views.seen import Seen, top
from induction.views.tables import table

COLUMNS = ("name", "action", "resources", "when")
"""The pack's four columns."""
HEADS = ("Objective", "Action", "Resources", "When")


def development_view(session: Session, seen: Seen) -> Html:
    """The widget of the page."""
    plan = plan_of(session.programme)
    if plan is None:
        return join(top(session, seen), el("p", "This programme has no development plan."))
    own = plan.part.stands_in(session.state.of(plan.activity.id))
    return join(
        top(session, seen),
        el(
            "p",
            "You write it in ",
            link(f"{plan.activity.number} {plan.activity.title}", plan.activity.page, seen.root),
            " and read, print and take it along here.",
            class_="no-print",
        ),
        looking_back(session, seen),
        _own_form(session, plan) if own else plan_document(session, plan),
        _after(session, plan),
        _dates(session, plan),
        _take() if session.record else None,
    )


def _own_form(session: Session, plan: Plan) -> Html:
    kept = answered(plan, session.state, f"{plan.part.id}.own-form.kept")
    return el(
        "section",
        el("h2", "On our own form", id="plan-own"),
        el("p", f"The plan is written on the council's or school's own form. Kept: {kept or 'not said yet'}."),
        class_="part",
    )


def plan_document(session: Session, plan: Plan) -> Html:
    """The labelled parts, numbered, the objectives last."""
    rows = [
        (number, ask, answered(plan, session.state, field)) for number, (field, ask) in enumerate(plan.asked, start=1)
    ]
    return el(
        "section",
        *(
            el(
                "div",
                el("h2", f"{number}. {ask}", id=f"plan-{number}"),
                el("p", lines(text)) if text else _blank(session),
                class_="plan__part",
            )
            for number, ask, text in rows
        ),
        el(
            "div",
            el("h2", f"{len(rows) + 1}. {plan.part.title or 'My objectives'}", id="plan-objectives"),
            objectives_table(session, plan),
            class_="plan__part",
        ),
        class_="part plan",
    )


def _blank(session: Session) -> Html:
    """Not written yet; without a record, a line to write on."""
    return el("p", "Not written yet.") if session.record else el("div", class_="paper__rule")


def objectives_table(session: Session, plan: Plan) -> Html:
    """The objectives in four columns, each followed by what was seen at its review."""
    begun = [one for one in plan.part.rows(session.state.of(plan.activity.id)) if one.begun]
    rows = [[said(one.says[name]) or _missing(name) for name in COLUMNS] for one in begun]
    if not rows:
        rows = [["" if session.record is None else "None yet", "", "", ""]]
    return join(
        table("Objectives, with what they need and by when", HEADS, rows, cards=True, titled=True),
        *(_looked_at(one) for one in begun if one.says["reviewed"].strip() or one.says["review"].strip()),
    )


def _missing(name: str) -> Html:
    if name == "when":
        return el("strong", "No date yet")
    return el("span", "Not written yet")


def _looked_at(one: Objective) -> Html:
    return el(
        "p",
        el("strong", f"Review of objective {one.number}: "),
        ". ".join(said(one.says[name]).rstrip(".") for name in ("reviewed", "review") if one.says[name].strip()) + ".",
    )


def _after(session: Session, plan: Plan) -> Html | None:
    told = [(ask, text) for field, ask in plan.after if (text := answered(plan, session.state, field))]
    if not told:
        return None
    return el(
        "section",
        el("h2", "Agreed", id="plan-agreed"),
        el("dl", *(piece for ask, text in told for piece in (el("dt", ask), el("dd", lines(text)))), class_="summary"),
        class_="part",
    )


def _dates(session: Session, plan: Plan) -> Html | None:
    if session.record is None:
        return None
    date, rows = plan_date(plan, session.state), reviews(session.bundle, plan, session.state)
    if date is None:
        words = "Give the plan a date, such as 27 November 2026, and the review dates stand here."
        return el("section", el("h2", "Reviews", id="plan-reviews"), el("p", words), class_="part no-print")
    return el(
        "section",
        el("h2", "Reviews", id="plan-reviews"),
        el("p", f"Counted from the date of the plan, {say_day(date)}."),
        el("ul", *(el("li", f"{row.step.title}: {say_day(row.calendar.last)}") for row in rows if row.calendar)),
        command_button("development.calendar", "Save as calendar file", id="plan-calendar", style="secondary")
        if rows
        else None,
        class_="part",
    )


def _take() -> Html:
    return el(
        "div",
        command_button("print", "Print", id="plan-print", style="secondary"),
        class_="actions no-print",
    )
