"""Checks every internal link and anchor of the built site, whoever wrote it: MkDocs sees only those in Markdown."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

# A regular expression rather than a parser: it reads 10 MB of pages in a blink, and our own templates wrote them.
_REFERS = re.compile(
    r"""<(?:a|link|script|img|form|use)\b[^>]*?\s(?:href|src|action)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"""
)
_ABROAD = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ID = re.compile(r"""<[a-z][^>]*?\sid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_FETCHED = re.compile(r"""<(link|script|img|source|iframe)\b([^>]*)>""")
_ADDRESS = re.compile(r"""\s(?:href|src)=["']?([^\s"'>]+)""")


@dataclass(frozen=True)
class Site:
    """The built pages: address relative to the site root (`guidance/x/`) to the page's HTML."""

    folder: Path
    pages: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]
    twice: Mapping[str, tuple[str, ...]]
    """Ids that stand more than once on a page, so that a link to them is a matter of luck."""


@dataclass(frozen=True, order=True)
class DeadLink:
    """A link that leads nowhere."""

    page: str
    href: str
    why: str


def read_site(folder: Path) -> Site:
    """Read the built pages."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        pages[name.removesuffix("index.html") if name.endswith("index.html") else name] = path.read_text("utf-8")
    counted = {page: Counter(_first(_ID, html)) for page, html in pages.items()}
    twice = {page: tuple(one for one, count in ids.items() if count > 1) for page, ids in counted.items()}
    return Site(folder, pages, {page: frozenset(ids) for page, ids in counted.items()}, twice)


def _first(pattern: re.Pattern[str], html: str) -> Iterator[str]:
    for match in pattern.finditer(html):
        yield unescape(match[1] or match[2] or match[3] or "")


def dead_links(site: Site, base: str = "/") -> list[DeadLink]:
    """Every internal link whose page, file or anchor is not there. `base` is the path of the site's own address."""
    dead = set()
    known: dict[tuple[str, str], tuple[str, str]] = {}  # the menu's links are the same on every page of a folder
    for page, html in site.pages.items():
        folder = posixpath.dirname(page)
        for href in set(_first(_REFERS, html)):
            if _ABROAD.match(href):
                continue
            address, _, anchor = href.partition("#")
            path = address.partition("?")[0]
            way = (folder if path else page, path)
            if way not in known:
                target = _target(page, unquote(path), base)
                known[way] = target, _why_dead(site, target)
            target, why = known[way]
            if not why and anchor and target in site.pages and not anchor.startswith("__"):
                why = "" if unquote(anchor) in site.ids[target] else f"that page has no #{anchor}"
            if why:
                dead.add(DeadLink(page, href, why))
    return sorted(dead)


def _why_dead(site: Site, target: str) -> str:
    """Why there is nothing at an address of the site; empty when there is."""
    if target.startswith("../"):
        return "it leaves the site"
    if target in site.pages:
        return ""
    if f"{target}/" in site.pages:
        return "the / at the end is missing"
    return "" if target and (site.folder / target).is_file() else "there is no such page"


def _target(page: str, path: str, base: str) -> str:
    """The address that a path leads to from a page, relative to the site root."""
    if not path:
        return page
    if path.count("../") > page.count("/"):
        return "../"  # normpath keeps within the root, so what climbs out of the site is seen here
    # Only the page for addresses that do not exist begins with /: it is shown anywhere, so `../` would lead astray.
    own = path.startswith("/")
    full = "/" + path.removeprefix(base) if own else posixpath.join("/", posixpath.dirname(page), path)
    folder = full.endswith(("/", "/.", "/.."))
    return (posixpath.normpath(full) + "/" * folder).lstrip("/")


def links_to(site: Site, addresses: Collection[str]) -> list[tuple[str, str]]:
    """(page, address) of every link to one of these addresses of other sites."""
    if not addresses:
        return []
    wanted = frozenset(addresses)
    return sorted({(page, href) for page, html in site.pages.items() for href in wanted & set(_first(_REFERS, html))})


def fetched_from_elsewhere(site: Site, own: str) -> list[tuple[str, str]]:
    """(page, address) of everything a browser would fetch from another site by itself. `own` is the site's address."""
    found = set()
    for page, html in site.pages.items():
        for tag, attributes in _FETCHED.findall(html):
            if tag == "link" and re.search(r"""rel=["']?(canonical|prev|next|alternate|edit)""", attributes):
                continue  # named, not fetched
            for address in _ADDRESS.findall(attributes):
                if re.match(r"[a-z]+:|//", address) and not address.startswith(("data:", own)):
                    found.add((page, address))
    return sorted(found)
