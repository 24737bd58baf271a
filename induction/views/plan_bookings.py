"""The bookings of a plan: with whom, for when, and what happens if it falls through."""

from induction.commands.plan import slug_of
from induction.dates import say_date
from induction.model import Session
from induction.planning.account import Booking, bookings
from induction.programme import Programme
from induction.views.controls import Controls, command_button, form, private_notes
from induction.views.html import Html, el, link, spoken
from induction.views.plan_panel import booking_fields
from induction.views.seen import Seen


def booking_list(session: Session, seen: Seen, programme: Programme) -> Html | None:
    """What is to book and what is booked; training that the service has not written down yet is booked here."""
    listed = bookings(programme, session.state)
    if not listed:
        return None
    return el(
        "section",
        el("h2", "Bookings", id="plan-bookings"),
        el("ul", *(_booking(session, seen, programme, one) for one in listed), class_="tasklist"),
        class_="part no-print",
    )


def _booking(session: Session, seen: Seen, programme: Programme, one: Booking) -> Html:
    state = f"Booked for {say_date(one.booked)}" if one.booked else "To book"
    said = [f"{state}{f' with {one.who}' if one.who else ''}.", one.fallback and f"If it falls through: {one.fallback}"]
    area, slug = programme.area(one.id), slug_of(one.id)
    opened = area is not None and (session.view.get("plan") or {}).get("open") == one.id
    return el(
        "li",
        el(
            "div",
            link(one.name, one.page, seen.root),
            el("p", " ".join(filter(None, said)), class_="plan-says"),
            *private_notes(one.who, one.fallback),
            _area_panel(session, one) if opened else None,
        ),
        el(
            "div",
            command_button(
                "plan.close" if opened else "plan.open",
                spoken("Close" if opened else "Book it", f": {one.name}"),
                id=f"plan-{slug}-change",
                subject=one.id,
                style="link",
            )
            if area
            else command_button(
                "plan.open",
                spoken("Change", f" the booking: {one.name}"),
                id=f"booking-{slug}-change",
                subject=one.id,
                args={"all": "yes"},
                style="link",
            ),
            class_="plan-buttons",
        ),
        class_="tasklist__row",
        id=f"booking-{slug}",
    )


def _area_panel(session: Session, one: Booking) -> Html:
    problems = (session.view.get("problems") or {}).get("plan", {})
    controls = Controls(problems, session.state.of(one.id).plan.values, "plan.week.")
    slug = slug_of(one.id)
    return el(
        "div",
        el("h3", f"Book {one.name.lower()}", id=f"plan-{slug}-panel", tabindex="-1"),
        form(
            "plan.week",
            booking_fields(controls),
            controls.text("held", "It took place on", kind="date", hint="Once it has."),
            el("button", "Save", type="submit", class_="button"),
            id=f"plan-{slug}-week",
            subject=one.id,
        ),
        class_="panel",
    )
