"""Sessions missed of sessions possible, and whose line they cross. The lines are those of `induction.attendance.thresholds`."""

from induction.aids.base import Aid, Values, listed, unchosen, whole
from induction.attendance.figures import Figures, percent, say_days
from induction.attendance.thresholds import RULES, Rule, verdicts
from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.tables import table

MOST = 999
"""Possible sessions at most: a school year has 380."""
_KNOWN = (("attended", "Sessions attended"), ("missed", "Sessions missed"))


def _questions(bundle: Bundle, controls: Controls) -> Html:
    here = bundle.service.nation
    return join(
        controls.select(
            "rule",
            "Where and when?",
            [(rule.id, rule.where) for rule in RULES],
            hint="The answer begins with this one. The others stand below it.",
            value=here if any(rule.id == here for rule in RULES) else RULES[0].id,
            empty="",
        ),
        controls.radios("known", "What do you know?", _KNOWN, value="attended"),
        controls.text("sessions", "How many sessions is that?", kind="number", hint="A session is half a school day."),
        controls.text(
            "possible",
            "How many sessions were possible?",
            kind="number",
            hint="Every session at which the pupil was expected. Leave out closure and codes that are not counted.",
        ),
    )


def _problems(values: Values) -> dict[str, str]:
    problems = unchosen(values, {"rule": "Select where and when", "known": "Select what you know"})
    possible, sessions = whole(values["possible"], 1, MOST), whole(values["sessions"], 0, MOST)
    if possible is None:
        problems["possible"] = f"Enter the possible sessions, a whole number from 1 to {MOST}"
    if sessions is None:
        problems["sessions"] = f"Enter the sessions, a whole number from 0 to {MOST}"
    elif possible is not None and sessions > possible:
        problems["sessions"] = f"There were {possible} possible sessions, so it cannot be more than {possible}"
    return problems


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    possible, sessions = int(values["possible"]), int(values["sessions"])
    missed = possible - sessions if values["known"] == "attended" else sessions
    # How the absence splits does not matter to any of the rules.
    said = verdicts(Figures(possible=possible, present=possible - missed, unauthorised=missed))
    rule, met = next((one for one in said if one[0].id == values["rule"]), said[0])
    share = percent(missed, possible)
    headline = f"{share} missed: {'persistently absent' if met else 'not persistently absent'} by this rule"
    body = join(
        el("p", el("strong", f"{rule.where}: "), f"{rule.words}. {_sessions(missed)} missed of {possible}."),
        table(
            f"{_sessions(missed)} missed of {possible}, {share}, by every rule",
            ("Where and when", "A pupil counts from", "Persistently absent?"),
            [(one.where, one.words, "Yes" if yes else "No") for one, yes in said],
        ),
        listed(_notes(missed, possible)),
    )
    return headline, body


def _notes(missed: int, possible: int) -> list[str]:
    notes = [f"{_sessions(missed)} is {say_days(missed)}. Say the sessions as well as the percentage."]
    if missed * 5 == possible:
        notes.append(_PACK)
    if missed * 10 == possible:
        notes.append(
            "This is exactly 10%. We read the rule as 10% or more, because 38 of 380 sessions is exactly 10%. Some reports "
            "say more than 10%."
        )
    if missed * 2 >= possible:
        notes.append("In England, half or more of the sessions missed is called severe absence.")
    notes.append(
        "In Wales the weekly figures go by the number missed so far in the year: 38 or more in primary schools, 30 or "
        "more in secondary schools."
    )
    return notes


_PACK = "The pack disagrees with itself at exactly 20%: section 1 says no, section 4 says yes."


def _sessions(number: int) -> str:
    return "1 session" if number == 1 else f"{number} sessions"


def _line(rule: Rule, percents: int) -> str:
    return "Yes" if rule.met(percents, 100) else "No"


def _outcomes(bundle: Bundle, root: str) -> Html:
    return table(
        "Which threshold holds where, and when",
        ("Where and when", "A pupil counts from", "At exactly 20%", "At exactly 10%"),
        [(rule.where, rule.words, _line(rule, 20), _line(rule, 10)) for rule in RULES],
        cards=True,
    )


AID = Aid(
    id="persistent-absence",
    title="Which threshold does a pupil cross?",
    button="Show which rules are met",
    names=("rule", "known", "sessions", "possible"),
    questions=_questions,
    answer=_answer,
    problems=_problems,
    outcomes=_outcomes,
)
