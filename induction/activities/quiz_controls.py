"""The controls of a try: radios, ticks, a box, a list for each pair, items that buttons move up and down."""

from dataclasses import replace

from induction.activities.quiz_forms import multiple, rights
from induction.activities.quiz_questions import QuizItem
from induction.activities.quiz_tries import Try
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, inline, join, plain, spoken


class _Nothing:
    """No answers: what is shown of a try that is kept secret."""

    def text(self, field: str) -> str:
        return ""

    def rows(self, name: str) -> tuple[str, ...]:
        return ()


def try_control(one: Try, legend: Html, form: Form, *, secret: bool) -> Html:
    """The controls of one try. One that was checked is fixed; a secret one does not show what was answered."""
    question = one.question
    if question.form not in ("short", "matching", "ordering"):
        control = form.ticks if multiple(question) else form.radios
        options = [(option.id, plain(option.text)) for option in question.options]
        return control(one.field, legend, options, fixed=one.checked, secret=secret)
    shown = replace(form, editable=form.editable and not one.checked)
    if secret:
        shown = replace(shown, answers=_Nothing())
    if question.form == "short":
        return shown.box(one.field, legend, short=True)
    inside = _matching(one, shown) if question.form == "matching" else _ordering(one, shown)
    fid = field_id(one.field)
    return el("fieldset", el("legend", legend, class_="field__label"), inside, class_="field", id=f"{fid}-field")


def _matching(one: Try, form: Form) -> Html:
    choices = rights(one.question)
    return join(
        *(
            form.select(
                f"{one.field}.{pair.id}", inline(pair.left, form.root), choices, empty="Choose what belongs here"
            )
            for pair in one.question.pairs
        )
    )


def _ordering(one: Try, form: Form) -> Html:
    """The items as they stand now. The list has the id of the field: what is still to do leads there."""
    items = {item.id: item for item in one.question.items}
    now = [code for code in form.answers.text(one.field).split() if code in items]
    order = [items[code] for code in now or one.question.begins if code in items]
    lines = (
        el("li", el("span", plain(item.text)), _moves(one, form, order, at), id=f"{field_id(one.field)}-{item.id}")
        for at, item in enumerate(order)
    )
    return el("ol", *lines, class_="quiz__order", id=field_id(one.field), tabindex="-1")


def _moves(one: Try, form: Form, order: list[QuizItem], at: int) -> Html:
    item = order[at]
    about = f": {plain(item.text)}"
    buttons = []
    for words, to in (("Up", at - 1), ("Down", at + 1)):
        # At either end the button stays, so that the focus has a place, and changes nothing.
        button_id = f"{field_id(one.field)}-{item.id}-{words.lower()}"
        args = {"field": one.field, "value": form.answers.text(one.field)}
        if 0 <= to < len(order):
            moved = [each.id for each in order]
            moved[at], moved[to] = moved[to], moved[at]
            place = f"{plain(item.text)}: now {to + 1} of {len(order)}"
            args = {"field": one.field, "value": " ".join(moved), "say": place, "focus": button_id}
        buttons.append(form.button("answer", spoken(words, about), args, id=button_id))
    return el("span", *buttons, class_="quiz__moves no-print") if form.editable else Html("")
