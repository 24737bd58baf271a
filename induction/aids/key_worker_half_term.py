"""Pupils of a key worker, and the sessions and hours they come to in a half-term. The load is content's (rhythms.yml)."""

from induction.aids.base import Aid, Values, whole
from induction.programme import Bundle
from induction.rhythm import MOST_PUPILS, sessions
from induction.steps import Load
from induction.times import Duration, say_duration
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.tables import table

RHYTHM = "key-worker-sessions"
USUAL = (4, 5)
"""Pupils whose figures always stand on the page."""


def _load(bundle: Bundle) -> Load | None:
    rhythm = bundle.rhythm(RHYTHM)
    return rhythm.load if rhythm else None


def _questions(bundle: Bundle, controls: Controls) -> Html:
    load = _load(bundle)
    return controls.text("pupils", load.ask if load else "How many pupils do you see?", kind="number")


def _problems(values: Values) -> dict[str, str]:
    if whole(values["pupils"], 1, MOST_PUPILS) is None:
        return {"pupils": f"Enter how many pupils, a whole number from 1 to {MOST_PUPILS}"}
    return {}


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    load, pupils = _load(bundle), int(values["pupils"])
    if load is None:
        return "This handbook has no key worker sessions to count", Html("")
    count, minutes = sessions(load, pupils)
    who = "1 pupil" if pupils == 1 else f"{pupils} pupils"
    return f"{who}: {count} sessions a {load.per}, {_hours(minutes)}", join(
        el("p", f"That is {pupils} × {load.each} = {count} sessions of {load.minutes} minutes at most."),
        el("p", "Getting ready, the slip and the calls home come on top (ours)."),
    )


def _hours(minutes: int) -> str:
    return say_duration(Duration(minutes=minutes))


def _outcomes(bundle: Bundle, root: str) -> Html | None:
    load = _load(bundle)
    if load is None:
        return None
    counted = [(pupils, *sessions(load, pupils)) for pupils in USUAL]
    return table(
        f"Sessions in a {load.per}",
        ("Pupils", "Sessions", "Hours"),
        [(str(pupils), str(count), f"{_hours(minutes)} ({minutes} minutes)") for pupils, count, minutes in counted],
    )


AID = Aid(
    id="key-worker-half-term",
    title="Key worker sessions in a half-term",
    button="Count the sessions",
    names=("pupils",),
    questions=_questions,
    answer=_answer,
    problems=_problems,
    outcomes=_outcomes,
)
