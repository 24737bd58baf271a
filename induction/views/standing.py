"""Why an activity stands where it stands: what it waits for, why it is not needed, how far it is."""

from induction.codes import Choice, Status
from induction.dates import say_date
from induction.programme import Activity
from induction.progress import answered, awaited
from induction.state import ActivityState
from induction.views.controls import lines
from induction.views.html import Html, el, join, link


def reason(activity: Activity, state: ActivityState, where: Status, root: str) -> Html | None:
    """The sentence that goes with a status; nothing when the status says it all."""
    if where is Status.CANNOT_START:
        before = awaited(activity, state)
        links = [piece for one in before for piece in (", ", link(one.name, one.page, root))][1:]
        return join("First: ", *links, ".")
    if where is Status.NOT_NEEDED:
        return join(f"Reason: {state.plan.text('reason')}")
    if where is Status.WAITING and state.claimed and not state.asked:
        return join(f"Earlier learning, judged by {state.plan.text('judged_by')}, waits to be confirmed.")
    if where is Status.NEEDS_WORK and state.decided and state.decided.note:
        return join("Note: ", lines(state.decided.note))
    if where is Status.IN_PROGRESS:
        count = answered(activity, state)
        return join(f"{count[0]} of {count[1]} answered.") if count else None
    return None


def planned_words(state: ActivityState) -> str:
    """When it is planned for, in a few words; empty when it has no week."""
    booked = state.plan.text("booked") if state.plan.choice is Choice.PLANNED else ""
    if booked:
        return f"booked for {say_date(booked)}"
    return f"week of {say_date(state.plan.week)}" if state.plan.week else ""


def claim_panel(activity: Activity, state: ActivityState, plan: str, root: str) -> Html:
    """What was claimed as earlier learning, on the activity's own page."""
    entry = state.plan
    rows = (
        ("What was learned", entry.text("reason")),
        ("Judged by", entry.text("judged_by")),
        ("What shows it", entry.text("judged_on")),
        ("Judged on", say_date(entry.text("judged_at"))),
    )
    waits = state.claimed and bool(activity.sign_off)
    return el(
        "section",
        el("h2", "Met by earlier learning", id="finish"),
        el("p", "It waits for whoever signs to confirm it.") if waits else None,
        el(
            "dl",
            *(piece for key, value in rows if value for piece in (el("dt", key), el("dd", value))),
            class_="summary",
        ),
        el("p", link("Change this in the plan", plan, root)) if plan else None,
        class_="part no-print",
    )


def not_needed_panel(state: ActivityState, plan: str, root: str) -> Html:
    """Why the activity is not needed, on its own page."""
    return el(
        "section",
        el("h2", "Not needed", id="finish"),
        el("p", f"The plan leaves this out. Reason: {state.plan.text('reason')}"),
        el("p", link("Change this in the plan", plan, root)) if plan else None,
        class_="part no-print",
    )
