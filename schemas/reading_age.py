"""How old a reader must be to read the handbook with ease: `python -m schemas.reading_age`.

The Flesch-Kincaid grade (textstat) plus five is the age, by convention. Titles of Acts, documents and services are
names that no plain writing can shorten, so quoted titles and links count by their words around them only.
What the tracker and the aids say stands in Python, and counts like a page.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import textstat

from schemas.common import Item
from schemas.handbook import load
from schemas.walk import texts

OLDEST = 14
"""The age that the whole handbook, weighed by words, may not pass."""
TOO_SHORT = 6
"""Words under which a text is a label and no sentence."""
_NOT_PROSE = {"id", "sources", "also", "href", "link", "kind", "number", "where", "who", "reference", "role", "title"}
_TITLE = re.compile(r"\"[^\"]{12,}\"|\[[^\]]+\]\([^)]+\)|\{[a-z.-]+\}")
_NAMED = re.compile(
    r"(?:\b[Tt]he )?[A-Z][\w'-]+(?:[ ,]+(?:\(?[A-Z][\w'-]+\)?|of|and|the|in|for|on|to))*[ ]+(?:Act|Regulations|Order|Measure)[ ]\d{4}"
)


@dataclass(frozen=True)
class Age:
    """The reading age of one page."""

    page: str
    age: float
    words: int


def sentences(item: Item) -> Iterator[str]:
    """The running text of an item, titles taken out."""
    for loc, text in texts(item):
        if _NOT_PROSE & {step for step in loc if isinstance(step, str)} or len(text.split()) < TOO_SHORT:
            continue
        plain = _NAMED.sub("the Act", _TITLE.sub("it", text))
        for line in re.split(r"\n\s*(?:- )?|\*\*", plain):
            if len(line.split()) >= TOO_SHORT:
                yield line.strip().removeprefix("- ").rstrip(";:,") + ("" if line.rstrip()[-1:] in ".?!" else ".")


class _Said(ast.NodeVisitor):
    """Gathers the texts of a module, but for docstrings and what is said about fields."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self.texts.append("".join(str(one.value) if isinstance(one, ast.Constant) else "it" for one in node.values))

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.texts.append(node.value)


def said(source: str) -> Iterator[str]:
    """What a module of the tracker says to readers, such as an aid: its texts of some length, patterns left out.

    What is put in while it runs counts as "it".
    """
    reader = _Said()
    reader.visit(ast.parse(source))
    for text in reader.texts:
        if len(text.split()) >= TOO_SHORT and not re.search(r"\(\?|\\[bdsw]", text):
            yield text.strip().rstrip(";:,") + ("" if text.rstrip()[-1:] in ".?!" else ".")


def ages(root: Path) -> list[Age]:
    """The reading age of every page with at least a hundred words of running text, oldest first."""
    pages = [(item.id, sentences(item)) for item in load(root).items()]
    modules = sorted((root / "induction").rglob("*.py"))
    pages += [(path.relative_to(root).as_posix(), said(path.read_text("utf-8"))) for path in modules]
    found = []
    for name, spoken in pages:
        text = " ".join(spoken)
        words = len(text.split())
        if words >= 100:
            found.append(Age(name, textstat.flesch_kincaid_grade(text) + 5, words))
    return sorted(found, key=lambda one: -one.age)


def main() -> int:
    """Say the age of the whole and of the hardest pages; 1 when the whole is too old."""
    found = ages(Path())
    whole = sum(one.age * one.words for one in found) / sum(one.words for one in found)
    hardest = ", ".join(f"{one.page} {one.age:.1f}" for one in found[:5])
    print(f"Reading age {whole:.1f} over {len(found)} pages (at most {OLDEST}). Hardest: {hardest}.")
    return 0 if whole <= OLDEST else 1


if __name__ == "__main__":
    sys.exit(main())
