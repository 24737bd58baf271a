"""A case as an author writes it: a story, stages with questions, points to compare with, and a year to choose."""

import re
from dataclasses import dataclass, replace

from induction.activities.base import Question

YEAR = "{year}"
"""Where the school year stands that the inductee has chosen."""


@dataclass(frozen=True)
class Stage:
    """One stage of a case: what happens, then questions about it."""

    id: str
    """Stable id within the case."""
    questions: tuple[Question, ...]
    """The questions of this stage."""
    happens: str = ""
    """What happens at this stage (paragraphs and '- ' lists). Empty at the first stage, which follows the story.
    Shown only after the questions before it are answered."""


@dataclass(frozen=True)
class Case:
    """One invented child or family."""

    id: str
    """Stable id within the part."""
    title: str
    """The case's name, for example a child's invented name."""
    story: str
    """The facts known at the start (paragraphs and '- ' lists)."""
    stages: tuple[Stage, ...]
    """The stages, in order. A case with nothing held back has one."""
    compare: tuple[str, ...]
    """Points an experienced colleague would raise, shown after all questions are answered.
    For comparison, never a score."""
    years: tuple[str, ...] = ()
    """School years to choose one of: 'Year 5'. It then stands wherever the story, the questions and the points to
    compare with say {year}."""
    year_open: str = ""
    """What stands for {year} before one is chosen: 'Year 5, 6, 7 or 8'."""
    sources: tuple[str, ...] = ()
    """Source units this case carries."""

    @property
    def codes(self) -> dict[str, str]:
        """The years by the code that the record keeps: 'year-5'."""
        return {re.sub(r"[^a-z0-9]+", "-", year.lower()).strip("-"): year for year in self.years}

    def in_year(self, chosen: str) -> "Case":
        """The case with a year, by its code, wherever its texts say {year}."""
        if not self.years:
            return self
        year = self.codes.get(chosen, self.year_open)

        def fill(text: str) -> str:
            return text.replace(YEAR, year)

        stages = tuple(
            replace(
                stage,
                happens=fill(stage.happens),
                questions=tuple(replace(one, ask=fill(one.ask), hint=fill(one.hint)) for one in stage.questions),
            )
            for stage in self.stages
        )
        return replace(
            self, title=fill(self.title), story=fill(self.story), stages=stages, compare=tuple(map(fill, self.compare))
        )
