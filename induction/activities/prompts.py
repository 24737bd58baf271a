"""Prompted text: set questions, one box each (activities 1.1, 1.3 and many more of the pack)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Question, Shown, Suggestion, filled
from induction.views.forms import Form
from induction.views.html import Html, el, join, plain, spoken
from induction.views.parts import part_heading


@dataclass(frozen=True)
class Prompts:
    """Set questions, one box each."""

    id: str
    """Stable id of the part within its activity."""
    questions: tuple[Question, ...]
    """The questions, in order."""
    kind: Literal["prompts"] = "prompts"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    finding_out: bool = False
    """True when the answers are found out from other people: each question then also asks who said so and when,
    and can be left honestly open as asked, waiting for a reply."""

    def gaps(self, answers: Answers) -> list[Gap]:
        return [
            Gap(f"{self.id}.{question.id}", self._missing(number, question, answers))
            for number, question in enumerate(self.questions, start=1)
            if not question.optional and not filled(answers.text(f"{self.id}.{question.id}"))
        ]

    def waiting(self, answers: Answers) -> list[Gap]:
        """The questions that were asked and wait for a reply."""
        return [
            Gap(f"{self.id}.{question.id}", plain(question.ask))
            for question in self.questions
            if self.finding_out and answers.text(f"{self.id}.{question.id}.open") == "yes"
        ]

    def suggestions(self, answers: Answers) -> list[Suggestion]:
        return [
            Suggestion(f"Find out: {gap.text}", "Asked, and still waiting for a reply", gap.field)
            for gap in self.waiting(answers)
        ]

    def _missing(self, number: int, question: Question, answers: Answers) -> str:
        if self.finding_out and answers.text(f"{self.id}.{question.id}.open") == "yes":
            return f"Question {number}, asked and waiting for a reply: {plain(question.ask)}"
        return f"Answer question {number}: {plain(question.ask)}"

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for question in self.questions:
            field, ask = f"{self.id}.{question.id}", plain(question.ask)
            shown.append(Shown(ask, answers.text(field)))
            if filled(answers.text(f"{field}.told")):
                shown.append(Shown(f"Who told me, and when: {ask}", answers.text(f"{field}.told")))
            if answers.text(f"{field}.open") == "yes":
                shown.append(Shown(f"Still to find out: {ask}", "Asked, waiting for a reply"))
        return shown

    def prompt(self, field: str) -> str:
        for question in self.questions:
            name, ask = f"{self.id}.{question.id}", plain(question.ask)
            prompts = {
                name: ask,
                f"{name}.told": f"Who told me, and when: {ask}",
                f"{name}.open": f"Still to find out: {ask}",
            }
            if field in prompts:
                return prompts[field]
        return ""

    def view(self, form: Form) -> Html:
        numbered = len(self.questions) > 1
        return join(
            part_heading(self, form),
            *(
                el(
                    "div",
                    form.question(self.id, question, f"{number}." if numbered else ""),
                    *self._found_out(form, question),
                    class_="row",
                )
                for number, question in enumerate(self.questions, start=1)
            ),
        )

    def _found_out(self, form: Form, question: Question) -> tuple[Html, ...]:
        if not self.finding_out:
            return ()
        field, about = f"{self.id}.{question.id}", f": {plain(question.ask)}"
        return (
            form.box(f"{field}.told", spoken("Who told you, and when", about), short=True),
            form.tick(f"{field}.open", spoken("Still to find out: I have asked and am waiting for a reply", about)),
        )


EXAMPLE = Prompts(
    id="role",
    ask="Ask your manager, and read what they point you to.",
    finding_out=True,
    questions=(
        Question(id="functions", ask="What does the service do here?"),
        Question(id="time", ask="How is time shared between schools?", hint="Hours a week or visits a term."),
        Question(id="surprise", ask="What surprised you?", optional=True),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
