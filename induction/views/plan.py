"""The plan of the first weeks: two people at one screen settle every activity, see what it takes, and agree."""

from induction.model import Session
from induction.planning.account import account_words, time_of, to_do, warnings
from induction.planning.days_off import contract_for
from induction.programme import Programme
from induction.rhythm import Weeks
from induction.times import say_duration
from induction.views.controls import command_button, control_id, error_summary
from induction.views.html import Html, el, join, link
from induction.views.plan_about import about, areas, suggested
from induction.views.plan_agree import agreed, agreement
from induction.views.plan_bookings import booking_list
from induction.views.plan_off import days_off
from induction.views.plan_rows import rows
from induction.views.plan_weeks import weeks
from induction.views.seen import Seen, top


def plan_view(session: Session, seen: Seen) -> Html:
    """The widget of a programme's plan."""
    programme = session.bundle.programme(seen.subject) or session.programme
    if programme is None:
        return el("p", "This site has no induction programme yet.")
    mine = session.record is not None and session.state.details.get("programme") == programme.id
    if not mine:
        return join(
            top(session, seen),
            _other(session, seen, programme),
            _whole(programme),
            areas(programme, seen),
            rows(session, seen, programme),
        )
    problems = (session.view.get("problems") or {}).get("plan", {})
    body = join(
        about(session, programme, problems),
        days_off(session, programme, problems),
        suggested(session, programme),
        areas(programme, seen),
        _account(session, programme),
        _warned(session, programme),
        weeks(session, programme),
        _buttons(session, programme),
        booking_list(session, seen, programme),
        rows(session, seen, programme, problems),
        agreed(session, programme),
        agreement(session, programme, problems),
    )
    ids = {key: "plan-propose" if key == "plan.propose" else control_id(key) for key in problems}
    return join(top(session, seen), error_summary(problems, ids, body), body)


def _other(session: Session, seen: Seen, programme: Programme) -> Html | None:
    if session.record is None:
        return None
    mine = session.programme
    return el(
        "p",
        "The record that is open belongs to another programme. ",
        link("Open its plan", mine.plan, seen.root) if mine else None,
        ". Was the wrong role chosen? ",
        command_button(
            "details.change",
            f"Change my role to {programme.role_title}",
            id="plan-role",
            args={"programme": programme.id},
            style="link",
        ),
        ". What you wrote stays in the record.",
        class_="notice",
    )


def _whole(programme: Programme) -> Html:
    activities = [one for one in programme.activities if not one.reading]
    return el(
        "p",
        f"{len(activities)} activities and {len(programme.activities) - len(activities)} readings, "
        f"{say_duration(time_of(programme.activities)) or 'no time given'} in all.",
        id="plan-whole",
    )


def _account(session: Session, programme: Programme) -> Html:
    return el(
        "section",
        el("h2", "Is everything accounted for?", id="plan-account"),
        *(el("p", words) for words in account_words(programme, session.state)),
        el(
            "p",
            "Planned time: ",
            el("strong", say_duration(time_of(to_do(programme.activities, session.state))) or "none"),
            ". Minutes, days and words stay apart, as the source gives them.",
            id="plan-time",
        ),
        class_="part no-print",
    )


def _warned(session: Session, programme: Programme) -> Html | None:
    contract = contract_for(session.state, session.bundle.service)
    found = warnings(programme, session.state, Weeks(contract.off if contract else ()))
    if not found:
        return None
    return el(
        "section",
        el("h2", "Look at these again", id="plan-warnings"),
        el(
            "ul",
            *(
                el(
                    "li",
                    words,
                    " ",
                    command_button(
                        "plan.open",
                        f"Change {one.number}",
                        id=f"plan-warning-{number}",
                        subject=one.id,
                        args={"all": "yes"},
                        style="link",
                    ),
                )
                for number, (one, words) in enumerate(found, start=1)
            ),
        ),
        class_="warning-note",
    )


def _buttons(session: Session, programme: Programme) -> Html:
    contract = contract_for(session.state, session.bundle.service)
    has_weeks = any(session.state.of(one.id).plan.week for one in programme.activities)
    return el(
        "div",
        command_button("plan.propose", "Propose weeks for what has none", id="plan-propose"),
        command_button(
            "plan.propose", "Propose all weeks again", id="plan-propose-again", args={"again": "yes"}, style="secondary"
        )
        if has_weeks
        else None,
        command_button("plan.calendar", "Save as calendar file", id="plan-calendar", style="secondary")
        if contract
        else None,
        command_button("plan.print", "Print the plan on one sheet", id="plan-print", style="secondary"),
        class_="actions no-print",
    )
