"""The boxes of an activity that take words: what its page shows as such, so that every response type has a say in it."""

import re

from induction.programme import Activity
from induction.state import ActivityState
from induction.views.forms import Form

_BOX = re.compile(r'<textarea\b[^<>]*?\sdata-field="([^"]*)"')
"""A field path holds nothing that HTML would escape (docs/contracts.md)."""


def boxes(activity: Activity, state: ActivityState) -> list[tuple[str, str]]:
    """Field and question of each box of several lines, in the order of the page."""
    form = Form(activity.id, state, editable=True)
    found = (name for part in activity.parts for name in _BOX.findall(part.view(form)))
    return [(name, prompt_of(activity, name)) for name in dict.fromkeys(found)]


def prompt_of(activity: Activity, name: str) -> str:
    """The words of the question that a field answers; empty when the activity has no such field."""
    return next((words for part in activity.parts if (words := part.prompt(name))), "")
