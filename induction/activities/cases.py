"""Staged cases: a story, questions, later facts, more questions, then points to compare with (activity 1.5)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Question, Shown
from induction.activities.case import Case, Stage
from induction.activities.case_scenes import all_asked, chapters, questions
from induction.views.forms import Form
from induction.views.html import Html, el, inline, join, plain, prose, spoken
from induction.views.parts import item, item_level, part_heading, reveal


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
        for case in self._told(answers):
            held_back = False
            if case.years and answers.text(self._year(case)) not in case.codes:
                gaps.append(Gap(self._year(case), f"{plain(case.title)}: choose the school year"))
            for chapter in chapters(self.id, case):
                missing = [asked for asked in questions(chapter) if asked.missing(answers)]
                gaps += [Gap(asked.field, asked.gap(held_back)) for asked in missing]
                held_back = held_back or bool(missing)
        return gaps

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for case in self._told(answers):
            if case.years:
                code = answers.text(self._year(case))
                shown.append(Shown(self.prompt(self._year(case)), case.codes.get(code, code)))
            shown += [Shown(asked.prompt, answers.text(asked.field)) for asked in all_asked(self.id, case)]
        return shown

    def prompt(self, field: str) -> str:
        for case in (one.in_year("") for one in self.cases):
            if case.years and field == self._year(case):
                return f"{plain(case.title)}: school year"
            for asked in all_asked(self.id, case):
                if asked.field == field:
                    return asked.prompt
        return ""

    def refuse(self, field: str, value: str, answers: Answers) -> str:
        """A year that is none of those offered."""
        offered = next((case.codes for case in self.cases if field == self._year(case)), {})
        return "Choose one of the years" if offered and value and value not in offered else ""

    def _year(self, case: Case) -> str:
        return f"{self.id}.{case.id}.year"

    def _told(self, answers: Answers) -> list[Case]:
        """The cases as the inductee reads them: with the year chosen."""
        return [case.in_year(answers.text(self._year(case))) for case in self.cases]

    def view(self, form: Form) -> Html:
        return join(
            part_heading(self, form),
            *(self._case(form, case) for case in self._told(form.answers)),
        )

    def _case(self, form: Form, case: Case) -> Html:
        about = f" ({plain(case.title)})"
        blocks: list[Html] = []
        answered = True
        for chapter in chapters(self.id, case):
            inside = join(*(scene.view(form) for scene in chapter))
            if blocks:
                # Each of several is called something else, so that a list of them by name tells them apart.
                when = "next" if len(blocks) == 1 else f"in part {len(blocks) + 1}"
                first = f"Answer the questions above first. Then open: what happens {when}"
                words = spoken(f"What happens {when}" if answered else first, about)
                inside = reveal(chapter[0].name, words, inside, opened=answered, look="case__later")
            blocks.append(inside)
            answered = answered and not any(asked.missing(form.answers) for asked in questions(chapter))
        years = list(case.codes.items())
        legend = spoken("First choose the school year. It then stands in the story and in every question", about)
        return item(
            f"{self.id}.{case.id}",
            case.title,
            item_level(self.title),
            form.radios(self._year(case), legend, years, beside=True) if years else None,
            el("div", prose(case.story, form.root), class_="case__story"),
            *blocks,
            self._compare(form, case, about, answered) if case.compare else None,
            kind="case",
        )

    def _compare(self, form: Form, case: Case, about: str, answered: bool) -> Html:
        return reveal(
            f"{self.id}.{case.id}",
            spoken("Points an experienced colleague would raise. Compare, then add to your answer", about),
            el("p", "These points are for comparison. They are never a score, and good answers differ."),
            el("ul", *(el("li", inline(point, form.root)) for point in case.compare)),
            opened=answered,
            look="compare",
        )


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
