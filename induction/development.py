"""The personal development plan: which activity holds it, its labelled parts, its date and when it is looked at again."""

import datetime
from dataclasses import dataclass

from induction.activities.base import filled
from induction.activities.objectives import Objective, Objectives, said
from induction.activities.prompts import Prompts
from induction.dates import near_date
from induction.programme import Activity, Bundle, Programme
from induction.rhythm import Row, work_out
from induction.state import State
from induction.views.html import plain

RHYTHM = "development-plan"
"""Id of the rhythm that says when a plan is looked at again."""


@dataclass(frozen=True)
class Plan:
    """The activity of a programme in which the plan is written."""

    activity: Activity
    part: Objectives

    @property
    def asked(self) -> list[tuple[str, str]]:
        """The labelled parts before the objectives: field and question."""
        return self._questions(before=True)

    @property
    def after(self) -> list[tuple[str, str]]:
        """What is asked once the objectives are written: field and question."""
        return self._questions(before=False)

    def _questions(self, *, before: bool) -> list[tuple[str, str]]:
        at = self.activity.parts.index(self.part)
        parts = self.activity.parts[:at] if before else self.activity.parts[at + 1 :]
        return [
            (f"{part.id}.{one.id}", plain(one.ask))
            for part in parts
            if isinstance(part, Prompts)
            for one in part.questions
        ]


def plan_of(programme: Programme | None) -> Plan | None:
    """Where a programme keeps its development plan; None when it has none."""
    activities = programme.activities if programme else ()
    return next((Plan(one, part) for one in activities for part in one.parts if isinstance(part, Objectives)), None)


def objectives_of(programme: Programme, state: State) -> list[Objective]:
    """The objectives that are begun."""
    plan = plan_of(programme)
    return [one for one in plan.part.rows(state.of(plan.activity.id)) if one.begun] if plan else []


def free_row(plan: Plan, state: State) -> str:
    """A blank objective that something can be put into; empty when all are begun."""
    rows = plan.part.rows(state.of(plan.activity.id))
    return next((one.row for one in rows if not one.begun), "")


def plan_date(plan: Plan, state: State) -> datetime.date | None:
    """The date of the plan."""
    return near_date(plan.part.plan_date(state.of(plan.activity.id)))


def reviews(bundle: Bundle, plan: Plan, state: State) -> tuple[Row, ...]:
    """When the plan is looked at again, as the rhythm of the handbook says; empty while it has no date."""
    rhythm, date = bundle.rhythm(RHYTHM), plan_date(plan, state)
    if rhythm is None or date is None:
        return ()
    return work_out(rhythm, {one.id: date for one in rhythm.starts}, bundle.service.closures)


def answered(plan: Plan, state: State, field: str) -> str:
    """What stands in a field of the plan, a date in words."""
    text = state.of(plan.activity.id).text(field)
    return said(text) if filled(text) else ""
