"""What activities rest on: their own page, their sub-section's, and the pages that these send the reader to.

Each has a version, a short digest of what its page says, so that an owner can be told what moved without a note
(`schemas.changed`), and the notes that readers are shown ("Changed since you signed").
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping

from induction import programme as out
from schemas.addresses import item_pages
from schemas.common import Item
from schemas.handbook import Handbook, Induction
from schemas.kinds import Activity, Subsection
from schemas.slots import Filler

_NOT_SAID = {"reviewed", "changes", "also", "sources"}
"""Parts of an item that are about the page or lead to it: a reader who knows the page learns nothing new from them."""
_ADDRESS = re.compile(r"(?:^|\()((?:guidance|scripts|forms|reference)/[a-z0-9-]+/)")
"""A page of guidance and the like, as a link in a text or as an address of its own."""


def version(item: Item) -> str:
    """Short digest of what an item's page says."""
    said = item.model_dump(mode="json", exclude=_NOT_SAID)
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def bases(handbook: Handbook) -> tuple[out.Basis, ...]:
    """Every page that an activity of a programme rests on, by id."""
    pages, items = item_pages(handbook), {one.id: one for one in handbook.items()}
    wanted = {
        name
        for induction in handbook.programmes.values()
        for _, rests in rests_on(handbook, induction)
        for name in rests
    }
    fill = Filler(handbook).fill
    return tuple(
        out.Basis(
            id=name,
            title=fill(_title(items[name])),
            page=pages[name],
            version=version(items[name]),
            changes=tuple(
                out.Change(one.date.isoformat(), fill(one.what), one.matters)
                for one in sorted(items[name].changes, key=lambda one: one.date, reverse=True)
            ),
        )
        for name in sorted(wanted)
    )


def rests_on(handbook: Handbook, induction: Induction) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every reading and activity of a programme that has a page, with the ids of the pages it rests on."""
    pages = item_pages(handbook)
    of_page = {
        page: name
        for name, page in pages.items()
        if name in {*handbook.guidance, *handbook.scripts, *handbook.forms, *handbook.reference}
    }
    links = _links(handbook, of_page)
    for subsection in induction.subsections.values():
        if subsection.id not in pages:
            continue
        taught = (subsection.id, *links.get(subsection.id, ()))
        if subsection.reading:
            yield subsection.reading.id, taught
        for name in subsection.activities:
            if name in induction.activities:
                yield name, tuple(dict.fromkeys((name, *taught, *links.get(name, ()))))


def _links(handbook: Handbook, of_page: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Item id to the ids of the pages that it links to, in reading order."""
    found = {}
    for file in handbook.files:
        if isinstance(file.item, Subsection | Activity):
            addresses = (address for _, text in file.inside.texts for address in _ADDRESS.findall(text))
            found[file.item.id] = tuple(dict.fromkeys(of_page[one] for one in addresses if one in of_page))
    return found


def _title(one: Item) -> str:
    if isinstance(one, Activity):
        return f"Activity {one.number}: {one.title}"
    return f"{one.number} {one.title}" if isinstance(one, Subsection) else one.title
