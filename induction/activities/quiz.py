"""A quiz: answer unaided, then see why; every option explained; what held then and what holds now (3.1, 4.2, 5.4).

An answer can be changed until it is checked, because a radio answers at each press of an arrow key; then it stays.
What a question is made of is `quiz_questions`, how it is marked `quiz_forms`, how tries are kept `quiz_tries`, the view
`quiz_view`, all beside this module.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, Suggestion
from induction.activities.quiz_forms import form_of
from induction.activities.quiz_questions import QuizOption, QuizQuestion
from induction.activities.quiz_tries import PLAYERS, Try, all_tries, chosen_words, place_of, score_words
from induction.activities.quiz_view import quiz
from induction.views.forms import Form
from induction.views.html import Html, plain


@dataclass(frozen=True)
class Quiz:
    """A quiz. The first attempt is kept for ever; retries lose nothing."""

    id: str
    """Stable id of the part within its activity."""
    questions: tuple[QuizQuestion, ...]
    """The questions, in order."""
    kind: Literal["quiz"] = "quiz"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    colleague: bool = False
    """True when two can play on one screen."""

    def tries(self, question: QuizQuestion, who: str, answers: Answers) -> list[Try]:
        """The tries of a player at a question, the first one first."""
        return all_tries(f"{self.id}.{question.id}", question, who, answers)

    def players(self, question: QuizQuestion, answers: Answers) -> list[str]:
        """Who answers a question: the inductee, and a colleague when one plays too or has answered already."""
        plays = answers.text(f"{self.id}.with-colleague") == "yes"
        answered = self.colleague and any(one.chosen for one in self.tries(question, "colleague", answers))
        return ["try", "colleague"] if self.colleague and (plays or answered) else ["try"]

    def gaps(self, answers: Answers) -> list[Gap]:
        gaps = []
        for number, question in enumerate(self.questions, start=1):
            first = self.tries(question, "try", answers)[0]
            if not first.checked:
                words = "check your answer" if first.complete else plain(question.ask)
                gaps.append(Gap(first.controls[0], f"Question {number}: {words}"))
        return gaps

    def shown(self, answers: Answers) -> list[Shown]:
        shown = [
            # The question is part of the answer: two answers that change places are a change.
            Shown(self._words(number, question, who, at), chosen_words(one, f" (question {number})"))
            for number, question in enumerate(self.questions, start=1)
            for who in self.players(question, answers)
            for at, one in enumerate(self.tries(question, who, answers), start=1)
            if one.chosen or (at == 1 and who == "try")
        ]
        mine = [self.tries(question, "try", answers) for question in self.questions]
        shown.append(Shown("How it went", score_words(mine)))
        if self.colleague and answers.text(f"{self.id}.with-colleague") == "yes":
            shown.append(Shown(self.prompt(f"{self.id}.with-colleague"), "Yes"))
        return shown

    def _words(self, number: int, question: QuizQuestion, who: str, at: int) -> str:
        attempt = "first attempt" if at == 1 else f"attempt {at}" if at else "later attempt"
        return f"Question {number}, {PLAYERS[who]}{attempt}: {plain(question.ask)}"

    def prompt(self, field: str) -> str:
        if self.colleague and field == f"{self.id}.with-colleague":
            return "A colleague answers on this screen too"
        for number, question in enumerate(self.questions, start=1):
            place = place_of(f"{self.id}.{question.id}", question, field)
            if place and (place.who == "try" or self.colleague):
                words = self._words(number, question, place.who, 1 if place.row == "1" else 0)
                return f"{words} {place.aspect}".strip()
        return ""

    def refuse(self, field: str, value: str, answers: Answers) -> str:
        """An answer that was checked stays for ever."""
        for question in self.questions:
            for who in self.players(question, answers):
                for one in self.tries(question, who, answers):
                    if field in one.controls and one.checked and answers.text(field) != value:
                        return "This answer was checked, so it stays. Choose 'Try again' to answer once more"
                    if field in one.controls and not form_of(question).takes(question, value):
                        return "This is no order of these. Reload the page and move them again"
        return ""

    def not_right(self, answers: Answers) -> list[tuple[int, QuizQuestion]]:
        """The questions that the inductee's first attempt got wrong, with their numbers: what to learn next."""
        firsts = [(at, one, self.tries(one, "try", answers)[0]) for at, one in enumerate(self.questions, start=1)]
        return [(number, question) for number, question, first in firsts if first.checked and not first.right]

    def suggestions(self, answers: Answers) -> list[Suggestion]:
        return [
            Suggestion(
                f"Be sure of this: {plain(one.ask)}",
                f"Question {number}, not right the first time",
                f"{self.id}.{one.id}-field",
            )
            for number, one in self.not_right(answers)
        ]

    def view(self, form: Form) -> Html:
        return quiz(self, form)


EXAMPLE = Quiz(
    id="powers",
    title="What the law says",
    ask="Answer by yourself first.",
    colleague=True,
    questions=(
        QuizQuestion(
            id="days",
            ask="How many days has a parent to answer the notice?",
            options=(
                QuizOption(id="ten", text="10 days", why="Ten days is about something else."),
                QuizOption(id="fifteen", text="15 days", why="Counted from the day it is served.", right="yes"),
                QuizOption(id="month", text="28 days", why="That is the first window for paying a penalty notice."),
            ),
            source="Example Act 1996, section 437",
            sureness="checked",
            checked="2026-11-22",
            explain="Fifteen is the time to answer the first notice, not how long the order lasts.",
        ),
        QuizQuestion(
            id="rules",
            ask="Which regulations cover performances?",
            options=(
                QuizOption(id="old", text="The Regulations of 1968", why="They were taken back in 2015.", right="then"),
                QuizOption(
                    id="new", text="The Regulations of 2015", why="They took the place of the old.", right="now"
                ),
                QuizOption(id="none", text="None", why="A licence is needed, and rules say when."),
            ),
            source="Example Regulations 2015",
            sureness="to-be-checked",
            checked="2026-11-22",
            then="The Regulations of 1968.",
            since="October 2015",
        ),
        QuizQuestion(
            id="who",
            ask="Who is a parent here? Tick all that are.",
            options=(
                QuizOption(id="mother", text="The mother", why="By birth.", right="yes"),
                QuizOption(
                    id="gran", text="A grandmother who has care of the child", why="Care is enough.", right="yes"
                ),
                QuizOption(id="teacher", text="The class teacher", why="Teaching is not care in this sense."),
            ),
            source="Example Act 1996, section 576",
            sureness="known",
            checked="2026-11-22",
        ),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
