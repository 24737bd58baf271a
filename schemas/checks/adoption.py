"""Decisions of the service: each about a duty that is there, once, and with its own text where it says so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.adoption import Choice, Resolution
from schemas.common import Duty, Item
from schemas.problems import Problem, meant

if TYPE_CHECKING:
    from schemas.handbook import ContentFile, Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Unknown duties with the nearest, decisions that stand twice, and 'adapted' without a text. Pages: `references`."""
    items = {file.item.id: file for file in handbook.files if isinstance(file.item, Item)}
    for file in handbook.files:
        if file.kind != "adoption" or file.item is None:
            continue
        first: dict[tuple[str, str], int] = {}
        for index, one in enumerate(file.item.decisions):
            here = ("decisions", index)
            line = first.setdefault((one.page, one.duty or ""), file.problem(here, "").line)
            if line != file.problem(here, "").line:
                yield file.problem(here, f"this is decided in line {line} already; keep one")
            if one.decision is Choice.ADAPTED and not one.text.strip():
                yield file.problem((*here, "decision"), "`adapted` needs the service's own words in `text`")
            if one.decision is not Choice.ADAPTED and one.text:
                yield file.problem(
                    (*here, "text"), "`text` belongs to `adapted` only; take it out, or decide `adapted`"
                )
            if one.page in items:
                yield from _duty(file, index, one, items[one.page])


def _duty(file: "ContentFile", index: int, one: Resolution, page: "ContentFile") -> Iterator[Problem]:
    known = [trail[-1].id for _, trail in page.inside.things if isinstance(trail[-1], Duty)]
    if one.duty and one.duty not in known:
        guess = meant(one.duty, known) or ("" if known else "; it has none")
        yield file.problem(("decisions", index, "duty"), f"`{one.page}` has no duty `{one.duty}`{guess}")
