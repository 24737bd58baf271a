"""Rhythms: how often, how long and how far ahead, as steps that dates can be counted from."""

import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from induction import steps as out
from induction.codes import Sureness
from induction.decode import decode
from induction.rhythm import parse_span
from induction.steps import CountBy
from schemas.common import Applies, Hyperlink, Model, Slug, Text


def _span(text: str) -> str:
    if text:
        parse_span(text)
    return text


SpanText = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_span)]
"""A length: '6 weeks', '14 days', '3 months', '2 years'."""


class Start(Model):
    """A date the reader knows and the steps are counted from."""

    id: Slug
    """Stable id within the rhythm."""
    ask: Text
    """What to ask for: 'Date of the first session'."""
    hint: str = ""
    """One sentence on which date is meant."""
    example: datetime.date
    """The date the worked example starts from, ISO 8601."""


class Condition(Model):
    """What has to be agreed before the work may start."""

    ask: Text
    """The box to tick."""
    met: Text
    """What is said when it is ticked."""
    unmet: Text
    """What is said when it is not."""


class Load(Model):
    """How many sessions a number of pupils makes."""

    ask: Text
    """What to ask for: 'How many pupils?'."""
    each: Annotated[int, Field(ge=1, le=100)]
    """Sessions for each pupil."""
    minutes: Annotated[int, Field(ge=1, le=600)]
    """How many minutes a session lasts at most."""
    per: Text
    """The span they fall in: 'half-term'."""
    example: Annotated[int, Field(ge=1, le=100)]
    """Pupils in the worked example."""


class Step(Model):
    """One date, window or series. It has exactly one of after, before and every."""

    id: Slug
    """Stable id within the rhythm; a calendar knows the date by it."""
    title: Text
    """What happens then, as a calendar shows it: it names nobody."""
    start: str = ""
    """Id of the start it is counted from; leave out for the first."""
    after: SpanText = ""
    """How long after the start: '6 weeks'."""
    to: SpanText = ""
    """With `after`: where the window ends, counted from the start too: '8 weeks'."""
    before: SpanText = ""
    """How long before the start: '2 weeks'."""
    every: SpanText = ""
    """How often: '2 weeks'."""
    times: Annotated[int, Field(ge=1, le=60)] = 1
    """With `every`: how many dates."""
    count_by: Annotated[tuple[CountBy, ...], Field(min_length=1)] = (CountBy.CALENDAR,)
    """By the calendar, and also by school weeks where weeks are meant as weeks of school."""
    counts_start: bool = False
    """True when the start itself is day 1, or the first of the series."""
    due: bool = False
    """True when it is overdue once the date has gone by."""
    rule: Text
    """The counting rule in words."""
    sureness: Sureness
    """How sure we are of the rule."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(map(bool, (self.after, self.before, self.every))) != 1:
            raise ValueError("a step has exactly one of after, before and every")
        if self.to and not self.after:
            raise ValueError("`to` ends a window that `after` begins; it does not go with before or every")
        if self.times > 1 and not self.every:
            raise ValueError("`times` goes with `every`")
        spans = [parse_span(one) for one in (self.after, self.to, self.before, self.every) if one]
        weeks = all(one.unit == "week" for one in spans)
        school = set(self.count_by) - {CountBy.CALENDAR}
        if school and not (weeks and not self.before):
            raise ValueError("school weeks count weeks after the start: not days, months or years, and not before")
        if len(school) > 1 or (CountBy.NTH_SCHOOL_WEEK in school and self.every):
            raise ValueError("school weeks are counted in one way a step; a series counts school-weeks-later")
        return self


class Rhythm(Model):
    """A rhythm: what a reader asks, the dates to start from, and the steps."""

    id: Slug
    """Stable id: its address on the page of dates, and part of the ids in people's calendars."""
    title: Text
    """What a reader would ask: 'When does an intervention end?'."""
    who: Slug
    """Id of the role or person whose rhythm it is."""
    applies: Applies
    """Whom it applies to."""
    source_note: str = ""
    """What the source says, in a sentence. The units themselves are carried by the guidance pages."""
    see: tuple[Hyperlink, ...] = ()
    """The pages that say more."""
    also: tuple[str, ...] = ()
    """What people type when they look for this."""
    starts: Annotated[tuple[Start, ...], Field(min_length=1)]
    """The dates to ask for."""
    condition: Condition | None = None
    """What has to be agreed first, if anything."""
    load: Load | None = None
    """Sessions to count, if any."""
    seen: datetime.date | None = None
    """The day the worked example is seen on, where it matters whether something is overdue, ISO 8601."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """The steps, in the order they are shown."""

    @model_validator(mode="after")
    def _starts(self) -> Self:
        known = [one.id for one in self.starts]
        for step in self.steps:
            if step.start and step.start not in known:
                raise ValueError(f"the step `{step.id}` starts from `{step.start}`, which is no start of this rhythm")
        for name, ids in (("start", known), ("step", [one.id for one in self.steps])):
            twice = sorted({one for one in ids if ids.count(one) > 1})
            if twice:
                raise ValueError(f"the {name} id `{twice[0]}` stands twice in this rhythm")
        return self


class Rhythms(Model):
    """content/rhythms.yml: what becomes dates on the page `dates/`."""

    rhythms: tuple[Rhythm, ...]
    """The rhythms, in the order of the page."""


def compiled(rhythm: Rhythm) -> out.Rhythm:
    """A rhythm as the browser gets it."""
    known = ("id", "title", "starts", "steps", "condition", "load", "seen")
    value = rhythm.model_dump(mode="json", include=set(known))
    value["seen"] = value["seen"] or ""
    for step in value["steps"]:
        step["start"] = step["start"] or rhythm.starts[0].id
    return decode(out.Rhythm, value)
