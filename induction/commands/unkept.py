"""What is tried and never kept: it lives in the view of this tab and on this page, in no event, draft or file."""

from collections.abc import Mapping

from induction.effects import focus
from induction.model import Outcome, Session

UNKEPT = ("dates", "aids")
"""The keys of the view that hold it. `induction.app` drops them when another page opens."""


def values_of(session: Session, key: str, subject: str) -> tuple[dict[str, str], dict[str, str]]:
    """What was entered in a form, and what is wrong with it."""
    shown = (session.view.get(key) or {}).get(subject) or {}
    return dict(shown.get("values") or {}), dict(shown.get("problems") or {})


def shown(
    session: Session, key: str, subject: str, values: Mapping[str, str], problems: Mapping[str, str], result: str
) -> Outcome:
    """Show what follows from ``values``, with the focus on the element ``result``, or what is wrong with them."""
    # Two lists of problems on one page would be two things with one id: those of another form are done with.
    view = {
        name: {
            other: {**one, "problems": {}}
            for other, one in (session.view.get(name) or {}).items()
            if not one["problems"] and (name, other) != (key, subject)
        }
        for name in UNKEPT
    }
    view[key][subject] = {"values": dict(values), "problems": dict(problems)}
    return Outcome(view=view, effects=[focus("problems" if problems else result)])
