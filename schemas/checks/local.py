"""What a service adds to a programme, and what comes before what."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from schemas.addresses import area_id, local_id
from schemas.checks.ids import Shelf, shelf
from schemas.common import PATTERNS, SLUG
from schemas.problems import Problem, meant

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Items without an area or with an id that is taken, and prerequisites that do not exist or lead in a circle."""
    programmes = [file for file in handbook.files if file.kind == "programme" and file.item is not None]
    for programme in programmes:
        folder = programme.path.removesuffix("programme.yml")
        beside = [file for file in handbook.files if file.path.startswith(folder) and file.item is not None]
        # As read: a mistake elsewhere in a file does not make its id unknown.
        activities = shelf(handbook, "activity")
        yield from _programme(programme, beside, activities)
    homes = {file.path.rpartition("/")[0] for file in handbook.files if file.kind == "programme"}
    for file in handbook.files:
        if file.kind == "local" and file.path.rpartition("/")[0] not in homes:
            yield file.problem((), f"there is no {file.path.rpartition('/')[0]}/programme.yml")


def _programme(programme: "ContentFile", beside: "list[ContentFile]", activities: Shelf) -> Iterator[Problem]:
    name, areas = programme.item.id, {one.id: index for index, one in enumerate(programme.item.local_areas)}
    for index, area in enumerate(programme.item.local_areas):
        if areas[area.id] != index:
            yield programme.problem(("local_areas", index, "id"), f"the area `{area.id}` stands twice")
    first: dict[str, int] = {}
    after: dict[str, list[tuple[ContentFile, tuple[str | int, ...], str]]] = {}
    for file in beside:
        for way, given, one in _things(name, file):
            if file.kind == "local":
                if given.area not in areas:
                    guess = meant(given.area, areas) if areas else "; the programme has no `local_areas`"
                    yield file.problem((*way, "area"), f"there is no area `{given.area}`{guess}")
                yield from _questions(file, way, given)
                if first.setdefault(given.id, int(way[1])) != way[1]:
                    yield file.problem((*way, "id"), f"the id `{given.id}` stands twice in this file")
            elif one.startswith((local_id(name, ""), area_id(name, ""))):
                yield file.problem(("id",), f"the id `{one}` is kept for what a service adds; choose another")
            after[one] = [(file, (*way, "after", at), before) for at, before in enumerate(given.after)]
    known = {*after, *activities.ids, *(area_id(name, area) for area in areas)}
    for befores in after.values():
        for file, way, before in befores:
            if before not in known and activities.whole:
                yield file.problem(way, f"there is no activity or area `{before}` here{meant(before, known)}")
    ahead = {key: [before for _, _, before in many] for key, many in after.items()}
    for item in (each for file in beside if file.kind == "local" for each in file.item.items):
        ahead.setdefault(area_id(name, item.area), []).append(local_id(name, item.id))
    for one, befores in after.items():
        if befores and _leads_back(one, ahead):
            yield befores[0][0].problem(befores[0][1], f"`{one}` would have to wait for itself")


def _questions(file: "ContentFile", way: tuple[str | int, ...], item: Any) -> Iterator[Problem]:
    """Ids of questions, which no pydantic looks at: fields of records are made from them."""
    seen = set()
    for index, one in enumerate(item.questions):
        here = (*way, "questions", index, "id")
        if not re.fullmatch(SLUG, one.id):
            yield file.problem(here, f"`id` is '{one.id}'; it should be {PATTERNS[SLUG]}")
        if one.id in seen:
            yield file.problem(here, f"the question id `{one.id}` stands twice in this item")
        seen.add(one.id)


def _things(name: str, file: "ContentFile") -> Iterator[tuple[tuple[str | int, ...], Any, str]]:
    """What a file has that can wait for something: the way to it, it, and its id."""
    if file.kind == "activity":
        yield (), file.item, file.item.id
    if file.kind == "local":
        for index, item in enumerate(file.item.items):
            yield ("items", index), item, local_id(name, item.id)


def _leads_back(one: str, after: dict[str, list[str]]) -> bool:
    seen: set[str] = set()
    ahead = list(after[one])
    while ahead:
        step = ahead.pop()
        if step == one:
            return True
        if step not in seen:
            seen.add(step)
            ahead += after.get(step, [])
    return False
