"""Changed since you signed: which pages have moved since a person finished, or was signed off on, what rests on them.

Only notes that the owner of the handbook wrote and marked as mattering are shown: a digest can say that a page is
another one, never what moved and whether anybody has to know.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from induction.codes import Decision
from induction.programme import Activity, Basis, Bundle, Change, Programme
from induction.state import ActivityState, State

_MET = (Decision.SIGNED_OFF.value, Decision.EARLIER_LEARNING.value)


@dataclass(frozen=True)
class Moved:
    """A page that has moved since work that rests on it was finished."""

    basis: Basis
    changes: tuple[Change, ...]
    """The notes that touch this person, the newest first."""
    activities: tuple[Activity, ...]
    """The finished work that rests on the page, in the order of the programme."""


def finished_on(state: ActivityState) -> str:
    """The date from which on a change comes after the work, ISO 8601; empty while the work is not finished.

    It is the day the work was done, whenever it was signed: that is the day up to which the inductee knew the page.
    Earlier learning that was never done here has only the date of the decision.
    """
    if state.done_on:
        return state.done_on
    decided = state.decided
    return decided.signed_on if decided and decided.decision in _MET else ""


def moved(bundle: Bundle, programme: Programme, state: State, *, unread: bool = True) -> list[Moved]:
    """Every page that has moved for this person, in the order of the programme.

    ``unread`` True leaves out notes that were read; False gives those that were read, and no others. A change of the
    very day on which the work was done is taken to have been there already.
    """
    notes: dict[str, dict[str, Change]] = {}
    touched: dict[str, list[Activity]] = {}
    for activity, basis, change in _later(bundle, programme, state):
        if state.reads.has(basis.id, change.date) is unread:
            continue
        notes.setdefault(basis.id, {})[change.date] = change
        if activity not in touched.setdefault(basis.id, []):
            touched[basis.id].append(activity)
    return [
        Moved(page, tuple(notes[one][date] for date in sorted(notes[one], reverse=True)), tuple(touched[one]))
        for one in notes
        if (page := bundle.basis(one))
    ]


def _later(bundle: Bundle, programme: Programme, state: State) -> Iterator[tuple[Activity, Basis, Change]]:
    bases = {one.id: one for one in bundle.bases if any(change.matters for change in one.changes)}
    for activity in programme.activities:
        finished = finished_on(state.of(activity.id))
        for basis in filter(None, map(bases.get, activity.rests_on if finished else ())):
            yield from ((activity, basis, one) for one in basis.changes if one.matters and one.date > finished)
