"""Repeatable sheets: as many as there are schools, services or findings, each with the same questions (2.1, 2.8, 4.3).

The view is `induction.activities.sheets_view`.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Question, Shown, filled, follow_on, is_row, small
from induction.activities.sheets_view import sheets
from induction.views.forms import Form
from induction.views.html import Html, plain


@dataclass(frozen=True)
class Offered:
    """A sheet that is there from the start."""

    id: str
    """Stable id within the part."""
    title: str
    """Its name."""
    about: str = ""
    """What is known already, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units this sheet carries."""


@dataclass(frozen=True)
class Sheets:
    """Sheets that are added, named and filled in; what is found out can be used again."""

    id: str
    """Stable id of the part within its activity."""
    noun: str
    """What one sheet is about: 'school', 'service', 'finding'."""
    nouns: str
    """More than one of them."""
    name: str
    """The question for a sheet's name: 'Name of the school'. Renaming a sheet keeps its answers."""
    questions: tuple[Question, ...]
    """The questions on every sheet."""
    at_least: int = 1
    """How many sheets there must be."""
    offered: tuple[Offered, ...] = ()
    """Sheets that are there from the start."""
    reference: str = ""
    """Id of a reference collection whose entries are offered as sheets; leave `offered` out then."""
    kind: Literal["sheets"] = "sheets"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    pocket: bool = False
    """True when what is found belongs in the worker's own directory ('my patch')."""

    def sheets(self, answers: Answers) -> list["Sheet"]:
        """The sheets: those offered, blank ones as far as more are needed, then those added. All of them count."""
        rows = answers.rows(self.id)
        given = [(one.id, plain(one.title), one.about, False) for one in self.offered]
        given += [(str(number), "", "", False) for number in range(1, self._blank + 1)]
        given += [(row, "", "", True) for row in rows]
        made = []
        for number, (row, title, about, added) in enumerate(given, start=1):
            name = title or answers.text(f"{self.id}.{row}.name").strip() or f"{self._noun} {number}"
            made.append(Sheet(row, name, about, added, bool(title)))
        return made

    @property
    def _noun(self) -> str:
        return self.noun[:1].upper() + self.noun[1:]

    @property
    def _blank(self) -> int:
        return max(self.at_least - len(self.offered), 0 if self.offered else 1)

    def missing(self, sheet: "Sheet", answers: Answers) -> list[Question]:
        """The questions of a sheet that have to be answered and are not."""
        return [
            one
            for one in self.questions
            if not one.optional and not filled(answers.text(f"{self.id}.{sheet.row}.{one.id}"))
        ]

    @property
    def asked(self) -> int:
        """How many questions of a sheet have to be answered."""
        return sum(not one.optional for one in self.questions)

    def gaps(self, answers: Answers) -> list[Gap]:
        return [gap for sheet in self.sheets(answers) for gap in self._missing(sheet, answers)]

    def _missing(self, sheet: "Sheet", answers: Answers) -> list[Gap]:
        field = f"{self.id}.{sheet.row}"
        begun = any(filled(answers.text(f"{field}.{one.id}")) for one in self.questions)
        gaps = []
        # A sheet nobody has begun is named by its number; one that holds something needs a name to be of use.
        if begun and not sheet.fixed and not filled(answers.text(f"{field}.name")):
            gaps.append(Gap(f"{field}.name", f"{sheet.name}: {small(plain(self.name))}"))
        gaps += [
            Gap(f"{field}.{one.id}", f"{sheet.name}: {follow_on(plain(one.ask))}")
            for one in self.missing(sheet, answers)
        ]
        return gaps

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for sheet in self.sheets(answers):
            field = f"{self.id}.{sheet.row}"
            if not sheet.fixed:
                shown.append(Shown(f"{sheet.name}: {small(plain(self.name))}", answers.text(f"{field}.name")))
            shown += [
                Shown(f"{sheet.name}: {follow_on(plain(one.ask))}", answers.text(f"{field}.{one.id}"))
                for one in self.questions
            ]
        return shown

    def prompt(self, field: str) -> str:
        if not field.startswith(f"{self.id}."):
            return ""
        row, _, aspect = field.removeprefix(f"{self.id}.").partition(".")
        title = next((plain(one.title) for one in self.offered if one.id == row), "")
        if not title and not is_row(row, self._blank):
            return ""
        asks = {one.id: plain(one.ask) for one in self.questions} | ({} if title else {"name": plain(self.name)})
        blank = f"{self._noun} {int(row) + len(self.offered)}" if row.isdigit() else f"Added {self.noun}"
        sheet = title or blank
        return f"{sheet}: {follow_on(asks[aspect])}" if aspect in asks else ""

    def view(self, form: Form) -> Html:
        return sheets(self, form)


@dataclass(frozen=True)
class Sheet:
    """A sheet as it stands."""

    row: str
    name: str
    """Its title, or the name that was typed, or its number."""
    about: str
    added: bool
    fixed: bool
    """True when its title is content, so that nobody names it."""


EXAMPLE = Sheets(
    id="schools",
    title="A sheet for each school",
    ask="Fill in one sheet for each school that you will work with.",
    noun="school",
    nouns="schools",
    name="Name of the school",
    at_least=2,
    offered=(Offered(id="virtual", title="The virtual school", about="For children who are looked after."),),
    questions=(
        Question(id="who", ask="Who leads on attendance there?", short=True),
        Question(id="registers", ask="How are registers taken?", hint="Paper or electronic."),
        Question(id="known", ask="What is the school known for?", optional=True),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
