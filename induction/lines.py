"""What the record's document is made of: chapters, groups and lines. `induction.document` makes them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from induction.model import Session
from induction.programme import Bundle, Programme
from induction.record import Record
from induction.state import State

Cells = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """One thing that the record says."""

    kind: str
    """detail, done, answer, objective, evidence, witness, decision, signed, log, session or plan."""
    what: str
    """The question or the label."""
    says: str
    at: str = ""
    """When: an ISO date or an instant; empty when the record does not say."""
    by: str = ""
    cells: Cells = ()
    """Heads and cells, where the line stands in a table. `says` is the same as text."""
    code: str = ""
    """The code of a decision that counts; empty for one that does not."""


@dataclass(frozen=True)
class Group:
    """What belongs together under one heading: an activity, a day of the log."""

    id: str
    title: str
    lines: tuple[Line, ...]
    subject: str = ""
    """Id of the activity."""
    page: str = ""
    status: str = ""
    """Code of `induction.codes.Status`."""
    notes: tuple[str, ...] = ()
    """Sentences about it as a whole, such as that it was changed since it was signed."""


@dataclass(frozen=True)
class Chapter:
    """A chapter of the document."""

    id: str
    title: str
    groups: tuple[Group, ...]
    own_page: bool = True
    """True when it begins on a page of its own on paper."""


@dataclass(frozen=True)
class Source:
    """What the document is made from."""

    session: Session
    bundle: Bundle
    programme: Programme
    state: State
    record: Record
    private: bool
    """True when the inductee wants private lines of the log in it."""
    today: str
    """The reader's own date, ISO 8601."""


def every_line(chapters: Iterable[Chapter]) -> Iterator[tuple[Chapter, Group, Line]]:
    """Every line of a document with where it stands: what all exports are made from."""
    return ((chapter, group, line) for chapter in chapters for group in chapter.groups for line in group.lines)
