"""Changed since you signed: which pages have moved since a person finished, or was signed off on, what rests on them.

Only notes that the owner of the handbook wrote and marked as mattering are shown: a digest can say that a page is
another one, never what moved and whether anybody has to know.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from induction.codes import MET
from induction.kept import Kept, kept_decisions
from induction.model import Session
from induction.programme import Activity, Basis, Bundle, Change, Programme
from induction.state import ActivityState, State, fold


@dataclass(frozen=True)
class Moved:
    """A page that has moved since work that rests on it was finished."""

    basis: Basis
    changes: tuple[Change, ...]
    """The notes that touch this person, the newest first."""
    activities: tuple[Activity, ...]
    """The finished work that rests on the page, in the order of the programme."""
    signed: tuple[Kept, ...] = ()
    """For a signer: the decisions by which that work was signed off, one for each of `activities`."""


def finished_on(state: ActivityState) -> str:
    """The date from which on a change comes after the work, ISO 8601; empty while the work is not finished.

    It is the day the work was done, whenever it was signed: that is the day up to which the inductee knew the page.
    Earlier learning that was never done here has only the date of the decision.
    """
    if state.done_on:
        return state.done_on
    decided = state.decided
    return decided.signed_on if decided and decided.decision in MET else ""


def noted(bundle: Bundle) -> dict[str, Basis]:
    """The pages with a note that matters, by id: there are few, and to look through all of them takes long."""
    return {one.id: one for one in bundle.bases if any(change.matters for change in one.changes)}


def since(pages: dict[str, Basis], activity: Activity, date: str) -> Iterator[tuple[Basis, Change]]:
    """What moved, and matters, after a date (ISO 8601) on those of the `noted` pages that an activity rests on.

    Nothing without a date. A change of that very day is taken to have been there already.
    """
    for basis in filter(None, map(pages.get, activity.rests_on if date else ())):
        yield from ((basis, one) for one in basis.changes if one.matters and one.date > date)


def moved(bundle: Bundle, programme: Programme, state: State, *, unread: bool = True) -> list[Moved]:
    """Every page that has moved for this person, in the order of the programme.

    ``unread`` True leaves out notes that were read; False gives those that were read, and no others.
    """
    pages = noted(bundle)
    notes: dict[str, dict[str, Change]] = {}
    touched: dict[str, list[Activity]] = {}
    for activity in programme.activities:
        for basis, change in since(pages, activity, finished_on(state.of(activity.id))):
            if state.reads.has(basis.id, change.date) is unread:
                continue
            notes.setdefault(basis.id, {})[change.date] = change
            if activity not in touched.setdefault(basis.id, []):
                touched[basis.id].append(activity)
    return [Moved(pages[one], _newest(notes[one]), tuple(touched[one])) for one in notes]


def moved_for_signer(session: Session, *, unread: bool = True) -> list[Moved]:
    """The same for whoever signed here: pages that moved since the day they signed off, in a file, what rests on them.

    It is made from the decisions that this device keeps. A note that was there on the day of signing stood beside the
    work itself; what was read here is noted beside those decisions.
    """
    pages, reads = noted(session.bundle), fold(session.kept).reads
    notes: dict[str, dict[str, Change]] = {}
    touched: dict[str, dict[str, tuple[Activity, Kept]]] = {}
    for kept in _signed(session):
        activity = session.activity(kept.activity)
        for basis, change in since(pages, activity, kept.decided.signed_on) if activity else ():
            if activity and reads.has(basis.id, change.date) is not unread:
                notes.setdefault(basis.id, {})[change.date] = change
                touched.setdefault(basis.id, {})[kept.id] = (activity, kept)
    return [Moved(pages[one], _newest(notes[one]), *zip(*touched[one].values(), strict=True)) for one in notes]


def _signed(session: Session) -> list[Kept]:
    """The last decision on each activity of each person, where it signs it off."""
    last = {(one.record, one.activity): one for one in kept_decisions(session)}
    return [one for one in last.values() if one.decided.decision in MET]


def _newest(notes: dict[str, Change]) -> tuple[Change, ...]:
    return tuple(notes[date] for date in sorted(notes, reverse=True))
