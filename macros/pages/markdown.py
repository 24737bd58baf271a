"""Authors' Markdown to HTML. Pages are handed to MkDocs as HTML but for their headings, so nothing is read twice."""

from __future__ import annotations

import re
from functools import lru_cache

import markdown  # type: ignore[import-untyped]

from induction.views.html import Html

_READER = markdown.Markdown(
    extensions=["sane_lists", "tables"], extension_configs={"tables": {"use_align_attribute": True}}
)
_OWN_ADDRESS = re.compile(r'href="(?!https:|mailto:|tel:|#)')


def to_html(text: str, root: str) -> Html:
    """`text` as HTML without blank lines. `root` goes before addresses of this site."""
    return Html(_OWN_ADDRESS.sub(f'href="{root}', _convert(text)))


@lru_cache(maxsize=4096)
def _convert(text: str) -> str:
    # Content holds no HTML; a < is a sign like any other.
    html = _READER.reset().convert(text.replace("<", "&lt;"))
    return re.sub(r"\n\s*\n", "\n", html)
