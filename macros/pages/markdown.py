"""Authors' Markdown to HTML. Pages are handed to MkDocs as HTML but for their headings, so nothing is read twice."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown  # type: ignore[import-untyped]

from induction.views.html import Html

_READER = markdown.Markdown(
    extensions=["sane_lists", "tables"], extension_configs={"tables": {"use_align_attribute": True}}
)
_PLAIN = re.compile(r"[A-Za-z][\w ,.;:()'’“”/?!%£–-]*")
"""One line in which no sign means anything to Markdown: most of what authors write."""
_OWN_ADDRESS = re.compile(r'href="(?!https:|mailto:|tel:|#)')


def to_html(text: str, root: str) -> Html:
    """`text` as HTML without blank lines. `root` goes before addresses of this site."""
    return Html(_OWN_ADDRESS.sub(f'href="{root}', _convert(text)))


@lru_cache(maxsize=4096)
def _convert(text: str) -> str:
    if _PLAIN.fullmatch(text) and "_" not in text:
        return f"<p>{text.rstrip()}</p>"
    # Content holds no HTML; a < is a sign like any other.
    html = _READER.reset().convert(text.replace("<", "&lt;"))
    return re.sub(r"\n\s*\n", "\n", html)
