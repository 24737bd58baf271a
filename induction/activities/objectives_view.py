"""Objectives as a page: a form of their own instead, examples to start from, then each objective with its questions."""

from typing import TYPE_CHECKING

from induction.dates import parse_date
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, spoken
from induction.views.parts import item, item_level, part_heading

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.objectives import Objective, Objectives

_UNDATED = "This objective has no date yet. Without one it is a wish."


def objectives(part: "Objectives", form: Form) -> Html:
    """The whole part."""
    rows = part.rows(form.answers)
    own = part.stands_in(form.answers)
    return el(
        "div",
        part_heading(part, form),
        None if part.dated else date_or_words(form, part.date_field, "Date of this plan"),
        form.tick(f"{part.id}.own-form", "We use our council's or school's own form instead"),
        form.box(
            f"{part.id}.own-form.kept",
            "Where is your own form kept?",
            hint="Where it is, and who else has it. The file stays where it is.",
            short=True,
        )
        if own or form.answers.text(f"{part.id}.own-form.kept").strip()
        else None,
        el("p", _count(rows), class_="count", id=f"{field_id(part.id)}-count"),
        _samples(part, form),
        *(_objective(part, one, form) for one in rows),
        form.add_row(part.id, "Add another objective"),
        id=f"{field_id(part.id)}-field",
    )


def _count(rows: "list[Objective]") -> str:
    begun = [one for one in rows if one.begun]
    late = sum(one.undated for one in begun)
    words = "1 objective" if len(begun) == 1 else f"{len(begun)} objectives"
    return f"{words} begun" + (f"; {late} without a date" if late else "")


def date_or_words(form: Form, name: str, label: Html | str, *, hint: str = "") -> Html:
    """A date to pick; where somebody wrote words before ("in 3 months"), a line with those words."""
    text = form.answers.text(name).strip()
    return (
        form.date(name, label, hint=hint)
        if not text or parse_date(text)
        else form.box(name, label, hint=hint, short=True)
    )


def _samples(part: "Objectives", form: Form) -> Html | None:
    if not part.samples:
        return None
    return el(
        "details",
        el("summary", "Start from an example"),
        el(
            "ul",
            *(
                el(
                    "li",
                    el("strong", one.name),
                    f". Do: {one.action}. Needed: {one.resources}. When: {one.when}. ",
                    form.button(
                        "objective.use",
                        spoken("Use this", f": {one.name}"),
                        {"part": part.id, "name": one.name, "action": one.action, "resources": one.resources},
                        style="link",
                        id=f"{field_id(part.id)}-sample-{number}",
                    ),
                )
                for number, one in enumerate(part.samples)
            ),
        ),
        id=f"{field_id(part.id)}-samples",
        class_="samples",
    )


def _objective(part: "Objectives", one: "Objective", form: Form) -> Html:
    name, about = f"{part.id}.{one.row}", f" (objective {one.number})"
    when = f"{name}.when"
    return item(
        name,
        f"Objective {one.number}",
        item_level(part.title),
        form.box(f"{name}.name", spoken("What do you want to be able to do?", about), short=True),
        form.box(
            f"{name}.action",
            spoken("What will you do?", about),
            hint="Something you can be seen to do.",
            lines=2,
        ),
        form.box(
            f"{name}.resources",
            spoken("What or whom do you need?", about),
            hint="People, time, money, a course.",
            short=True,
        ),
        date_or_words(form, when, spoken("By when?", about), hint="A day you can put in a diary."),
        el("p", _UNDATED, class_="warning-note", id=f"{field_id(name)}-undated") if one.undated else None,
        el("p", f"From: {one.says['from']}", class_="field__hint") if one.says["from"].strip() else None,
        el(
            "details",
            el("summary", spoken("Review", about)),
            date_or_words(form, f"{name}.reviewed", spoken("When did you look at it again?", about)),
            form.box(
                f"{name}.review",
                spoken("What came of it?", about),
                hint="What you can do now, and what is next.",
                lines=2,
            ),
            id=f"{field_id(name)}-looked",
            open=bool(one.says["reviewed"].strip() or one.says["review"].strip()),
        ),
        form.remove_row(part.id, one.row, spoken("Take this objective out", about)) if one.added else None,
        kind="objective",
    )
