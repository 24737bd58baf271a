"""What Python may ask the page to do, as data (docs/contracts.md, "Effects"). Run by the page, in order, after the store."""

from typing import Any

Effect = dict[str, Any]


def announce(text: str) -> Effect:
    """Say it in the polite live region."""
    return {"kind": "announce", "text": text}


def focus(target: str) -> Effect:
    """Move the focus to the element with this id."""
    return {"kind": "focus", "target": target}


def go_to(page: str) -> Effect:
    """Open a page; its address is relative to the site root."""
    return {"kind": "go-to", "page": page}


def save_file(name: str, text: str, media_type: str = "application/json") -> Effect:
    """Offer a download."""
    return {"kind": "save-file", "name": name, "text": text, "type": media_type}
