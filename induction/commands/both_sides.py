"""Putting together what was written on both sides before a merge."""

from dataclasses import asdict
from typing import Any

from induction.both_sides import Clash
from induction.boxes import boxes
from induction.effects import announce, focus
from induction.log import CONTENT, STAGES
from induction.model import Command, Maker, Outcome, Session, Stamp


def plain(found: list[Clash]) -> list[dict[str, str]]:
    """The clashes as the view keeps them."""
    return [asdict(one) for one in found]


def of_merge(session: Session) -> list[Clash]:
    """What the last merge hid, less what was put together since."""
    merged: dict[str, Any] = session.view.get("merged") or {}
    return [Clash(**one) for one in merged.get("clashes", ())]


def can_join(session: Session, clash: Clash) -> bool:
    """True for words in a box: a date or a choice cannot be two at once."""
    if clash.type == "log":
        return clash.name.rpartition(".")[2] in STAGES
    activity = session.activity(clash.subject)
    if clash.type != "answer" or activity is None:
        return False
    return clash.name in [name for name, _ in boxes(activity, session.state.of(activity.id))]


def keep_both(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The words of the other side go below those that stand there now; what both sides wrote stays readable."""
    found = of_merge(session)
    chosen = next((one for one in found if [one.type, one.subject, one.name] == _named(command)), None)
    if session.record is None or chosen is None or not can_join(session, chosen):
        return Outcome()
    if chosen.type == "log":
        entry, _, part = chosen.name.rpartition(".")
        now = session.state.log[entry].text(part) if entry in session.state.log else ""
        data = {"entry": entry, "part": part, "prompt": chosen.prompt, "value": f"{now}\n\n{chosen.other}"}
        content = CONTENT
    else:
        now = session.state.of(chosen.subject).text(chosen.name)
        data = {"field": chosen.name, "prompt": chosen.prompt, "value": f"{now}\n\n{chosen.other}"}
        activity = session.activity(chosen.subject)
        content = activity.version if activity else ""
    left = plain([one for one in found if one != chosen])
    return Outcome(
        events=[Maker(session, stamp).event(chosen.type, chosen.subject, data, content=content)],
        view={"merged": {**session.view["merged"], "clashes": left}},
        effects=[announce("Both are kept"), focus("merged")],
    )


def _named(command: Command) -> list[str]:
    return [command.text("type"), command.subject, command.text("name")]
