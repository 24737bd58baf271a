"""Criteria to check oneself against, each with how it is assessed, as a person specification has them."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, Suggestion, filled
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, plain, prose, spoken
from induction.views.parts import count_left, item, item_level, part_heading

NO_CODE = "none"
"""Stands for criteria without a code in the choice of what to see."""


@dataclass(frozen=True)
class Code:
    """One way in which criteria are assessed."""

    code: str
    """As the source prints it: A, T, I."""
    text: str
    """The code in words."""


@dataclass(frozen=True)
class Level:
    """How far somebody meets a criterion."""

    id: str
    """Stable code of the answer, kept in the record."""
    text: str
    """The answer in words."""
    example: bool = False
    """True when it asks for an example."""
    learn: bool = False
    """True when a criterion so answered is suggested for the development plan."""


@dataclass(frozen=True)
class Criterion:
    """One criterion."""

    id: str
    """Stable id within the part."""
    title: str
    """The criterion in a few words."""
    about: str = ""
    """What it asks, in one or two sentences."""
    group: str = ""
    """The heading it stands under: Essential, Desirable."""
    codes: tuple[str, ...] = ()
    """How it is assessed, by code; none when the source gives none."""
    repeats: str = ""
    """Id of an earlier criterion that the source prints here again. It is shown and answered there, once."""


@dataclass(frozen=True)
class Criteria:
    """A list of criteria, each answered with a level and, where the level asks for it, an example."""

    id: str
    """Stable id of the part within its activity."""
    levels: tuple[Level, ...]
    """The answers to choose from, the best first."""
    codes: tuple[Code, ...] = ()
    """How criteria are assessed."""
    rows: tuple[Criterion, ...] = ()
    """The criteria, in order. Leave out when `reference` names the collection they come from."""
    reference: str = ""
    """Id of a reference collection whose entries are the criteria."""
    kind: Literal["criteria"] = "criteria"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    example: str = "What shows it?"
    """The question beside each answer."""
    no_code: str = "No code in our copy"
    """What is said of a criterion without a code."""

    @property
    def asked(self) -> tuple[Criterion, ...]:
        """The criteria to answer: a repeat is counted once."""
        return tuple(row for row in self.rows if not row.repeats)

    def of_code(self, code: str) -> tuple[Criterion, ...]:
        """The criteria that are assessed so; those without any code for `NO_CODE`; all for an empty one."""
        return tuple(row for row in self.rows if not code or (code in row.codes if code != NO_CODE else not row.codes))

    def gaps(self, answers: Answers) -> list[Gap]:
        gaps = []
        for row in self.asked:
            field = f"{self.id}.{row.id}"
            level = self._level(answers.text(field))
            if level is None:
                gaps.append(Gap(field, plain(row.title)))
            elif level.example and not filled(answers.text(f"{field}.example")):
                gaps.append(Gap(f"{field}.example", f"{plain(row.title)}: an example"))
        return gaps

    def _level(self, code: str) -> Level | None:
        return next((one for one in self.levels if one.id == code), None)

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for row in self.asked:
            field = f"{self.id}.{row.id}"
            code = answers.text(field)
            level = self._level(code)
            # The criterion is part of the answer: two answers that change places are a change.
            shown.append(
                Shown(self.prompt(field), f"{level.text if level else code} ({plain(row.title)})" if code else "")
            )
            if filled(answers.text(f"{field}.example")):
                shown.append(Shown(self.prompt(f"{field}.example"), answers.text(f"{field}.example")))
        return shown

    def prompt(self, field: str) -> str:
        for row in self.asked:
            if field == f"{self.id}.{row.id}":
                return plain(row.title)
            if field == f"{self.id}.{row.id}.example":
                return f"{plain(row.title)}: {plain(self.example)}"
        return ""

    def weak(self, answers: Answers) -> list[Gap]:
        """What is worth learning next: the criteria answered with a level that says so, each with its field."""
        levels = ((row, self._level(answers.text(f"{self.id}.{row.id}"))) for row in self.asked)
        return [
            Gap(f"{self.id}.{row.id}", f"{plain(row.title)}: {level.text.lower()}")
            for row, level in levels
            if level and level.learn
        ]

    def suggestions(self, answers: Answers) -> list[Suggestion]:
        return [
            Suggestion(f"Grow surer: {title}", f"Checked as {level}", f"{gap.field}-field")
            for gap in self.weak(answers)
            for title, _, level in (gap.text.rpartition(": "),)
        ]

    def view(self, form: Form) -> Html:
        wanted = self.of_code(form.code) if form.code else self.rows
        rest = [row for row in self.rows if row not in wanted]
        left = [
            (f"{self.id}.{row.id}", row.title) for row in self.asked if not form.answers.text(f"{self.id}.{row.id}")
        ]
        return join(
            part_heading(self, form),
            count_left(self.id, left, len(self.asked), "checked", "Still open"),
            *(self._row(form, row) for row in wanted),
            el(
                "details",
                el("summary", f"The other {len(rest)} criteria"),
                *(self._row(form, row) for row in rest),
                id=f"{field_id(self.id)}-rest",
            )
            if rest
            else None,
        )

    def _row(self, form: Form, row: Criterion) -> Html:
        field = f"{self.id}.{row.id}"
        return item(
            f"{field}.about",  # the radios have the anchor of the field itself
            row.title,
            item_level(self.title),
            prose(row.about, form.root) if row.about else None,
            el("p", self._assessed(row), class_="criteria__codes"),
            self._repeat(row) if row.repeats else self._controls(form, row, field),
            kind="criterion",
        )

    def _assessed(self, row: Criterion) -> str:
        words = {one.code: f"{one.text[:1].lower()}{one.text[1:]} ({one.code})" for one in self.codes}
        said = ", ".join(words.get(code, code) for code in row.codes)
        begins = f"{row.group}. " if row.group else ""
        return f"{begins}Assessed by: {said}." if said else f"{begins}{self.no_code}."

    def _repeat(self, row: Criterion) -> Html:
        first = next((one.title for one in self.rows if one.id == row.repeats), row.repeats)
        words = f"The source prints this criterion twice. It counts once: answer it under {first}."
        return el("p", words, class_="tbc")

    def _controls(self, form: Form, row: Criterion, field: str) -> Html:
        about = f" ({plain(row.title)})"
        options = [(level.id, level.text) for level in self.levels]
        return join(
            form.radios(field, spoken("How far do you meet it?", about), options, beside=True),
            form.box(f"{field}.example", spoken(plain(self.example), about), lines=2),
        )


EXAMPLE = Criteria(
    id="spec",
    title="Check yourself",
    ask="Be honest: nobody is marked.",
    levels=(
        Level(id="shown", text="Shown", example=True),
        Level(id="partly", text="Partly"),
        Level(id="not-yet", text="Not yet", learn=True),
    ),
    codes=(Code(code="A", text="Application form"), Code(code="I", text="Interview")),
    rows=(
        Criterion(id="english", title="E1. English", about="You write well.", group="Essential"),
        Criterion(id="calm", title="E2. Calm", group="Essential", codes=("A", "I")),
        Criterion(id="drive", title="D1. Drives", about="You hold a licence.", group="Desirable", codes=("A",)),
        Criterion(id="english-again", title="E3. English again", group="Essential", codes=("I",), repeats="english"),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
