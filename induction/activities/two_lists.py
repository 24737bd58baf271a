"""Two growing lists, each line marked as one we can influence or cannot, then so many chosen for action (activity 1.4).

The view is `induction.activities.two_lists_view`.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Answers, Gap, Shown, filled, is_row, shorten
from induction.activities.two_lists_view import influence_words, two_lists
from induction.views.forms import Form
from induction.views.html import Html, plain


@dataclass(frozen=True)
class ReasonList:
    """One of the two lists."""

    id: str
    """Stable id within the part."""
    title: str
    """What the lines of this list are."""
    action: str
    """The question asked about each chosen line."""
    sources: tuple[str, ...] = ()
    """Source units this list carries."""


@dataclass(frozen=True)
class TwoLists:
    """Two lists, influence, and a choice."""

    id: str
    """Stable id of the part within its activity."""
    lists: tuple[ReasonList, ...]
    """The two lists."""
    choose: int
    """How many lines of each list to choose; only lines marked as ones we can influence are offered."""
    influence: str
    """The question asked about each line, for example whether we can influence it."""
    kind: Literal["two-lists"] = "two-lists"
    title: str = ""
    """Heading of the part."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    sources: tuple[str, ...] = ()
    """Source units the part as a whole carries."""

    def lines(self, one: ReasonList, answers: Answers) -> list["Line"]:
        """The lines of a list: the fixed ones, then those added."""
        name = f"{self.id}.{one.id}"
        fixed = [str(number) for number in range(1, self._fixed + 1)]
        added = answers.rows(name)
        return [Line(name, row, number, row in added, answers) for number, row in enumerate((*fixed, *added), start=1)]

    @property
    def _fixed(self) -> int:
        return max(3, self.choose)

    def gaps(self, answers: Answers) -> list[Gap]:
        return [gap for one in self.lists for gap in self._missing(one, self.lines(one, answers))]

    def _missing(self, one: ReasonList, lines: list["Line"]) -> list[Gap]:
        title = plain(one.title)
        unmarked = [line for line in lines if filled(line.text) and not line.influence]
        gaps = [
            Gap(f"{line.field}.influence", f"{title}, line {line.number}: {plain(self.influence)}") for line in unmarked
        ]
        offered = [line for line in lines if line.offered]
        chosen = [line for line in lines if line.counts]
        short = self.choose - len(offered)
        if short > len(unmarked):
            short -= len(unmarked)
            # Go to a line that is empty; when all are full, to one that was marked the other way.
            empty = [line.field for line in lines if not filled(line.text)]
            other = [f"{line.field}.influence" for line in lines if line.influence and not line.offered]
            words = f"{short} more {'line' if short == 1 else 'lines'} that you can influence"
            gaps.append(Gap((empty + other)[0], f"{title}: add {words}"))
        elif short <= 0 and len(chosen) < self.choose:
            free = next(line for line in offered if not line.chosen)
            gaps.append(Gap(f"{free.field}.chosen", f"{title}: choose {self.choose - len(chosen)} more for action"))
        elif len(chosen) > self.choose:
            gaps.append(Gap(f"{chosen[-1].field}.chosen", f"{title}: choose only {self.choose}"))
        gaps += [
            Gap(f"{line.field}.action", f"{shorten(line.text)}: {plain(one.action)}")
            for line in chosen
            if not filled(line.action)
        ]
        return gaps

    def refuse(self, field: str, value: str, answers: Answers) -> str:
        """No more than ``choose`` lines of a list can be ticked, and only those on offer; unticking always works."""
        for one in self.lists:
            lines = self.lines(one, answers)
            for line in lines:
                if field != f"{line.field}.chosen" or not value or line.counts:
                    continue
                if not line.offered:
                    return "Mark this line as one you can influence first"
                if sum(other.counts for other in lines) >= self.choose:
                    return f"You can choose {self.choose}"
        return ""

    def shown(self, answers: Answers) -> list[Shown]:
        return [shown for one in self.lists for line in self.lines(one, answers) for shown in self._shown(one, line)]

    def _shown(self, one: ReasonList, line: "Line") -> list[Shown]:
        shown = []
        place = f"line {line.number}"
        if filled(line.text) or not line.added:
            shown.append(Shown(self._words(one, place, ""), line.text))
        # The line is part of the answer: two marks that change places are a change.
        if line.influence or filled(line.text):
            words = f"{influence_words(line.influence)}: {line.text}" if line.influence else ""
            shown.append(Shown(self._words(one, place, "influence"), words))
        if line.chosen:
            words = "Chosen" if line.counts else "Chosen, but not a line that you can influence"
            shown.append(Shown(self._words(one, place, "chosen"), f"{words}: {line.text}"))
        if line.counts or filled(line.action):
            shown.append(Shown(self._words(one, place, "action"), line.action))
        return shown

    def prompt(self, field: str) -> str:
        for one in self.lists:
            name = f"{self.id}.{one.id}."
            if field.startswith(name):
                row, _, aspect = field.removeprefix(name).partition(".")
                if is_row(row, self._fixed):
                    return self._words(one, f"line {row}" if row.isdigit() else "added line", aspect)
        return ""

    def _words(self, one: ReasonList, place: str, aspect: str) -> str:
        line = f"{plain(one.title)}, {place}"
        words = {
            "": line,
            "influence": f"{line}: {plain(self.influence)}",
            "chosen": f"{line}: chosen for action",
            "action": f"{line}: {plain(one.action)}",
        }
        return words.get(aspect, "")

    def view(self, form: Form) -> Html:
        return two_lists(self, form)


@dataclass(frozen=True)
class Line:
    """A line of a list as it stands."""

    name: str
    """The name of its list, for the buttons."""
    row: str
    number: int
    added: bool
    answers: Answers

    @property
    def field(self) -> str:
        """The field of its words; its aspects follow after a dot."""
        return f"{self.name}.{self.row}"

    @property
    def text(self) -> str:
        """Its words."""
        return self.answers.text(self.field)

    @property
    def influence(self) -> str:
        """``can``, ``cannot`` or empty."""
        return self.answers.text(f"{self.field}.influence")

    @property
    def chosen(self) -> bool:
        """True when it is ticked, whether or not that counts."""
        return self.answers.text(f"{self.field}.chosen") == "yes"

    @property
    def action(self) -> str:
        """What will be done about it."""
        return self.answers.text(f"{self.field}.action")

    @property
    def offered(self) -> bool:
        """True when it can be chosen."""
        return filled(self.text) and self.influence == "can"

    @property
    def counts(self) -> bool:
        """True when it is chosen and still can be."""
        return self.chosen and self.offered


EXAMPLE = TwoLists(
    id="reasons",
    title="Why children miss school, and why they come",
    ask="Do this with a colleague.",
    choose=2,
    influence="Can we influence it?",
    lists=(
        ReasonList(id="miss", title="Reasons for missing school", action="What could we do about it?"),
        ReasonList(id="come", title="Reasons for coming to school", action="How could we build on it?"),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
