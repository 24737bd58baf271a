"""What a plan is made with: the person, the working time, what they bring, and what the service still has to add."""

from collections.abc import Mapping, Sequence

from induction.dates import say_date
from induction.model import Session
from induction.planning.propose import in_full, reminders
from induction.planning.weeks import FEWEST, MOST, WEEKS, say_days
from induction.programme import Activity, Programme
from induction.views.controls import Controls, form
from induction.views.html import Html, el, join, link
from induction.views.seen import Seen
from induction.views.working_time import CONTRACTS, EXPERIENCE, contract_fields

_NUMBERS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def about(session: Session, programme: Programme, problems: Mapping[str, str]) -> Html:
    """Who and when, with a form to change it."""
    details = session.state.details
    brings = dict(EXPERIENCE).get(details.get("experience", ""), "")
    rows = (
        ("Inductee", details.get("name", "")),
        ("Role", programme.role_title),
        ("Manager", details.get("manager", "") or "not given"),
        ("Starts on", say_date(details.get("start", "")) or "not given"),
        ("Hours a week", ", ".join(filter(None, (details.get("hours", "") or "not given", say_days(details))))),
        ("Weeks a year", dict(CONTRACTS).get(details.get("contract", ""), CONTRACTS[0][1])),
        ("Weeks to plan", details.get("weeks", "") or str(WEEKS)),
        ("Brings", brings),
    )
    controls = Controls(problems, {}, "plan.details.")
    return el(
        "section",
        el("h2", "Who and when", id="plan-about", tabindex="-1"),
        el(
            "dl",
            *(piece for key, value in rows if value for piece in (el("dt", key), el("dd", value))),
            class_="summary",
            id="plan-details",
        ),
        el(
            "details",
            el("summary", "Change this"),
            form(
                "details.change",
                controls.text("name", "Name", value=details.get("name", "")),
                controls.select(
                    "programme",
                    "Role",
                    [(one.id, one.role_title) for one in session.bundle.programmes],
                    hint="Another role has another programme. What you wrote for this one stays in the record.",
                    value=programme.id,
                    empty="",
                ),
                controls.text("manager", "Manager", value=details.get("manager", "")),
                controls.text("start", "Starts on", kind="date", value=details.get("start", "")),
                contract_fields(controls, details),
                controls.select(
                    "weeks",
                    "Weeks to plan",
                    [(str(one), f"{one} weeks") for one in range(FEWEST, MOST + 1)],
                    value=details.get("weeks", "") or str(WEEKS),
                    empty="",
                ),
                controls.radios("experience", "What do you bring?", EXPERIENCE, value=details.get("experience", "new")),
                el("button", "Save these", type="submit", class_="button button--secondary"),
                id="details-form",
            ),
            id="plan-details-change",
            class_="no-print",
            open=any(key.startswith("plan.details.") for key in problems),
        ),
        class_="part no-print",
    )


def suggested(session: Session, programme: Programme) -> Html:
    """What somebody's experience suggests. It decides nothing: every activity stays in the plan until both take it out."""
    experience = session.state.details.get("experience", "new")
    said = "Nothing is taken out of the plan by itself. To leave something out, give the reason beside it."
    if experience == "related":
        first = (
            "From a related service: plan all of it. You are likely to need less time and less support for each part."
        )
    elif experience == "same":
        first = "Same work elsewhere: do first, and in full, what is local. The rest is suggested as a reminder."
    else:
        first = "New to this work: plan all of it."
    lists = (
        join(
            _listed("Local, in full", in_full(programme), "plan-full", opened=True),
            _listed("Suggested as reminders", reminders(programme), "plan-reminders"),
        )
        if experience == "same"
        else None
    )
    return el(
        "section",
        el("h2", "What the experience suggests", id="plan-suggested"),
        el("p", first, " ", said),
        lists,
        class_="part no-print",
    )


def _listed(title: str, activities: Sequence[Activity], name: str, *, opened: bool = False) -> Html:
    return el(
        "details",
        el("summary", f"{title}: {len(activities)}"),
        el("ul", *(el("li", one.name) for one in activities)),
        id=name,
        open=opened,
    )


def areas(programme: Programme, seen: Seen) -> Html | None:
    """What the service still has to add, by name; nothing when all of it is there."""
    missing = programme.missing
    if not missing:
        return None
    count = _NUMBERS[len(missing)] if len(missing) < len(_NUMBERS) else str(len(missing))
    are = "local area is" if len(missing) == 1 else "local areas are"
    return el(
        "div",
        el("p", el("strong", f"{count} {are} still to be added:"), " the source leaves them to the service."),
        el("ul", *(el("li", one.title) for one in missing)),
        el("p", link("How your service adds them", programme.own, seen.root)),
        class_="notice no-print",
        id="local-areas",
    )
