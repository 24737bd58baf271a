"""Objectives of a development plan: what, how, with what help, by when, looked at when, and what came of it (6.2).

A council's own form can take its place; then only where that is kept is asked. The view is `objectives_view`.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, filled, is_row
from induction.activities.objectives_view import objectives
from induction.dates import near_date, parse_date, read_date, say_date
from induction.views.forms import Form
from induction.views.html import Html

ASKS = {
    "name": "What do you want to be able to do?",
    "action": "What will you do?",
    "resources": "What or whom do you need?",
    "when": "By when?",
    "reviewed": "When did you look at it again?",
    "review": "What came of it?",
    "from": "Where this came from",
}
"""What is asked about an objective. The first four are the pack's columns; the review and its outcome are ours."""
NEEDED = ("name", "action", "resources", "when")
"""What an objective is not complete without: the four columns."""
OWN_FORM = "We use our council's or school's own form instead"
KEPT = "Where is your own form kept?"
DATED = "Date of this plan"


@dataclass(frozen=True)
class Sample:
    """An objective to start from."""

    name: str
    """What to be able to do."""
    action: str
    """What to do for it."""
    resources: str
    """What or whom it needs."""
    when: str
    """By when, in words: 'in two months'."""


@dataclass(frozen=True)
class Objectives:
    """Objectives in the pack's four columns, with a review and its outcome."""

    id: str
    """Stable id of the part within its activity."""
    kind: Literal["objectives"] = "objectives"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    at_least: int = 1
    """How many objectives there must be; 0 when the activity is complete without any."""
    dated: str = ""
    """Field of this activity that holds the date of the plan: 'about-you.date'. Empty: the part asks for it."""
    samples: tuple[Sample, ...] = ()
    """Objectives to start from."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""

    @property
    def date_field(self) -> str:
        """The field that holds the date of the plan."""
        return self.dated or f"{self.id}.plan.dated"

    def plan_date(self, answers: Answers) -> str:
        """The date of the plan, ISO 8601, however it was typed; empty while there is none that can be read."""
        date = read_date(answers.text(self.date_field))
        return date.isoformat() if date and near_date(date.isoformat()) else ""

    def stands_in(self, answers: Answers) -> bool:
        """True when a form of their own is used."""
        return answers.text(f"{self.id}.own-form") == "yes"

    def rows(self, answers: Answers) -> list["Objective"]:
        """The objectives: blank ones as far as they are asked for, then those added."""
        fixed = [str(number) for number in range(1, max(self.at_least, 1) + 1)]
        return [
            Objective(number, row, row not in fixed, {one: answers.text(f"{self.id}.{row}.{one}") for one in ASKS})
            for number, row in enumerate([*fixed, *answers.rows(self.id)], start=1)
        ]

    def gaps(self, answers: Answers) -> list[Gap]:
        if self.stands_in(answers):
            kept = f"{self.id}.own-form.kept"
            return [] if filled(answers.text(kept)) else [Gap(kept, KEPT)]
        gaps = []
        for one in self.rows(answers):
            if one.begun or one.number <= self.at_least:
                gaps += [
                    Gap(f"{self.id}.{one.row}.{name}", f"Objective {one.number}: {_small(ASKS[name])}")
                    for name in NEEDED
                    if not filled(one.says[name])
                ]
        return gaps

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        if not self.dated:
            shown.append(Shown(DATED, said(answers.text(self.date_field))))
        for name, words in (("own-form", OWN_FORM), ("own-form.kept", KEPT)):
            text = answers.text(f"{self.id}.{name}")
            if filled(text):
                shown.append(Shown(words, "Yes" if name == "own-form" else text))
        for one in self.rows(answers):
            shown += [
                Shown(f"Objective {one.number}: {_small(words)}", said(one.says[name]))
                for name, words in ASKS.items()
                if name in NEEDED or filled(one.says[name])
            ]
        return shown

    def prompt(self, field: str) -> str:
        single = {f"{self.id}.own-form": OWN_FORM, f"{self.id}.own-form.kept": KEPT}
        if not self.dated:
            single[self.date_field] = DATED
        if field in single or not field.startswith(f"{self.id}."):
            return single.get(field, "")
        row, _, aspect = field.removeprefix(f"{self.id}.").partition(".")
        if aspect not in ASKS or not is_row(row, max(self.at_least, 1)) or row in ("own-form", "plan"):
            return ""
        return f"{f'Objective {row}' if row.isdigit() else 'Added objective'}: {_small(ASKS[aspect])}"

    def view(self, form: Form) -> Html:
        return objectives(self, form)


@dataclass(frozen=True)
class Objective:
    """An objective as it stands."""

    number: int
    row: str
    added: bool
    says: dict[str, str]
    """What stands in each of `ASKS`."""

    @property
    def begun(self) -> bool:
        """True when anything is written in it."""
        return any(map(filled, self.says.values()))

    @property
    def undated(self) -> bool:
        """True when it is begun and does not say by when."""
        return self.begun and not filled(self.says["when"])


def said(text: str) -> str:
    """A date in words; any other text as it was typed."""
    return say_date(text) if parse_date(text) else text


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


EXAMPLE = Objectives(
    id="goals",
    title="My objectives",
    ask="Few are better than many.",
    samples=(
        Sample("Hold a hard conversation calmly", "Go out with a colleague and watch", "A colleague", "in 3 months"),
        Sample("Read a register without help", "Read 4 registers with a school", "The school office", "in 6 weeks"),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
