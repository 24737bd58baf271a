"""What people type, for the search box: other names for the things the handbook speaks of.

The words come from content/glossary.yml and are written as a script that docs/assets/search.js reads in its worker.
Kept to plain data in and text out, so that it runs in any build.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FILE = Path("assets/search-words.js")
ENGINE = "assets/javascripts/workers/search.a7633da7.min.js"
"""Material's worker, by its hashed name. A new Material has another name; a test then says where to change it."""


def _words(text: str) -> list[str]:
    """Split as docs/assets/search.js does, so that both sides see the same phrases."""
    return re.findall(r"[^\W_]+", text.lower().replace("’", "").replace("'", ""))


def _stem(word: str) -> str:
    """The twin of `stem` in docs/assets/search.js; a test holds the two together."""
    if len(word) < 4 or re.search(r"\d", word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3]
    if re.search(r"(ch|sh|ss|x|z)es$", word):
        return word[:-2]
    if re.search(r"[^sui]s$", word):
        return word[:-1]
    cut = re.sub(r"(ing|ed)$", "", word)
    return re.sub(r"([bdgmnprt])\1$", r"\1", cut) if len(cut) > 3 and cut != word else word


def _phrases(names: Iterable[Any]) -> list[list[str]]:
    phrases: list[list[str]] = []
    for name in names:
        phrase = _words(str(name)) if name else []
        if phrase and phrase not in phrases:
            phrases.append(phrase)
    return phrases


def search_words(terms: Iterable[Mapping[str, Any]]) -> str:
    """Turn glossary terms (`term`, `full`, `cy`, `also`) into the script the search worker loads.

    Every name of a term leads to its `term` and `full`: those are the words the handbook itself uses. The names people
    type instead are not searched for; they would only bring in pages that share a stray word with them.
    A name shared by two terms leads to both.
    """
    groups: list[list[list[str]]] = []
    phrases: dict[str, list[int]] = {}
    for term in terms:
        ours = _phrases([term.get("term"), term.get("full")])
        theirs = _phrases([*re.split(r"[()]", str(term.get("cy") or "")), *(term.get("also") or [])])
        if len(ours + theirs) < 2:
            continue
        for phrase in ours + theirs:
            numbers = phrases.setdefault(" ".join(map(_stem, phrase)), [])
            if len(groups) not in numbers:
                numbers.append(len(groups))
        groups.append(ours)
    data = {"phrases": dict(sorted(phrases.items())), "groups": groups}
    return f"self.SEARCH_WORDS = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


KINDS = {
    "/activity-": "Activity",
    "/plan/": "Plan",
    "induction/": "Induction",
    "guidance/": "Guidance",
    "scripts/": "Words to say",
    "forms/": "Form to print",
    "roles/": "Role",
    "reference/": "Reference list",
    "glossary/": "Meaning of a word",
    "dates/": "Tool",
}
"""What kind of thing a result is, by a part of its address; the first that is in it counts."""


def search_roles(roles: Mapping[str, Iterable[str]]) -> str:
    """Page addresses with the ids of the roles each is for, as a script too. Pages for everyone are left out."""
    held = {page: sorted(ids) for page, ids in sorted(roles.items()) if ids}
    return f"self.SEARCH_ROLES = {json.dumps(held, separators=(',', ':'))};\n"


def search_kinds() -> str:
    """The kinds as a script too, for the worker to say beside each result."""
    return f"self.SEARCH_KINDS = {json.dumps(KINDS, separators=(',', ':'))};\n"


def search_harm(harm: Mapping[str, Any] | None) -> str:
    """The signs that a child may be at risk, and the page for them, as a script too; nothing when content names none."""
    return f"self.SEARCH_HARM = {json.dumps(harm, ensure_ascii=False, separators=(',', ':'))};\n" if harm else ""


def write_search_words(
    site_dir: str | Path,
    terms: Iterable[Mapping[str, Any]],
    roles: Mapping[str, Iterable[str]] | None = None,
    harm: Mapping[str, Any] | None = None,
) -> Path:
    """Write the words, whose each page is, and the signs of harm, into a built site. Returns the file.

    `harm` is what content/search.yml says, with the address of its page.
    """
    path = Path(site_dir) / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        search_words(terms) + search_roles(roles or {}) + search_kinds() + search_harm(harm), encoding="utf-8"
    )
    return path
