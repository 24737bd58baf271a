"""Page kinds: one module a kind, and the one table that names them.

A new kind of page is a new module with `pages` (which there are) and `body` (one as Markdown), and one line here.
"""

from __future__ import annotations

from functools import lru_cache

from macros.book import Book
from macros.pages import (
    activity,
    card,
    dates,
    duties,
    form,
    glossary,
    guidance,
    lists,
    local,
    plan,
    programme,
    reference,
    role,
    script,
    setup,
    source,
    subsection,
    tools,
)
from macros.pages.page import Here, Page, PageKind, spaced

PAGE_KINDS: dict[str, PageKind] = {
    "list": lists.KIND,
    "tool": tools.KIND,
    "programme": programme.PROGRAMME,
    "section": programme.SECTION,
    "plan": plan.KIND,
    "local": local.KIND,
    "subsection": subsection.KIND,
    "activity": activity.KIND,
    "guidance": guidance.KIND,
    "card": card.KIND,
    "script": script.KIND,
    "form": form.KIND,
    "role": role.KIND,
    "reference": reference.KIND,
    "glossary": glossary.KIND,
    "duties": duties.KIND,
    "dates": dates.KIND,
    "setup": setup.KIND,
    "source": source.KIND,
}
"""Name to page kind: the one place where a kind of page is registered."""


@lru_cache(maxsize=1)
def all_pages(book: Book) -> dict[tuple[str, str], Page]:
    """Every page made from content, by kind and key."""
    return {(page.kind, page.key): page for kind in PAGE_KINDS.values() for page in kind.pages(book)}


def body(book: Book, page: Page) -> str:
    """A page's Markdown."""
    return spaced(PAGE_KINDS[page.kind].body(Here(book, page)))
