"""Lets the HTML of our pages pass through Markdown untouched.

A page made from content is headings and whole HTML elements, a blank line between. Markdown would parse every element
twice, to find nothing to do: a quarter of the time of a build. Any builder that knows nothing of this gets the same page.
"""

from __future__ import annotations

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

MARK = "<!-- headings and whole HTML elements -->"
"""First line of a page that is made so."""
_FIRST = 25
"""Priority: after line ends are mended, before anything looks for HTML."""


def marked(text: str) -> str:
    """The Markdown of a page whose blocks are headings and whole HTML elements, and say so."""
    return f"{MARK}\n\n{text}"


class _SetAside(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        if not lines or lines[0] != MARK:
            return lines
        blocks = "\n".join(lines[1:]).split("\n\n")
        store = self.md.htmlStash.store
        return "\n\n".join(store(block) if block.startswith("<") else block for block in blocks).split("\n")


class WholeHtml(Extension):  # type: ignore[misc]
    """The extension, for the list of them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        """Register what sets the HTML aside."""
        md.preprocessors.register(_SetAside(md), "whole_html", _FIRST)
