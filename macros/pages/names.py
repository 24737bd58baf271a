"""Names that the site leaves out, where a script says them: text now, a widget that shows the reader's own once it can."""

from __future__ import annotations

import re

from induction.views.html import Html, el
from schemas.slots import CLOSE, OPEN, THEN

_MARKED = re.compile(f"{OPEN}([^{THEN}]*){THEN}([^{CLOSE}]*){CLOSE}")


def placed(html: Html, root: str, taken: list[str]) -> Html:
    """`html` with each marked name as a widget. `taken` holds the ids given on this page so far."""

    def widget(match: re.Match[str]) -> str:
        name = f"name-{len(taken) + 1}"
        taken.append(name)
        return el(
            "span", Html(match[2]), id=name, data_widget="name", data_subject=match[1], data_root=root, class_="name"
        )

    return Html(_MARKED.sub(widget, html)) if OPEN in html else html
