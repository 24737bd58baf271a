"""The code that a printed form carries: it ties the paper to the words that were on it."""

from collections.abc import Mapping

from induction.paper import OnPaper, spaced
from induction.programme import Activity
from induction.signoff import digest, snapshot
from induction.state import ActivityState


def words_code(activity: Activity, state: ActivityState, kinds: Mapping[str, str]) -> str:
    """A short code of what a signer is shown: ``3f9c 12ab 77de``. ``kinds``: words for evidence codes.

    The first 48 bits of the digest of the snapshot: enough to notice a changed word, no proof against somebody who
    goes looking for another text of the same code.
    """
    return spaced(digest(snapshot(activity, state, kinds))[:12])


def code_words(paper: OnPaper, code: str) -> str:
    """Whether the form fits the work as it is now, in a sentence. ``code``: the code of the work now."""
    if not paper.code:
        return "No code was typed from the form, so nothing shows which words were on it."
    if paper.code == code:
        return "The code on the form fits the words as they are now."
    return (
        "The code on the form does not fit the words as they are now: they were changed after it was printed, or the "
        "code was typed wrong."
    )


def paper_words(paper: OnPaper, decision: str, role: str, date: str) -> str:
    """A form that was signed, in a sentence that says who typed it. ``decision``, ``role``, ``date``: in words."""
    who = f"{paper.signer.name}, {role.lower()}"
    typed = paper.by or "the inductee"
    return f"{decision} on paper on {date} by {who}. Typed from the form by {typed}. The form is kept: {paper.kept}."
