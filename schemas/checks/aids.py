"""Aids: each stands on a page once, because its controls have the ids that the answers and links lead to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.blocks import AidBlock
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """The second of two."""
    for file in handbook.files:
        stands: dict[str, int] = {}
        for loc, trail in file.inside.things:
            one = trail[-1]
            if isinstance(one, AidBlock):
                here = file.problem((*loc, "aid"), "")
                if one.aid in stands:
                    text = f"the aid `{one.aid}` stands on this page already, in line {stands[one.aid]}; place it once"
                    yield file.problem((*loc, "aid"), text)
                stands.setdefault(one.aid, here.line)
