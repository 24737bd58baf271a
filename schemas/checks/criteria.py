"""Criteria: a repeat names an earlier criterion, and each code is one that the self-check has words for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from induction.activities.criteria import Criteria
from schemas.kinds import Entry, Reference
from schemas.problems import Problem, meant

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Repeats of nothing, and codes without words."""
    words: dict[str, set[str]] = {}
    for file in handbook.files:
        for _, trail in file.inside.things:
            if isinstance(part := trail[-1], Criteria) and part.reference:
                words.setdefault(part.reference, set()).update(one.code for one in part.codes)
    for file in handbook.files:
        if not isinstance(file.item, Reference):
            continue
        earlier: list[str] = []
        for index, entry in enumerate(file.item.entries):
            here = ("entries", index)
            if entry.repeats and entry.repeats not in earlier:
                text = f"there is no entry `{entry.repeats}` above this one{meant(entry.repeats, earlier)}"
                yield file.problem((*here, "repeats"), text)
            earlier.append(entry.id)
            if file.item.id in words:
                yield from (
                    file.problem(
                        (*here, "codes", at), f"no self-check of this collection has words for the code `{code}`"
                    )
                    for at, code in _unknown(entry, words[file.item.id])
                )


def _unknown(entry: Entry, words: set[str]) -> Iterator[tuple[int, str]]:
    return ((at, code) for at, code in enumerate(entry.codes) if code not in words)
