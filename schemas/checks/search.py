"""What people type, where it stands on no page: that the page, its parts and the units are there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.problems import Problem, meant

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """A page, a part or a unit that content/search.yml names and nobody has; a sign without a word."""
    # A file with problems of its own is left out of the handbook: what it holds cannot be known.
    broken = {file.kind for file in handbook.files if file.item is None}
    for file in handbook.files:
        if file.kind != "search" or file.item is None:
            continue
        for unit in file.item.asked:
            if unit not in handbook.units and "source" not in broken:
                yield file.problem(("asked", unit), f"`{unit}` is no source unit{meant(unit, handbook.units)}")
        harm = file.item.harm
        if not harm:
            continue
        page = handbook.guidance.get(harm.page)
        if page is None:
            if "guidance" not in broken:
                yield file.problem(
                    ("harm", "page"), f"`{harm.page}` is no guidance{meant(harm.page, handbook.guidance)}"
                )
            continue
        parts = [part.id for part in page.parts]
        for index, sign in enumerate(harm.signs):
            if sign.part not in parts:
                text = f"`{sign.part}` is no part of {harm.page}{meant(sign.part, parts)}"
                yield file.problem(("harm", "signs", index, "part"), text)
            if not sign.words and not sign.acts:
                yield file.problem(("harm", "signs", index), "a sign needs `words` or `acts`")
