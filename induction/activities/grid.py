"""Fixed rows by a few questions: a review grid (3.3, 4.5, 5.2, 5.6, 6.1)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Link, Question, Shown, filled, follow_on, small
from induction.views.forms import Form
from induction.views.html import Html, el, join, link, plain, prose, spoken
from induction.views.parts import anchored, count_left, item, item_level, part_heading


@dataclass(frozen=True)
class GridRow:
    """One row."""

    id: str
    """Stable id within the part."""
    title: str
    """What the row is about."""
    about: str = ""
    """What is worth knowing, in one to three sentences."""
    link: Link | None = None
    """Where to read more on this site."""
    sources: tuple[str, ...] = ()
    """Source units this row carries."""


@dataclass(frozen=True)
class Grid:
    """The same questions asked of every row."""

    id: str
    """Stable id of the part within its activity."""
    rows: tuple[GridRow, ...]
    """The rows, in order."""
    columns: tuple[Question, ...]
    """The questions asked of each row."""
    kind: Literal["grid"] = "grid"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    absent: str = ""
    """Words of a tick that accounts for a row without answers: 'None held locally'. Empty when every row needs answers."""

    def gaps(self, answers: Answers) -> list[Gap]:
        return [gap for row in self.rows for gap in self._missing(row, answers)]

    def _missing(self, row: GridRow, answers: Answers) -> list[Gap]:
        if self._absent(row, answers):
            return []
        return [
            Gap(f"{self.id}.{row.id}.{column.id}", self._asked(row, column))
            for column in self.columns
            if not column.optional and not filled(answers.text(f"{self.id}.{row.id}.{column.id}"))
        ]

    def _absent(self, row: GridRow, answers: Answers) -> bool:
        return bool(self.absent) and answers.text(f"{self.id}.{row.id}.absent") == "yes"

    def _asked(self, row: GridRow, column: Question) -> str:
        return f"{plain(row.title)}: {follow_on(plain(column.ask))}"

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for row in self.rows:
            absent = self._absent(row, answers)
            if absent:
                words = f"{plain(self.absent)} ({plain(row.title)})"
                shown.append(Shown(f"{plain(row.title)}: {small(plain(self.absent))}", words))
            for column in self.columns:
                text = answers.text(f"{self.id}.{row.id}.{column.id}")
                if filled(text) or not absent:
                    shown.append(Shown(self._asked(row, column), text))
        return shown

    def prompt(self, field: str) -> str:
        for row in self.rows:
            name = f"{self.id}.{row.id}"
            if self.absent and field == f"{name}.absent":
                return f"{plain(row.title)}: {small(plain(self.absent))}"
            for column in self.columns:
                if field == f"{name}.{column.id}":
                    return self._asked(row, column)
        return ""

    def view(self, form: Form) -> Html:
        missing = [(row, gaps) for row in self.rows if (gaps := self._missing(row, form.answers))]
        left = [(gaps[0].field, row.title) for row, gaps in missing]
        return join(
            part_heading(self, form),
            count_left(self.id, left, len(self.rows), "accounted for" if self.absent else "done", "Still open"),
            *(self._row(form, number, row) for number, row in enumerate(self.rows)),
        )

    def _row(self, form: Form, number: int, row: GridRow) -> Html:
        name = f"{self.id}.{row.id}"
        return item(
            name,
            row.title,
            item_level(self.title),
            prose(row.about, form.root),
            el("p", "Read more: ", link(row.link.text, row.link.href, form.root)) if row.link else None,
            form.tick(f"{name}.absent", spoken(plain(self.absent), f" ({plain(row.title)})")) if self.absent else None,
            el("div", *self._boxes(form, number, row), class_="grid__cells"),
            kind="grid",
        )

    def _boxes(self, form: Form, number: int, row: GridRow) -> list[Html]:
        name, about, boxes = f"{self.id}.{row.id}", plain(row.title), []
        for column in self.columns:
            # What is recorded is always on the page, so that it can be taken back.
            if self._absent(row, form.answers) and not filled(form.answers.text(f"{name}.{column.id}")):
                continue
            boxes.append(form.question(name, column, about=about))
        # Each column is asked in every row; its anchor is where it is asked first.
        if number == 0 and len(boxes) == len(self.columns):
            return [anchored(f"{self.id}.{one.id}", box) for one, box in zip(self.columns, boxes, strict=True)]
        return boxes


EXAMPLE = Grid(
    id="review",
    title="Look at the paperwork",
    ask="Take each kind of document that your service uses.",
    absent="None held locally",
    rows=(
        GridRow(
            id="contract",
            title="Parenting contract",
            about="Signed by choice.",
            link=Link("The legal route", "guidance/the-legal-route/"),
        ),
        GridRow(id="order", title="School attendance order"),
        GridRow(id="supervision", title="Education supervision order"),
    ),
    columns=(
        Question(id="strengths", ask="What is good about it?"),
        Question(id="better", ask="What would you improve?", hint="Words, layout, or how it is sent."),
        Question(id="met", ask="Have you met one yourself?", optional=True, short=True),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
