"""The menu: hand-written pages and pages of content in one tree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from macros.book import Book
from macros.pages import all_pages
from macros.pages.page import Page
from macros.stubs import stub_paths

Nav = list[Any]
"""As mkdocs.yml has it: paths, or {title: path}, or {title: [...]}."""


def nav(book: Book, docs: Path) -> Nav:
    """The whole menu. Paths are relative to docs/."""
    menu = _Menu(book)
    return [
        {"Home": "index.md"},
        {"My induction": menu.induction()},
        {
            "Handbook": [
                {"Guidance": menu.shelf("guidance")},
                *(menu.entry("card", page.key) for page in menu.of("card")),
                {"Scripts": menu.scripts()},
                {"Forms to print": menu.shelf("form", "forms")},
                {"Roles": menu.shelf("role", "roles")},
                menu.entry("dates", "all"),
            ]
        },
        {
            "Reference": [
                {"Law and reference": menu.shelf("reference")},
                menu.entry("duties", "all"),
                menu.entry("glossary", "all"),
                {"Sources": menu.shelf("source", "sources")},
            ]
        },
        {"For managers": "for-managers.md"},
        {"About": about(docs, menu.entry("setup", "all"))},
    ]


def about(docs: Path, setup: dict[str, str]) -> Nav:
    """The pages about the handbook itself, what the service has yet to set up, and the decisions behind it."""
    decisions = sorted(path.relative_to(docs).as_posix() for path in docs.glob("adr/*.md"))
    return [
        {"How to use this handbook": "how-to-use.md"},
        {"Read it without a connection": "offline.md"},
        {"Privacy": "privacy.md"},
        {"About this handbook": "about.md"},
        setup,
        {"Architecture": "architecture.md"},
        {"Contracts": "contracts.md"},
        *([{"Decisions": decisions}] if decisions else []),
    ]


class _Menu:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.pages = all_pages(book)
        self.paths = {page: path for path, page in stub_paths(self.pages.values()).items()}

    def entry(self, kind: str, key: str, title: str = "") -> dict[str, str]:
        page = self.pages[kind, key]
        return {title or page.title: self.paths[page]}

    def index(self, kind: str, key: str) -> str:
        return self.paths[self.pages[kind, key]]

    def of(self, kind: str) -> list[Page]:
        return [page for page in self.pages.values() if page.kind == kind]

    def shelf(self, kind: str, folder: str = "") -> Nav:
        pages = sorted(self.of(kind), key=lambda page: page.title.lower())
        return [self.index("list", folder or kind), *({page.title: self.paths[page]} for page in pages)]

    def scripts(self) -> Nav:
        menu: Nav = [self.index("list", "scripts")]
        schools = {school.id: school.name for school in self.book.handbook.service.schools}
        for one in self.book.handbook.scripts.values():
            below = [self.entry("script", f"{one.id}@{school}", name) for school, name in schools.items()]
            menu.append({one.title: [self.index("script", one.id), *below]} if below else self.entry("script", one.id))
        return menu

    def induction(self) -> Nav:
        start, *others = self.of("tool")
        programmes = [
            {found.programme.title: [self.index("programme", name), *self.planning(name), *self.sections(name)]}
            for name, found in self.book.handbook.programmes.items()
        ]
        rest = [{page.title: self.paths[page]} for page in others]
        return [self.index("list", "induction"), {start.title: self.paths[start]}, *programmes, *rest]

    def planning(self, name: str) -> Nav:
        """The plan of a programme, and what the service adds to it."""
        below: Nav = [
            {page.title: self.paths[page]} for page in self.of("local") if page.key.startswith(f"{name}.local.")
        ]
        own = self.pages.get(("local", name))
        adds: Nav = [{own.title: [self.paths[own], *below] if below else self.paths[own]}] if own else []
        return [self.entry("plan", name), *adds]

    def sections(self, name: str) -> Nav:
        induction = self.book.handbook.programmes[name]
        menu: Nav = []
        for section in induction.programme.sections:
            below: Nav = [self.index("section", f"{name}@{section.id}")]
            for one in filter(None, map(induction.subsections.get, section.subsections)):
                below.append(self.entry("subsection", one.id))
                for each in filter(None, map(induction.activities.get, one.activities)):
                    below.append(self.entry("activity", each.id))
            menu.append({f"Section {section.number}: {section.title}": below})
        return menu
