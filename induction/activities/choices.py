"""One of a few answers to each of many questions, with the reason, and a colleague's differing view (activity 2.5)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, filled, follow_on
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, plain, prose, spoken
from induction.views.parts import count_left, labelled, part_heading, reveal


@dataclass(frozen=True)
class Option:
    """One answer to choose from."""

    id: str
    """Stable code of the answer, kept in the record."""
    text: str
    """The answer in words."""
    on_what: bool = False
    """True when choosing it also asks what it depends on."""


@dataclass(frozen=True)
class Choice:
    """One question to decide."""

    id: str
    """Stable id within the part."""
    text: str
    """The question."""
    note: str = ""
    """What is said after an answer is chosen, whatever it is: a safety note, for example."""
    sources: tuple[str, ...] = ()
    """Source units this question carries."""


@dataclass(frozen=True)
class Choices:
    """Many questions with the same few answers."""

    id: str
    """Stable id of the part within its activity."""
    options: tuple[Option, ...]
    """The answers to choose from."""
    items: tuple[Choice, ...]
    """The questions, in order."""
    kind: Literal["choices"] = "choices"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    reason: str = "Why, or what does it depend on?"
    """The question beside each answer."""
    colleague: bool = False
    """True when a colleague decides too: where the two differ, the colleague's view is kept beside."""

    def gaps(self, answers: Answers) -> list[Gap]:
        gaps = []
        for number, one in enumerate(self.items, start=1):
            field, ask = f"{self.id}.{one.id}", f"Question {number}: {plain(one.text)}"
            if not answers.text(field):
                gaps.append(Gap(field, ask))
            elif not filled(answers.text(f"{field}.why")):
                gaps.append(
                    Gap(
                        f"{field}.why", f"Question {number}, the reason: {follow_on(self._reason(answers.text(field)))}"
                    )
                )
        return gaps

    def _reason(self, code: str) -> str:
        """The question beside an answer."""
        on_what = any(option.on_what for option in self.options if option.id == code)
        return "What does it depend on?" if on_what else plain(self.reason)

    def _answer(self, code: str) -> str:
        """The words of an answer; the code itself when a later version added it."""
        return next((option.text for option in self.options if option.id == code), code)

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for number, one in enumerate(self.items, start=1):
            field = f"{self.id}.{one.id}"
            for aspect, words in self._prompts(number, one).items():
                text = answers.text(f"{field}{aspect}")
                if aspect in _ANSWERS and text:
                    # The question is part of the answer: two answers that change places are a change.
                    text = f"{self._answer(text)} (question {number})"
                if filled(text) or not aspect.startswith(".colleague"):
                    shown.append(Shown(words, text))
        return shown

    def prompt(self, field: str) -> str:
        for number, one in enumerate(self.items, start=1):
            name = f"{self.id}.{one.id}"
            if field.startswith(name):
                words = self._prompts(number, one).get(field.removeprefix(name), "")
                if words:
                    return words
        return ""

    def _prompts(self, number: int, one: Choice) -> dict[str, str]:
        ask = f"Question {number}: {plain(one.text)}"
        prompts = {"": ask, ".why": f"{ask} The reason"}
        if self.colleague:
            prompts |= {".colleague": f"{ask} A colleague's view", ".colleague-why": f"{ask} The colleague's reason"}
        return prompts

    def view(self, form: Form) -> Html:
        fields = [(f"{self.id}.{one.id}", str(number)) for number, one in enumerate(self.items, start=1)]
        left = [(field, number) for field, number in fields if not form.answers.text(field)]
        differ = [number for field, number in fields if self._differ(form.answers, field)]
        return join(
            part_heading(self, form),
            count_left(self.id, left, len(self.items), open=f"{len(left)} question{'s' if len(left) > 1 else ''} left"),
            el("p", f"You and your colleague differ on: {', '.join(differ)}", id=f"{field_id(self.id)}-differ")
            if differ
            else None,
            *(self._item(form, number, one) for number, one in enumerate(self.items, start=1)),
        )

    def _differ(self, answers: Answers, field: str) -> bool:
        mine, other = answers.text(field), answers.text(f"{field}.colleague")
        return self.colleague and bool(mine and other) and mine != other

    def _item(self, form: Form, number: int, one: Choice) -> Html:
        field, about = f"{self.id}.{one.id}", f" (question {number})"
        options = [(option.id, option.text) for option in self.options]
        reason = self._reason(form.answers.text(field))
        return el(
            "div",
            form.radios(field, f"{number}. {one.text}", options, beside=True),
            form.box(f"{field}.why", spoken(reason, about), lines=2),
            self._note(form, number, one),
            self._colleague(form, field, about, options) if self.colleague else None,
            class_="row choices__item",
        )

    def _note(self, form: Form, number: int, one: Choice) -> Html | None:
        if not one.note:
            return None
        field, note = f"{self.id}.{one.id}", prose(one.note, form.root)
        if form.answers.text(field):
            return labelled("Keep in mind", note, look="notice")
        words = spoken("After you have answered: keep in mind", f" (question {number})")
        return reveal(f"{field}.note", words, note, opened=False, look="choices__note", searched=True)

    def _colleague(self, form: Form, field: str, about: str, options: list[tuple[str, str]]) -> Html:
        given = [name for name in (f"{field}.colleague", f"{field}.colleague-why") if filled(form.answers.text(name))]
        reason = self._reason(form.answers.text(f"{field}.colleague"))
        return el(
            "details",
            el("summary", spoken("What does a colleague say? (if you can)", about)),
            form.radios(f"{field}.colleague", spoken("Your colleague's answer", about), options, beside=True),
            form.box(f"{field}.colleague-why", spoken(f"Your colleague: {follow_on(reason)}", about), lines=2),
            class_="choices__colleague",
            id=f"{field_id(field)}-theirs",
            open=bool(given),
        )


_ANSWERS = ("", ".colleague")
"""What is chosen rather than written."""

EXAMPLE = Choices(
    id="boundaries",
    title="Always, never, or it depends",
    ask="Answer by yourself first, then compare with a colleague.",
    colleague=True,
    options=(
        Option(id="always", text="Always"),
        Option(id="never", text="Never"),
        Option(id="depends", text="It depends", on_what=True),
    ),
    items=(
        Choice(id="lift", text="Would you give a parent a lift in your car?"),
        Choice(id="number", text="Would you give a family your home number?"),
        Choice(
            id="secret",
            text="Would you keep to yourself what a pupil tells you?",
            note="Never promise to keep a secret. If a child is at risk, tell the safeguarding lead at once.",
        ),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
