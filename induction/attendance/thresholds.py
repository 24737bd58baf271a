"""Lines that are drawn in law and guidance: persistent absence by place and date, and the ten-day test."""

from collections.abc import Iterable
from dataclasses import dataclass

from induction.attendance.codes import Count
from induction.attendance.figures import Figures, Run, longest
from induction.attendance.marks import Session


@dataclass(frozen=True)
class Rule:
    """From which share of missed sessions a pupil counts as persistently absent."""

    id: str
    where: str
    """Place and date."""
    percent: int
    at_the_line: bool
    """True when a pupil at exactly that share counts."""

    @property
    def words(self) -> str:
        """The line in words."""
        return f"{self.percent}% or more" if self.at_the_line else f"more than {self.percent}%"

    def met(self, absent: int, possible: int) -> bool:
        """True when so many sessions missed of so many make a pupil persistently absent. Exact: nothing is rounded."""
        share, line = absent * 100, self.percent * possible
        return share > line or (self.at_the_line and possible > 0 and share == line)


RULES = (
    Rule("pack-1d", "The pack for Wales, section 1, 2014", 20, False),
    Rule("pack-4b", "The pack for Wales, section 4, 2014", 20, True),
    # Often told as "more than 10 %". The weekly statistics of Wales count 38 sessions of 380, which is exactly 10 %, so a
    # pupil at 10 % counts.
    Rule("wales", "Wales, since October 2023", 10, True),
    Rule("england", "England, as known in November 2026; not for use in Wales", 10, True),
    Rule("scotland", "Scotland, 2024/25; not for use in Wales", 10, True),
)
"""The rules, in the order in which they are read. The pack disagrees with itself at exactly 20 %."""


def verdicts(figures: Figures) -> list[tuple[Rule, bool]]:
    """Each rule with whether these sessions meet it."""
    return [(rule, rule.met(figures.absent, figures.possible)) for rule in RULES]


TEN_DAYS = 20
"""Sessions in ten school days."""


@dataclass(frozen=True)
class MustTell:
    """The two limbs of regulation 12 of the 2010 Regulations: when a school has to tell the authority."""

    run: Run | None
    """The longest run of unauthorised absence."""
    weeks: int
    """How many weeks hold unauthorised absence."""

    @property
    def ten_days(self) -> bool:
        """Ten school days or more of unauthorised absence without a break."""
        return self.run is not None and len(self.run) >= TEN_DAYS

    @property
    def irregular(self) -> bool:
        """Irregular attendance, by our working rule: unauthorised absence in two weeks or more. The law has no number."""
        return self.weeks >= 2

    @property
    def words(self) -> str:
        """Both limbs in a sentence."""
        ten, irregular = self.ten_days, self.irregular
        joiner = "and" if ten == irregular else "but"
        return (
            f"The ten-day limb is {'met' if ten else 'not met'}, {joiner} the irregular attendance limb is "
            f"{'met' if irregular else 'not met'}."
        )


def must_tell(sessions: Iterable[Session]) -> MustTell:
    """The test on marks."""
    sessions = tuple(sessions)
    unauthorised = {one.monday for one in sessions if one.code.counts is Count.UNAUTHORISED}
    return MustTell(longest(sessions), len(unauthorised))
