"""Sign-off: a dated decision on stated evidence, bound to a digest of exactly what was shown.

The assurance is said in words and never implied: a name typed on this device proves no more than a typed name.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from induction.codes import Decision
from induction.events import By, Event
from induction.programme import Activity
from induction.progress import shown
from induction.seal import DOES_NOT_COUNT, SENTENCES, WHAT_IT_SHOWS, Fault, dated_later, digest_of
from induction.state import ActivityState, Decided, Witnessed

TYPED_NAME = "typed-name"
"""The assurance of a name typed on this device. Others may follow; the format has room for them."""

STATEMENTS = (
    "I have read this work and talked it through with the inductee.",
    "I saw the inductee do this in practice.",
    "I have read this work and it meets what the activity asks.",
)
"""Statements to choose from; a signer may write another."""
MEETS = STATEMENTS[-1]
"""The one that contradicts "needs more work"."""


def statement_on(decision: str, statement: str, decisions: Collection[str]) -> str:
    """The statement that goes with one of the ``decisions`` made at once. What needs more work has its note: what is said of
    the work that was signed off beside it is not said of this."""
    others = any(one != Decision.NEEDS_WORK for one in decisions)
    return "" if decision == Decision.NEEDS_WORK and others else statement


def snapshot(activity: Activity, state: ActivityState, kinds: Mapping[str, str]) -> list[dict[str, str]]:
    """What the signer is shown, as plain values: prompts and answers in reading order. ``kinds``: words for evidence codes."""
    return [{"prompt": one.prompt, "answer": one.answer} for one in shown(activity, state, kinds)]


def digest(shown_values: list[dict[str, str]]) -> str:
    """SHA-256 of the canonical JSON of a snapshot, in hexadecimal."""
    return digest_of(shown_values)


def intact(decided: Decided) -> bool:
    """True when the signed words still match their digest."""
    return digest([{"prompt": prompt, "answer": answer} for prompt, answer in decided.shown]) == decided.digest


def decision_data(
    activity: Activity,
    state: ActivityState,
    kinds: Mapping[str, str],
    *,
    decision: str,
    method: str,
    statement: str,
    note: str,
    signer: By,
    signed_on: str,
    opened: bool,
    delegated_by: str = "",
    delegated_why: str = "",
    on_behalf_of: By | None = None,
) -> dict[str, Any]:
    """The data of a `decided` event, before it is sealed (`induction.seal.sealed`).

    ``signed_on`` is an ISO date; the date the work was done is taken from the record.
    """
    values = snapshot(activity, state, kinds)
    people: dict[str, Any] = {}
    if delegated_by:
        people |= {"delegated_by": delegated_by, "delegated_why": delegated_why}
    if on_behalf_of is not None:
        people["on_behalf_of"] = {"name": on_behalf_of.name, "role": on_behalf_of.role}
    return people | {
        "decision": decision,
        "method": method,
        "statement": statement,
        "note": note,
        "signer": {"name": signer.name, "role": signer.role},
        "done_on": state.done_on,
        "signed_on": signed_on,
        "opened": opened,
        "assurance": TYPED_NAME,
        "shown": values,
        "digest": digest(values),
    }


def assurance_words(decided: Decided, date_words: str) -> str:
    """What a decision's assurance is, in words."""
    if decided.assurance == TYPED_NAME:
        return f"Name typed on this device, {date_words}. This shows what was decided; it cannot prove who typed it."
    return "Signed in a way that this version of the site cannot check."


def labels(decided: Decided | Witnessed, today: str) -> list[str]:
    """Every sentence about what does not fit, the most telling first; ``today`` is the reader's own date (ISO).

    The pages and the command line say the same, from here.
    """
    faults = [Fault(one) for one in decided.faults]
    if isinstance(decided, Decided):
        later = dated_later(decided.signed_on, decided.done_on, today)
        counts = decided.counts
    else:
        later, counts = dated_later(decided.date, "", today), decided.counts
    if later:
        faults.append(Fault.LATER)
    told = [SENTENCES[one] for one in sorted(faults, key=list(Fault).index)]
    return told if counts else [*told, DOES_NOT_COUNT, WHAT_IT_SHOWS]


def warns(decided: Decided | Witnessed, today: str) -> bool:
    """True when a label is a warning, and not only a note that the check is younger than the decision."""
    return any(one != SENTENCES[Fault.UNSEALED] for one in labels(decided, today))


def people_words(decided: Decided, word: Callable[[str, str], str]) -> str:
    """Who decided, in words: the signer, for whom they typed, who left it to them. ``word``: vocabulary and code to words."""
    said = f"{decided.signer.name}, {word('signer', decided.signer.role).lower()}"
    if decided.on_behalf_of is not None:
        other = decided.on_behalf_of
        said += f". Typed for {other.name}, {word('signer', other.role).lower()}, whose decision it is"
    if decided.delegated_by:
        why = f" ({decided.delegated_why})" if decided.delegated_why else ""
        said += f". Signs for {decided.delegated_by}{why}"
    return said


def with_words(event: Event, activity: Activity, state: ActivityState, kinds: Mapping[str, str]) -> Event:
    """A decision that came without the words that were signed, with them when the work still is what was signed.

    A signer keeps a decision's check code and not the evidence; the record has the evidence.
    """
    values = snapshot(activity, state, kinds)
    if event.type != "decided" or event.data["shown"] or digest(values) != event.data["digest"]:
        return event
    return replace(event, data={**event.data, "shown": values})
