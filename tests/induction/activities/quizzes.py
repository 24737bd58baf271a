"""One question of each form: what content may ask. Standard library only."""

from induction.activities.quiz import Quiz
from induction.activities.quiz_questions import QuizItem, QuizOption, QuizPair, QuizQuestion

COMMON = {"source": "Example Act", "sureness": "checked", "checked": "2026-11-22"}
FORMS = Quiz(
    id="forms",
    title="Every form",
    colleague=True,
    questions=(
        QuizQuestion(
            id="fine",
            ask="A fine is a last resort: true or false?",
            form="true-false",
            options=(
                QuizOption("true", "True", "Support comes first.", "yes"),
                QuizOption("false", "False", "It has never been the first step."),
            ),
            **COMMON,
        ),
        QuizQuestion(
            id="days",
            ask="How many days {in Wales}?",
            form="short",
            options=(
                QuizOption("fifteen", "Fifteen days", "Counted from the day it is served.", "yes"),
                QuizOption("number", "15", "In figures, the same.", "yes"),
                QuizOption("month", "28", "That is the first payment window."),
            ),
            explain="Days, not school days.",
            since="1996",
            **COMMON,
        ),
        QuizQuestion(
            id="acts",
            ask="Which Act is behind which order?",
            form="matching",
            pairs=(
                QuizPair("sao", "School attendance order", "Education Act", "Sections 437 to 443."),
                QuizPair("eso", "Education supervision order", "Children Act", "Section 36."),
                QuizPair("fine", "Penalty notice", "Education Act", "Section 444A."),
            ),
            **COMMON,
        ),
        QuizQuestion(
            id="steps",
            ask="In which order do you act?",
            form="ordering",
            items=(
                QuizItem("ask", "Ask the child", "Nothing comes before that."),
                QuizItem("plan", "Make a plan", "With the family."),
                QuizItem("look", "Look again", "After some weeks."),
            ),
            begins=("look", "ask", "plan"),
            **COMMON,
        ),
    ),
)
"""True-false, short text, matching and ordering; `EXAMPLE` has the choices."""
