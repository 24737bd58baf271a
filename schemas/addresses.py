"""Where content stands on the site: the one table of page addresses and of anchors.

Addresses are relative to the site root and end in `/`; an anchor follows after `#`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from induction.activities import ACTIVITY_TYPES
from induction.views.forms import field_id
from schemas import kinds, tables
from schemas.blocks import DutyBlock, Part
from schemas.common import Duty, Item
from schemas.forms import FormPart
from schemas.rhythms import Rhythm, Rhythms
from schemas.walk import Trail, names
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook

HOME = ""
GLOSSARY = "glossary/"
DUTIES = "duties/"
DATES = "dates/"
SETUP = "setup/"
CARDS = "cards/"
LISTS = (
    HOME,
    "induction/",
    "guidance/",
    "scripts/",
    "forms/",
    "reference/",
    "roles/",
    "sources/",
    GLOSSARY,
    DUTIES,
    DATES,
    SETUP,
)
"""Pages that list content, made from all of it rather than from one item."""
TOOLS = {
    "start": "induction/start/",
    "record": "induction/record/",
    "sign-off": "induction/sign-off/",
    "log": "induction/log/",
    "team": "induction/team/",
    "sign-form": "induction/sign-off-form/",
    "patch": "induction/my-patch/",
    "development": "induction/development-plan/",
    "supervision": "induction/supervision/",
}
"""The tracker's own pages, by the names that `induction` knows them by. Its task list is the programme's page."""


def last_level(content_id: str) -> str:
    """The last level of an id: what a page is called in its folder."""
    return content_id.rpartition(".")[2]


def numbered(number: str) -> str:
    """A source's number as part of an address: `1.b` is `1-b`."""
    return re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")


def programme_page(programme: str) -> str:
    """A programme's page."""
    return f"induction/{programme}/"


def section_page(programme: str, section: str) -> str:
    """A section's page."""
    return f"induction/{programme}/{section}/"


def plan_page(programme: str) -> str:
    """The page where a programme is planned."""
    return f"induction/{programme}/plan/"


def local_page(programme: str, item: str = "") -> str:
    """The page of what the service adds to a programme, or of one item of it."""
    return f"induction/{programme}/local/" + (f"{item}/" if item else "")


def local_id(programme: str, item: str) -> str:
    """The id of an item that the service adds: a room of its own, where nothing shipped ever stands."""
    return f"{programme}.local.{item}"


def area_id(programme: str, area: str) -> str:
    """The id of an area that a programme leaves to the service."""
    return f"{programme}.area.{area}"


def subsection_page(programme: str, section: str, number: str) -> str:
    """A sub-section's page; its reading stands there too."""
    return f"induction/{programme}/{section}/{numbered(number)}/"


def activity_page(programme: str, section: str, number: str) -> str:
    """An activity's page."""
    return f"induction/{programme}/{section}/activity-{numbered(number)}/"


def guidance_page(content_id: str) -> str:
    """A guidance page."""
    return f"guidance/{last_level(content_id)}/"


def card_page(content_id: str) -> str:
    """The page of a procedure's card for a phone."""
    return f"{CARDS}{last_level(content_id)}/"


def script_page(content_id: str, school: str = "") -> str:
    """A script's page, or its page for one school."""
    return f"scripts/{last_level(content_id)}/" + (f"{school}/" if school else "")


def form_page(content_id: str) -> str:
    """The page of a form to print."""
    return f"forms/{last_level(content_id)}/"


def reference_page(content_id: str) -> str:
    """The page of a reference collection."""
    return f"reference/{last_level(content_id)}/"


def role_page(role: str) -> str:
    """A role's page."""
    return f"roles/{role}/"


def source_page(source: str) -> str:
    """A source document's page."""
    return f"sources/{source}/"


def item_pages(handbook: "Handbook") -> dict[str, str]:
    """Content id to page, for every item and every reading. Items of a programme that no section leads to have none."""
    pages = {one: role_page(one) for one in handbook.roles}
    pages |= {one: guidance_page(one) for one in handbook.guidance}
    pages |= {one: script_page(one) for one in handbook.scripts}
    pages |= {one: form_page(one) for one in handbook.forms}
    pages |= {one: reference_page(one) for one in handbook.reference}
    for name, induction in handbook.programmes.items():
        pages[name] = programme_page(name)
        pages |= {local_id(name, one.id): local_page(name, one.id) for one in induction.local}
        for section in induction.programme.sections:
            for one in filter(None, map(induction.subsections.get, section.subsections)):
                pages[one.id] = subsection_page(name, section.id, one.number)
                if one.reading:
                    pages[one.reading.id] = pages[one.id]
                for activity in filter(None, map(induction.activities.get, one.activities)):
                    pages[activity.id] = activity_page(name, section.id, activity.number)
    return pages


def page_of(file: "ContentFile", pages: dict[str, str]) -> str | None:
    """The page that a file makes, None when it makes none of its own; `pages` are the item pages."""
    if isinstance(file.item, tables.Glossary):
        return GLOSSARY
    if isinstance(file.item, Rhythms):
        return DATES
    return pages.get(file.item.id) if isinstance(file.item, Item) else None


class Place(NamedTuple):
    """A thing that has an address of its own."""

    file: "ContentFile"
    loc: Loc
    value: Any
    page: str
    anchor: str
    """Empty for a page itself."""

    @property
    def address(self) -> str:
        """Page, with the anchor."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def places(handbook: "Handbook") -> Iterator[Place]:
    """Every model and dataclass on a page, with the address of the nearest thing around it that has one."""
    pages = item_pages(handbook)
    for file in handbook.files:
        page = page_of(file, pages)
        if page is None:
            continue
        around = [(page, "")]  # where the thing at each depth of the trail stands
        for loc, trail in file.inside.things:
            del around[len(trail) :]
            here, above = around[-1]
            if isinstance(trail[-1], kinds.ProgrammeSection):
                here = section_page(file.item.id, trail[-1].id)
            around.append((here, _own_anchor(trail) or above))
            yield Place(file, loc, trail[-1], *around[-1])


def has_anchor(value: Any) -> bool:
    """True when a value is the very thing that an anchor leads to, rather than something inside it."""
    kind: type = type(value)
    return kind is not DutyBlock and _anchoring(kind) is not None


def anchor(trail: Trail) -> str:
    """The anchor of the innermost thing of a trail that has one; empty when none has."""
    return next(filter(None, (_own_anchor(trail[:depth]) for depth in range(len(trail), 0, -1))), "")


def _own_anchor(trail: Trail) -> str:
    kind: type = type(trail[-1])
    anchoring = _anchoring(kind)
    return anchoring(trail) if anchoring else ""


@cache
def _anchoring(kind: type) -> Callable[[Trail], str] | None:
    """How the last thing of a trail gets its anchor; None for kinds that have none."""
    if issubclass(kind, DutyBlock):
        return lambda trail: f"duty-{trail[-1].duty.id}"
    if issubclass(kind, Duty):
        return lambda trail: f"duty-{trail[-1].id}"
    if issubclass(kind, tables.Term):
        return lambda trail: f"term-{trail[-1].id}"
    if issubclass(kind, Part | FormPart | kinds.Entry | kinds.ScriptPoint | Rhythm):
        return lambda trail: str(trail[-1].id)
    # A question, case, element, row and so on: what a response part is made of.
    if _is_of_response(kind) and kind not in ACTIVITY_TYPES.values():
        return lambda trail: field_id(".".join(one.id for one in trail if _is_of_response(type(one)))) + "-field"
    return None


def _is_of_response(kind: type) -> bool:
    return is_dataclass(kind) and "id" in names(kind)
