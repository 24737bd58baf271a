"""Addresses: each page and each anchor on it stands once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.addresses import Place, has_anchor, item_pages, page_of
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Two things at one address."""
    yield from _pages(handbook)
    yield from _anchors(handbook)


def _pages(handbook: "Handbook") -> Iterator[Problem]:
    pages = item_pages(handbook)
    taken: dict[str, str] = {}
    for file in handbook.files:
        page = page_of(file, pages)
        if page and taken.setdefault(page, file.path) != file.path:
            yield file.problem(("id",), f"its page would be {page}, which is the page of {taken[page]}; change the id")


def _anchors(handbook: "Handbook") -> Iterator[Problem]:
    taken: dict[tuple[str, str], Place] = {}
    for place in handbook.places:
        if place.anchor and has_anchor(place.value):
            first = taken.setdefault((place.file.path, place.address), place)
            if first.value is not place.value:
                line = first.file.problem((*first.loc, "id"), "").line
                text = f"the id `{place.value.id}` is taken in line {line}; on one page each stands once"
                yield place.file.problem((*place.loc, "id"), text)
