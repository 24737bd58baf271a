"""The development plan: putting something into it as an objective, and its review dates as a calendar file."""

from induction.calendar import MEDIA_TYPE, calendar_file
from induction.development import RHYTHM, Plan, free_row, plan_of, reviews
from induction.effects import announce, focus, save_file
from induction.events import Event
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.steps import CountBy
from induction.views.forms import field_id


def use(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Put a suggestion or an example into the plan as an objective; everything in it can be changed there."""
    plan = plan_of(session.programme)
    if session.record is None or plan is None or not command.text("name"):
        return Outcome()
    given = {key: command.text(key) for key in ("name", "action", "resources", "from") if command.text(key)}
    events, row = objective_events(session, stamp, plan, given)
    # The button stands on the page of the plan, or elsewhere: the focus goes to the objective where it is there.
    target = field_id(f"{plan.part.id}.{row}.action")
    effects = [focus(target)] if command.subject == plan.activity.id else []
    return Outcome(events=events, effects=[*effects, announce("Added to your development plan")])


def objective_events(session: Session, stamp: Stamp, plan: Plan, given: dict[str, str]) -> tuple[list[Event], str]:
    """The events that put an objective into the plan, and the row it stands in."""
    maker, activity, part = Maker(session, stamp), plan.activity, plan.part
    row, events = free_row(plan, session.state), []
    if not row:
        row = maker.new_id()
        data = {"list": part.id, "row": row, "present": True}
        events.append(maker.event("row", activity.id, data, content=activity.version))
    for aspect, value in given.items():
        field = f"{part.id}.{row}.{aspect}"
        data = {"field": field, "prompt": part.prompt(field), "value": value}
        events.append(maker.event("answer", activity.id, data, content=activity.version))
    return events, row


def save_calendar(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The review dates as a calendar file, with nobody's name in it."""
    plan, rhythm = plan_of(session.programme), session.bundle.rhythm(RHYTHM)
    rows = reviews(session.bundle, plan, session.state) if plan else ()
    if rhythm is None or not rows:
        return Outcome(effects=[announce("Give the plan a date first")])
    sure = session.bundle.words.get("sureness", {})
    name = f"dates-{rhythm.id}.ics"
    file = save_file(name, calendar_file(rhythm, rows, CountBy.CALENDAR, stamp.now, sure), MEDIA_TYPE)
    return Outcome(effects=[file, announce(f"Saved a calendar file: {name}")])
