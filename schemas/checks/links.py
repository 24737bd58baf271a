"""Addresses of other sites that could not be reached: where each stands, so that an author can replace it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.links import dead, web
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """A note for each place of an address that was not there when it was last looked at."""
    if all(one.reached for one in handbook.links.values()):
        return
    for file in handbook.files:
        if file.kind == "links":
            continue
        for loc, text in file.inside.texts:
            for href in web(text):
                if said := dead(handbook.links, href):
                    yield file.problem(loc, f"{href} was {said}; it is shown without a link", note=True)
