"""Score each item of a checklist, with what shows it; weakest first; then so many improvements (activity 5.1).

The view is `induction.activities.scoring_view`.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, filled, follow_on, is_row, small
from induction.activities.scoring_view import scoring
from induction.views.forms import Form
from induction.views.html import Html, plain


@dataclass(frozen=True)
class Score:
    """One point of the scale."""

    id: str
    """The score as a code: '1'."""
    text: str
    """What it means: 'Very well'."""


@dataclass(frozen=True)
class ScoreItem:
    """One item to score."""

    id: str
    """Stable id within the part."""
    text: str
    """The item."""
    sources: tuple[str, ...] = ()
    """Source units this item carries."""


@dataclass(frozen=True)
class Scoring:
    """A checklist with scores. Counts are shown in words, never an average."""

    id: str
    """Stable id of the part within its activity."""
    scale: tuple[Score, ...]
    """The scale, best first."""
    items: tuple[ScoreItem, ...]
    """The items, in order."""
    improvements: int
    """How many improvements to suggest."""
    kind: Literal["scoring"] = "scoring"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    evidence: str = "What shows it?"
    """The question beside each score."""
    improve: str = "What would make it better?"
    """The question for each improvement."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""

    def gaps(self, answers: Answers) -> list[Gap]:
        gaps = []
        for number, item in enumerate(self.items, start=1):
            field = f"{self.id}.{item.id}"
            if not answers.text(field):
                gaps.append(Gap(field, self._asked(number, item)))
            elif not filled(answers.text(f"{field}.evidence")):
                gaps.append(Gap(f"{field}.evidence", f"Item {number}, {follow_on(plain(self.evidence))}"))
        fields = self.improvement_fields(answers)
        empty = [field for field in fields if not filled(answers.text(field))]
        short = self.improvements - (len(fields) - len(empty))
        if short > 0:
            gaps.append(Gap(empty[0], f"Add {short} more {'improvement' if short == 1 else 'improvements'}"))
        return gaps

    def _asked(self, number: int, item: ScoreItem) -> str:
        return f"Item {number}: {plain(item.text)}"

    def improvement_fields(self, answers: Answers) -> list[str]:
        """The fields of the improvements: those there from the start, then those added."""
        name = f"{self.id}.improve"
        fixed = [str(number) for number in range(1, self.improvements + 1)]
        return [f"{name}.{row}" for row in (*fixed, *answers.rows(name))]

    def words(self, code: str) -> str:
        """A score with what it means; the code itself when a later version added it."""
        return next((f"{score.id}, {small(plain(score.text))}" for score in self.scale if score.id == code), code)

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for number, item in enumerate(self.items, start=1):
            field, asked = f"{self.id}.{item.id}", self._asked(number, item)
            score = answers.text(field)
            # The item is part of the answer: two scores that change places are a change.
            shown.append(Shown(asked, f"{self.words(score)} (item {number})" if score else ""))
            shown.append(Shown(f"{asked} {plain(self.evidence)}", answers.text(f"{field}.evidence")))
        return shown + [
            Shown(f"Improvement {number}: {plain(self.improve)}", answers.text(field))
            for number, field in enumerate(self.improvement_fields(answers), start=1)
            if number <= self.improvements or filled(answers.text(field))
        ]

    def prompt(self, field: str) -> str:
        for number, item in enumerate(self.items, start=1):
            if field == f"{self.id}.{item.id}":
                return self._asked(number, item)
            if field == f"{self.id}.{item.id}.evidence":
                return f"{self._asked(number, item)} {plain(self.evidence)}"
        name = f"{self.id}.improve."
        row = field.removeprefix(name)
        if not field.startswith(name) or not is_row(row, self.improvements):
            return ""
        return f"{f'Improvement {row}' if row.isdigit() else 'Another improvement'}: {plain(self.improve)}"

    def view(self, form: Form) -> Html:
        return scoring(self, form)


EXAMPLE = Scoring(
    id="policy",
    title="Score an attendance policy",
    ask="Take the policy of a school that you work with.",
    scale=(
        Score(id="1", text="Very well"),
        Score(id="2", text="To some extent"),
        Score(id="3", text="Not really"),
    ),
    improvements=2,
    items=(
        ScoreItem(id="why", text="It says why attendance matters"),
        ScoreItem(id="who", text="It says who does what"),
        ScoreItem(id="first-day", text="It says what happens on the first day of absence"),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
