"""What lets a browser keep the handbook under an icon of its own: the web app manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = "manifest.webmanifest"
_ICONS = (
    ("assets/icons/icon-192.png", "192x192", "any"),
    ("assets/icons/icon-512.png", "512x512", "any"),
    ("assets/icons/maskable-512.png", "512x512", "maskable"),
)
"""Made from docs/assets/icon.svg, for systems that take no SVG: file, size, use."""
_ACCENT, _PAPER = "#0b5563", "#ffffff"
"""`--accent` and `--paper` of docs/assets/theme.css, in its light scheme."""


def manifest(name: str, about: str, shortcuts: Mapping[str, str]) -> dict[str, Any]:
    """The manifest. Every address is relative to it, so that a folder of a larger site will do.

    `shortcuts`: what a long press on the icon offers, as words to page address.
    """
    return {
        "name": name,
        "short_name": "Handbook",
        "description": about,
        "lang": "en-GB",
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],  # with a way back, where the system has one
        "theme_color": _ACCENT,
        "background_color": _PAPER,
        "icons": [{"src": src, "sizes": sizes, "type": "image/png", "purpose": use} for src, sizes, use in _ICONS],
        "shortcuts": [{"name": words, "url": f"./{address}"} for words, address in shortcuts.items()],
    }


def write_manifest(folder: Path, name: str, about: str, shortcuts: Mapping[str, str]) -> None:
    """Write it to the root of the built site in `folder`; shortcuts to pages that are not there are left out."""
    there = {words: address for words, address in shortcuts.items() if (folder / address / "index.html").is_file()}
    text = json.dumps(manifest(name, about, there), ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")
