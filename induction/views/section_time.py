"""The time of a section: as the source gives it, and as the open record's plan leaves it."""

from induction.model import Session
from induction.planning.account import time_of, to_do
from induction.times import say_duration
from induction.views.html import Html, el, link
from induction.views.seen import Seen


def section_time_view(session: Session, seen: Seen) -> Html:
    """The widget of a section's page. Its subject is the programme, `@` and the section."""
    name, _, wanted = seen.subject.partition("@")
    programme = session.bundle.programme(name)
    section = next((one for one in programme.sections if one.id == wanted), None) if programme else None
    if programme is None or section is None:
        return el("p", "This part of the page belongs to another version of the site. Reload the page.")
    activities = tuple(one for each in section.activities if (one := programme.activity(each)))
    whole = say_duration(time_of(activities)) or "none given"
    mine = session.record is not None and session.state.details.get("programme") == programme.id
    planned = say_duration(time_of(to_do(activities, session.state))) or "none" if mine else whole
    return el(
        "p",
        el("strong", "Time for this section: "),
        whole if planned == whole else f"{planned} in your plan ({whole} in all). ",
        link("See the plan", programme.plan, seen.root) if planned != whole else None,
        id="page_total",
    )
