"""Sign-off: a dated decision on stated evidence, bound to a digest of exactly what was shown.

The assurance is said in words and never implied: a name typed on this device proves no more than a typed name.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from induction.decode import canonical
from induction.events import By
from induction.programme import Activity
from induction.progress import shown
from induction.state import ActivityState, Decided

TYPED_NAME = "typed-name"
"""The assurance of a name typed on this device. Others may follow; the format has room for them."""

STATEMENTS = (
    "I have read this work and talked it through with the inductee.",
    "I saw the inductee do this in practice.",
    "I have read this work and it meets what the activity asks.",
)
"""Statements to choose from; a signer may write another."""


def snapshot(activity: Activity, state: ActivityState, kinds: Mapping[str, str]) -> list[dict[str, str]]:
    """What the signer is shown, as plain values: prompts and answers in reading order. ``kinds``: words for evidence codes."""
    return [{"prompt": one.prompt, "answer": one.answer} for one in shown(activity, state, kinds)]


def digest(shown_values: list[dict[str, str]]) -> str:
    """SHA-256 of the canonical JSON of a snapshot, in hexadecimal."""
    return hashlib.sha256(canonical(shown_values).encode()).hexdigest()


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
) -> dict[str, Any]:
    """The data of a `decided` event. ``signed_on`` is an ISO date; the date the work was done is taken from the record."""
    values = snapshot(activity, state, kinds)
    return {
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
