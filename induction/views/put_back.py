"""What was just taken out of a list, and the way back: a whole sheet goes at one press, and a thumb slips."""

from collections.abc import Mapping
from typing import Any

from induction.views.controls import command_button
from induction.views.html import Html, el

TAKEN = "taken"
"""The key of `Session.view`: ``subject``, ``list``, ``row``, ``words`` (the first thing that stood in it), and ``item``, the data of
a line of evidence."""
BACK = "put-back"
"""Id of the button."""
_LONGEST = 60


def put_back(view: Mapping[str, Any], subject: str, name: str, rows: tuple[str, ...]) -> Html | None:
    """Says what was taken out of the list ``name``, with a button that puts it back; nothing when it is there, or never was."""
    taken = view.get(TAKEN) or {}
    if (taken.get("subject"), taken.get("list")) != (subject, name) or taken["row"] in rows:
        return None
    words = " ".join(taken["words"].split())
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return el(
        "p",
        f"Taken out: {short} ",
        command_button("row.back", "Put it back", id=BACK, subject=subject, style="secondary"),
        class_="notice no-print",
    )
