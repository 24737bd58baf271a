"""Closures and terms of the service: each ends after it begins, and no two of a list overlap."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Periods that run backwards and periods that overlap."""
    for file in handbook.files:
        if file.kind != "service" or file.item is None:
            continue
        for key in ("closures", "terms"):
            periods = getattr(file.item, key)
            for index, one in enumerate(periods):
                if one.last < one.first:
                    text = f"it ends on {one.last}, before it begins on {one.first}"
                    yield file.problem((key, index, "to"), text)
                for other in periods[:index]:
                    if one.first <= other.last and other.first <= one.last:
                        text = (
                            f"it overlaps {other.name}, {other.first} to {other.last}; each day stands once in `{key}`"
                        )
                        yield file.problem((key, index, "from"), text)
