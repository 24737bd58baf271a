"""The search index, made to say where a thing stands as exactly as coverage.json does.

MkDocs' search plugin cuts a page at its headings. The questions of an activity and the duties under a heading have none:
nine of them would be one entry, and who asks about one would land above the first. Here each of them that carries a unit
of the sources is an entry of its own; and a part that has its heading inside of it is found as the whole part.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path("search/search_index.json")
EVERY_TIME = {"always", ""}
"""Moments that say nothing more about a duty."""

_ASKED = re.compile(r'<(label|legend)\b[^>]*class="field__label"[^>]*>(.*?)</\1>', re.DOTALL)
_HINT = re.compile(r'<p class="field__hint"[^>]*>(.*?)</p>', re.DOTALL)
_CONTROL = re.compile(r"<(?:textarea|input|select|button)\b")
_UNSEARCHED = re.compile(r"<(\w+)\b[^>]*data-search-exclude[^>]*>.*?</\1>", re.DOTALL)
_NUMBER = re.compile(r"^\d+\.\s+")
_DUTY = re.compile(r'<p class="duty__(who|strength|what|when|note)"[^>]*>(.*?)</p>', re.DOTALL)
_OVERLAY = re.compile(r'class="overlay"[^>]*><p><strong>(.*?)</strong>', re.DOTALL)
_HEADING = re.compile(r'<h2 id="([^"]+)"')


class Paragraph(NamedTuple):
    """What stands at an address that has no heading, as HTML text."""

    title: str
    text: str
    part: str = ""
    """The heading that it stands under, by its id: what has to be read first may stand there."""


def index_paragraphs(
    folder: Path,
    carried: Mapping[str, Iterable[str]],
    strengths: Iterable[str] = (),
    asked: Mapping[str, Iterable[str]] | None = None,
) -> None:
    """Bring the index of a built site to the addresses that `carried` (unit to addresses) promises.

    `asked` are the everyday words for a unit (content/search.yml); they go to the paragraphs that carry it.

    `strengths` are the words for how strong a duty is. Search shows of a part only what was met of it, so each of them is
    joined to what it is said of: without its "must not" a duty would read as its contrary.
    """
    path = folder / FILE
    if not path.is_file():  # a build without search
        return
    index = json.loads(path.read_text("utf-8"))
    wanted: dict[str, dict[str, None]] = {}
    for addresses in carried.values():
        for address in addresses:
            page, _, anchor = address.partition("#")
            wanted.setdefault(page, {})[anchor] = None
    strong = "|".join(re.escape(one) for one in sorted(strengths, key=len, reverse=True))
    apart = re.compile(rf"<p>({strong})</p>\s*<p>") if strong else None
    for doc in index["docs"]:
        doc["text"] = _once(apart.sub(r"<p>\1 ", doc["text"]) if apart else doc["text"])
    index["docs"] = list(_entries(folder, index["docs"], wanted))
    words: dict[str, list[str]] = {}
    for unit, phrases in (asked or {}).items():
        for address in carried.get(unit, ()):
            words.setdefault(address, []).extend(phrases)
    for doc in index["docs"]:
        if found := words.get(doc["location"]):
            # As macros/pages/statement.py writes what people type for a page: found, and shown to nobody.
            doc["text"] += f"<p><sub>{_plain(', '.join(dict.fromkeys(found)))}</sub></p>"
    path.write_text(json.dumps(index, sort_keys=True, separators=(",", ":")), encoding="utf-8", newline="\n")


def _entries(folder: Path, docs: list[dict[str, Any]], wanted: Mapping[str, Iterable[str]]) -> Iterator[dict[str, Any]]:
    tags = {doc["location"]: doc.get("tags") for doc in docs}
    known = set(tags)
    for doc in docs:
        page, _, anchor = doc["location"].partition("#")
        whole = f"{anchor.removesuffix('-title')}-field"
        if anchor.endswith("-title") and whole in wanted.get(page, ()):
            doc["location"] = f"{page}#{whole}"
            known.add(doc["location"])
        if anchor and doc.get("tags") == tags.get(page):
            doc.pop("tags", None)  # search.js gives each entry its page's
        yield doc
    for page, anchors in wanted.items():
        missing = [one for one in anchors if page in known and one and f"{page}#{one}" not in known]
        text = (folder / page / "index.html").read_text("utf-8") if missing else ""
        for anchor in missing:
            if found := paragraph(text, anchor):
                entry = {"location": f"{page}#{anchor}", "title": found.title, "text": found.text}
                yield {**entry, "part": found.part} if found.part else entry


def paragraph(page: str, anchor: str) -> Paragraph | None:
    """The question or the duty at an anchor of a page's HTML; None where something else stands, or nothing."""
    at = page.find(f'id="{anchor}"')
    if at < 0:
        return None
    return _duty(page, at) if anchor.startswith("duty-") else _question(page, at) if anchor.endswith("-field") else None


def _question(page: str, at: int) -> Paragraph | None:
    asked = _ASKED.search(page, at)
    if not asked:
        return None
    hint, box = _HINT.search(page, asked.end()), _CONTROL.search(page, asked.end())
    near = hint if hint and (not box or hint.start() < box.start()) else None
    return Paragraph(_NUMBER.sub("", _plain(asked[2])), f"<p>{_plain(near[1])}</p>" if near else "")


def _duty(page: str, at: int) -> Paragraph:
    start, end = page.rfind("<h2", 0, at), page.find("<h2", at)
    part = page[max(start, 0) : end if end > 0 else len(page)]
    own = page[at : at + page[at:].find('<div class="duty"')] if '<div class="duty"' in page[at:] else page[at:]
    said: dict[str, str] = {}
    for name, text in _DUTY.findall(own):
        said.setdefault(name, _plain(text))
    when = said.get("when", "").removeprefix("when ")
    title = f"{said.get('who', '')} {said.get('strength', '')} {said.get('what', '')}"
    title += "" if when in EVERY_TIME else f". When: {when}"
    # A safety overlay stands once in a part, for all of it.
    first = _OVERLAY.search(part)
    text = f"<p>Take care. {_plain(first[1])}</p>" if first else ""
    text += f"<p>{said['note']}</p>" if said.get("note") else ""
    heading = _HEADING.match(part)
    return Paragraph(title.strip(), text, heading[1] if heading else "")


def _once(text: str) -> str:
    """A text without what it says again word for word, such as the same three questions about twenty-one services."""
    said: set[str] = set()
    pieces = []
    for piece in re.split(r"(<[^>]+>)", text):
        plain = piece.strip()
        pieces.append(" " if plain in said else piece)
        if len(plain) > 20 and not plain.startswith("<"):
            said.add(plain)
    return re.sub(r"<p>\s*</p>", "", "".join(pieces)).strip()


def _plain(text: str) -> str:
    bare = re.sub(r"<[^>]+>", "", _UNSEARCHED.sub("", text))
    return html.escape(" ".join(html.unescape(bare).split()), quote=False)
