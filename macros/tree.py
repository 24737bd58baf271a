"""The rooms of the project, described by what is in them: a page that is made cannot rot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from schemas.handbook import CONTENT_KINDS

_ROOMS = {
    "schemas": "What content may say",
    "macros": "Content to pages",
    "induction": "The tracker",
}

_DOCSTRING = re.compile(r'(?:#[^\n]*\n|\s)*"""(.+?)"""', re.DOTALL)
"""Of a module. Parsing all modules to find it would cost a fifth of a second at each build."""


def as_markdown(root: Path) -> str:
    """Every room with its modules, each with the first sentence of its own description."""
    lines = ["### content/: what the service says", ""]
    lines += [f"- `content/{kind.pattern}`: {_first(kind.model.__doc__ or '')}" for kind in CONTENT_KINDS.values()]
    for room, title in _ROOMS.items():
        lines += ["", f"### {room}/: {title.lower()}", ""]
        lines += [f"- `{path.relative_to(root).as_posix()}`: {about}" for path, about in modules(root / room)]
    return "\n".join(lines) + "\n"


def modules(room: Path) -> Iterable[tuple[Path, str]]:
    """Every module of a room that says what it is, in order of its path."""
    for path in sorted([*room.rglob("*.py"), *room.rglob("*.js")]):
        about = _about(path)
        if about:
            yield path, about


def _about(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        found = _DOCSTRING.match(text)
        return _first(found[1]) if found else ""
    comment = re.match(r"(?://[^\n]*\n)+", text)
    return _first(" ".join(line.lstrip("/ ") for line in comment[0].splitlines())) if comment else ""


def _first(text: str) -> str:
    """The first sentence, on one line. A file's own name before a colon is no sentence, and stays."""
    line = " ".join(text.strip().split("\n\n")[0].split())
    sentence = re.match(r".+?[.!?](?=\s+[A-Z`]|$)", line)
    return (sentence[0] if sentence else line).replace("{", "(").replace("}", ")")
