"""Staged cases: a story, questions, later facts, more questions, then points to compare with (activity 1.5)."""

from dataclasses import dataclass
from itertools import count
from typing import Literal

from induction.activities.base import Answers, Gap, Question, Shown, filled
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, inline, join, plain, prose, spoken
from induction.views.parts import item, item_level, part_heading, reveal


@dataclass(frozen=True)
class Stage:
    """One stage of a case: what happens, then questions about it."""

    id: str
    """Stable id within the case."""
    questions: tuple[Question, ...]
    """The questions of this stage."""
    happens: str = ""
    """What happens at this stage (paragraphs and '- ' lists). Empty at the first stage, which follows the story.
    Shown only after the questions before it are answered."""


@dataclass(frozen=True)
class Case:
    """One invented child or family."""

    id: str
    """Stable id within the part."""
    title: str
    """The case's name, for example a child's invented name."""
    story: str
    """The facts known at the start (paragraphs and '- ' lists)."""
    stages: tuple[Stage, ...]
    """The stages, in order. A case with nothing held back has one."""
    compare: tuple[str, ...]
    """Points an experienced officer would raise, shown after all questions are answered.
    For comparison, never a score."""
    sources: tuple[str, ...] = ()
    """Source units this case carries."""


@dataclass(frozen=True)
class Cases:
    """Case studies to work through."""

    id: str
    """Stable id of the part within its activity."""
    cases: tuple[Case, ...]
    """The cases, in order."""
    kind: Literal["cases"] = "cases"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""

    def gaps(self, answers: Answers) -> list[Gap]:
        gaps = []
        for case in self.cases:
            held_back = False
            for chapter in _chapters(self.id, case):
                missing = [asked for asked in _questions(chapter) if asked.missing(answers)]
                gaps += [Gap(asked.field, asked.gap(held_back)) for asked in missing]
                held_back = held_back or bool(missing)
        return gaps

    def shown(self, answers: Answers) -> list[Shown]:
        return [Shown(asked.prompt, answers.text(asked.field)) for asked in self._all()]

    def prompt(self, field: str) -> str:
        return next((asked.prompt for asked in self._all() if asked.field == field), "")

    def _all(self) -> "list[_Asked]":
        return [asked for case in self.cases for chapter in _chapters(self.id, case) for asked in _questions(chapter)]

    def view(self, form: Form) -> Html:
        return join(
            part_heading(self.title, self.ask, form.root),
            *(self._case(form, case) for case in self.cases),
        )

    def _case(self, form: Form, case: Case) -> Html:
        about = f" ({plain(case.title)})"
        blocks: list[Html] = []
        answered = True
        for chapter in _chapters(self.id, case):
            inside = join(*(scene.view(form) for scene in chapter))
            if blocks:
                first = "Answer the questions above first. Then open: what happens next"
                words = spoken("What happens next" if answered else first, about)
                inside = reveal(chapter[0].name, words, inside, opened=answered, look="case__later")
            blocks.append(inside)
            answered = answered and not any(asked.missing(form.answers) for asked in _questions(chapter))
        return item(
            f"{self.id}.{case.id}",
            case.title,
            item_level(self.title),
            el("div", prose(case.story, form.root), class_="case__story"),
            *blocks,
            self._compare(form, case, about, answered) if case.compare else None,
            kind="case",
        )

    def _compare(self, form: Form, case: Case, about: str, answered: bool) -> Html:
        return reveal(
            f"{self.id}.{case.id}",
            spoken("Points an experienced officer would raise. Compare, then add to your answer", about),
            el("p", "These points are for comparison. They are never a score, and good answers differ."),
            el("ul", *(el("li", inline(point, form.root)) for point in case.compare)),
            opened=answered,
            look="compare",
        )


@dataclass(frozen=True)
class _Asked:
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
class _Scene:
    """A stage where it stands."""

    name: str
    happens: str
    asked: tuple[_Asked, ...]

    def view(self, form: Form) -> Html:
        return el(
            "div",
            prose(self.happens, form.root),
            *(form.question(self.name, one.question, f"{one.number}.", about=one.case) for one in self.asked),
            class_="case__stage",
            id=f"{field_id(self.name)}-field",
        )


def _chapters(part: str, case: Case) -> list[list[_Scene]]:
    """What is opened at once: a stage, with those after it that bring no new facts."""
    chapters: list[list[_Scene]] = []
    number = count(1)
    for stage in case.stages:
        name = f"{part}.{case.id}.{stage.id}"
        asked = tuple(_Asked(name, question, next(number), plain(case.title)) for question in stage.questions)
        scene = _Scene(name, stage.happens, asked)
        if chapters and not stage.happens:
            chapters[-1].append(scene)
        else:
            chapters.append([scene])
    return chapters


def _questions(chapter: list[_Scene]) -> list[_Asked]:
    return [asked for scene in chapter for asked in scene.asked]


EXAMPLE = Cases(
    id="cases",
    title="Two invented children",
    ask="Write first, then open what happens next.",
    cases=(
        Case(
            id="robin",
            title="Robin Example",
            story="Robin has missed nine Mondays.\n\n- Robin likes science.\n- The school has rung twice.",
            stages=(
                Stage(
                    id="start",
                    questions=(
                        Question(id="know", ask="What do you know, and what do you only suppose?"),
                        Question(id="first", ask="Whom do you speak to first?", short=True),
                    ),
                ),
                Stage(
                    id="visit",
                    happens="At 2.30 pm an older brother opens the door and says that nobody else is in.",
                    questions=(
                        Question(id="door", ask="What do you do at the door?"),
                        Question(id="own", ask="Have you met this yourself?", pupil=True, optional=True),
                    ),
                ),
            ),
            compare=("Do not go in while no adult is there.", "Ask what Robin wants, and write it down."),
        ),
        Case(
            id="sam",
            title="Sam Example",
            story="Sam is in Year 9 and comes late on two days a week.",
            stages=(Stage(id="start", questions=(Question(id="next", ask="What do you suggest to Sam's tutor?"),)),),
            compare=("Find out what the mornings are like at home.",),
        ),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
