"""A school refers a pupil: accept, ask for more, or challenge. The two tests are the pack's (2.c), the rest is ours."""

from induction.aids.base import YES_NO, Aid, Values, asked_in, listed, noted, ours, unchosen
from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.tables import table

TRIED = (
    ("yes", "Yes, and it says what came of it"),
    ("part", "Something, but not what, when or what came of it"),
    ("no", "No, or nothing that I can see"),
)
CRITERIA = (("yes", "Yes"), ("no", "No"), ("unknown", "I do not know what they are"))
INFORMATION = (
    ("who", "who the child is, with year, class and who has parental responsibility", "the child's basic details"),
    ("marks", "the register, up to date", "the register, up to date"),
    ("contact", "what the parents were told, when, and how they answered", "what was said to the parents, and when"),
    ("voice", "what the child says", "what the child says, and who could ask"),
    ("others", "which other services are involved", "which other services are involved"),
    ("risk", "anything to know before a visit, or that there is nothing", "any known risk to somebody who visits"),
)
"""Name, what it says, and what to ask for when it does not."""

_ACCEPT, _MORE, _CHALLENGE = "Accept", "Ask for more", "Challenge"


def _questions(bundle: Bundle, controls: Controls) -> Html:
    return join(
        controls.radios(
            "harm",
            "Could a child come to harm, or can nobody say when the child was last seen?",
            YES_NO,
        ),
        controls.radios("tried", "Does it show that the school has tried to put it right?", TRIED),
        controls.radios("criteria", "Does it meet the criteria that your service has set?", CRITERIA),
        asked_in("What does it tell you? Tick all that is there", *(controls.tick(n, w) for n, w, _ in _INFO)),
        el("p", "Answer from the papers. Type nothing about the child.", class_="field__hint no-print"),
    )


_INFO = tuple((name, words[:1].upper() + words[1:], ask) for name, words, ask in INFORMATION)


def _problems(values: Values) -> dict[str, str]:
    return unchosen(
        values,
        {
            "harm": "Choose whether a child could come to harm",
            "tried": "Choose what the school has tried",
            "criteria": "Choose whether it meets the criteria",
        },
    )


def decide(values: Values) -> str:
    """Accept, ask for more or challenge. Only school effort, usable information and the criteria together are accepted."""
    if values["tried"] == "no" or values["criteria"] == "no":
        return _CHALLENGE
    ready = values["tried"] == "yes" and values["criteria"] == "yes" and not _lacking(values)
    return _ACCEPT if ready else _MORE


def _lacking(values: Values) -> list[str]:
    return [ask for name, _, ask in INFORMATION if values[name] != "yes"]


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    decision, asks = decide(values), _asks(values)
    harm = values["harm"] == "yes"
    headline = f"{decision}: {_WHY[decision]}"
    return (f"Safeguarding first, now. Then: {decision.lower()}" if harm else headline), join(
        _safety() if harm else None,
        el("p", _WHY_LONG[decision]),
        el("p", "Find out from your manager what the criteria are, before you answer the school.")
        if values["criteria"] == "unknown"
        else None,
        join(el("p", el("strong", "Ask the school for:")), listed(asks)) if asks else None,
        join(el("p", el("strong", "Your reply to the school, by phone and then in writing, says:")), listed(_LETTER))
        if decision != _ACCEPT
        else join(el("p", el("strong", "Your reply to the school says:")), listed(_ACCEPTED)),
        ours("The list of what to ask for and the points of the reply are ours; the pack gives none."),
        _safety() if not harm else None,
    )


def _asks(values: Values) -> list[str]:
    asks = []
    if values["tried"] == "no":
        asks += [
            "what it has done itself so far, with dates: talks with the pupil and the parents, changes in school",
            "what came of each",
            "if nothing has been done: what it will do first, who does it, and by when",
        ]
    if values["tried"] == "part":
        asks.append("what it tried, when, who did it, and what came of it")
    if values["criteria"] == "no":
        asks.append("why it refers now, when the criteria are not met")
    return asks + _lacking(values)


_WHY = {
    _ACCEPT: "both tests are met",
    _MORE: "it is not ready yet",
    _CHALLENGE: "a test is not met",
}
_WHY_LONG = {
    _ACCEPT: "The school has tried, you know enough to get to work, and it meets the criteria.",
    _MORE: "It may well be yours. Do not start on half of it: ring the school and get the rest.",
    _CHALLENGE: "Ring before you write. A challenge is a talk about what helps the child next, not a rejection slip.",
}
_LETTER = (
    "which referral it is about, and that you have read it",
    "what is missing or not met, one line for each",
    "what the school could try next, and what you can do to help with that",
    "that you will take it as soon as it is there, and the day you will ring to ask",
    "whom to tell at once if a worry about the child's safety comes up",
)
_ACCEPTED = (
    "that you have taken it, and since when",
    "what you do first and by when: contact with the family, a visit",
    "what the school goes on doing meanwhile",
    "the day you look at it again together",
)


def _safety() -> Html:
    return noted(
        "A child's safety never waits for a form.",
        "Could a child come to harm, or can nobody say when the child was last seen? Tell the designated safeguarding "
        "person at once, whatever you decide about the referral. In danger now: 999.",
    )


def _outcomes(bundle: Bundle, root: str) -> Html:
    return join(
        table(
            "What the answers lead to",
            ("The school has tried", "Enough to get to work, and criteria met", "Then"),
            (
                ("Yes, with what came of it", "Both", "Accept"),
                ("Yes, with what came of it", "Something is missing, or you do not know the criteria", "Ask for more"),
                (
                    "Something, but not what came of it",
                    "Whatever it says, if the criteria are met or not known",
                    "Ask for more",
                ),
                ("No", "Whatever it says", "Challenge, and say what to ask for"),
                ("Whatever it says", "The criteria are not met", "Challenge"),
            ),
        ),
        _safety(),
    )


AID = Aid(
    id="take-referral",
    title="Accept a referral, ask for more, or challenge it",
    button="Show what to do",
    names=("harm", "tried", "criteria", *(name for name, _, _ in INFORMATION)),
    questions=_questions,
    answer=_answer,
    problems=_problems,
    outcomes=_outcomes,
)
