"""Programmes: a section leads to everything in a programme's folder, once, and names fit."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from schemas.checks.ids import Shelf, shelf
from schemas.problems import Problem
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Sub-sections and activities that nothing leads to or that two lead to, misnamed folders and readings."""
    subsections, activities = shelf(handbook, "sub-section"), shelf(handbook, "activity")
    for file in handbook.files:
        if file.kind == "programme":
            folder = file.path.removesuffix("programme.yml")
            beside = [one for one in handbook.files if one.path.startswith(folder)]
            inner = [one for one in beside if one.kind == "subsection"]
            yield from _folder(file)
            yield from _led_to(beside, "subsection", [file], subsections)
            yield from _led_to(beside, "activity", inner, activities)
        if file.kind == "subsection":
            yield from _reading(file)
    yield from _homeless(handbook)


def _led_to(
    beside: "Sequence[ContentFile]", kind: str, leaders: "Sequence[ContentFile]", known: Shelf
) -> Iterator[Problem]:
    """Each file of `kind` is named once by the leaders; nothing is said while a leader has problems of its own."""
    if any(leader.item is None for leader in leaders):
        return
    named: dict[str, Problem] = {}
    for leader in leaders:
        for loc, one in _names(leader):
            if one in named:
                first = f"{named[one].file}:{named[one].line}"
                yield leader.problem(loc, f"`{one}` is already named in {first}; it has one place")
            stands = known.ids.get(one, [])
            # What no file has at all is a mistyped reference, and found as one.
            if stands and not any(file in beside for file, _ in stands):
                yield leader.problem(loc, f"`{one}` stands in another folder, in {stands[0][0].path}")
            named.setdefault(one, leader.problem(loc, ""))
    for file in beside:
        if file.kind == kind and file.item is not None and file.item.id not in named:
            where = "a section in programme.yml" if kind == "subsection" else "a sub-section"
            yield file.problem(("id",), f"nothing leads to `{file.item.id}`; name it in {where}")


def _names(leader: "ContentFile") -> Iterator[tuple[Loc, str]]:
    """The ids that a programme's sections or a sub-section lead to, and where they stand."""
    if leader.kind == "subsection":
        for position, one in enumerate(leader.item.activities):
            yield ("activities", position), one
    else:
        for index, section in enumerate(leader.item.sections):
            for position, one in enumerate(section.subsections):
                yield ("sections", index, "subsections", position), one


def _folder(file: "ContentFile") -> Iterator[Problem]:
    name = file.path.split("/")[-2]
    if file.item is not None and file.item.id != name:
        yield file.problem(("id",), f"`id` is `{file.item.id}` and the folder is `{name}`; make them the same")


def _reading(file: "ContentFile") -> Iterator[Problem]:
    if file.item is not None and file.item.reading:
        wanted = f"{file.item.id}.reading"
        if file.item.reading.id != wanted:
            yield file.problem(("reading", "id"), f"`id` should be `{wanted}`, after its sub-section")


def _homeless(handbook: "Handbook") -> Iterator[Problem]:
    """Sub-sections and activities in a folder without programme.yml."""
    homes = {file.path.rpartition("/")[0] for file in handbook.files if file.kind == "programme"}
    for file in handbook.files:
        home = "/".join(file.path.split("/")[:3])
        if file.kind in ("subsection", "activity") and home not in homes:
            yield file.problem((), f"there is no {home}/programme.yml")
