"""The same questions for two people side by side, with factors ticked for each (activity 2.6)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Question, Shown, filled, follow_on
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, inline, plain, spoken
from induction.views.parts import anchored, item, item_level, part_heading


@dataclass(frozen=True)
class Column:
    """One person or thing that the questions are asked about."""

    id: str
    """Stable id within the part."""
    title: str
    """Its heading: 'Parent A'."""


@dataclass(frozen=True)
class Factor:
    """One factor to tick."""

    id: str
    """Stable id within the part."""
    text: str
    """The factor."""


@dataclass(frozen=True)
class Columns:
    """Questions in columns; ticked factors show under one of the questions of their own column."""

    id: str
    """Stable id of the part within its activity."""
    columns: tuple[Column, ...]
    """The columns."""
    questions: tuple[Question, ...]
    """The questions asked in every column."""
    factors: tuple[Factor, ...] = ()
    """Factors to tick in each column."""
    factors_under: str = ""
    """Id of the question under which the ticked factors show."""
    kind: Literal["columns"] = "columns"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""

    def gaps(self, answers: Answers) -> list[Gap]:
        return [
            Gap(field, self._asked(column, number, question))
            for number, question in enumerate(self.questions, start=1)
            for column in self.columns
            if not question.optional and not filled(answers.text(field := self._field(column, question)))
        ]

    def _field(self, column: Column, question: Question) -> str:
        return f"{self.id}.{column.id}.{question.id}"

    def _asked(self, column: Column, number: int, question: Question) -> str:
        return f"{plain(column.title)}, question {number}: {plain(question.ask)}"

    def _factor(self, column: Column, factor: Factor) -> str:
        return f"{self._ticks(column)}.{factor.id}"

    def _ticks(self, column: Column) -> str:
        # One level below the question that they belong to, so that no question's id can be in their way.
        return (
            f"{self.id}.{column.id}.{self.factors_under}.factor"
            if self.factors_under
            else f"{self.id}.{column.id}.factor"
        )

    def ticked(self, column: Column, answers: Answers) -> list[Factor]:
        """The factors ticked for a column, in the order of the list."""
        return [one for one in self.factors if answers.text(self._factor(column, one)) == "yes"]

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for column in self.columns:
            title = plain(column.title)
            ticked = "; ".join(plain(one.text) for one in self.ticked(column, answers))
            if self.factors:
                # Whose factors they are is part of the answer: two columns that change places are a change.
                shown.append(Shown(f"{title}: factors", f"{title}: {ticked}" if ticked else ""))
            shown += [
                Shown(self._asked(column, number, question), answers.text(self._field(column, question)))
                for number, question in enumerate(self.questions, start=1)
            ]
        return shown

    def prompt(self, field: str) -> str:
        for column in self.columns:
            for number, question in enumerate(self.questions, start=1):
                if field == self._field(column, question):
                    return self._asked(column, number, question)
            for one in self.factors:
                if field == self._factor(column, one):
                    return f"{plain(column.title)}, factor: {plain(one.text)}"
        return ""

    def view(self, form: Form) -> Html:
        return el(
            "div",
            part_heading(self, form),
            self._factors(form) if self.factors else None,
            *(self._question(form, number, question) for number, question in enumerate(self.questions, start=1)),
            class_="columns-part",
            id=f"{field_id(self.id)}-field",
        )

    def _factors(self, form: Form) -> Html:
        return el(
            "div",
            *(
                anchored(
                    f"{self.id}.{column.id}",
                    form.ticks(
                        self._ticks(column),
                        f"Which of these weigh on {plain(column.title)}? Tick any number",
                        [(one.id, spoken(plain(one.text), f" ({plain(column.title)})")) for one in self.factors],
                    ),
                )
                for column in self.columns
            ),
            class_="columns",
        )

    def _question(self, form: Form, number: int, question: Question) -> Html:
        ask = f"{number}. {plain(question.ask)}"
        cells = [self._cell(form, column, number, question) for column in self.columns]
        return item(
            f"{self.id}.{question.id}",
            ask,
            item_level(self.title),
            el("div", *cells, class_="columns"),
            kind="columns",
        )

    def _cell(self, form: Form, column: Column, number: int, question: Question) -> Html:
        field = self._field(column, question)
        more = " (if you can)" if question.optional else ""
        box = form.box(
            field,
            spoken(f"{plain(column.title)}{more}", f": question {number}, {follow_on(plain(question.ask))}"),
            hint=question.hint,
            pupil=question.pupil,
            short=question.short,
        )
        return el("div", self._ticked(form, column) if question.id == self.factors_under else None, box)

    def _ticked(self, form: Form, column: Column) -> Html | None:
        ticked = self.ticked(column, form.answers)
        if not ticked:
            return None
        return el(
            "div",
            el("p", f"You ticked for {plain(column.title)}:"),
            el("ul", *(el("li", inline(one.text, form.root)) for one in ticked)),
            class_="columns__ticked",
            id=f"{field_id(f'{self.id}.{column.id}')}-ticked",
        )


EXAMPLE = Columns(
    id="parents",
    title="Working with two parents",
    ask="Think of two parents you have worked with. No names.",
    columns=(Column(id="a", title="Parent A"), Column(id="b", title="Parent B")),
    factors_under="hard",
    factors=(
        Factor(id="literacy", text="Literacy"),
        Factor(id="work", text="Work and time pressures"),
        Factor(id="own-school", text="Their own time at school"),
    ),
    questions=(
        Question(id="first", ask="How did you first meet?", pupil=True),
        Question(id="hard", ask="What made it hard for this parent to work with the school?", pupil=True),
        Question(id="again", ask="What would you do again?", optional=True, hint="One thing is enough.", pupil=True),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
