"""Source units that nothing carries yet: a note for each source, for as long as there are any."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.coverage import coverage
from schemas.problems import Problem

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """One note a source; `python -m schemas check --units` lists the units."""
    missing = set(uncarried(handbook))
    for file in handbook.files:
        if file.kind == "source" and file.item is not None:
            count = sum(unit.id in missing for unit in file.item.units)
            if count:
                text = f"{count} of {len(file.item.units)} units are carried by no page yet (--units lists them)"
                yield file.problem(("units",), text, note=True)


def uncarried(handbook: "Handbook") -> list[str]:
    """Ids of the source units that no page carries, in the order of the sources."""
    carried = coverage(handbook)
    return [unit for unit in handbook.units if unit not in carried]
