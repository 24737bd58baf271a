"""What moved since the site that is in use was built, and which of it says so in a note.

An owner runs it before publishing, with the programme.json of the site that readers have. Without it a page can change
and nobody who was signed off on it would ever hear; with a note (`changes:`) the people it touches are told.
"""

from dataclasses import dataclass

from induction.programme import Bundle


@dataclass(frozen=True)
class Move:
    """A page that says something else than it did."""

    page: str
    """Content id."""
    title: str
    noted: bool
    """True when a note of the change was added to `changes:`."""
    activities: tuple[str, ...]
    """Ids of the activities that rest on it."""


def moves(before: Bundle, now: Bundle) -> list[Move]:
    """Every page both know whose version differs, those without a note first. New and dropped pages are none."""
    found = []
    for basis in now.bases:
        old = before.basis(basis.id)
        if old is None or old.version == basis.version:
            continue
        known = {one.date for one in old.changes}
        noted = any(one.date not in known for one in basis.changes)
        resting = tuple(
            one.id for programme in now.programmes for one in programme.activities if basis.id in one.rests_on
        )
        found.append(Move(basis.id, basis.title, noted, resting))
    return sorted(found, key=lambda one: one.noted)


def said(found: list[Move]) -> str:
    """The moves in lines for an owner."""
    if not found:
        return "No page that an activity rests on says anything else than before."
    lines = []
    for one in found:
        count = "1 activity rests" if len(one.activities) == 1 else f"{len(one.activities)} activities rest"
        note = "has a new note" if one.noted else "NO NOTE: nobody who worked with it will be told"
        lines.append(f"{one.page} ({one.title}): {note}. {count} on it.")
    silent = sum(not one.noted for one in found)
    if silent:
        lines.append(
            f"{silent} changed without a note. Where people must know, add `changes:` with date, what, and matters: true."
        )
    return "\n".join(lines)
