"""What a build of the site does before and after MkDocs: plain functions, which hook.py only calls.

`begin` loads the content and writes the stubs; `page_text` renders a page when its stub asks; `finish` adds what
the browser needs, writes coverage.json and checks every link. Any other builder can call the three.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from induction.codes import Strength
from induction.dates import say_date
from induction.views.html import el
from macros import tree
from macros.book import ROOT, Book, open_book
from macros.coverage import missing_anchors, missing_overlays, units_by_page, write_coverage
from macros.csp import write_policy
from macros.environment import SetupError
from macros.install import write_manifest
from macros.layouts import write_layouts
from macros.links import Site, dead_links, fetched_from_elsewhere, links_to, read_site
from macros.nav import nav
from macros.offline import Version, write_worker
from macros.onepage import write_one_page
from macros.pages import all_pages, body
from macros.pages.my_role import chooser
from macros.pages.signers import signers
from macros.pdf import write_pdf
from macros.quizzes import write_quizzes
from macros.search import write_search_words
from macros.search_index import index_paragraphs
from macros.stubs import HandWritten, write_stubs
from macros.whole import marked
from schemas.problems import ContentError


class BuildError(Exception):
    """The site cannot be built; the message says every reason, one a line."""


@dataclass(frozen=True)
class Build:
    """One build of the site, as whoever runs it set it."""

    site_url: str
    """Where it will live."""
    name: str
    """What the handbook is called."""
    about: str
    """What it is, in a sentence."""
    version: Version
    """What is being built."""
    serving: bool = False
    """True for `serve`: each page then carries a script of MkDocs's own."""
    keeps: bool = True
    """Whether browsers are to keep a copy. An author who follows edits wants none."""
    whole: bool = False
    """Whether to write the whole handbook as one page and one PDF too."""


_book: Book | None = None


def begin(root: Path = ROOT) -> Book:
    """Load the content of this build. BuildError says everything that is wrong with it."""
    global _book  # one build at a time; macros have no other way to reach what the hook loaded
    try:
        _book = open_book(root)
    except ContentError as error:
        raise BuildError(str(error)) from None
    return _book


def book() -> Book:
    """The book of this build; loaded now when no hook did."""
    return _book or begin()


def write_pages(book: Book, docs: Path) -> list[str]:
    """Bring the page stubs under `docs` up to date; the paths that changed."""
    try:
        return write_stubs(docs, all_pages(book).values(), units_by_page(book.carried))
    except HandWritten as error:
        raise BuildError(str(error)) from None


def page_text(kind: str, key: str) -> str:
    """The Markdown of one page."""
    here = book()
    return marked(body(here, all_pages(here)[kind, key]))


def role_text() -> str:
    """The question which role a reader has, for the home page."""
    return chooser(book(), "") or ""


def whom_to_tell(*, begins: bool = False) -> str:
    """What to do when something is wrong: write to the address there is, or else tell the owner.

    `begins` is True at the head of a sentence.
    """
    service = book().handbook.service
    if not service.email:
        return f"{'Tell' if begins else 'tell'} {service.owner}"
    return f'{"Write" if begins else "write"} to <a href="mailto:{service.email}">{service.email}</a>'


def signers_text() -> str:
    """Who may sign work off in this service, for the pages that explain signing; empty while it has not said."""
    found = signers(book())
    return el("div", el("p", "In this service:"), found) if found else ""


def tree_text() -> str:
    """The project's rooms and what each is for."""
    return tree.as_markdown(ROOT)


def urgent(book: Book) -> dict[str, object]:
    """What the strip at the top of every page says."""
    service = book.handbook.service
    return {
        "emergency": "999",
        "contacts": [
            {"label": one.label, "number": one.number, "tel": one.number.replace(" ", ""), "when": one.when}
            for one in service.contacts
            if one.urgent
        ],
        "service": service.name,
        "example": service.example,
    }


def early(book: Book) -> dict[str, object] | None:
    """What a page with a widget has the browser begin with, before anything else: see macros/theme/main.html.

    `script` starts Python, `assets` says from what; `modules` are fetched soon, rather than each when another asks.
    """
    runtime = book.runtime
    if runtime is None:
        return None
    files = {address.removeprefix(runtime.web) for address in runtime.assets if address.startswith(runtime.web)}
    version = {"island.js": f"?b={runtime.build}"}
    return {
        "script": f"{runtime.web}start.js",
        "modules": [runtime.web + name + version.get(name, "") for name in sorted(files - _NOT_LATER)],
        "web": runtime.web,
        "build": runtime.build,
        "assets": json.dumps(dict(runtime.boot), sort_keys=True, separators=(",", ":")),
    }


_NOT_LATER = {"start.js", "worker.js", "snapshot.js"}


def about(book: Book, build: Build) -> dict[str, object]:
    """What every page says of the handbook it belongs to."""
    service = book.handbook.service
    day = build.version.built.isoformat()
    return {
        "version": build.version.id,
        "short": build.version.short,
        "built": day,
        "said": say_date(day),
        "keeps": build.keeps,
        "whole": build.whole,
        "owner": service.owner,
        "email": service.email or "",
    }


SHORTCUTS = {
    "A child in danger now": "guidance/danger-now/",
    "Home visit card": "cards/home-visit-safety/",
    "Words to say": "scripts/",
}
"""What the icon on a phone offers at once: words to page."""


def finish(book: Book, folder: Path, build: Build) -> None:
    """Complete the built site in `folder`. BuildError when a link, an anchor or a promise of coverage is broken."""
    copy_runtime(book, folder)
    write_quizzes(book, folder)
    write_layouts(book, folder)
    search = book.handbook.search
    harm = {**search.harm.model_dump(mode="json"), "page": book.pages[search.harm.page]} if search.harm else None
    write_search_words(
        folder, [term.model_dump(mode="json") for term in book.handbook.glossary.values()], roles_of(book), harm
    )
    index_paragraphs(folder, book.carried, [book.word("strength", one) for one in Strength], search.asked)
    write_coverage(folder, book.carried)
    if build.whole:
        made = about(book, build)
        write_one_page(folder, nav(book, ROOT / "docs"), build.name, f"Made on {made['said']}, version {made['short']}")
    write_policy(folder, serving=build.serving)
    if build.whole:
        try:
            write_pdf(folder)
        except SetupError as error:
            raise BuildError(str(error)) from None
    write_manifest(folder, build.name, build.about, SHORTCUTS)
    write_worker(folder, build.version, book.runtime.assets if book.runtime else (), keeps=build.keeps)  # last of all
    wrong = problems(book, read_site(folder), build.site_url)
    if wrong:
        raise BuildError("\n".join(wrong))


def roles_of(book: Book) -> dict[str, tuple[str, ...]]:
    """Page addresses to the roles that each is for."""
    return {book.pages[one.id]: one.applies.roles for one in book.handbook.items() if one.id in book.pages}


def copy_runtime(book: Book, folder: Path) -> None:
    """Put what the browser runs where the pages look for it."""
    for address, file in (book.runtime.assets if book.runtime else {}).items():
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        # The name of most of these holds their digest, and some are megabytes: what is there already stays.
        if not target.exists() or target.stat().st_size != file.stat().st_size or target.suffix == ".js":
            shutil.copyfile(file, target)


def problems(book: Book, site: Site, site_url: str) -> list[str]:
    """Everything the built pages promise and do not keep, one sentence each."""
    files = {page.address: page.source for page in all_pages(book).values() if page.source}
    base = urlsplit(site_url).path or "/"

    def at(page: str) -> str:
        name = f"page {page or 'home'}"
        return f"{files[page]}: {name}" if page in files else name

    said = [f"{at(dead.page)} links to {dead.href}, but {dead.why}." for dead in dead_links(site, base)]
    said += [
        f"{at(address.partition('#')[0])} should carry {', '.join(units)} at {address}, but there is no such place."
        for address, units in missing_anchors(site, book.carried).items()
    ]
    said += [
        f"{at(address.partition('#')[0])} carries {unit} at {address} without the safety overlay {overlay}."
        for address, overlay, unit in missing_overlays(site, book.carried, book.handbook.overlays)
    ]
    said += [f"{at(page)} has two things with the id {', '.join(ids)}." for page, ids in site.twice.items() if ids]
    said += [
        f"{at(page)} fetches {address} from another site." for page, address in fetched_from_elsewhere(site, site_url)
    ]
    gone = [one.href for one in book.handbook.links.values() if not one.reached]
    said += [
        f"{at(page)} links to {href}, which content/links.yml says was not reached; it should be shown as words."
        for page, href in links_to(site, gone)
    ]
    return said
