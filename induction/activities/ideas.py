"""Rows with a count to reach: so many ideas for each element of a list (activity 1.2)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, filled, is_row
from induction.views.forms import Form
from induction.views.html import Html, el, inline, join, plain, spoken
from induction.views.parts import item, item_level, labelled, part_heading


@dataclass(frozen=True)
class Element:
    """One element to find ideas for."""

    id: str
    """Stable id within the part."""
    text: str
    """The element, in our own words."""
    worked: tuple[str, ...] = ()
    """A worked example, shown beside the boxes. An element with a worked example never counts as missing; the
    inductee may add to it."""
    sources: tuple[str, ...] = ()
    """Source units this element carries."""


@dataclass(frozen=True)
class Ideas:
    """So many ideas for each element."""

    id: str
    """Stable id of the part within its activity."""
    elements: tuple[Element, ...]
    """The elements, in order."""
    count: int
    """How many ideas each element needs."""
    kind: Literal["ideas"] = "ideas"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""

    def gaps(self, answers: Answers) -> list[Gap]:
        return [gap for element in self.elements if not element.worked for gap in self._missing(element, answers)]

    def _missing(self, element: Element, answers: Answers) -> list[Gap]:
        empty = [field for field in self._fields(element, answers) if not filled(answers.text(field))]
        short = self.count - (len(self._fields(element, answers)) - len(empty))
        if short < 1:
            return []
        return [Gap(empty[0], f"Add {short} more {'idea' if short == 1 else 'ideas'}: {plain(element.text)}")]

    def _fields(self, element: Element, answers: Answers) -> list[str]:
        name = f"{self.id}.{element.id}"
        fixed = [str(number) for number in range(1, self.count + 1)]
        return [f"{name}.{row}" for row in (*fixed, *answers.rows(name))]

    def shown(self, answers: Answers) -> list[Shown]:
        return [
            Shown(f"Idea {number} for: {plain(element.text)}", answers.text(field))
            for element in self.elements
            for number, field in enumerate(self._fields(element, answers), start=1)
            if filled(answers.text(field)) or (number <= self.count and not element.worked)
        ]

    def prompt(self, field: str) -> str:
        for element in self.elements:
            name = f"{self.id}.{element.id}."
            if field.startswith(name):
                row = field.removeprefix(name)
                if is_row(row, self.count):
                    return f"{f'Idea {row}' if row.isdigit() else 'Another idea'} for: {plain(element.text)}"
        return ""

    def view(self, form: Form) -> Html:
        return join(
            part_heading(self, form),
            *(self._element(form, element) for element in self.elements),
        )

    def _element(self, form: Form, element: Element) -> Html:
        name, about = f"{self.id}.{element.id}", f" for: {plain(element.text)}"
        worked = el("ul", *(el("li", inline(line, form.root)) for line in element.worked))
        return item(
            name,
            element.text,
            item_level(self.title),
            labelled("Worked example", worked, look="notice") if element.worked else None,
            el("p", "Nothing is missing here. Add ideas of your own if you like.") if element.worked else None,
            *(
                self._row(form, name, number, field, about)
                for number, field in enumerate(self._fields(element, form.answers), start=1)
            ),
            form.add_row(name, spoken("Add another idea", about)),
            kind="idea",
        )

    def _row(self, form: Form, name: str, number: int, field: str, about: str) -> Html:
        box = form.box(field, spoken(f"Idea {number}", about), lines=2)
        if number <= self.count:
            return box
        row = field.removeprefix(f"{name}.")
        return el("div", box, form.remove_row(name, row, spoken(f"Remove idea {number}", about)), class_="added")


EXAMPLE = Ideas(
    id="ideas",
    title="Three ideas for each value",
    ask="Write what you could do in your own work. Small and practical is best.",
    count=3,
    elements=(
        Element(
            id="equity",
            text="Treat people fairly",
            worked=(
                "Offer a visit at a time that suits the family, not the office.",
                "Ask each parent what would help, not only the one who answers the telephone.",
                "Read letters aloud when reading is hard, without being asked.",
            ),
        ),
        Element(id="discrimination", text="Confront discrimination"),
        Element(id="strengths", text="Begin with strengths"),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
