"""Agreeing on a plan: what exactly was agreed, whether it still stands, and what has changed since.

What is agreed is what becomes of each activity, in which week, and the working time it was planned with. Making a
booking is carrying the plan out, so it changes no agreement; the agreed version shows the bookings of its day.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from induction.codes import Choice
from induction.dates import say_date
from induction.decode import canonical
from induction.planning.days_off import as_text, in_words
from induction.planning.entry import CLAIM, KEYS, Agreed, Entry
from induction.planning.weeks import FULL, say_days, say_week
from induction.programme import Programme
from induction.state import State

CONTRACT = ("start", "hours", "contract", "weeks")
"""The details of a record that a plan is made with."""
_OFF, _DAYS = "off", "days"
PARTIES = ("inductee", "manager")
_BINDS = (*CLAIM, "week")


def snapshot(programme: Programme, state: State) -> dict[str, Any]:
    """The plan as it stands, as plain values: the contract, and every activity with what is said of it."""
    return {
        "contract": _whole(
            {key: state.details.get(key, "") for key in CONTRACT}, as_text(state), state.details.get(_DAYS, "")
        ),
        "entries": [
            {"activity": name, "title": words, **_said(state.of(name).plan)}
            for name, words in (
                *((one.id, one.title) for one in programme.missing if one.dated),
                *((one.id, one.name) for one in programme.activities),
            )
        ],
    }


def _said(entry: Entry) -> dict[str, str]:
    return {key: entry.text(key) for key in KEYS if key not in ("held", "spent") and entry.text(key)}


def digest(plan: Mapping[str, Any]) -> str:
    """SHA-256, in hexadecimal, of the canonical JSON of what a snapshot binds; titles may be reworded."""
    entries = [{key: one.get(key, "") for key in ("activity", *_BINDS)} for one in _entries(plan)]
    return hashlib.sha256(canonical({"contract": _contract(plan), "entries": entries}).encode()).hexdigest()


def _entries(plan: Mapping[str, Any]) -> list[dict[str, str]]:
    """The entries of a snapshot that may come from a file: texts only."""
    entries = plan.get("entries")
    return [
        {key: value for key, value in one.items() if isinstance(value, str)}
        for one in (entries if isinstance(entries, list) else [])
        if isinstance(one, dict)
    ]


def _contract(plan: Mapping[str, Any]) -> dict[str, str]:
    contract = plan.get("contract")
    given = contract if isinstance(contract, dict) else {}
    texts = {key: value if isinstance(value := given.get(key), str) else "" for key in (*CONTRACT, _OFF, _DAYS)}
    return _whole({key: texts[key] for key in CONTRACT}, texts[_OFF], texts[_DAYS])


def _whole(contract: dict[str, str], off: str, days: str) -> dict[str, str]:
    """With the days off, if there are any, and fewer days a week than five: so plans agreed before these could be said keep
    their digest."""
    more = {_OFF: off, _DAYS: "" if days == str(FULL) else days}
    return contract | {key: value for key, value in more.items() if value}


@dataclass(frozen=True)
class Standing:
    """The last agreement: who gave it, and whether the plan is still the one they agreed to."""

    parties: tuple[Agreed, ...]
    """Those who agreed to the version that was agreed last."""
    changed: bool

    @property
    def both(self) -> bool:
        """True when the inductee and the manager agreed to the same version."""
        return {one.role for one in self.parties} >= set(PARTIES)

    @property
    def last(self) -> Agreed:
        """The agreement given last."""
        return self.parties[-1]


def standing(programme: Programme, state: State) -> Standing | None:
    """The version that both agreed to last, or the one that one of them agreed to since; None when nobody has."""
    # The plan of a role they had before is another one; it counts again when the role does.
    given = [one for one in state.agreed if one.programme == programme.id]
    if not given:
        return None
    now = digest(snapshot(programme, state))
    versions: dict[str, dict[str, Agreed]] = {}
    for one in given:  # a version that is agreed to again is the latest again
        mine = versions.pop(one.digest, {})
        versions[one.digest] = {**mine, one.role: one}
    found = [tuple(parties.values()) for parties in versions.values()]
    whole = [parties for parties in found if {one.role for one in parties} >= set(PARTIES)]
    parties = found[-1] if not whole or found[-1][0].digest == now else whole[-1]
    return Standing(
        tuple(sorted(parties, key=lambda one: PARTIES.index(one.role) if one.role in PARTIES else 9)),
        parties[0].digest != now,
    )


def intact(agreed: Agreed) -> bool:
    """True when the version that was kept is the one that the digest was made of."""
    return digest(agreed.plan) == agreed.digest


def words_of(entry: Mapping[str, str], choices: Mapping[str, str]) -> str:
    """What a plan says of one activity, in words. ``choices``: words for the codes of `induction.codes.Choice`."""
    choice = entry.get("choice") or Choice.PLANNED.value
    word = choices.get(choice, choice)
    if choice == Choice.NOT_NEEDED:
        return f"{word}: {entry.get('reason', '')}"
    if choice == Choice.EARLIER_LEARNING:
        return (
            f"{word}: {entry.get('reason', '')}. Judged by {entry.get('judged_by', '')}, "
            f"{say_date(entry.get('judged_at', ''))}, on: {entry.get('judged_on', '')}"
        )
    week = entry.get("week", "")
    return f"{word}, {say_week(week)}" if week else f"{word}, no week yet"


@dataclass(frozen=True)
class Line:
    """One line of an agreed plan beside the present one."""

    title: str
    then: str
    now: str

    @property
    def changed(self) -> bool:
        """True when the two differ."""
        return self.then != self.now


def compared(agreed: Agreed, programme: Programme, state: State, choices: Mapping[str, str]) -> list[Line]:
    """Every line of the agreed version beside what the plan says now, working time first."""
    present = snapshot(programme, state)
    then = {one.get("activity", ""): one for one in _entries(agreed.plan)}
    now = {one["activity"]: one for one in present["entries"]}
    lines = [Line("Working time", _time(_contract(agreed.plan)), _time(_contract(present)))]
    for name in dict.fromkeys((*now, *then)):
        old, new = then.get(name), now.get(name)
        lines.append(
            Line(
                (new or old or {}).get("title", name),
                words_of(old, choices) if old else "Not in the programme then",
                words_of(new, choices) if new else "No longer in the programme",
            )
        )
    return lines


def _time(contract: Mapping[str, str]) -> str:
    year = {"term-time": "term time only", "whole-year": "all year round"}.get(contract["contract"], "")
    said = (
        f"from {say_date(contract['start'])}" if contract["start"] else "",
        f"{contract['hours']} hours a week" if contract["hours"] else "",
        say_days(contract),
        year,
        f"{contract['weeks']} weeks" if contract["weeks"] else "",
        in_words(contract.get(_OFF, "")),
    )
    return ", ".join(filter(None, said)) or "not given"
