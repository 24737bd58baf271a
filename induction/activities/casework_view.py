"""A plan for one child as a page: needs, goals, targets, each with what is said about it beside it."""

from typing import TYPE_CHECKING

from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, plain, spoken
from induction.views.parts import item_level, part_heading

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.casework import Casework, Row

PARTS = (
    ("specific", "Specific: what exactly will happen?"),
    ("measurable", "Measurable: how will you all know that it has happened?"),
    ("agreed", "Agreed: who has agreed to it?"),
    ("realistic", "Realistic: why can it be done?"),
    ("time", "Time bound: by when?"),
    ("who", "Who will do it?"),
    ("review", "When will you review it?"),
)
"""What a target says: the five parts of SMART, then who, and when it is looked at again."""


def casework(part: "Casework", form: Form) -> Html:
    """The whole part: a step that asks for nothing is left out."""
    return el(
        "div",
        part_heading(part, form),
        _needs(part, form) if part.needs else None,
        _goals(part, form) if part.goals else None,
        _targets(part, form) if part.targets else None,
        class_="casework",
        id=f"{field_id(part.id)}-field",
    )


def _step(part: "Casework", step: str, title: str, ask: str, boxes: list[Html], form: Form) -> Html:
    name = f"{part.id}.{step}"
    return join(
        el(f"h{item_level(part.title)}", title, id=f"{field_id(name)}-title"),
        el("p", ask),
        *boxes,
        form.add_row(name, f"Add another {step}"),
    )


def _needs(part: "Casework", form: Form) -> Html:
    child = plain(part.child)
    boxes = []
    for row in part.rows("need", part.needs, form.answers):
        warning = part.need_warning(form.answers.text(row.field))
        box = form.box(
            row.field, f"Need {row.number}: {child} needs what?", lines=2, warnings=[warning] if warning else []
        )
        boxes.append(_removable(part, "need", row, box, form))
    ask = f"Begin each with '{child} needs': what has to change around {child}, not what {child} should do."
    return _step(part, "need", f"What {child} needs", ask, boxes, form)


def _goals(part: "Casework", form: Form) -> Html:
    family = plain(part.family)
    boxes = []
    for row in part.rows("goal", part.goals, form.answers):
        warning = part.goal_warning(form.answers.text(row.field))
        box = form.box(row.field, f"Goal {row.number}", lines=2, warnings=[warning] if warning else [])
        boxes.append(_removable(part, "goal", row, box, form))
    ask = f"A goal is an outcome: what will be different for {family}. What you do to help is not a goal."
    return _step(part, "goal", f"Goals for {family}", ask, boxes, form)


def _targets(part: "Casework", form: Form) -> Html:
    boxes = [_target(part, row, form) for row in part.rows("target", part.targets, form.answers)]
    ask = "Each target is specific, measurable, agreed, realistic and time bound. The A is for Agreed, with the family."
    return _step(part, "target", "SMART targets", ask, boxes, form)


def _target(part: "Casework", row: "Row", form: Form) -> Html:
    boxes = [_part(f"{row.field}.{name}", spoken(ask, f" (target {row.number})"), name, form) for name, ask in PARTS]
    inside = el(
        "fieldset",
        el("legend", f"Target {row.number}"),
        *boxes,
        class_="casework__target",
        id=f"{field_id(row.field)}-target",
    )
    return _removable(part, "target", row, inside, form)


def _part(field: str, ask: Html, name: str, form: Form) -> Html:
    return form.date(field, ask) if name == "review" else form.box(field, ask, short=name in ("time", "who"), lines=2)


def _removable(part: "Casework", step: str, row: "Row", box: Html, form: Form) -> Html:
    if not row.added:
        return box
    return el("div", box, form.remove_row(f"{part.id}.{step}", row.row, f"Remove {step} {row.number}"), class_="added")
