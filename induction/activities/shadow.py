"""Shadowing a colleague: before, during, after, with what the colleague witnessed (2.3, 2.13, 3.4, 4.1).

The view is `induction.activities.shadow_view`.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Question, Shown, filled, small
from induction.activities.shadow_view import shadow
from induction.dates import say_date
from induction.views.forms import Form
from induction.views.html import Html, plain

WITNESS = (("name", "Name"), ("role", "Role"), ("date", "Date"), ("saw", "What they saw you do"))
"""What a colleague's line says."""


@dataclass(frozen=True)
class Shadow:
    """One or more visits with a colleague."""

    id: str
    """Stable id of the part within its activity."""
    before: tuple[Question, ...]
    """What to settle before: whom, when, where, what to look for."""
    watch: tuple[str, ...]
    """The prompt card to keep at hand during the visit: what to look for, one thought each."""
    after: tuple[Question, ...]
    """What to write down afterwards."""
    visits: int = 1
    """How many visits the activity needs."""
    visit: str = "Visit"
    """What one visit is called: 'School', 'Visit', 'Court sitting'."""
    observed: str = ""
    """What the inductee must be seen doing before the activity can be signed off; empty when nothing."""
    witness: bool = True
    """True when the colleague adds a line: name, role, date, what was seen."""
    kind: Literal["shadow"] = "shadow"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""
    one_of: str = ""
    """What at least one of several visits should be: 'The registers here are electronic'. It is a tick on each visit;
    with none ticked the reason is asked for. Empty when nothing."""

    @property
    def pupil(self) -> bool:
        """True when the colleague's line is asked for: it tells of a visit to a child (`induction.views.parts`)."""
        return self.witness

    def visit_name(self, number: int) -> str:
        """What a visit is called."""
        return f"{plain(self.visit)} {number}" if self.visits > 1 else plain(self.visit)

    def asked(self, number: int) -> dict[str, str]:
        """The fields of a visit with the words that each asks, in order; optional ones too."""
        field, visit = f"{self.id}.{number}", self.visit_name(number)
        asked = {f"{field}.{one.id}": f"{visit}, before: {plain(one.ask)}" for one in self.before}
        if self.one_of:
            asked[f"{field}.one-of"] = f"{visit}: {small(plain(self.one_of))}"
        asked |= {f"{field}.{one.id}": f"{visit}, after: {plain(one.ask)}" for one in self.after}
        if self.witness:
            asked |= {f"{field}.witness.{aspect}": f"{visit}, witness: {small(ask)}" for aspect, ask in WITNESS}
        return asked

    def gaps(self, answers: Answers) -> list[Gap]:
        optional = {one.id for one in (*self.before, *self.after) if one.optional} | {"one-of"}
        gaps = [
            Gap(field, words)
            for number in range(1, self.visits + 1)
            for field, words in self.asked(number).items()
            if field.removeprefix(f"{self.id}.{number}.") not in optional and not filled(answers.text(field))
        ]
        if self.one_of and not self.any_of(answers) and not filled(answers.text(f"{self.id}.one-of.why")):
            words = f"{plain(self.one_of)}: tick it for at least one {plain(self.visit).lower()}, or say why none is"
            gaps.append(Gap(f"{self.id}.one-of.why", words))
        if self.observed and answers.text(f"{self.id}.observed") != "yes":
            gaps.append(Gap(f"{self.id}.observed", f"Not observed yet: {small(plain(self.observed))}"))
        elif self.observed:
            asked = (("by", "Observed by whom?"), ("on", "Observed on which date?"))
            gaps += [
                Gap(f"{self.id}.observed.{aspect}", words)
                for aspect, words in asked
                if not filled(answers.text(f"{self.id}.observed.{aspect}"))
            ]
        return gaps

    def any_of(self, answers: Answers) -> bool:
        """True when at least one visit is what at least one should be."""
        return any(answers.text(f"{self.id}.{number}.one-of") == "yes" for number in range(1, self.visits + 1))

    def shown(self, answers: Answers) -> list[Shown]:
        shown = []
        for number in range(1, self.visits + 1):
            for field, words in self.asked(number).items():
                text = answers.text(field)
                if field.endswith(".one-of"):
                    text = f"Yes ({self.visit_name(number)})" if text == "yes" else ""
                shown.append(Shown(words, say_date(text) if field.endswith(".witness.date") else text))
            if self.witness and filled(answers.text(f"{self.id}.{number}.witness.name")):
                words = f"{self.visit_name(number)}, witness: how the line was made"
                shown.append(Shown(words, "Typed on this device"))
        for field, words in self._once().items():
            text = answers.text(field)
            if field.endswith(".observed"):
                text = "Observed" if text == "yes" else ""
            if filled(text) or field.endswith(".observed"):
                shown.append(Shown(words, say_date(text) if field.endswith(".on") else text))
        return shown

    def _once(self) -> dict[str, str]:
        """What is asked once, however many visits there are."""
        asked = {f"{self.id}.one-of.why": f"{plain(self.one_of)}: if none is, why?"} if self.one_of else {}
        if self.observed:
            ask = f"Observed: {small(plain(self.observed))}"
            name = f"{self.id}.observed"
            asked |= {name: ask, f"{name}.by": f"{ask} By whom?", f"{name}.on": f"{ask} On which date?"}
        return asked

    def prompt(self, field: str) -> str:
        visits = (self.asked(number) for number in range(1, self.visits + 1))
        return next((asked[field] for asked in (*visits, self._once()) if field in asked), "")

    def view(self, form: Form) -> Html:
        return shadow(self, form)


EXAMPLE = Shadow(
    id="visits",
    title="Go along with a colleague",
    ask="Agree with the school first. Watch before you ask.",
    visits=2,
    visit="School",
    one_of="The registers here are electronic",
    before=(
        Question(id="who", ask="Whom will you go with, and when?", short=True),
        Question(id="look", ask="What do you want to look for?", hint="Two things are enough."),
    ),
    watch=("Who marks the register, and when?", "What happens to a child who comes late?"),
    after=(
        Question(id="strength", ask="What is done well?"),
        Question(id="more", ask="What else did you notice?", optional=True, pupil=True),
    ),
    observed="You inspect a register, with a colleague beside you",
)
"""One example for docs, snapshots, accessibility checks and tests."""
