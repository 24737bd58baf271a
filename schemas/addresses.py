"""Where content stands on the site: the one table of page addresses and of anchors.

Addresses are relative to the site root and end in `/`; an anchor follows after `#`.
"""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from induction.activities import ACTIVITY_TYPES
from induction.views.forms import field_id
from schemas import kinds, tables
from schemas.blocks import DutyBlock, Part
from schemas.common import Duty, Item
from schemas.walk import walk
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook

HOME = ""
GLOSSARY = "glossary/"
DUTIES = "duties/"
LISTS = (HOME, "induction/", "guidance/", "scripts/", "reference/", "roles/", "sources/", GLOSSARY, DUTIES)
"""Pages that list content, made from all of it rather than from one item."""
TOOLS = {
    "start": "induction/start/",
    "record": "induction/record/",
    "sign-off": "induction/sign-off/",
    "log": "induction/log/",
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


def subsection_page(programme: str, section: str, number: str) -> str:
    """A sub-section's page; its reading stands there too."""
    return f"induction/{programme}/{section}/{numbered(number)}/"


def activity_page(programme: str, section: str, number: str) -> str:
    """An activity's page."""
    return f"induction/{programme}/{section}/activity-{numbered(number)}/"


def guidance_page(content_id: str) -> str:
    """A guidance page."""
    return f"guidance/{last_level(content_id)}/"


def script_page(content_id: str, school: str = "") -> str:
    """A script's page, or its page for one school."""
    return f"scripts/{last_level(content_id)}/" + (f"{school}/" if school else "")


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
    pages |= {one: reference_page(one) for one in handbook.reference}
    for name, induction in handbook.programmes.items():
        pages[name] = programme_page(name)
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
    """Everything that has an address, and everything inside it with the address of the nearest thing around it."""
    pages = item_pages(handbook)
    for file in handbook.files:
        page = page_of(file, pages)
        if page is None:
            continue
        for loc, trail in walk(file.item):
            section = next((value for value in trail if isinstance(value, kinds.ProgrammeSection)), None)
            here = section_page(file.item.id, section.id) if section else page
            yield Place(file, loc, trail[-1], here, anchor(trail))


def has_anchor(value: Any) -> bool:
    """True when a value is the very thing that an anchor leads to, rather than something inside it."""
    return isinstance(value, Part | Duty | kinds.Entry | kinds.ScriptPoint | tables.Term) or _is_response_item(value)


def anchor(trail: tuple[Any, ...]) -> str:
    """The anchor of the innermost thing of a trail that has one; empty when none has."""
    for depth in range(len(trail), 0, -1):
        value = trail[depth - 1]
        if isinstance(value, DutyBlock):
            return f"duty-{value.duty.id}"
        if isinstance(value, Duty):
            return f"duty-{value.id}"
        if isinstance(value, Part | kinds.Entry | kinds.ScriptPoint):
            return value.id
        if isinstance(value, tables.Term):
            return f"term-{value.id}"
        if _is_response_item(value):
            return field_id(".".join(_ids(trail[:depth]))) + "-field"
    return ""


def _is_response_item(value: Any) -> bool:
    """A question, case, element, row and so on: what a response part is made of."""
    return is_dataclass(value) and hasattr(value, "id") and type(value) not in ACTIVITY_TYPES.values()


def _ids(trail: tuple[Any, ...]) -> list[str]:
    """Ids from the response part down: the path of a field."""
    return [value.id for value in trail if is_dataclass(value) and hasattr(value, "id")]
