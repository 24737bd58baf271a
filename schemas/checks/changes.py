"""Notes that a page has moved: one a day, none newer than the day on which the page was last read by a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.common import Item
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Two notes of one day, and a note that is newer than `reviewed`."""
    for file in handbook.files:
        if not isinstance(file.item, Item):
            continue
        seen = set()
        for index, one in enumerate(file.item.changes):
            loc = ("changes", index, "date")
            if one.date in seen:
                yield file.problem(loc, f"there are two notes of {one.date}; say both changes of a day in one note")
            seen.add(one.date)
            if one.date > file.item.reviewed:
                text = f"the page changed on {one.date} and was last read on {file.item.reviewed}; read it and set `reviewed`"
                yield file.problem(loc, text)
