"""Texts: slots exist, links lead somewhere, and there is no HTML."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas import addresses
from schemas.addresses import HOME, LISTS, TOOLS, item_pages, page_of, places, script_page, section_page, source_page
from schemas.problems import Problem, meant
from schemas.slots import SLOT
from schemas.walk import texts
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook

LINK = re.compile(r"\[[^\]]+\]\(([^)\s]*)\)")
"""A Markdown link."""
_HTML = re.compile(r"<[a-zA-Z/!]")
_OWN_SLOTS = ("service", "slots", "people")
"""Kinds that slots are filled from: a slot in them would have to be filled twice."""


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Slots, links and HTML in every text."""
    pages = known_pages(handbook)
    own = item_pages(handbook)
    for file in handbook.files:
        page = page_of(file, own) or ""
        for loc, text in texts(file.item):
            yield from _slots(handbook, file, loc, text)
            hrefs = [text] if loc[-1:] == ("href",) else LINK.findall(text)
            for href in hrefs:
                wrong = _link(pages, page, href)
                if wrong:
                    yield file.problem(loc, wrong)
            if loc[-1:] == ("link",) and text and not text.startswith("https://"):
                yield file.problem(loc, f"the address {text} should begin with https://")
            if _HTML.search(text):
                yield file.problem(loc, "HTML is not used in content; write Markdown or plain words")


def _slots(handbook: "Handbook", file: "ContentFile", loc: Loc, text: str) -> Iterator[Problem]:
    rooms = {"service": handbook.slots, "person": handbook.people}
    known = [f"{room}.{key}" for room, keys in rooms.items() for key in keys]
    whole = all(one.item is not None for one in handbook.files if one.kind in ("slots", "people"))
    # While service.yml has problems, nothing is known of what it sets.
    set_here = next((one.item.slots for one in handbook.files if one.kind == "service" and one.item), None)
    for name in SLOT.findall(text):
        if file.kind in _OWN_SLOTS:
            yield file.problem(loc, f"{{{name}}}: slots are not filled in this file; write it out")
        elif name not in known:
            if whole or name.partition(".")[0] not in rooms:
                # The commonest slip is to leave the first level out.
                near = [one for one in known if one.endswith(f".{name}")] or known
                yield file.problem(
                    loc, f"there is no slot {{{name}}}{meant(near[0] if len(near) == 1 else name, near)}"
                )
        elif name.startswith("service.") and set_here is not None and not set_here.get(name.removeprefix("service.")):
            text = f"{{{name}}} is not set in content/service.yml; the page will say so"
            yield file.problem(loc, text, note=True)


def known_pages(handbook: "Handbook") -> dict[str, set[str] | None]:
    """Every page of the site and its anchors; None for pages whose anchors are not ours to know."""
    pages: defaultdict[str, set[str] | None] = defaultdict(set)
    for place in places(handbook):
        anchors = pages[place.page]
        if anchors is not None:
            anchors.add(place.anchor)
    pages |= {page: None for page in (*LISTS, *TOOLS.values()) if page != addresses.GLOSSARY}
    pages |= {source_page(source): None for source in handbook.sources}
    for name, induction in handbook.programmes.items():
        pages |= {section_page(name, section.id): None for section in induction.programme.sections}
    for script in handbook.scripts:
        pages |= {script_page(script, school.id): None for school in handbook.service.schools}
    return {**pages, **dict.fromkeys(_written_by_hand(handbook))}


def _written_by_hand(handbook: "Handbook") -> Iterator[str]:
    """Pages under docs/ that the build does not write."""
    docs = handbook.root / "docs"
    for path in sorted(docs.rglob("*.md")):
        page = path.relative_to(docs).with_suffix("").as_posix()
        page = HOME if page == "index" else f"{page.removesuffix('/index')}/"
        if not any(one != HOME and page.startswith(one) for one in LISTS):
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
