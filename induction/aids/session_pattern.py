"""A pattern for wellbeing sessions in one junior school: how long, how often, by which way in, and who hears what."""

from induction.aids.base import Aid, Values, listed, noted, ours, unchosen, whole
from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.tables import table

SHORTEST, LONGEST = 20, 45
"""Minutes of a session, as the school has it."""
_MOST = 240
PATTERNS = (
    ("weekly", "It has just begun, or things are hard at present", "Every week", "Some children"),
    (
        "spaced",
        "The child uses what was agreed and wants to tell how it went",
        "Every 2, 3 or 4 weeks",
        "Others, quite soon",
    ),
    ("six", "There is one clear thing to work on, or a group", "A block of 6 weeks", "An example"),
    ("ten", "Trust takes time, or several things hang together", "A block of 10 weeks", "An example"),
    (
        "catch-up",
        "The work is done, and the child likes to know that the door is open",
        "A catch-up each half-term",
        "An example, after a block",
    ),
)
"""Name, when it may suit (ours), the pattern, and how the school speaks of it."""
ROUTES = (
    ("staff", "Staff put the child forward"),
    ("parent", "A parent asks"),
)
_ROUTE = {
    "staff": (
        "Class teachers, wellbeing leads, the SENCO and senior leaders talk together about who may gain from it.",
        "The school talks with the parents, face to face or by phone.",
        "Ask the child as well (ours).",
    ),
    "parent": (
        "The parent talks with the class teacher first.",
        "The class teacher gives advice, puts support in place in class, or both, or else refers the child.",
        "Say what you will do and by when, and ring back (ours).",
    ),
}
_SHARED = (
    ("A risk of harm, to anyone", "The designated safeguarding lead, at once"),
    (
        "What was said in a session",
        "Nobody, as long as nobody may come to harm. Anything particular: the child is asked first",
    ),
    ("General points", "The lead's own supervision"),
    ("What kinds of issue come up, and what works well", "Class teacher and parents, perhaps: kinds, not stories"),
    ("The child's plans for change or support", "Teachers and parents, where that is right"),
)


def safeguarding() -> Html:
    """The line that is always there, before anything else and in every answer."""
    return noted(
        "Private, never secret.",
        "Promise no child secrecy. If the child, or anyone around them, may come to harm, tell the designated safeguarding "
        "lead at once, with no need to ask the child first. In danger now: 999.",
    )


def _questions(bundle: Bundle, controls: Controls) -> Html:
    return join(
        safeguarding(),
        controls.radios("suits", "How are things at the moment?", [(name, when) for name, when, _, _ in PATTERNS]),
        controls.text("minutes", "How many minutes a session?", kind="number", hint="At Linton Heights, 20 to 45."),
        controls.radios("route", "How does the child come to you?", ROUTES),
        el("p", "Think of one child. Type nothing about them: there is no box for it.", class_="field__hint no-print"),
    )


def _problems(values: Values) -> dict[str, str]:
    problems = unchosen(values, {"suits": "Choose how things are", "route": "Choose how the child comes to you"})
    minutes = whole(values["minutes"], 1, _MOST)
    if minutes is None:
        problems["minutes"] = f"Enter the minutes of a session, a whole number from 1 to {_MOST}"
    return problems


def _length(minutes: int) -> tuple[bool, str]:
    if minutes < SHORTEST:
        return False, f"{minutes} minutes is shorter than {SHORTEST}."
    if minutes > LONGEST:
        return False, f"{minutes} minutes is longer than {LONGEST}."
    return True, f"{minutes} minutes is within {SHORTEST} to {LONGEST}."


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    minutes = int(values["minutes"])
    fits, length = _length(minutes)
    _, when, pattern, school = next((one for one in PATTERNS if one[0] == values["suits"]), PATTERNS[0])
    headline = f"{pattern}, {minutes} minutes" if fits else f"{pattern}. {length}"
    return headline, join(
        safeguarding(),
        el("p", f"How the school speaks of this pattern: {school[:1].lower()}{school[1:]}. {length}"),
        el("p", el("strong", "The way in")),
        listed(_ROUTE.get(values["route"], ()), ordered=True),
        _shared(),
        ours(
            f'That this pattern suits when "{when[:1].lower()}{when[1:]}" is ours. Tell the child how many times you will meet.'
        ),
    )


def _shared() -> Html:
    return table("What is shared, and with whom, at Linton Heights", ("What", "Who may hear it"), _SHARED)


def _outcomes(bundle: Bundle, root: str) -> Html:
    return table(
        "Choose a pattern",
        ("When it may suit (ours)", "Pattern", "From the school"),
        [(when, pattern, school) for _, when, pattern, school in PATTERNS],
    )


AID = Aid(
    id="session-pattern",
    title="Choose a pattern of sessions",
    button="Show the pattern",
    names=("suits", "minutes", "route"),
    questions=_questions,
    answer=_answer,
    problems=_problems,
    outcomes=_outcomes,
)
