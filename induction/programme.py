"""What the browser knows of the content: the shape of programme.json.

`schemas` compiles it from content at build time; `induction.decode` reads it here.
"""

from dataclasses import dataclass, field

from induction.activities import AnyResponse
from induction.codes import Kind
from induction.decode import LATE, ReadsLate
from induction.steps import Period, Rhythm

FORMAT = 1
"""Version of the shape of programme.json."""


@dataclass(frozen=True)
class Contact:
    """Whom to ring: words, number as people read it, and when."""

    id: str
    label: str
    number: str
    when: str = ""


@dataclass(frozen=True)
class LocalFact:
    """A local fact that content leaves room for: a slot, with what this service has set."""

    id: str
    title: str
    value: str = ""
    """Empty while it is not set."""


@dataclass(frozen=True)
class Unnamed:
    """Somebody whom scripts name and whose name the site does not have at a school."""

    id: str
    title: str
    """What they are called in the service's nation."""
    ask: str = ""
    """What a page says in place of the name."""


@dataclass(frozen=True)
class School:
    """A school of the service."""

    id: str
    name: str
    unnamed: tuple[Unnamed, ...] = ()
    """Whom a reader can name on their own device."""


@dataclass(frozen=True)
class ServiceSigner:
    """Somebody who may sign work off in the service: a post, and a name where the service publishes it."""

    name: str
    """Empty when only the post is published."""
    role: str
    """The post, in words: 'Team manager'."""
    signer: str
    """A code of `induction.codes.Signer`: as what they sign."""


@dataclass(frozen=True)
class Service:
    """The service that this site belongs to."""

    id: str
    name: str
    nation: str
    example: bool
    contacts: tuple[Contact, ...] = ()
    closures: tuple[Period, ...] = ()
    """When its schools are closed on weekdays."""
    terms: tuple[Period, ...] = ()
    """Its half-terms."""
    bank_holidays: tuple[Period, ...] = ()
    """Those of its nation that are known, by date."""
    bank_seen: str = ""
    """The day that list is as of, ISO 8601."""
    facts: tuple[LocalFact, ...] = ()
    """Its local facts."""
    schools: tuple[School, ...] = ()
    """Its schools."""
    signers: tuple[ServiceSigner, ...] = ()
    """Who may sign work off here; empty when the service has not said."""


@dataclass(frozen=True)
class LookFor:
    """What a signer looks for, and questions that tell one level from the next."""

    strong: str
    enough: str
    not_yet: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Before:
    """What has to come before an activity: another one, or an area that the service adds."""

    id: str
    name: str
    page: str
    sign_off: bool = True
    """True when somebody signs it off; only then does earlier learning wait for a signer."""


@dataclass(frozen=True)
class Change:
    """A note of the owner that a page has moved."""

    date: str
    """The day it moved, ISO 8601; the note's name on its page."""
    what: str
    matters: bool = False
    """True when people whose work rests on the page must know."""


@dataclass(frozen=True)
class Basis:
    """A page that activities rest on."""

    id: str
    """Its content id."""
    title: str
    page: str
    """Address relative to the site root."""
    version: str
    """Short digest of what the page says; notes about it, review dates and search words left out."""
    changes: tuple[Change, ...] = ()
    """What has moved on it, the newest first."""


@dataclass(frozen=True)
class Activity(ReadsLate):
    """One activity of a programme: an exercise, a reading, a visit."""

    id: str
    number: str
    """How the source numbers it; a reading has the number of its sub-section."""
    title: str
    page: str
    """Address relative to the site root."""
    section: str
    """Id of its section."""
    kinds: tuple[str, ...]
    """Codes of `induction.codes.Kind`."""
    time: str
    """As the source states it, for `induction.times.parse_duration`; empty when the source gives none."""
    intro: str
    parts: tuple[AnyResponse, ...] = field(metadata=LATE)
    sign_off: tuple[str, ...] = ()
    """Codes of `induction.codes.Signer` who may sign it off; empty when the inductee alone completes it."""
    look_for: LookFor | None = None
    children: bool = False
    """True when its boxes are about real children or families: the urgent line then stands beside them."""
    figures: bool = False
    """True to offer opening a school's own figures on the page (`induction.views.figures`)."""
    looks_back: bool = False
    """True to show what the induction so far suggests (`induction.views.looking_back`)."""
    steps: tuple[str, ...] = ()
    """Codes of `induction.codes.Step` when it is signed in two dated steps; empty when one decision is enough."""
    version: str = ""
    """Short digest of what the inductee was asked."""
    rests_on: tuple[str, ...] = ()
    """Ids of `Bundle.bases`: its own page, its sub-section's, and the pages these two send the reader to."""
    local: bool = False
    """True when it is about this service's own policy, procedure, schools or people: experience elsewhere covers none of it."""
    own: bool = False
    """True when the service wrote it itself (content/programmes/<programme>/local.yml)."""
    dated: bool = False
    """True when it takes place on a day that has to be booked, as training does."""
    after: tuple[Before, ...] = ()
    """What has to come first."""

    @property
    def name(self) -> str:
        """Its number and title."""
        return f"{self.number} {self.title}"

    @property
    def reading(self) -> bool:
        """True for the reading of a sub-section; its id says so (`schemas.checks.programmes`)."""
        return self.id.endswith(".reading")

    @property
    def needs_somebody(self) -> bool:
        """True when it cannot be done alone: somebody is shadowed, or a colleague works along and being alone is no choice."""
        return Kind.SHADOW in self.kinds or (Kind.WITH_COLLEAGUE in self.kinds and Kind.ALONE not in self.kinds)


@dataclass(frozen=True)
class Section:
    """A section of a programme."""

    id: str
    number: str
    title: str
    page: str
    activities: tuple[str, ...]
    """Ids, in order."""


@dataclass(frozen=True)
class Area:
    """Something that the source leaves to the service to add."""

    id: str
    """Stable id: `<programme>.area.<name>`."""
    title: str
    dated: bool
    """True when it is booked for a day, also while the service has added nothing."""
    items: tuple[str, ...] = ()
    """Ids of the service's own activities that cover it; empty while it is still to be added."""


@dataclass(frozen=True)
class Programme:
    """An induction programme."""

    id: str
    title: str
    role: str
    role_title: str
    page: str
    sections: tuple[Section, ...]
    activities: tuple[Activity, ...]
    areas: tuple[Area, ...] = ()
    """What the source leaves to the service."""
    plan: str = ""
    """Address of the page where it is planned."""
    own: str = ""
    """Address of the page of what the service adds."""

    @property
    def missing(self) -> tuple[Area, ...]:
        """The areas that the service has not added anything for."""
        return tuple(area for area in self.areas if not area.items)

    def area(self, area_id: str) -> Area | None:
        """The area with that id, or None."""
        return next((one for one in self.areas if one.id == area_id), None)

    def activity(self, activity_id: str) -> Activity | None:
        """The activity with that id, or None."""
        return next((one for one in self.activities if one.id == activity_id), None)


@dataclass(frozen=True)
class Bundle:
    """All of programme.json."""

    format: int
    service: Service
    words: dict[str, dict[str, str]]
    """Vocabulary to code to words."""
    programmes: tuple[Programme, ...]
    pages: dict[str, str] = field(default_factory=dict)
    """Named pages of the site (start, tasks, record, sign-off, log) to their addresses."""
    rhythms: tuple[Rhythm, ...] = ()
    """What becomes dates."""
    bases: tuple[Basis, ...] = ()
    """Every page that an activity rests on."""

    def word(self, vocabulary: str, code: str) -> str:
        """The words of a code; the code itself when a later version added it."""
        return self.words.get(vocabulary, {}).get(code, code)

    def programme(self, programme_id: str) -> Programme | None:
        """The programme with that id, or None."""
        return next((one for one in self.programmes if one.id == programme_id), None)

    def basis(self, page_id: str) -> Basis | None:
        """The page with that content id, or None when no activity rests on it."""
        return next((one for one in self.bases if one.id == page_id), None)

    def rhythm(self, rhythm_id: str) -> Rhythm | None:
        """The rhythm with that id, or None."""
        return next((one for one in self.rhythms if one.id == rhythm_id), None)
