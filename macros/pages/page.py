"""A page made from content, and the place it is rendered at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape

from induction.codes import Nation
from induction.views.html import Html, el, inline, prose
from macros.book import Book
from macros.pages.markdown import to_html
from macros.pages.names import placed
from schemas.common import Item
from schemas.slots import Filler
from schemas.tables import School

UNSEARCHED = "1"
"""Value of data-search-exclude: the search plugin takes the attribute out again only when it has one. The plugin ends
an exclusion at the first end of a tag of that name, so put it only where no tag of its own name stands inside."""

_ENDS = re.compile(r"(</(?:p|ul|ol|td|th|tr|dt|dd|div|label|legend|summary|caption|option|h[1-6])>)(?=<)")


@dataclass(frozen=True)
class Page:
    """One page of content: where it stands, what it is called, what it is made from."""

    kind: str
    """A key of PAGE_KINDS."""
    key: str
    """Which one of its kind; usually a content id."""
    address: str
    """Relative to the site root, ending in `/`."""
    title: str
    description: str = ""
    source: str = ""
    """Path of the YAML file, from the project's root; empty for pages made from all content."""
    searched: bool = True
    """False for pages that repeat what stands elsewhere."""
    tags: tuple[str, ...] = ()
    """Whose rule the page is, in words that search results show."""


@dataclass(frozen=True)
class PageKind:
    """What there is to know of a kind of page."""

    pages: Callable[[Book], Iterable[Page]]
    """The pages of this kind."""
    body: Callable[[Here], str]
    """A page's Markdown, from its first heading on."""


@dataclass(frozen=True)
class Here:
    """One page while it is rendered: everything a template may ask of its surroundings."""

    book: Book
    page: Page
    nations: tuple[Nation, ...] = ()
    """Nations the page speaks of."""
    item: Item | None = None
    """The item the page is made from, if it is one."""
    school: School | None = None
    """The school whose names the page shows."""
    names: list[str] | None = field(default=None, compare=False)
    """Where names that the school has not given are widgets: the ids of those on the page so far."""
    shown: set[tuple[str, str]] = field(default_factory=set, compare=False)
    """Overlays shown so far: (part, overlay). The first of each is in full, see `statement`."""

    @property
    def root(self) -> str:
        """The way from this page to the site root."""
        return "../" * self.page.address.count("/")

    def fill(self, text: str) -> str:
        """Text with its slots filled."""
        return Filler(self.book.handbook, self.school).fill(text)

    def _linked(self, text: str) -> str:
        return Filler(self.book.handbook, self.school, dial=True, live=self.names is not None).fill(text)

    def _placed(self, html: Html) -> Html:
        return html if self.names is None else placed(html, self.root, self.names)

    def words(self, text: str) -> Html:
        """One line of plain text, slots filled and links made."""
        return self._placed(inline(self._linked(text), self.root))

    def said(self, text: str) -> Html:
        """Words to say as paragraphs, slots filled and links made."""
        return self._placed(prose(self._linked(text), self.root))

    def rich(self, text: str) -> Html:
        """Markdown as HTML, slots filled and links made."""
        return self._placed(to_html(self._linked(text), self.root))

    def link(self, words: str, address: str) -> Html:
        """A link to a page of this site."""
        return el("a", words, href=self.root + address)

    def heading(self, level: int, title: str, anchor: str = "", *, searched: bool = True) -> str:
        """A Markdown heading: these, and only these, are in the table of contents.

        Anchors of our own begin with `page_`: no id of content has a `_`, so none is met twice.
        `searched` False keeps it and all that stands under it out of the search index.
        """
        plain = escape(self.fill(title), quote=False)
        for sign in "\\`*_[]#":
            plain = plain.replace(sign, f"\\{sign}")
        attributes = [f"#{anchor}"] * bool(anchor) + [f'data-search-exclude="{UNSEARCHED}"'] * (not searched)
        return f"{'#' * level} {plain}" + (f" {{{' '.join(attributes)}}}" if attributes else "")


def page_body(*blocks: str | None) -> str:
    """Blocks of Markdown and HTML one after the other, a blank line between, none of them empty."""
    return "\n\n".join(filter(None, ((block or "").rstrip("\n") for block in blocks))) + "\n"


def spaced(html: str) -> str:
    """A break after each cell and label: without it the search index would read two of them as one word."""
    return _ENDS.sub(r"\1\n", html)
