"""The whole handbook as one page: every page of the menu in its order, to read through, print or save as one file.

Made from the built pages, so it says what they say. Links between pages become links within it; a page's headings go
down as deep as the page stands in the menu, so that a PDF of it has an outline like the menu.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

ADDRESS = "whole/"
_DEEPEST = 6
_ARTICLE = re.compile(r'<article class="md-content__inner[^>]*>')
_LEFT_OUT = re.compile(
    r'<noscript.*?</noscript>|<link [^>]*>|<a class="headerlink".*?</a>|<p class="wrong .*?</p>', re.DOTALL
)
_OWN = re.compile(
    r'\sdata-(?:widget|runtime|build|service|root|assets|subject|field|log|args|command|search-exclude)="[^"]*"'
)
"""What belongs to a page by itself: its tracker, its own address, its message about what is wrong."""
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_HEADING = re.compile(r"(</?h)([1-6])\b")
_NAMES = re.compile(
    r'(\s(?:id|for|name|list|headers|aria-labelledby|aria-describedby|aria-controls|aria-details)=")([^"]*)"'
)
_REFERS = re.compile(r'(<(?:a|img|form|use)\b[^>]*?\s(?:href|src|action)=")([^"]*)"')
_STYLES = re.compile(r'<link rel="stylesheet" href="[^"]*">')


@dataclass(frozen=True)
class _Entry:
    """A line of the menu: how deep, what it is called, and its page if it has one."""

    depth: int
    title: str
    path: str


def menu(nav: list[Any], depth: int = 1) -> Iterator[_Entry]:
    """The menu, line by line. A folder's index page is the folder's own line."""
    for each in nav:
        if isinstance(each, str):
            yield _Entry(depth, "", each)
            continue
        for title, below in each.items():
            if isinstance(below, str):
                yield _Entry(depth, title, below)
                continue
            index = below[0] if below and isinstance(below[0], str) else ""
            yield _Entry(depth, title, index)
            yield from menu(below[1:] if index else below, depth + 1)


def _address(path: str) -> str:
    """The address of a page from its path under docs/."""
    page = path.removesuffix(".md")
    return "" if page == "index" else f"{page.removesuffix('/index')}/"


def one_page(folder: Path, nav: list[Any], title: str, made: str) -> str:
    """The HTML of it, from the built site in `folder`. `made`: the day and version in words."""
    entries = list(menu(nav))
    anchors = {_address(one.path): f"page-{number}" for number, one in enumerate(entries) if one.path}
    home = (folder / "index.html").read_text("utf-8")
    parts, contents = [], []
    for number, one in enumerate(entries):
        anchor = f"page-{number}"
        if one.depth <= 2:
            contents.append(f'<li class="whole__at-{one.depth}"><a href="#{anchor}">{escape(one.title)}</a></li>')
        inside = _page(folder, _address(one.path), anchor, one.depth, anchors) if one.path else ""
        head = "" if inside else f"<h{min(one.depth, _DEEPEST)}>{escape(one.title)}</h{min(one.depth, _DEEPEST)}>"
        look = "whole__page whole__page--begins" if one.depth <= 2 or one.path else "whole__page"
        parts.append(f'<section id="{anchor}" class="{look}">{head}{inside}</section>')
    return f"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="description" content="Every page of the handbook on one, to print or to save.">
    <meta name="robots" content="noindex">
    <title>{escape(title)}: the whole handbook</title>
    {_styles(home)}
  </head>
  <body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">
    <main class="whole md-typeset">
      <p class="whole__title"><strong>{escape(title)}</strong></p>
      <p>{escape(made)}. <a class="no-print" href="../">To the handbook itself</a></p>
      <p><strong>A child in danger now? Call 999.</strong></p>
      <nav aria-label="Contents"><ul class="whole__contents">{"".join(contents)}</ul></nav>
      {"".join(parts)}
    </main>
  </body>
</html>
"""


def _styles(home: str) -> str:
    """The styles of the first page, from one folder further down."""
    return "\n    ".join(found.replace('href="', 'href="../', 1) for found in _STYLES.findall(home))


def _page(folder: Path, address: str, anchor: str, depth: int, anchors: Mapping[str, str]) -> str:
    html = (folder / address / "index.html").read_text("utf-8")
    begin = _ARTICLE.search(html)
    assert begin, f"page {address or 'home'} has no article"
    inside = _LEFT_OUT.sub("", html[begin.end() : html.rindex("</article>")])
    inside = _HEADING.sub(lambda found: f"{found[1]}{min(int(found[2]) + depth - 1, _DEEPEST)}", inside)

    def tag(found: re.Match[str]) -> str:
        own = _OWN.sub("", found[0])
        own = _NAMES.sub(lambda one: f'{one[1]}{" ".join(f"{anchor}-{name}" for name in one[2].split())}"', own)
        return _REFERS.sub(lambda one: f'{one[1]}{_leads(one[2], address, anchor, anchors)}"', own)

    return _TAG.sub(tag, inside)


def _leads(href: str, address: str, own: str, anchors: Mapping[str, str]) -> str:
    """Where a link of a page leads, seen from the one page."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", href):
        return href
    path, _, place = href.partition("#")
    target = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/") if path else address.rstrip("/")
    folder = "" if target in ("", ".") else f"{target}/"
    if path and folder not in anchors:
        return f"../{target}" + (f"#{place}" if place else "")
    there = anchors.get(folder, own)
    return f"#{there}-{place}" if place else f"#{there}"


def write_one_page(folder: Path, nav: list[Any], title: str, made: str) -> Path:
    """Write it into the built site in `folder`; the file."""
    path = folder / ADDRESS / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(one_page(folder, nav, title, made), encoding="utf-8", newline="\n")
    return path
