"""Page stubs: one tiny Markdown file a page of content, so that MkDocs has a file to render and `serve` one to follow.

Only what changed is written, and only files that bear the marker are ever replaced or deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from macros.pages.page import Page

MARKER = "# Written from content/ by macros/stubs.py. Edit the file named below, not this one."


class HandWritten(Exception):
    """A page of content wants an address where a hand-written page stands."""


def stub_paths(pages: Iterable[Page]) -> dict[str, Page]:
    """Path under docs/ to page. A page that has others below it is the index of its folder."""
    pages = list(pages)
    folders = {parent for page in pages for parent in _folders(page.address)}
    return {
        f"{page.address}index.md" if page.address in folders else f"{page.address.rstrip('/')}.md": page
        for page in pages
    }


def _folders(address: str) -> Iterable[str]:
    steps = address.rstrip("/").split("/")
    return ("/".join(steps[:depth]) + "/" for depth in range(1, len(steps)))


def stub(page: Page, units: Sequence[str] = ()) -> str:
    """The text of a page's stub. `units`: the source units it carries, for messages about the page."""
    facts = {
        "title": page.title,
        "description": page.description,
        "source": page.source,
        "id": page.key if page.source else "",
        "units": list(units),
        "tags": list(page.tags),
        "search": {} if page.searched else {"exclude": True},
    }
    # JSON is YAML too, and quotes whatever needs it.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value]
    call = f'{{{{ content("{page.kind}", "{page.key}") }}}}'
    return "\n".join(["---", MARKER, *lines, "---", "", call, ""])


def write_stubs(docs: Path, pages: Iterable[Page], units: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """Bring the stubs under `docs` up to date; the paths that changed. HandWritten when a page is in the way.

    `units`: address of a page to the source units it carries.
    """
    carried = units or {}
    wanted = {path: stub(page, carried.get(page.address, ())) for path, page in stub_paths(pages).items()}
    blocked = [path for path in wanted if (docs / path).exists() and not is_stub(docs / path)]
    if blocked:
        raise HandWritten(
            "\n".join(f"docs/{path}: written by hand, but content/ has a page of that name" for path in sorted(blocked))
        )
    return sorted([*_write(docs, wanted), *_delete(docs, wanted)])


def _write(docs: Path, wanted: Mapping[str, str]) -> Iterable[str]:
    for path, text in wanted.items():
        file = docs / path
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        yield path


def _delete(docs: Path, wanted: Mapping[str, str]) -> Iterable[str]:
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if path in wanted or not is_stub(file):
            continue
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
        yield path


def is_stub(file: Path) -> bool:
    """True for a file that this module wrote."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        return next(lines, "").rstrip() == "---" and next(lines, "").rstrip() == MARKER
