"""Signed on paper: what an inductee typed from a form that somebody signed with a pen.

It is a claim, not a decision. It rides on the event that asks for sign-off (key ``paper`` of ``asked``), so that the
activity waits until somebody who may sign confirms it here, in this version of the site and in older ones (ADR 12).
"""

from dataclasses import dataclass
from typing import Any

from induction.decode import as_text
from induction.events import By, Event

ASSURANCE = "paper"
"""The assurance of what was typed from paper."""


@dataclass(frozen=True)
class OnPaper:
    """What the inductee says a signed form says."""

    decision: str
    signer: By
    signed_on: str
    """The date on the form, ISO 8601."""
    kept: str
    """Where the form is kept."""
    code: str
    """The code of the words on the form, in groups of four; empty when none was typed."""
    by: str
    """Who typed it."""
    at: str
    """When it was typed, an instant."""


def paper_data(*, decision: str, signer: By, signed_on: str, kept: str, code: str) -> dict[str, Any]:
    """What an ``asked`` event carries of a form that was signed."""
    return {
        "assurance": ASSURANCE,
        "decision": decision,
        "signer": {"name": signer.name, "role": signer.role},
        "signed_on": signed_on,
        "kept": kept,
        "code": spaced(code),
    }


def read_paper(event: Event) -> OnPaper | None:
    """The claim that an ``asked`` event carries; None when it carries none. Parts that are not text are read as empty."""
    data = event.data.get("paper")
    if not event.data["asked"] or not isinstance(data, dict):
        return None
    signer = data.get("signer")
    signer = signer if isinstance(signer, dict) else {}
    return OnPaper(
        decision=as_text(data.get("decision")),
        signer=By(as_text(signer.get("name")), as_text(signer.get("role"))),
        signed_on=as_text(data.get("signed_on")),
        kept=as_text(data.get("kept")),
        code=spaced(as_text(data.get("code"))),
        by=event.by.name,
        at=event.at,
    )


def spaced(code: str) -> str:
    """A code in groups of four. Case, blanks and hyphens are no part of it: people type it from paper."""
    plain = "".join(code.split()).replace("-", "").lower()
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))
