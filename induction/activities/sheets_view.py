"""Repeatable sheets as a page: how many are answered, then one fold a sheet, which prints on a page of its own."""

from typing import TYPE_CHECKING

from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, prose, spoken
from induction.views.parts import anchored, part_heading

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.sheets import Sheet, Sheets


def sheets(part: "Sheets", form: Form) -> Html:
    """The whole part."""
    all_of_them = part.sheets(form.answers)
    left = sum(len(part.missing(sheet, form.answers)) for sheet in all_of_them)
    of = part.asked * len(all_of_them)
    noun = part.noun if len(all_of_them) == 1 else part.nouns
    return join(
        part_heading(part, form),
        el(
            "p",
            f"{len(all_of_them)} {noun}: {of - left} of {of} answered",
            class_="count",
            id=f"{field_id(part.id)}-count",
        ),
        *(_sheet(part, number, sheet, form) for number, sheet in enumerate(all_of_them)),
        form.add_row(part.id, f"Add another {part.noun}"),
    )


def _sheet(part: "Sheets", number: int, sheet: "Sheet", form: Form) -> Html:
    field = f"{part.id}.{sheet.row}"
    missing = part.missing(sheet, form.answers)
    which = f"{part.noun} {number + 1}"  # two sheets can have one name; those who listen are told which is which
    about = which if sheet.name.casefold() == which.casefold() else f"{sheet.name}, {which}"
    questions = [form.question(field, one, f"{at}.", about=about) for at, one in enumerate(part.questions, start=1)]
    if number == 0:  # every sheet asks the same; the anchor of a question is where it is asked first
        questions = [anchored(f"{part.id}.{one.id}", box) for one, box in zip(part.questions, questions, strict=True)]
    words = f"{sheet.name}: {part.asked - len(missing)} of {part.asked} answered"
    return el(
        "details",
        el("summary", spoken(words, f" ({which})")),
        prose(sheet.about, form.root),
        None if sheet.fixed else form.box(f"{field}.name", spoken(part.name, f" ({which})"), short=True),
        *questions,
        form.remove_row(part.id, sheet.row, spoken(f"Remove {sheet.name}", f" ({which})")) if sheet.added else None,
        class_="sheet",
        id=f"{field_id(field)}-field",
        open=bool(missing) and (not sheet.fixed or len(missing) < part.asked),
    )
