"""What the pages promise of the sources, checked as built: each unit at its address, each safety overlay beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.links import Site
from schemas.tables import Overlay

FILE = "coverage.json"


def missing_anchors(site: Site, carried: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Address to the units it should carry, for every address that is not on the site."""
    missing: dict[str, list[str]] = {}
    for unit, addresses in carried.items():
        for address in addresses:
            page, _, anchor = address.partition("#")
            if page not in site.pages or (anchor and anchor not in site.ids[page]):
                missing.setdefault(address, []).append(unit)
    return missing


def missing_overlays(
    site: Site, carried: Mapping[str, list[str]], overlays: Iterable[Overlay]
) -> Iterator[tuple[str, str, str]]:
    """(address, overlay, unit) wherever a unit is carried without an overlay that tempers it."""
    for overlay in overlays:
        for unit in overlay.tempers:
            for address in carried.get(unit, ()):
                if f'data-overlay="{overlay.id}"' not in _around(site, address):
                    yield address, overlay.id, unit


def _around(site: Site, address: str) -> str:
    """The HTML that a reader sees with an address: its section. Inside a widget: all that stands before it."""
    page, _, anchor = address.partition("#")
    html = site.pages.get(page, "")
    at = re.search(rf'\sid="{re.escape(anchor)}"', html) if anchor else None
    if at is None:
        return html
    if _in_widget(html, at.start()):
        return html[: at.start()]
    # From the heading that the anchor is or stands under, to the next one of that level.
    tag = html.rfind("<", 0, at.start())
    heading = re.match(r"<h[23]\b", html[tag:])
    start = tag if heading else max(html.rfind("<h2", 0, tag), html.rfind("<h3", 0, tag), 0)
    level = html[start + 1 : start + 3]
    ends = [end for end in (html.find("<h2", start + 1), html.find(f"<{level}", start + 1)) if end > 0]
    return html[start : min(ends, default=len(html))]


def _in_widget(html: str, at: int) -> bool:
    """True when a widget that begins before `at` is still open there. One that ended further up says nothing of what follows."""
    for widget in re.finditer(r'<(\w+)\b[^>]*\sdata-widget="', html[:at]):
        tag, between = widget[1], html[widget.start() : at]
        if len(re.findall(rf"<{tag}\b", between)) > len(re.findall(rf"</{tag}>", between)):
            return True
    return False


def units_by_page(carried: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Page address to the units that it carries, each once."""
    found: dict[str, dict[str, None]] = {}
    for unit, addresses in carried.items():
        for address in addresses:
            found.setdefault(address.partition("#")[0], {})[unit] = None
    return {page: list(units) for page, units in found.items()}


def write_coverage(folder: Path, carried: Mapping[str, list[str]]) -> Path:
    """Write coverage.json into a built site."""
    path = folder / FILE
    path.write_text(json.dumps(carried, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return path
