"""A plan for one child: what the child needs, outcome goals, and targets that are SMART (2.9, 2.10). A is Agreed.

Nothing that is typed is refused: what does not do yet is said beside it, and counts as missing where it must be right.
The view is `induction.activities.casework_view`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, filled, follow_on, is_row
from induction.activities.casework_view import PARTS, casework
from induction.dates import say_date
from induction.views.forms import Form
from induction.views.html import Html, plain

_OWN_ACT = re.compile(
    r"\W*(?:I|we)(?:['’]ll| will| shall| am going to| are going to| plan to| want to)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Casework:
    """Needs, goals and targets, step by step."""

    id: str
    """Stable id of the part within its activity."""
    child: str
    """The child's (invented) first name. A need begins '<name> needs'."""
    family: str
    """Whom the goals are about: 'Liam and his mum'."""
    needs: int = 0
    """How many statements of need to write; 0 leaves the step out."""
    goals: int = 0
    """How many outcome goals to write; 0 leaves the step out."""
    targets: int = 0
    """How many SMART targets to write; 0 leaves the step out."""
    kind: Literal["casework"] = "casework"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""

    def rows(self, step: str, count: int, answers: Answers) -> list["Row"]:
        """The rows of a step: those there from the start, then those added."""
        name = f"{self.id}.{step}"
        added = answers.rows(name) if count else ()
        rows = [(str(number), False) for number in range(1, count + 1)] + [(row, True) for row in added]
        return [Row(f"{name}.{row}", row, number, extra) for number, (row, extra) in enumerate(rows, start=1)]

    def need_warning(self, text: str) -> str:
        """What to write instead of a need that does not begin as one; empty when there is nothing to say yet."""
        begun = " ".join(text.split()).casefold()
        if self._is_need(begun) or self._needs.casefold().startswith(begun):
            return ""
        if begun.startswith(f"{plain(self.child)} should".casefold()):
            return (
                f"Write what {plain(self.child)} needs, not what {plain(self.child)} should do. Begin '{self._needs}'."
            )
        return f"Begin '{self._needs}'."

    @property
    def _needs(self) -> str:
        return f"{plain(self.child)} needs"

    def _is_need(self, text: str) -> bool:
        return f"{text} ".casefold().startswith(f"{self._needs} ".casefold())

    def goal_warning(self, text: str) -> str:
        """What to ask about a goal that says what the worker does; empty when it does not."""
        if not _OWN_ACT.match(text):
            return ""
        return f"This says what you will do. What will be different for {plain(self.family)}? Write that."

    def gaps(self, answers: Answers) -> list[Gap]:
        gaps = []
        for row in self.rows("need", self.needs, answers):
            text = " ".join(answers.text(row.field).split())
            if filled(text) and not self._is_need(text):
                gaps.append(Gap(row.field, f"Need {row.number}: begin '{self._needs}'"))
            elif not filled(text.casefold().removeprefix(self._needs.casefold())) and (text or not row.added):
                gaps.append(Gap(row.field, f"Need {row.number}: write what {plain(self.child)} needs"))
        for row in self.rows("goal", self.goals, answers):
            if not row.added and not filled(answers.text(row.field)):
                gaps.append(Gap(row.field, f"Goal {row.number}: write what will be different for {plain(self.family)}"))
        for row in self.rows("target", self.targets, answers):
            empty = [(part, ask) for part, ask in PARTS if not filled(answers.text(f"{row.field}.{part}"))]
            # A target that was added and not begun asks for nothing.
            if not row.added or len(empty) < len(PARTS):
                gaps += [Gap(f"{row.field}.{part}", f"Target {row.number}: {ask}") for part, ask in empty]
        return gaps

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for step, count in self._steps().items():
            for row in self.rows(step, count, answers):
                for aspect in self._aspects(step):
                    text = answers.text(row.field + aspect)
                    if filled(text) or not row.added:
                        words = self._words(step, str(row.number), aspect)
                        shown.append(Shown(words, say_date(text) if aspect == ".review" else text))
        return shown

    def _steps(self) -> dict[str, int]:
        return {"need": self.needs, "goal": self.goals, "target": self.targets}

    def _aspects(self, step: str) -> list[str]:
        return [f".{part}" for part, _ in PARTS] if step == "target" else [""]

    def _words(self, step: str, number: str, aspect: str) -> str:
        if step == "target":
            return f"Target {number}, {follow_on(dict(PARTS)[aspect[1:]])}"
        about = plain(self.child) if step == "need" else plain(self.family)
        return f"{'Need' if step == 'need' else 'Goal'} {number} of {about}"

    def prompt(self, field: str) -> str:
        for step, count in self._steps().items():
            name = f"{self.id}.{step}."
            row, dot, rest = field.removeprefix(name).partition(".")
            if count and field.startswith(name) and is_row(row, count) and dot + rest in self._aspects(step):
                return self._words(step, row if row.isdigit() else "added", dot + rest)
        return ""

    def view(self, form: Form) -> Html:
        return casework(self, form)


@dataclass(frozen=True)
class Row:
    """A need, a goal or a target as it stands."""

    field: str
    row: str
    number: int
    added: bool


EXAMPLE = Casework(
    id="plan",
    title="Plan with Robin",
    ask="Use what you know about Robin, who is invented.",
    child="Robin",
    family="Robin and his gran",
    needs=2,
    goals=1,
    targets=1,
)
"""One example for docs, snapshots, accessibility checks and tests."""
