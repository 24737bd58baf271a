"""Changing one activity of a plan: its week and bookings, why it is not needed, or what was learned before."""

from collections.abc import Mapping

from induction.codes import Choice
from induction.commands.plan import FURTHER, slug_of
from induction.dates import say_date
from induction.model import Session
from induction.planning.days_off import contract_for
from induction.planning.weeks import say_minutes, weeks_of
from induction.programme import Activity
from induction.views.controls import Controls, form
from induction.views.html import Html, el, join


def panel(session: Session, one: Activity, problems: Mapping[str, str]) -> Html:
    """The three things that can be said of an activity, a form each."""
    entry, slug = session.state.of(one.id).plan, slug_of(one.id)
    week = Controls(problems, entry.values, "plan.week.")
    left, met = Controls(problems, {}, "plan.not-needed."), Controls(problems, {}, "plan.earlier.")
    not_needed, earlier = (entry.choice is code for code in (Choice.NOT_NEEDED, Choice.EARLIER_LEARNING))
    manager = session.state.details.get("manager", "")
    return el(
        "div",
        el("h4", f"Change {one.number}", id=f"plan-{slug}-panel", tabindex="-1"),
        el("p", "No pupil's details here.", class_="field__hint"),
        form(
            "plan.week",
            week.select("week", "Which week?", _weeks(session), value=entry.text("week"), empty="No week yet"),
            booking_fields(week) if one.needs_somebody or one.dated else None,
            week.text("spent", "How long did it really take?", hint="Once it is done. For example 6 hours or 2 days."),
            el("button", "Save", type="submit", class_="button"),
            id=f"plan-{slug}-week",
            subject=one.id,
        ),
        el(
            "details",
            el("summary", "It is not needed"),
            form(
                "plan.not-needed",
                left.text("reason", "Why is it not needed?", value=entry.text("reason") if not_needed else ""),
                el("button", "Mark as not needed", type="submit", class_="button button--secondary"),
                id=f"plan-{slug}-not-needed",
                subject=one.id,
            ),
            id=f"plan-{slug}-not-needed-more",
            open=not_needed or any(key.startswith("plan.not-needed.") for key in problems),
        ),
        el(
            "details",
            el("summary", "It is met by earlier learning"),
            form(
                "plan.earlier",
                met.text(
                    "reason", "What was learned before, and where?", value=entry.text("reason") if earlier else ""
                ),
                met.text("judged_by", "Who judged it?", value=entry.text("judged_by") or manager),
                met.text(
                    "judged_on",
                    "What shows it?",
                    hint="For example: a certificate, or talking it through.",
                    value=entry.text("judged_on"),
                ),
                met.text("judged_at", "Judged on", kind="date", value=entry.text("judged_at") or session.today),
                el("p", "It then waits for whoever signs to confirm it.", class_="field__hint")
                if one.sign_off
                else None,
                el("button", "Record earlier learning", type="submit", class_="button button--secondary"),
                id=f"plan-{slug}-earlier-form",
                subject=one.id,
            ),
            id=f"plan-{slug}-earlier-more",
            open=earlier or any(key.startswith("plan.earlier.") for key in problems),
        ),
        class_="panel",
    )


def booking_fields(controls: Controls) -> Html:
    """Whom to book, for when, and what happens instead."""
    return join(
        controls.text("who", "Whom to book?"),
        controls.text("booked", "Booked for", kind="date", hint="Leave it empty while it is still to be booked."),
        controls.text("fallback", "What happens if it falls through?", hint="One sentence."),
    )


def _weeks(session: Session) -> list[tuple[str, str]]:
    contract = contract_for(session.state, session.bundle.service)
    if contract is None:
        return []
    found = weeks_of(contract, session.bundle.service.closures, contract.weeks + FURTHER)
    return [
        (one.iso, f"Week {number}: {say_date(one.iso)} ({say_minutes(one.minutes)})")
        for number, one in enumerate(found, start=1)
    ]
