"""Texts: slots exist, links lead somewhere, and there is no HTML."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from induction.activities.case import YEAR, Case
from schemas import addresses
from schemas.addresses import (
    CARDS,
    HOME,
    LISTS,
    TOOLS,
    card_page,
    item_pages,
    local_page,
    page_of,
    plan_page,
    script_page,
    section_page,
    source_page,
)
from schemas.problems import Problem, meant
from schemas.slots import SLOT
from schemas.walk import members
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook

LINK = re.compile(r"\[[^\]]+\]\(([^)\s]*)\)")
"""A Markdown link."""
_HTML = re.compile(r"<[a-zA-Z/!]")
_OWN_SLOTS = ("service", "slots", "people", "rhythms")
"""Kinds that slots are filled from: a slot in them would have to be filled twice. And rhythms: what they say goes into
calendars, where nobody is named."""


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Slots, links and HTML in every text."""
    pages = known_pages(handbook)
    own = item_pages(handbook)
    slots = _Slots(handbook)
    for file in handbook.files:
        page = page_of(file, own) or ""
        for loc, text in file.inside.texts:
            if "{" in text:
                # {year} is filled in by the case itself, once the inductee has chosen one.
                years = YEAR in text and _has_years(file.item, loc)
                yield from slots.check(file, loc, text.replace(YEAR, "") if years else text)
            hrefs = [text] if loc[-1:] == ("href",) else LINK.findall(text) if "](" in text else ()
            for href in hrefs:
                wrong = _link(pages, page, href)
                if wrong:
                    yield file.problem(loc, wrong)
            if loc[-1:] == ("link",) and text and not text.startswith("https://"):
                yield file.problem(loc, f"the address {text} should begin with https://")
            if "<" in text and _HTML.search(text):
                yield file.problem(loc, "HTML is not used in content; write Markdown or plain words")


def _has_years(item: Any, loc: Loc) -> bool:
    """True for a text inside a case whose year the inductee chooses."""
    for step in loc:
        item = dict(members(item)).get(step)
        if isinstance(item, Case) and item.years:
            return True
    return False


class _Slots:
    """What is known of slots, and which of them a text may not use."""

    def __init__(self, handbook: "Handbook") -> None:
        self.rooms = {"service": handbook.slots, "person": handbook.people}
        self.known = dict.fromkeys(f"{room}.{key}" for room, keys in self.rooms.items() for key in keys)
        self.whole = all(one.item is not None for one in handbook.files if one.kind in ("slots", "people"))
        # While service.yml has problems, nothing is known of what it sets.
        there = any(one.kind == "service" and one.item for one in handbook.files)
        self.set_here = {key for key in handbook.slots if handbook.local_fact(key)} if there else None

    def check(self, file: "ContentFile", loc: Loc, text: str) -> Iterator[Problem]:
        for name in SLOT.findall(text):
            room, _, key = name.partition(".")
            if file.kind in _OWN_SLOTS:
                yield file.problem(loc, f"{{{name}}}: slots are not filled in this file; write it out")
            elif name not in self.known:
                if self.whole or room not in self.rooms:
                    # The commonest slip is to leave the first level out.
                    near = [one for one in self.known if one.endswith(f".{name}")] or list(self.known)
                    guess = meant(near[0] if len(near) == 1 else name, near)
                    yield file.problem(loc, f"there is no slot {{{name}}}{guess}")
            elif room == "service" and self.set_here is not None and key not in self.set_here:
                said = f"{{{name}}} is not set in content/service.yml; the page will say so"
                yield file.problem(loc, said, note=True)


def known_pages(handbook: "Handbook") -> dict[str, set[str] | None]:
    """Every page of the site and its anchors; None for pages whose anchors are not ours to know."""
    pages: defaultdict[str, set[str] | None] = defaultdict(set)
    for place in handbook.places:
        anchors = pages[place.page]
        if anchors is not None:
            anchors.add(place.anchor)
    pages |= {page: None for page in (*LISTS, *TOOLS.values()) if page not in (addresses.GLOSSARY, addresses.DATES)}
    pages |= {source_page(source): None for source in handbook.sources}
    pages |= {card_page(one.id): None for one in handbook.guidance.values() if one.card}
    for name, induction in handbook.programmes.items():
        pages |= {section_page(name, section.id): None for section in induction.programme.sections}
        pages |= {plan_page(name): None, local_page(name): None}
        pages |= {local_page(name, one.id): None for one in induction.local}
    for script in handbook.scripts:
        pages |= {script_page(script, school.id): None for school in handbook.service.schools}
    return {**pages, **dict.fromkeys(_written_by_hand(handbook))}


def _written_by_hand(handbook: "Handbook") -> Iterator[str]:
    """Pages under docs/ that the build does not write."""
    docs = handbook.root / "docs"
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).with_suffix("").as_posix()
        page = HOME if page == "index" else f"{page.removesuffix('/index')}/"
        if not any(one != HOME and page.startswith(one) for one in (*LISTS, CARDS)):
            yield page


def _link(pages: dict[str, set[str] | None], own: str, href: str) -> str | None:
    """What is wrong with an address, or None."""
    if re.match(r"https://|mailto:|tel:", href):
        return None
    if re.match(r"[a-z]+:|//", href):
        return f"the address {href} should begin with https://"
    page, _, anchor = href.partition("#")
    page = page if page or not anchor else own
    if page.startswith(("/", ".")) or (page and not page.endswith("/")):
        return f"the address {href} should start at the site root and end in '/', such as guidance/home-visits/"
    if page not in pages:
        return f"there is no page {page}{meant(page, pages)}"
    anchors = pages[page]
    if anchor and anchors is not None and anchor not in anchors:
        return f"the page {page} has no anchor #{anchor}{meant(anchor, anchors)}"
    return None
