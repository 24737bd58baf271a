"""Shadowing as a page: before, the card to keep at hand, after, the colleague's line; then what has to be observed."""

from typing import TYPE_CHECKING

from induction.activities.base import Question, filled
from induction.dates import say_date
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, inline, join, plain, spoken
from induction.views.parts import anchored, item, item_level, part_heading

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.shadow import Shadow


def shadow(part: "Shadow", form: Form) -> Html:
    """The whole part."""
    return el(
        "div",
        part_heading(part, form),
        *(_visit(part, number, form) for number in range(1, part.visits + 1)),
        _one_of(part, form) if part.one_of else None,
        _observed(part, form) if part.observed else None,
        class_="shadow",
        id=f"{field_id(part.id)}-field",
    )


def _visit(part: "Shadow", number: int, form: Form) -> Html:
    name, visit, level = f"{part.id}.{number}", part.visit_name(number), item_level(part.title)
    about = f" ({visit})"
    words = spoken(plain(part.one_of), about)
    return item(
        name,
        visit,
        level,
        el(f"h{level + 1}", spoken("Before", about)),
        *_questions(part, number, part.before, form),
        _card(part, number, level + 1, about, form),
        form.tick(f"{name}.one-of", words) if part.one_of else None,
        el(f"h{level + 1}", spoken("After", about)),
        *_questions(part, number, part.after, form),
        _witness(part, number, level + 1, about, form) if part.witness else None,
        kind="visit",
    )


def _questions(part: "Shadow", number: int, questions: tuple[Question, ...], form: Form) -> list[Html]:
    name, visit = f"{part.id}.{number}", part.visit_name(number)
    boxes = [form.question(name, one, about=visit) for one in questions]
    if number > 1:
        return boxes
    # Each visit asks the same; the anchor of a question is where it is asked first.
    return [anchored(f"{part.id}.{one.id}", box) for one, box in zip(questions, boxes, strict=True)]


def _card(part: "Shadow", number: int, level: int, about: str, form: Form) -> Html | None:
    """What to look for: one card, in the first visit; the others lead to it."""
    if not part.watch:
        return None
    card = f"{field_id(part.id)}-watch"
    heading = el(f"h{level}", spoken("During: what to look for", about))
    if number > 1:
        return join(heading, el("p", el("a", spoken("The card is above", about), href=f"#{card}")))
    thoughts = (el("li", inline(one, form.root)) for one in part.watch)
    return el("div", heading, el("ul", *thoughts), class_="watch-card", id=card)


def _witness(part: "Shadow", number: int, level: int, about: str, form: Form) -> Html:
    name = f"{part.id}.{number}.witness"
    return join(
        el(f"h{level}", spoken("Your colleague's line", about)),
        el("p", "Your colleague fills this in, on this device. It counts as a typed line, not as a signature."),
        form.box(f"{name}.name", spoken("Your colleague's name", about), short=True),
        form.box(f"{name}.role", spoken("Your colleague's role", about), short=True),
        form.date(f"{name}.date", spoken("Date of the line", about)),
        form.box(f"{name}.saw", spoken("What did your colleague see you do?", about), pupil=True),
        _line(name, form),
    )


def _line(name: str, form: Form) -> Html | None:
    said = {aspect: form.answers.text(f"{name}.{aspect}").strip() for aspect in ("name", "role", "date")}
    if not filled(said["name"]):
        return None
    words = [said["name"], said["role"], say_date(said["date"]), "typed on this device"]
    return el(
        "p", "Witness: ", ", ".join(word for word in words if word), class_="witness-line", id=f"{field_id(name)}-line"
    )


def _one_of(part: "Shadow", form: Form) -> Html | None:
    name = f"{part.id}.one-of.why"
    # What is recorded is always on the page, so that it can be taken back.
    if part.any_of(form.answers) and not filled(form.answers.text(name)):
        return None
    return form.box(name, f"If none is, why? ({plain(part.one_of)})", lines=2)


def _observed(part: "Shadow", form: Form) -> Html:
    name = f"{part.id}.observed"
    return join(
        el(f"h{item_level(part.title)}", "Be observed", id=f"{field_id(name)}-title"),
        el("p", "This cannot be ready for sign-off until a colleague has watched you do it."),
        form.tick(name, f"Observed: {plain(part.observed)}"),
        form.box(f"{name}.by", "Who observed it? Name and role", short=True),
        form.date(f"{name}.on", "When was it observed?"),
    )
