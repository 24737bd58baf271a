"""The service's own facts and documents: each slot is filled once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Local links that stand twice, or beside a fact of the same slot."""
    for file in handbook.files:
        if file.kind != "service" or file.item is None:
            continue
        first: dict[str, int] = {}
        for index, one in enumerate(file.item.links):
            here = ("links", index, "id")
            if one.id in file.item.slots:
                line = file.problem(("slots", one.id), "").line
                text = f"`{one.id}` stands under `slots` in line {line} too; keep one of the two"
                yield file.problem(here, text)
            line = first.setdefault(one.id, file.problem(here, "").line)
            if line != file.problem(here, "").line:
                yield file.problem(here, f"`{one.id}` has a link in line {line} already; keep one")
