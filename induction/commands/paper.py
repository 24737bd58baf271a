"""Recording what somebody signed on paper, and choosing what a form to print shows."""

from induction.codes import Decision, Signer, Status
from induction.dates import parse_date
from induction.effects import announce, focus
from induction.events import By
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.paper import paper_data
from induction.programme import Activity
from induction.progress import gaps, status
from induction.seal import same_name
from induction.state import ActivityState

DECISIONS = (Decision.SIGNED_OFF, Decision.EARLIER_LEARNING)
"""What a form can say that is worth recording: what needs more work is done, not recorded."""
FIELDS = ("decision", "name", "role", "signed", "kept", "code", "on")


def record(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The inductee types what a signed form says. The activity then waits until somebody who may sign confirms it."""
    activity = session.activity(command.subject)
    if activity is None or session.record is None or not activity.sign_off:
        return Outcome()
    state = session.state.of(activity.id)
    if status(activity, state) is Status.COMPLETED:
        return Outcome()
    given = {name: command.text(name) for name in FIELDS}
    given["on"] = given["on"] or state.done_on
    problems = _problems(session, activity, state, given, stamp.today)
    if problems:
        named = {f"paper.{name}": text for name, text in problems.items()}
        typed = {"subject": activity.id, **given}
        return Outcome(view={"problems": {activity.id: named}, "on-paper": typed}, effects=[focus("problems")])
    maker, events = Maker(session, stamp), []
    if state.done_on != given["on"]:
        events.append(maker.event("done", activity.id, {"on": given["on"], "done": True}, content=activity.version))
    claim = paper_data(
        decision=given["decision"],
        signer=By(given["name"], given["role"]),
        signed_on=given["signed"],
        kept=given["kept"],
        code=given["code"],
    )
    events.append(maker.event("asked", activity.id, {"asked": True, "paper": claim}, content=activity.version))
    said = "Recorded. It counts when somebody who may sign confirms it on this site"
    return Outcome(
        events=events, view={"problems": None, "on-paper": None}, effects=[announce(said), focus("on-paper")]
    )


def _problems(
    session: Session, activity: Activity, state: ActivityState, given: dict[str, str], today: str
) -> dict[str, str]:
    out = {}
    if given["decision"] not in DECISIONS:
        out["decision"] = "Select what the form says"
    elif given["decision"] == Decision.SIGNED_OFF and gaps(activity, state):
        out["decision"] = "Finish what is left to do on this page first: a form shows finished work"
    if not given["name"]:
        out["name"] = "Enter the name on the form"
    elif same_name(given["name"]) == same_name(session.state.details.get("name", "")):
        out["name"] = "The work is by somebody of this name. Nobody signs off their own work"
    if given["role"] not in list(Signer):
        out["role"] = "Select the role on the form"
    elif given["role"] not in activity.sign_off:
        who = " or ".join(session.bundle.word("signer", one).lower() for one in activity.sign_off)
        out["role"] = f"{activity.number} needs {who} to sign it off"
    if not given["kept"]:
        out["kept"] = "Enter where the form is kept"
    out |= _dates(given, today)
    return out


def _dates(given: dict[str, str], today: str) -> dict[str, str]:
    out = {}
    for name, what in (("on", "you finished"), ("signed", "on the form")):
        if parse_date(given[name]) is None:
            out[name] = f"Enter the date {what}, for example 24 November 2026"
        elif given[name] > today:
            out[name] = f"The date {what} cannot be in the future"
    if not out and given["on"] > given["signed"]:
        out["signed"] = "The form is dated before the work was done. Check both dates"
    return out


def choose(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Which activities the form to print shows. Not part of the record."""
    chosen = list(command.texts("activity"))
    said = f"The form shows {len(chosen)}" if chosen else "The form is empty"
    return Outcome(view={"sign-form": chosen}, effects=[announce(said), focus("sign-sheets")])


def print_form(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Print the page."""
    return Outcome(effects=[{"kind": "print"}])
