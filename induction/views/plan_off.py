"""Days off in the plan: which bank holidays are known, which are worked, and leave."""

from collections.abc import Mapping

from induction.dates import say_date
from induction.model import Session
from induction.planning.account import last_week
from induction.planning.days_off import contract_for, leave, say_period, worked
from induction.planning.weeks import first_monday
from induction.programme import Programme
from induction.steps import Period
from induction.views.controls import Controls, command_button, form
from induction.views.html import Html, el, spoken


def days_off(session: Session, programme: Programme, problems: Mapping[str, str]) -> Html:
    """What is taken off the working time of the weeks, with ways to change it."""
    service, state = session.bundle.service, session.state
    made = contract_for(state, service)
    begins = first_monday(made).isoformat() if made else ""
    ends = last_week(programme, state, made) if made else ""
    bank = [one for one in service.bank_holidays if begins <= one.first <= ends]
    controls = Controls(problems, {}, "plan.off.")
    lines = [*(_bank(session, one) for one in bank), *(_leave(name, one) for name, one in leave(state))]
    return el(
        "section",
        el("h2", "Days off", id="plan-off", tabindex="-1"),
        el("p", "Bank holidays and leave are taken off the working time of the weeks below. ", known(session, ends)),
        el("ul", *lines) if lines else el("p", "None in these weeks yet."),
        el(
            "details",
            el("summary", "Add days off"),
            form(
                "plan.off.add",
                controls.text("first", "First day off", kind="date"),
                controls.text("last", "Last day off", kind="date", hint="Leave it empty for one day."),
                el("p", "Only the dates: nobody needs the reason.", class_="field__hint"),
                el("button", "Add days off", type="submit", class_="button button--secondary"),
                id="plan-off-form",
            ),
            id="plan-off-add",
            open=any(key.startswith("plan.off.") for key in problems),
        ),
        class_="part no-print",
    )


def known(session: Session, ends: str = "") -> str:
    """Which bank holidays are known, and what is not."""
    service = session.bundle.service
    if not service.bank_holidays:
        return "No bank holidays are known here: enter them as days off."
    first, last = (service.bank_holidays[at].first[:4] for at in (0, -1))
    words = (
        f"Bank holidays are those of {session.bundle.word('nation', service.nation)} for {first} to {last}, from GOV.UK "
        f"as of {say_date(service.bank_seen)}. Your council may keep other days: enter those as days off."
    )
    if ends[:4] > last:
        words += f" Those after {last} are not known here, and these weeks go further: enter them as days off."
    return words


def _bank(session: Session, one: Period) -> Html:
    at_work = worked(session.state, one)
    name = f"{one.name[:1].upper()}{one.name[1:]}, {say_date(one.first)}"
    return el(
        "li",
        f"{name}: {'at work' if at_work else 'off'}. ",
        command_button(
            "plan.off.change",
            spoken("Count it as off" if at_work else "Count it as worked", f": {name}"),
            id=f"plan-off-{one.first}",
            args={"day": one.first, "off": "yes" if at_work else "no"},
            style="link",
        ),
    )


def _leave(name: str, one: Period) -> Html:
    words = say_period(one)
    return el(
        "li",
        f"Leave: {words}. ",
        command_button(
            "plan.off.change",
            spoken("Take out", f": {words}"),
            id=f"plan-off-{name}",
            args={"day": name, "off": "no"},
            style="link",
        ),
    )
