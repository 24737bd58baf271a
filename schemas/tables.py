"""Kinds of content that are tables: service, people, slots, overlays, sources, glossary, words, search, retired ids."""

import datetime
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from induction.codes import Nation, Sureness
from schemas.common import EMAIL, PHONE, ContentId, Model, Slug, Text, UnitId
from schemas.local import LocalLink, Signatory

Number = Annotated[str, StringConstraints(pattern=PHONE)]
"""A telephone number as people read it."""


class Contact(Model):
    """Whom to ring when a child may be in danger, or when a visit goes wrong."""

    id: Slug
    """Stable id."""
    label: Text
    """Whom you reach."""
    number: Number
    """The number, quoted in YAML so that its first 0 stays."""
    when: str = ""
    """When it is answered."""
    urgent: bool = False
    """True to show it in the urgent strip on every page."""


class School(Model):
    """A school the service works with."""

    id: Slug
    """Stable id; part of the address of its script page."""
    name: Text
    """Its name."""
    phase: Text
    """Primary, secondary, special, all-through or pupil referral unit."""
    people: dict[str, str] = Field(default={})
    """Id of a person in content/people.yml to their name at this school. Leave a name out and the page says to ask."""


class Period(Model):
    """Days from the first to the last, both in it: a closure, or half a term."""

    model_config = ConfigDict(serialize_by_alias=True)

    first: Annotated[datetime.date, Field(alias="from")]
    """The first day, ISO 8601."""
    last: Annotated[datetime.date, Field(alias="to")]
    """The last day, ISO 8601."""
    name: Text
    """What it is called."""


class Service(Model):
    """This service: content/service.yml."""

    id: Slug
    """Stable id: records in readers' browsers are kept under it, so it never changes."""
    name: Text
    """Its name."""
    nation: Nation
    """The nation whose rules come first."""
    authority: str = ""
    """The council it belongs to, as tables of councils name it: 'Swansea'. It is marked there as yours."""
    example: bool = False
    """True while this is the example service; every page then says so."""
    owner: Text
    """Who answers for this handbook."""
    email: Annotated[str, StringConstraints(pattern=EMAIL)] | None = None
    """Where to write when something is wrong. Leave it out and every page says to tell the owner."""
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    """Numbers."""
    slots: dict[str, str] = Field(default={})
    """Id of a slot in content/slots.yml to its value here. Leave one out and the page says it is not set."""
    links: tuple[LocalLink, ...] = ()
    """Its own documents, for slots that are documents: where each can be opened or found."""
    schools: tuple[School, ...] = ()
    """Its schools."""
    closures: tuple[Period, ...] = ()
    """When its schools are closed on weekdays. School weeks are counted without the weeks that are wholly closed."""
    terms: tuple[Period, ...] = ()
    """Its half-terms."""
    sign_off: tuple[Signatory, ...] = ()
    """Who may sign work off here, by their post. Leave it out and each activity says only what its programme asks."""


NO_SERVICE = Service(
    id="service",
    name="A service",
    nation=Nation.WALES,
    owner="Nobody yet",
    email="nobody@service.example",
    contacts=(Contact(id="emergency", label="Emergency", number="999", urgent=True),),
)
"""Stands in for content/service.yml in a lenient load when that has problems."""


class Person(Model):
    """Somebody who holds duties or is named in a script, and is not a role with a programme."""

    id: Slug
    """Stable id."""
    title: Text
    """What they are called."""
    titles: dict[Nation, str] = Field(default={})
    """What they are called in a nation, where that differs."""
    about: str = ""
    """Who they are, in one sentence."""
    ask: str = ""
    """What the page says in place of a name that is not set."""


class People(Model):
    """content/people.yml."""

    people: tuple[Person, ...]
    """The people."""


class Slot(Model):
    """A local fact that guidance leaves room for."""

    id: Slug
    """Stable id; written {service.<id>} in content."""
    title: Text
    """What it is."""
    unset: Text
    """The sentence shown while the service has not set it."""


class Slots(Model):
    """content/slots.yml."""

    slots: tuple[Slot, ...]
    """The slots."""


class Overlay(Model):
    """A safety overlay: what must be said wherever a source's statement is carried."""

    id: Slug
    """Stable id."""
    title: Text
    """A few words."""
    text: Text
    """What to do, in one to three sentences."""
    tempers: Annotated[tuple[UnitId, ...], Field(min_length=1)]
    """Source units it stands beside, wherever they are carried."""


class Overlays(Model):
    """content/overlays.yml."""

    overlays: tuple[Overlay, ...]
    """The overlays."""


class Unit(Model):
    """A unit of a source document."""

    id: UnitId
    """Stable id."""
    kind: Text
    """What kind of unit it is."""
    label: Text
    """What it says, in a short label of our own."""


class Source(Model):
    """A source document: one file in content/sources/."""

    id: Slug
    """Stable id; the first level of its units' ids."""
    title: Text
    """Its title."""
    nation: Nation
    """Where it applies."""
    date: Text
    """When it was written, as far as known."""
    about: Text
    """What it is, who wrote it for whom, and what it is not."""
    limits: tuple[Text, ...] = ()
    """What our copy lacks or garbles."""
    units: tuple[Unit, ...]
    """Its units."""


class Term(Model):
    """A term of the glossary."""

    id: Slug
    """Stable id."""
    term: Text
    """The term."""
    means: Text
    """What it means, in one or two sentences."""
    nations: Annotated[tuple[Nation, ...], Field(min_length=1)]
    """Where it is used."""
    full: str = ""
    """In full, when the term is an abbreviation."""
    also: tuple[str, ...] = ()
    """What people type for it; search uses these."""
    now: str = ""
    """What replaced it or changed."""
    sureness: Sureness | None = None
    """How sure we are of `now`."""
    cy: str = ""
    """In Welsh."""


class Glossary(Model):
    """content/glossary.yml."""

    terms: tuple[Term, ...]
    """The terms."""


class Words(Model):
    """content/words.yml: the words for every code."""

    status: dict[str, Text]
    decision: dict[str, Text]
    choice: dict[str, Text]
    method: dict[str, Text]
    kind: dict[str, Text]
    evidence: dict[str, Text]
    strength: dict[str, Text]
    sureness: dict[str, Text]
    standing: dict[str, Text]
    signer: dict[str, Text]
    nation: dict[str, Text]


class Sign(Model):
    """What people type when a child may be at risk, and the part of the page that fits it best."""

    part: Slug
    """Id of the part."""
    words: tuple[Text, ...] = ()
    """Words and phrases, each of them a sign."""
    acts: tuple[Text, ...] = ()
    """Words that are a sign only beside somebody."""
    by: tuple[Text, ...] = ()
    """Beside whom; without it, beside any of `people`."""


class Harm(Model):
    """The page that comes before any other when a question holds a sign of harm."""

    page: ContentId
    """Id of the guidance."""
    people: tuple[Text, ...]
    """Words for somebody."""
    signs: tuple[Sign, ...]
    """The signs; of two that are met the first says which part."""


class Search(Model):
    """content/search.yml: what people type, where it stands on no page."""

    harm: Harm | None = None
    """Signs of harm."""
    asked: dict[UnitId, Annotated[tuple[Text, ...], Field(min_length=1)]] = Field(default={})
    """By source unit: everyday words for the duty or the question that carries it."""


class Retired(Model):
    """content/retired.yml: ids that were used once and never will be again."""

    retired: tuple[str, ...] = ()
    """The ids."""
