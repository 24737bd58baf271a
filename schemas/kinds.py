"""Kinds of content that are pages: guidance, roles, programmes, scripts, reference. (Forms: `schemas.forms`.)"""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from induction.activities import AnyResponse
from induction.codes import Kind, Signer, Step
from induction.times import parse_duration
from schemas.blocks import Part
from schemas.common import Currency, Hyperlink, Item, Model, Slug, Text, UnitId

ResponsePart = Annotated[AnyResponse, Field(discriminator="kind")]
"""One of the response types in induction/activities/, told apart by its `kind`."""


def _duration(text: str) -> str:
    parse_duration(text)
    return text


def _both_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    if steps not in ((), tuple(Step)):
        raise ValueError("write both steps, discussed and achieved, in this order, or leave them out")
    return steps


Steps = Annotated[tuple[Step, ...], AfterValidator(_both_steps)]
"""How sign-off is dated: not at all by steps, or discussed and then achieved."""
Time = Annotated[str, AfterValidator(_duration)]
"""A time as the source states it: '10 minutes', '1 hour', 'half a day', 'at least 1 day', 'a few days'."""


class CardText(Model):
    """A text message with fixed words, to send from a phone at one touch."""

    label: Text
    """What the button says."""
    words: Text
    """The message. Nobody's name: it goes over a telephone network and stays on two phones."""


class Card(Model):
    """A page for a phone, made of parts of a procedure: large targets, calls and texts first."""

    title: Text
    """What it is called."""
    stages: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Ids of the parts whose checklists are ticked off, in order."""
    then: tuple[Slug, ...] = ()
    """Ids of the parts that follow as they are."""
    ring: Slug
    """Id of the slot in content/slots.yml with the number to ring."""
    text: Slug
    """Id of the slot with the number to text."""
    texts: tuple[CardText, ...] = ()
    """What there is to text."""


class Guidance(Item):
    """A procedure page. One file in content/guidance/; its address is guidance/<last level of the id>/."""

    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    """The page, part by part."""
    card: Card | None = None
    """The same for a phone, at cards/<last level of the id>/."""

    @model_validator(mode="after")
    def _card_of_own_parts(self) -> Self:
        own = {part.id for part in self.parts}
        wanted = (*self.card.stages, *self.card.then) if self.card else ()
        for one in wanted:
            if one not in own:
                raise ValueError(f"the card names the part {one}, but this page has none of that id")
        return self


class Role(Item):
    """A role: who they are and what they start with. One file in content/roles/."""

    plural: Text
    """More than one of them."""
    programme: str = ""
    """Id of the role's induction programme, if it has one."""
    parts: tuple[Part, ...] = ()
    """About the role."""


class ProgrammeSection(Model):
    """A section of a programme."""

    id: Slug
    """Stable id within the programme: 'section-1'."""
    number: Text
    """How the source numbers it."""
    title: Text
    """Its title in our words."""
    aims: tuple[Text, ...]
    """What the inductee can do at the end."""
    subsections: tuple[str, ...]
    """Ids of its sub-sections, in order."""
    sources: tuple[UnitId, ...] = ()
    """Source units: the section and its aims."""
    currency: tuple[Currency, ...] = ()
    """Notes on the section as a whole."""


class LocalArea(Model):
    """Something that a programme leaves to each service to add."""

    id: Slug
    """Stable id within the programme: 'child-protection'."""
    title: Text
    """What has to be added, in a few words."""
    dated: bool = False
    """True when it takes place on a day, as training does: it can be booked in the plan even before anything is added."""


class Programme(Item):
    """An induction programme: content/programmes/<id>/programme.yml."""

    role: Slug
    """Id of the role it inducts."""
    sections: tuple[ProgrammeSection, ...]
    """Its sections, in order."""
    steps: Steps = ()
    """`[discussed, achieved]` when its activities are signed off in two dated steps; leave out for one decision each."""
    parts: tuple[Part, ...] = ()
    """How to use the programme."""
    local_areas: tuple[LocalArea, ...] = ()
    """What the source leaves to the service; the programme names those for which local.yml has nothing yet."""


class LookFor(Model):
    """What a signer looks for."""

    strong: Text
    """What strong work shows."""
    enough: Text
    """What is enough."""
    not_yet: Text
    """What is not enough yet."""
    questions: Annotated[tuple[Text, ...], Field(min_length=2)]
    """Two or three questions for supervision that tell them apart."""


class Exercise(Model):
    """What a reading and an activity share."""

    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)]
    """What it asks of the inductee."""
    kinds_inferred: bool = False
    """True when the source's icon was lost and we inferred the kind from its words."""
    time: Time | None = None
    """As the source states it; leave out when it gives none."""
    intro: Text
    """What to do and why, in two to four sentences of plain text."""
    parts: Annotated[tuple[ResponsePart, ...], Field(min_length=1)]
    """The instrument: one or more response parts, each with its kind."""


class ReadingOf(Exercise):
    """The reading of a sub-section. Its id is the sub-section's id and '.reading'."""

    id: str
    """Stable id: '<sub-section id>.reading'."""


class Subsection(Item):
    """A sub-section: what it tells, its reading, its activities. content/programmes/<id>/subsections/<number>.yml."""

    number: Text
    """How the source numbers it: '1.a'."""
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    """What it tells."""
    reading: ReadingOf | None = None
    """What to read, with a takeaway each."""
    activities: tuple[str, ...] = ()
    """Ids of its activities, in order."""


class Activity(Item, Exercise):
    """An activity: content/programmes/<programme>/activities/<number>.yml."""

    number: Text
    """How the source numbers it: '1.2'."""
    sign_off: tuple[Signer, ...] = (Signer.MANAGER, Signer.EXPERIENCED_COLLEAGUE)
    """Who may sign it off; an empty list when nobody needs to."""
    steps: Steps | None = None
    """`[discussed, achieved]` for two dated steps, `[]` for one; leave out to do as the programme does."""
    children: bool = False
    """True when its boxes are about real children or families."""
    figures: bool = False
    """True to offer opening a school's own figures as CSV on the page; they are shown and never kept."""
    looks_back: bool = False
    """True for the development plan: above it stand quiz questions that went wrong and questions still open."""
    look_for: LookFor
    """What a signer looks for."""
    missing: tuple[Text, ...] = ()
    """What the source sets up but does not contain."""
    local: bool = False
    """True when it is about this service's own policy, procedure, schools or people, so that somebody who did the job
    elsewhere needs it in full."""
    after: tuple[str, ...] = ()
    """What has to come first: ids of activities, or '<programme>.area.<area>' for what the service adds."""


class ScriptPoint(Model):
    """One point to cover when saying the script."""

    id: Slug
    """Stable id within the script."""
    title: Text
    """What the point is, in a few words."""
    say: Text
    """What to say; names are slots such as {person.child-protection-coordinator}."""
    younger: Text
    """The same in simpler words for a younger reader."""
    fixed: bool = False
    """True for a line that no service may take out or change."""
    sources: tuple[UnitId, ...] = ()
    """Source units of this point."""


class Script(Item):
    """Words to say at a set moment, with names from the school. One file in content/scripts/."""

    before: tuple[Part, ...] = ()
    """What to do before saying it."""
    points: Annotated[tuple[ScriptPoint, ...], Field(min_length=1)]
    """The points, in order."""
    after: tuple[Part, ...] = ()
    """What follows."""


class Entry(Model):
    """One entry of a reference collection."""

    id: Slug
    """Stable id within the collection; the entry's address on the page."""
    title: Text
    """Its name."""
    about: Text
    """What it is, in one to three sentences of our own."""
    now: str = ""
    """What has changed since the source was written, in one or two sentences; says so when it is to be checked."""
    group: str = ""
    """Heading the entry stands under."""
    codes: tuple[Text, ...] = ()
    """For a criterion: the codes of how it is assessed, for a self-check that is made from the collection."""
    repeats: str = ""
    """For a criterion that the source prints twice: id of the entry that it repeats. It is checked there, once."""
    points: tuple[Text, ...] = ()
    """Points worth knowing."""
    links: tuple[Hyperlink, ...] = ()
    """Where to read more."""
    also: tuple[str, ...] = ()
    """What people type for it."""
    currency: tuple[Currency, ...] = ()
    """What has changed, with date and sureness."""
    sources: tuple[UnitId, ...] = ()
    """Source units of this entry."""


class Reference(Item):
    """A collection to look things up in. One file in content/reference/."""

    entries: Annotated[tuple[Entry, ...], Field(min_length=1)]
    """The entries."""
    parts: tuple[Part, ...] = ()
    """What to know before using it."""
