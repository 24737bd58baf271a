"""Planning: what becomes of each activity, in which week, what is booked, and what the two of them agreed."""

from typing import Any

from induction.codes import Choice
from induction.commands.record import check_details
from induction.dates import near_date, parse_date
from induction.effects import announce, focus, go_to
from induction.events import By
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.planning.account import FATES
from induction.planning.agreement import PARTIES, digest, snapshot
from induction.planning.days_off import contract_for
from induction.planning.entry import CLAIM, KEYS
from induction.planning.propose import weeks_ahead, weeks_for
from induction.planning.weeks import say_week, weeks_of
from induction.programme import Programme
from induction.seal import same_name
from induction.times import parse_duration

SHOWN = (*FATES, "others")
"""What the list of a plan can be narrowed to: one fate, or what needs somebody else."""
FURTHER = 8
"""How many weeks after those of the plan can be chosen."""


def slug_of(subject: str) -> str:
    """An id of content as part of an element's id."""
    return subject.replace(".", "-")


def problem_keys(form: str, *names: str) -> dict[str, str]:
    """Names of controls of one of the forms to the keys of their problems."""
    return {name: f"plan.{form}.{name}" for name in names}


def _look(session: Session, **changes: str | None) -> dict[str, Any]:
    """The view of the plan with some of it changed; what is None goes."""
    now = {**(session.view.get("plan") or {}), **changes}
    return {"plan": {key: value for key, value in now.items() if value} or None, "problems": None}


def _known(session: Session, subject: str) -> bool:
    programme = session.programme
    if session.record is None or programme is None:
        return False
    return programme.activity(subject) is not None or any(one.id == subject and one.dated for one in programme.missing)


def open_row(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Open one activity of the plan to change it."""
    if not _known(session, command.subject):
        return Outcome()
    shown = {"show": None} if command.text("all") else {}  # from outside the list: what was filtered out comes back
    return Outcome(
        view=_look(session, open=command.subject, **shown), effects=[focus(f"plan-{slug_of(command.subject)}-panel")]
    )


def close_row(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Close it again; nothing is changed."""
    return Outcome(view=_look(session, open=None), effects=[focus(f"plan-{slug_of(command.subject)}-change")])


def show(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Narrow the list, or show all of it."""
    wanted = command.text("show")
    return Outcome(view=_look(session, show=wanted if wanted in SHOWN else None))


def week(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Plan an activity: its week, whom to book, for when, what happens instead; or when training took place."""
    given = {
        key: command.text(key) for key in ("week", "who", "booked", "held", "fallback", "spent") if key in command.args
    }
    problems = {}
    for key, words in (("booked", "it is booked for"), ("held", "it took place on")):
        if given.get(key) and near_date(given[key]) is None:
            problems[key] = f"Enter the date {words}, for example 3 December 2026"
    if near_date(given.get("held", "")) and given["held"] > stamp.today:
        problems["held"] = "Enter a date that is not in the future; until then it is booked"
    if given.get("week") and given["week"] not in _mondays(session):
        problems["week"] = "Select a week"
    if given.get("spent"):
        try:
            parse_duration(given["spent"])
        except ValueError:
            problems["spent"] = "Enter a time, for example 6 hours 30 minutes or 2 days"
    if problems:
        return _refused(session, command.subject, "week", problems)
    if "week" in given:
        given |= {"choice": Choice.PLANNED.value, "reason": "", "judged_by": "", "judged_on": "", "judged_at": ""}
    return _save(session, command.subject, stamp, given, "Saved in the plan")


def _mondays(session: Session) -> list[str]:
    contract = contract_for(session.state, session.bundle.service)
    if contract is None:
        return []
    closures = session.bundle.service.closures
    return [one.iso for one in weeks_of(contract, closures, contract.weeks + FURTHER)]


def not_needed(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Leave an activity out. It stays listed, with the reason."""
    reason = command.text("reason")
    if not reason:
        return _refused(session, command.subject, "not-needed", {"reason": "Enter why it is not needed"})
    given = dict.fromkeys(KEYS[:6], "") | {"choice": Choice.NOT_NEEDED.value, "reason": reason}
    return _save(session, command.subject, stamp, given, "Marked as not needed, with the reason")


def earlier(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Say that an activity is met by earlier learning: what, judged by whom, on what evidence, when."""
    given = {key: command.text(key) for key in ("reason", "judged_by", "judged_on", "judged_at")}
    asked = {
        "reason": "Enter what was learned before, and where",
        "judged_by": "Enter who judged it",
        "judged_on": "Enter what shows it",
    }
    problems = {key: words for key, words in asked.items() if not given[key]}
    if parse_date(given["judged_at"]) is None:
        problems["judged_at"] = "Enter the date it was judged, for example 23 November 2026"
    if problems:
        return _refused(session, command.subject, "earlier", problems)
    given |= {"choice": Choice.EARLIER_LEARNING.value, "week": ""}
    return _save(session, command.subject, stamp, given, "Recorded as met by earlier learning")


def move(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """One week earlier or later, within the weeks that can be chosen; without a week, into the first."""
    mondays, now = _mondays(session), session.state.of(command.subject).plan.week
    step = {"earlier": -1, "later": 1}.get(command.text("by"), 0)
    if not mondays or not step or not _known(session, command.subject):
        return Outcome()
    there = mondays.index(now) + step if now in mondays else 0
    if not 0 <= there < len(mondays):
        return Outcome(
            effects=[announce("There is no week before that" if step < 0 else "There is no week after that")]
        )
    data = {"choice": Choice.PLANNED.value, "week": mondays[there]}
    outcome = _save(session, command.subject, stamp, data, f"Moved to the {say_week(mondays[there])}")
    outcome.effects = outcome.effects[1:]  # the focus stays on the button, to be pressed again
    return outcome


def propose(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Give a week to what has none; or, when asked to, to everything that is still to be done."""
    programme, contract = session.programme, contract_for(session.state, session.bundle.service)
    if session.record is None or programme is None:
        return Outcome()
    if contract is None or not contract.minutes:
        words = {"plan.propose": "Enter the start date and the hours a week first"}
        return Outcome(view={"problems": {"plan": words}}, effects=[focus("problems")])
    closures = session.bundle.service.closures
    if not weeks_ahead(contract, closures, stamp.today):
        words = {"plan.propose": "All weeks of this plan are over. Check the start date"}
        return Outcome(view={"problems": {"plan": words}}, effects=[focus("problems")])
    again = command.text("again") == "yes"
    experience = session.state.details.get("experience", "")
    weeks = weeks_for(programme, session.state, contract, closures, experience, again=again, today=stamp.today)
    maker = Maker(session, stamp)
    events = [
        maker.event("plan", name, {"choice": Choice.PLANNED.value, "week": iso}, content=_version(programme, name))
        for name, iso in weeks.items()
    ]
    many = "1 activity has" if len(events) == 1 else f"{len(events)} activities have"
    said = f"{many} a new week" if events else "Everything has a week already"
    return Outcome(events=events, view=_look(session, open=None), effects=[announce(said), focus("plan-weeks")])


def agree(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """One of the two agrees to the plan as it stands, with a date. The event holds the plan."""
    programme, role = session.programme, command.text("role")
    if session.record is None or programme is None or role not in PARTIES:
        return Outcome()
    name, on = command.text("name"), command.text("on")
    problems = {}
    if not name:
        problems["name"] = "Enter the name of whoever agrees"
    elif role == "manager" and same_name(name) == same_name(session.state.details.get("name", "")):
        problems["name"] = "Enter the manager's name; the inductee agrees above"
    if parse_date(on) is None:
        problems["on"] = "Enter the date of the agreement, for example 23 November 2026"
    if problems:
        keys = problem_keys(role, *problems)
        return Outcome(
            view={"problems": {"plan": {keys[key]: words for key, words in problems.items()}}},
            effects=[focus("problems")],
        )
    plan = snapshot(programme, session.state)
    data = {"name": name, "role": role, "on": on, "plan": plan, "digest": digest(plan)}
    event = Maker(session, stamp).event("agreed", session.record.id, data, by=By(name, role))
    return Outcome(
        events=[event], view={"problems": None}, effects=[announce(f"Agreed by {name}"), focus("plan-agreed")]
    )


def change_details(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Change what the plan is made with. Another role brings its own programme; what was written for this one is kept."""
    if session.record is None:
        return Outcome()
    given = {
        key: command.text(key)
        for key in ("name", "programme", "start", "hours", "days", "contract", "weeks", "manager", "experience")
        if key in command.args
    }
    problems = check_details(given)
    chosen = session.bundle.programme(given.get("programme", ""))
    if "programme" in given and chosen is None:
        problems["programme"] = "Select your role"
    if problems:
        keys = problem_keys("details", *problems)
        return Outcome(
            view={"problems": {"plan": {keys[key]: words for key, words in problems.items()}}},
            effects=[focus("problems")],
        )
    changed = {key: value for key, value in given.items() if session.state.details.get(key, "") != value}
    if not changed:
        return Outcome(view={"problems": None}, effects=[announce("Nothing was changed")])
    if chosen and "programme" in changed:
        changed["role"] = chosen.role
    event = Maker(session, stamp).event("details", session.record.id, changed)
    if chosen and "programme" in changed:
        effects = [go_to(f"{chosen.plan}#plan-about"), focus("plan-about"), announce("Role changed")]
        return Outcome(events=[event], view=_look(session, open=None, show=None), effects=effects)
    return Outcome(events=[event], view={"problems": None}, effects=[announce("Changed"), focus("plan-about")])


def print_page(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Print the plan."""
    return Outcome(effects=[{"kind": "print"}])


def _version(programme: Programme, subject: str) -> str:
    activity = programme.activity(subject)
    return activity.version if activity else ""


def _refused(session: Session, subject: str, form: str, problems: dict[str, str]) -> Outcome:
    if not _known(session, subject):
        return Outcome()
    keys = problem_keys(form, *problems)
    return Outcome(
        view={
            **_look(session, open=subject),
            "problems": {"plan": {keys[key]: words for key, words in problems.items()}},
        },
        effects=[focus("problems")],
    )


def _save(session: Session, subject: str, stamp: Stamp, given: dict[str, str], words: str) -> Outcome:
    """Keep what differs from what the plan says now; each key is written only when it changes."""
    programme = session.programme
    if programme is None or not _known(session, subject):
        return Outcome()
    entry = session.state.of(subject).plan
    changed = {key: value for key, value in given.items() if entry.text(key) != value}
    if given.get("choice") == Choice.EARLIER_LEARNING and changed:
        changed |= {key: given[key] for key in CLAIM}  # said at once, so that a request carries the last wording only
    if changed.get("choice") == Choice.PLANNED and set(changed) == {"choice"} and not entry.text("choice"):
        changed = {}
    back = [focus(f"plan-{slug_of(subject)}-change"), announce(words)]
    if not changed:
        return Outcome(view=_look(session, open=None), effects=back)
    event = Maker(session, stamp).event("plan", subject, changed, content=_version(programme, subject))
    return Outcome(events=[event], view=_look(session, open=None), effects=back)
