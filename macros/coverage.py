"""coverage.json: where each source unit is carried, every address of it checked against the pages as built."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from macros.links import Site

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


def write_coverage(folder: Path, carried: Mapping[str, list[str]]) -> Path:
    """Write coverage.json into a built site."""
    path = folder / FILE
    path.write_text(json.dumps(carried, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return path
