"""Ids: each stands once, none is a retired one, and every kind of reference knows where its ids stand."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from schemas.problems import Problem
from schemas.yaml_loader import Loc

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook

SHELVES: dict[str, tuple[tuple[str, Loc], ...]] = {
    "source": (("source", ()),),
    "unit": (("source", ("units",)),),
    "role": (("role", ()),),
    "person": (("people", ("people",)),),
    "slot": (("slots", ("slots",)),),
    "overlay": (("overlays", ("overlays",)),),
    "term": (("glossary", ("terms",)),),
    "rhythm": (("rhythms", ("rhythms",)),),
    "school": (("service", ("schools",)),),
    "contact": (("service", ("contacts",)),),
    "programme": (("programme", ()),),
    "sub-section": (("subsection", ()),),
    "activity": (("activity", ()),),
    "reference collection": (("reference", ()),),
    "role or person": (("role", ()), ("people", ("people",))),
    "page": (
        *(
            (kind, ())
            for kind in ("role", "guidance", "script", "form", "reference", "programme", "subsection", "activity")
        ),
        ("subsection", ("reading",)),
    ),
}
"""What an id can belong to -> the kinds of content and the place in them where such ids stand.

Ids are unique on each shelf; a role's id is a page's id too, and differs from every person's."""


@dataclass
class Shelf:
    """Where the ids of one shelf stand."""

    ids: dict[str, list[tuple["ContentFile", Loc]]] = field(default_factory=lambda: defaultdict(list))
    whole: bool = True
    """False when a file of the shelf is no YAML: then nothing can be said of an unknown id."""


def shelf(handbook: "Handbook", name: str) -> Shelf:
    """The ids of one shelf, from files as read: a mistake elsewhere in a file does not make its ids unknown."""
    result = Shelf()
    for kind, way in SHELVES[name]:
        for file in handbook.files:
            if file.kind != kind:
                continue
            if file.document is None:
                result.whole = False
                continue
            for loc, value in _holders(file.document.value, way):
                if isinstance(value, dict) and isinstance(value.get("id"), str):
                    result.ids[value["id"]].append((file, (*loc, "id")))
    return result


def _holders(value: Any, way: Loc) -> Iterator[tuple[Loc, Any]]:
    for step in way:
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        yield from (((*way, index), one) for index, one in enumerate(value))
    else:
        yield way, value


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Ids that stand twice, and ids that are retired. An id on two shelves is reported once."""
    said = set()
    for name in SHELVES:
        for one, stands in shelf(handbook, name).ids.items():
            first = stands[0][0].problem(stands[0][1], "")
            for index, (file, loc) in enumerate(stands):
                here = file.problem(loc, "")
                if index and (here, "twice") not in said:
                    said.add((here, "twice"))
                    text = f"the {name} id `{one}` is taken by {first.file}:{first.line}; every id stands once"
                    yield replace(here, text=text)
                if one in handbook.retired and (here, "retired") not in said:
                    said.add((here, "retired"))
                    yield replace(here, text=f"the id `{one}` is retired (content/retired.yml) and is never used again")
