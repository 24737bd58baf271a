"""Signing off: open each piece of work, decide, and a last look. On the inductee's device, or on requests from files."""

from induction.codes import Choice, Decision, Method, Signer
from induction.commands.work import Work, all_work, digest_now, key_of, records, signed_work, slug_of, waiting
from induction.effects import focus
from induction.model import Command, Outcome, Session, Stamp
from induction.programme import ServiceSigner
from induction.seal import same_name
from induction.signoff import MEETS

__all__ = ["back", "check", "key_of", "records", "reopen", "show", "slug_of", "waiting"]

COMMON = ("method", "statement", "name", "role", "delegated_by", "delegated_why", "behalf_name", "behalf_role")
"""What is said once for everything that is signed at once."""
AS_FOR_ALL = "same"
"""The choice for one piece of work that leaves it to the choice for all."""
LATER = "later"


def show(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Open a piece of work. What was never opened stays marked so."""
    opened = list(session.view.get("opened") or [])
    key = command.text("key")
    if key not in [one.key for one in all_work(session)]:
        return Outcome()
    if key not in opened:
        opened.append(key)
    return Outcome(view={"opened": opened, "showing": key}, effects=[focus(f"work-{slug_of(key)}")])


def reopen(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Look again at what was signed off. Nothing changes until it is decided anew; only this page, the signer's, offers it."""
    key = command.text("key")
    if key not in [one.key for one in signed_work(session)]:
        return Outcome()
    opened = list(session.view.get("opened") or [])
    return Outcome(
        view={
            "reopened": [*(session.view.get("reopened") or []), key],
            "opened": opened if key in opened else [*opened, key],
            "signed": None,
        },
        effects=[focus(f"work-{slug_of(key)}")],
    )


def check(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Read the decisions, and show them for a last look before anything is signed."""
    problems: dict[str, str] = {}
    chosen: list[dict[str, str]] = []
    works = []
    for one in all_work(session):
        decision = _decision(session, command, one)
        if not decision:
            continue
        note = command.text(f"note:{one.key}")
        if decision not in list(one.decisions):
            problems[f"decision:{one.key}"] = _cannot(one, decision)
        elif decision == Decision.NEEDS_WORK and not note:
            problems[f"note:{one.key}"] = "Enter what needs more work"
        elif decision == Decision.EARLIER_LEARNING and not note and one.here.plan.choice is not Choice.EARLIER_LEARNING:
            problems[f"note:{one.key}"] = "Enter what they did before and how you know: nothing in the record says it"
        chosen.append({"key": one.key, "decision": decision, "note": note, "digest": digest_now(session, one)})
        works.append(one)
    common = {name: command.text(name) for name in COMMON}
    common["statement"] = command.text("own") or common["statement"]  # written words come before chosen ones
    common["role"] = common["role"] or _listed_role(session, common["name"])
    if not chosen and not problems:
        if command.text("all") == "yes":
            problems["all"] = "Open the work first: only what you have opened is signed together"
        else:
            problems["decisions"] = "Select a decision for at least one activity"
    if common["method"] not in list(Method):
        problems["method"] = "Select how you know"
    only_no = bool(chosen) and all(one["decision"] == Decision.NEEDS_WORK for one in chosen)
    if not common["statement"] and not only_no:
        problems["statement"] = "Select a statement, or write one"
    if common["statement"] == MEETS and only_no:
        problems["statement"] = "This statement says that the work meets what is asked. Select another, or none"
    problems |= _people(common) | _own_work(common, works)
    for key, text in _not_allowed(session, common, works).items():
        problems.setdefault(key, text)
    if problems:
        return Outcome(
            view={"problems": {"sign-off": problems}, "signing": None, "typed": _typed(command)},
            effects=[focus("problems")],
        )
    return Outcome(
        view={"signing": {"chosen": chosen, **common}, "problems": None, "typed": _typed(command)},
        effects=[focus("check")],
    )


def _decision(session: Session, command: Command, one: Work) -> str:
    """What was decided on a piece of work; empty when nothing was. One choice for all covers what was opened, no more."""
    decision = command.text(f"decision:{one.key}")
    if decision in ("", AS_FOR_ALL):
        opened = one.key in (session.view.get("opened") or [])
        return one.yes if command.text("all") == "yes" and opened and not one.again else ""
    return "" if decision == LATER else decision


def _cannot(one: Work, decision: str) -> str:
    if decision == Decision.SIGNED_OFF and one.yes is Decision.DISCUSSED:
        return f"{one.activity.number} is signed in two steps: record first that you discussed it"
    return "Select a decision"


def _typed(command: Command) -> dict[str, str]:
    return {key: value for key, value in command.args.items() if isinstance(value, str)}


def _listed_role(session: Session, name: str) -> str:
    """The role of somebody on the service's list of who may sign; empty when the name is not on it."""
    roles = {same_name(one.name): one.signer for one in signers(session)}
    return roles.get(same_name(name), "") if name else ""


def signers(session: Session) -> tuple[ServiceSigner, ...]:
    """Those on the service's list of who may sign who stand there by name; others stand there by their post alone."""
    return tuple(one for one in session.bundle.service.signers if one.name)


def _people(common: dict[str, str]) -> dict[str, str]:
    problems = {}
    if not same_name(common["name"]):
        problems["name"] = "Enter your name"
    if common["role"] not in list(Signer):
        problems["role"] = "Select your role"
    if common["delegated_why"] and not common["delegated_by"]:
        problems["delegated_by"] = "Enter whom you sign for"
    if common["delegated_by"] and not common["delegated_why"]:
        problems["delegated_why"] = "Enter why you sign for them"
    if common["behalf_role"] and not common["behalf_name"]:
        problems["behalf_name"] = "Enter whose decision it is"
    if common["behalf_name"] and common["behalf_role"] not in list(Signer):
        problems["behalf_role"] = "Select the role of whose decision it is"
    elif common["behalf_name"] and common["role"] != Signer.MANAGER:
        problems["role"] = "Only a manager types in what a colleague decided"
    return problems


def _own_work(common: dict[str, str], works: list[Work]) -> dict[str, str]:
    names = {same_name(one.name) for one in works}
    return {
        key: "The work is by somebody of this name. Nobody signs off their own work"
        for key in ("name", "delegated_by", "behalf_name")
        if common[key] and same_name(common[key]) in names
    }


def _not_allowed(session: Session, common: dict[str, str], works: list[Work]) -> dict[str, str]:
    role = common["behalf_role"] if common["behalf_name"] else common["role"]
    if common["delegated_by"]:
        return {}  # who left it to them may sign it; the record says who, and why
    return {
        f"decision:{one.key}": f"{one.activity.number} needs {_who(session, one.activity.sign_off)} to sign it off"
        for one in works
        if role and role not in one.activity.sign_off
    }


def _who(session: Session, codes: tuple[str, ...]) -> str:
    return " or ".join(session.bundle.word("signer", one).lower() for one in codes)


def back(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """From the last look back to the form, with what was entered."""
    return Outcome(view={"signing": None}, effects=[focus("decide")])
