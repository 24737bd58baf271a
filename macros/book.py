"""Everything one build of the pages knows: the content, what the browser gets, and where each item stands.

Loaded once a build and then handed to whatever renders. Nothing here knows MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from induction.codes import Nation
from induction.programme import Bundle
from macros.runtime import Runtime, build_runtime
from schemas.addresses import DATES, GLOSSARY, Place, has_anchor, item_pages, section_page
from schemas.blocks import DutyBlock
from schemas.common import Item
from schemas.compile import bundle, bundle_json
from schemas.coverage import coverage
from schemas.handbook import Handbook, load_with_notes
from schemas.kinds import Activity, Subsection
from schemas.problems import Problem

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, eq=False)
class Book:
    """One handbook, ready to be written as pages."""

    handbook: Handbook
    bundle: Bundle
    """What the browser reads; the static widgets are rendered from the same."""
    runtime: Runtime | None = None
    """Where the site keeps what the browser runs; None in tests that need no browser."""
    notes: tuple[Problem, ...] = ()
    """What an author should know and what stops no build: a local fact that pages ask for and nobody has set."""

    @cached_property
    def pages(self) -> dict[str, str]:
        """Content id to page address."""
        return item_pages(self.handbook)

    @cached_property
    def files(self) -> dict[str, str]:
        """Content id to the path of its YAML file."""
        return {file.item.id: file.path for file in self.handbook.files if hasattr(file.item, "id")}

    @cached_property
    def places(self) -> list[Place]:
        """Everything that has an address, for the several pages that list it: finding it means walking all content."""
        wanted = (
            place for place in self.handbook.places if has_anchor(place.value) or isinstance(place.value, DutyBlock)
        )
        return list(wanted)

    @cached_property
    def carried(self) -> dict[str, list[str]]:
        """Source unit to the addresses that carry it."""
        return coverage(self.handbook)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Address to the words that a link to it says."""
        handbook = self.handbook
        titles = {self.pages[one.id]: self._title(one) for one in handbook.items() if one.id in self.pages}
        for name, induction in handbook.programmes.items():
            titles |= {section_page(name, one.id): one.title for one in induction.programme.sections}
        titles |= {GLOSSARY: "Glossary", DATES: "Work out dates"}
        named = dict(titles)
        for place in self.places:
            own = getattr(place.value, "title", "") or getattr(place.value, "what", "")
            own = own or getattr(place.value, "term", "")
            if own:
                named[place.address] = f"{titles[place.page]}: {own}"
        return named

    @staticmethod
    def _title(one: Item) -> str:
        if isinstance(one, Activity):
            return f"Activity {one.number}: {one.title}"
        return f"{one.number} {one.title}" if isinstance(one, Subsection) else one.title

    def name(self, address: str) -> str:
        """What a link to an address of content says."""
        return self._names.get(address) or self._names[address.partition("#")[0]]

    def word(self, vocabulary: str, code: str) -> str:
        """The words for a code."""
        return self.handbook.words.get(vocabulary, {}).get(code, code)

    def who(self, person: str, nations: tuple[Nation, ...] = ()) -> str:
        """What a role or person is called, in the nation that a page speaks of."""
        if person in self.handbook.roles:
            return self.handbook.roles[person].title
        found = self.handbook.people.get(person)
        if found is None:
            return person
        nation = nations[0] if len(nations) == 1 else self.handbook.service.nation
        return found.titles.get(nation, found.title)


def open_book(root: Path = ROOT, *, browser: bool = True) -> Book:
    """Load the content under `root`. ContentError names every problem; `browser` also makes the runtime archives."""
    handbook, notes = load_with_notes(root)
    book = replace(make_book(handbook), notes=tuple(notes))
    return replace(book, runtime=build_runtime(root, bundle_json(book.bundle))) if browser else book


def make_book(handbook: Handbook) -> Book:
    """A book without the browser's side."""
    return Book(handbook, bundle(handbook))
