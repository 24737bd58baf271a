"""Ten things that a good referral to another service has. Which of them is missing is named before it goes out."""

from induction.aids.base import Aid, Values, asked_in, listed, noted
from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join

POINTS = (
    ("needs", "Needs", "It is built on what this child or parent needs"),
    ("sender", "Sender", "It is clear who you are, and how to reach you"),
    ("details", "Details", "The basic facts about the child or parent are there"),
    ("words", "Words", "The family could read it and recognise themselves"),
    ("strengths", "Strengths", "Strengths and successes stand beside the worries. Write them first"),
    ("work", "Work so far", "It says what was done, and what came of it"),
    ("others", "Others", "It names every other service involved"),
    ("ask", "The ask", "It says what kind of support you want"),
    ("more", "More", "You offer to tell them more"),
    ("check", "Check", "It is complete, correct and up to date, from first line to last"),
)
"""Name, heading and words of each: section 2.e of the pack, in our words."""


def _questions(bundle: Bundle, controls: Controls) -> Html:
    ticks = (controls.tick(name, f"{title}: {words[:1].lower()}{words[1:]}.") for name, title, words in POINTS)
    return asked_in("Tick each point that the referral has", *ticks)


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    missing = [(title, words) for name, title, words in POINTS if values[name] != "yes"]
    if not missing:
        return "All ten points are there", join(
            el("p", "You ticked all ten. This cannot read the referral: the ticks are yours."), _risk()
        )
    count = len(missing)
    names = ", ".join(title.lower() for title, _ in missing)
    headline = f"Missing: {names}" if count < 5 else f"{count} of the ten points are missing"
    return headline, join(
        el("p", f"{10 - count} of 10 are there. Get what is missing before you send it:"),
        listed([join(el("strong", f"{title}. "), words, ".") for title, words in missing]),
        _risk(),
    )


def _risk() -> Html:
    return noted(
        "A risk of harm does not wait.",
        "You do not need consent, or a finished referral, to pass it on. Tell the designated safeguarding person at once.",
    )


AID = Aid(
    id="good-referral",
    title="Ten points of a good referral",
    button="Show what is missing",
    names=tuple(name for name, _, _ in POINTS),
    questions=_questions,
    answer=_answer,
    outcomes=lambda bundle, root: _risk(),
)
