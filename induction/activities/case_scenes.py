"""A case as it is told: its questions numbered over the whole of it, its stages in chapters that open one by one."""

from dataclasses import dataclass
from itertools import count

from induction.activities.base import Answers, Question, filled
from induction.activities.case import Case
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, plain, prose


@dataclass(frozen=True)
class Asked:
    """A question where it stands: its stage, its number, running over the case, and the name of the case."""

    within: str
    question: Question
    number: int
    case: str

    @property
    def field(self) -> str:
        return f"{self.within}.{self.question.id}"

    @property
    def prompt(self) -> str:
        return f"{self.case}, question {self.number}: {plain(self.question.ask)}"

    def missing(self, answers: Answers) -> bool:
        return not self.question.optional and not filled(answers.text(self.field))

    def gap(self, held_back: bool) -> str:
        # The words of a question tell what happens next, so they stay back as long as the facts do.
        later = f"{self.case}, question {self.number}: answer the questions before it first"
        return later if held_back else self.prompt


@dataclass(frozen=True)
class Scene:
    """A stage where it stands."""

    name: str
    happens: str
    asked: tuple[Asked, ...]

    def view(self, form: Form) -> Html:
        return el(
            "div",
            prose(self.happens, form.root),
            *(form.question(self.name, one.question, f"{one.number}.", about=one.case) for one in self.asked),
            class_="case__stage",
            id=f"{field_id(self.name)}-field",
        )


def chapters(part: str, case: Case) -> list[list[Scene]]:
    """What is opened at once: a stage, with those after it that bring no new facts."""
    told: list[list[Scene]] = []
    number = count(1)
    for stage in case.stages:
        name = f"{part}.{case.id}.{stage.id}"
        asked = tuple(Asked(name, question, next(number), plain(case.title)) for question in stage.questions)
        scene = Scene(name, stage.happens, asked)
        if told and not stage.happens:
            told[-1].append(scene)
        else:
            told.append([scene])
    return told


def questions(chapter: list[Scene]) -> list[Asked]:
    """The questions of a chapter."""
    return [asked for scene in chapter for asked in scene.asked]


def all_asked(part: str, case: Case) -> list[Asked]:
    """Every question of a case, in order."""
    return [asked for chapter in chapters(part, case) for asked in questions(chapter)]
