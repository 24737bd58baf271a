"""Shapes that several kinds of content share."""

import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from induction.codes import Nation, Strength, Sureness

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CONTENT_ID = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
UNIT_ID = r"^(ews|pww|psw|kw|lhj)\.[A-Za-z0-9.-]+$"
HREF = r"^(https://\S+|[a-z0-9/-]+/(#[\w.-]+)?)$"
ADDRESS = r"^https://\S+$"
WEB = r"^(https://[^\s()]+)?$"
PHONE = r"^[0-9 +()]{3,20}$"
EMAIL = r"^[^@\s]+@[^@\s]+\.[a-z]+$"

PATTERNS = {
    SLUG: "lower-case words joined by '-', such as 'home-visit'",
    CONTENT_ID: "lower-case words joined by '-', levels joined by '.', such as 'ews.1.2'",
    UNIT_ID: "the id of a unit in content/sources/, such as 'ews.activity.1.2'",
    HREF: "a page of this site such as 'guidance/home-visits/' (no / before it, one after it) or an https address",
    ADDRESS: "an https address",
    WEB: "an https address without spaces or brackets",
    PHONE: "a telephone number in quotes, such as '01632 960123'",
    EMAIL: "an email address",
}
"""Every pattern of ours in words, for authors who never saw one."""

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
"""One level of an id: lower-case words joined by hyphens."""
ContentId = Annotated[str, StringConstraints(pattern=CONTENT_ID)]
"""A content id: levels joined by full stops."""
UnitId = Annotated[str, StringConstraints(pattern=UNIT_ID)]
"""Id of a unit of a source document, from content/sources/."""
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words, at least one character."""


class Model(BaseModel):
    """Base of every content model: unknown keys are refused, values cannot be changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)  # field docstrings: see schemas/docstrings.py


class Applies(Model):
    """Whom an item applies to."""

    nations: Annotated[tuple[Nation, ...], Field(min_length=1)]
    """Nations whose law or practice this is."""
    roles: tuple[Slug, ...] = ()
    """Ids of roles it is written for; empty for everyone."""
    setting: str = ""
    """The setting it comes from, when narrower than the nation: 'one secondary service in Aberdeenshire'."""


class Currency(Model):
    """A note that the world has moved on, or that it has not."""

    now: Text
    """What holds now."""
    checked: datetime.date
    """When we last looked, ISO 8601."""
    sureness: Sureness
    """How sure we are."""
    then: str = ""
    """What the source said."""
    since: str = ""
    """Since when: a date or a year in words."""
    link: str = ""
    """An https address where it can be looked up. Never loaded by the site."""


class Change(Model):
    """A note that this page itself has moved: for people who worked with it, or were signed off on it, before that day."""

    date: datetime.date
    """The day the page moved, ISO 8601; a page has one note a day."""
    what: Text
    """What moved, in one or two sentences: what the page said, what it says now."""
    matters: bool = False
    """True when people who finished or signed work that rests on this page must know of it."""


class Hyperlink(Model):
    """A link with its words and how it was last found."""

    text: Text
    """What the link says."""
    href: Annotated[str, StringConstraints(pattern=HREF)]
    """A page of this site ('guidance/x/') or an https address."""
    note: str = ""
    """One sentence about it."""


class Item(Model):
    """What every page of content has."""

    id: ContentId
    """Stable id: never reused, never made from a title or a position."""
    title: Text
    """What a reader would ask or type."""
    applies: Applies
    """Whom it applies to."""
    sources: tuple[UnitId, ...]
    """Source units that the item as a whole carries. Units carried by a part or a statement stand there instead."""
    reviewed: datetime.date
    """When a person last read it against its sources, ISO 8601."""
    summary: str = ""
    """One or two sentences under the title."""
    also: tuple[str, ...] = ()
    """What people type when they look for this, in their own words."""
    currency: tuple[Currency, ...] = ()
    """What has changed since the source was written."""
    changes: tuple[Change, ...] = ()
    """What has moved on this page since it was first published, the newest first."""


class Duty(Model):
    """One duty: who, how strongly, what, when. Exactly one of must, should, may and must_not."""

    id: Slug
    """Stable id within its item; the duty's address on the page."""
    who: Slug
    """Id of a role or of a person in content/people.yml."""
    must: str = ""
    """What the source says must be done."""
    should: str = ""
    """What the source says should be done."""
    may: str = ""
    """What the source allows."""
    must_not: str = ""
    """What the source forbids."""
    when: Text
    """The moment it applies: 'before entering a property', 'on the first day of absence', 'always'."""
    sources: tuple[UnitId, ...] = ()
    """Source units of this duty, when narrower than its part's."""
    note: str = ""
    """One sentence of ours on how to do it, marked as ours."""

    @property
    def strength(self) -> Strength:
        """How strongly it binds."""
        return next(s for s in Strength if getattr(self, s.value.replace("-", "_")))

    @property
    def what(self) -> str:
        """The act itself."""
        return str(getattr(self, self.strength.value.replace("-", "_")))

    @model_validator(mode="after")
    def _one_strength(self) -> Self:
        given = [s.value for s in Strength if getattr(self, s.value.replace("-", "_"))]
        if len(given) != 1:
            found = " and ".join(given) or "none"
            raise ValueError(f"a duty has exactly one of must, should, may and must_not; found {found}")
        return self
