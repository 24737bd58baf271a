"""A scored checklist as a page: the scores, the weakest first, then the improvements. Never an average."""

from typing import TYPE_CHECKING

from induction.activities.base import follow_on, small
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, inline, join, plain, spoken
from induction.views.parts import count_left, item_level, part_heading

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.scoring import ScoreItem, Scoring


def scoring(part: "Scoring", form: Form) -> Html:
    """The whole part."""
    fields = [(f"{part.id}.{item.id}", str(number)) for number, item in enumerate(part.items, start=1)]
    left = [(field, number) for field, number in fields if not form.answers.text(field)]
    return el(
        "div",
        part_heading(part, form),
        el("p", _which_is_best(part)),
        count_left(part.id, left, len(part.items), "scored", "Still open"),
        *(_item(part, number, item, form) for number, item in enumerate(part.items, start=1)),
        _weakest(part, form),
        _improvements(part, form),
        class_="scoring",
        id=f"{field_id(part.id)}-field",
    )


def _which_is_best(part: "Scoring") -> str:
    """Which end of the scale is good, in words: a 1 is a good mark in one scale and a bad one in the next."""
    best, worst = part.scale[0], part.scale[-1]
    low = best.id.isdigit() and worst.id.isdigit() and int(best.id) < int(worst.id)
    words = f"{best.id} ({small(plain(best.text))}) is best, {worst.id} ({small(plain(worst.text))}) is weakest."
    return f"A low score is good: {words}" if low else words


def _item(part: "Scoring", number: int, item: "ScoreItem", form: Form) -> Html:
    field = f"{part.id}.{item.id}"
    options = [(score.id, f"{score.id}: {plain(score.text)}") for score in part.scale]
    return el(
        "div",
        form.radios(field, f"{number}. {item.text}", options, beside=True),
        form.box(f"{field}.evidence", spoken(plain(part.evidence), f" (item {number})"), lines=2),
        class_="row scoring__item",
    )


def _weakest(part: "Scoring", form: Form) -> Html | None:
    """How many have each score, and the items from the weakest to the strongest."""
    scores = {item.id: form.answers.text(f"{part.id}.{item.id}") for item in part.items}
    given = list(scores.values())
    if not any(given):
        return None
    # Of "To some extent; it could do better" the first words: the rest would run into the next count.
    short = {score.id: small(plain(score.text)).partition(";")[0] for score in part.scale}
    counts = ", ".join(f"{given.count(code)} {words}" for code, words in short.items())
    ranked = [(item, score) for score in reversed(part.scale) for item in part.items if scores[item.id] == score.id]
    return join(
        el(f"h{item_level(part.title)}", "Weakest first", id=f"{field_id(part.id)}-weakest"),
        el("p", f"{counts}. An average would hide the weak ones, so there is none.", id=f"{field_id(part.id)}-counts"),
        el(
            "ol",
            *(
                el("li", el("strong", part.words(score.id)), ": ", inline(item.text, form.root))
                for item, score in ranked
            ),
            class_="scoring__weakest",
        ),
    )


def _improvements(part: "Scoring", form: Form) -> Html | None:
    if not part.improvements:
        return None
    name, fields = f"{part.id}.improve", part.improvement_fields(form.answers)
    boxes = []
    for number, field in enumerate(fields, start=1):
        row = field.removeprefix(f"{name}.")
        label = spoken(f"Improvement {number}", f": {follow_on(plain(part.improve))}")
        box = form.box(field, label, lines=2)
        remove = None if number <= part.improvements else form.remove_row(name, row, f"Remove improvement {number}")
        boxes.append(el("div", box, remove, class_="added") if remove is not None else box)
    return join(
        el(f"h{item_level(part.title)}", "Improvements", id=f"{field_id(part.id)}-improvements"),
        el("p", inline(part.improve, form.root)),
        *boxes,
        form.add_row(name, "Add another improvement"),
    )
