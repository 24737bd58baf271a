"""Choosing which criteria of an activity come first: those assessed by interview, by documents and so on."""

from induction.activities.criteria import NO_CODE, Criteria
from induction.decode import canonical
from induction.model import Session
from induction.programme import Activity
from induction.views.html import Html, el


def chosen_code(session: Session, activity: Activity) -> str:
    """The code that was chosen for this activity; empty for all."""
    chosen = session.view.get("codes") or {}
    return str(chosen.get(activity.id, ""))


def code_filter(session: Session, activity: Activity) -> Html | None:
    """The choice and what it comes to; None when the activity has no criteria with codes."""
    part = next((one for one in activity.parts if isinstance(one, Criteria) and one.codes), None)
    if part is None:
        return None
    now = chosen_code(session, activity)
    choices = [("", "All"), *((one.code, f"{one.code}: {one.text}") for one in part.codes), (NO_CODE, part.no_code)]
    return el(
        "div",
        el("p", "Show first: ", class_="filter__label", data_search_exclude=True),
        *(_button(activity, code, words, now) for code, words in choices),
        el("p", _said(part, now), role="status", id="codes-said", data_search_exclude=True),
        class_="filter needs-js no-print",
        role="group",
        aria_label="Show first the criteria that are assessed in one way",
        id="codes",
    )


def _button(activity: Activity, code: str, words: str, now: str) -> Html:
    return el(
        "button",
        words,
        type="button",
        class_="button button--link",
        id=f"code-{code.lower() or 'all'}",
        data_command="filter.code",
        data_subject=activity.id,
        data_args=canonical({"code": code}),
        aria_pressed="true" if code == now else "false",
        data_search_exclude=True,
    )


def _said(part: Criteria, code: str) -> str:
    """How many, and of which group: '8 criteria: 2 essential, 6 desirable'."""
    rows = part.of_code(code)
    groups = dict.fromkeys(row.group for row in rows if row.group)
    counts = [f"{sum(row.group == group for row in rows)} {group.lower()}" for group in groups]
    repeats = sum(bool(row.repeats) for row in rows)
    again = f". {repeats} of them is printed twice and counts once" if repeats else ""
    said = "1 criterion" if len(rows) == 1 else f"{len(rows)} criteria"
    return said + (f": {', '.join(counts)}" if counts else "") + again
