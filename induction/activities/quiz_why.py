"""What a quiz says once a try is checked: how it went, what is right and why, what held before, and who says so."""

from induction.activities.quiz_forms import TODAY, fits, form_of, known, multiple
from induction.activities.quiz_questions import QuizOption, QuizQuestion
from induction.activities.quiz_tries import Try
from induction.dates import say_date
from induction.views.forms import Form
from induction.views.html import Html, el, inline, join, plain, prose

_SURE = {"checked": "checked", "known": "known, not checked again", "to-be-checked": "to be checked"}
_VERDICT = {
    "yes": "Right.",
    "now": "Right: this is what holds today.",
    "then": "Right when the source was written, but not today.",
    "no": "Not right.",
}


def verdict(who: str, one: Try, form: Form) -> Html:
    """How a try went, with why for each thing that was chosen."""
    question, player = one.question, "You" if who == "try" else "Your colleague"
    if question.form == "short":
        found = known(question, one.chosen)
        words = _VERDICT[found.right] if found else "Not one of the answers that we know. Compare it with those below."
        more: list[Html | str] = [inline(found.why, form.root)] if found else []
        return _said(words, f" {player} wrote: ", " ".join(one.chosen).rstrip(".") + ". ", *more)
    if question.form == "matching":
        given = dict(code.split("=", 1) for code in one.chosen)
        good = sum(fits(question, pair, given.get(pair.id, "")) for pair in question.pairs)
        words = "Right." if one.right else f"Not right: {good} of {len(question.pairs)} fit."
        return _said(words, f" {player} chose: {form_of(question).words(question, one.chosen)}.")
    if question.form == "ordering":
        good = sum(code == item.id for code, item in zip(one.chosen, question.items, strict=False))
        words = "Right." if one.right else f"Not right: {good} of {len(question.items)} stand in their place."
        return _said(words, f" {player} put: {form_of(question).words(question, one.chosen)}.")
    if multiple(question):
        words = "Right." if one.right else "Not right: some are missing or too many."
    else:
        words = _VERDICT[one.options[0].right] if one.options else "Not an answer of this question any more."
    pieces = [
        piece for option in one.options for piece in (f"{plain(option.text)}. ", inline(option.why, form.root), " ")
    ]
    return _said(words, f" {player} chose: ", *pieces)


def _said(words: str, *pieces: Html | str) -> Html:
    return el("p", el("strong", words), *pieces, class_="quiz__verdict")


def why(question: QuizQuestion, form: Form) -> list[Html | None]:
    """What is right, why, and why the others are not; then and now; the source and how sure we are."""
    before = [option for option in question.options if option.right == "then"]
    moved = bool(question.then or question.since or before)
    return [
        *_right(question, form),
        *_others(question, before, form),
        prose(question.explain, form.root),
        el("p", el("strong", "Then: "), inline(question.then, form.root)) if question.then else None,
        el(
            "p",
            el("strong", f"Now, since {question.since}: " if question.since else "Now: "),
            form_of(question).words(question, form_of(question).answer(question)).rstrip(".") + ".",
        )
        if moved
        else None,
        el(
            "p",
            "Source: ",
            inline(question.source, form.root),
            f". How sure: {_SURE.get(question.sureness, question.sureness)}. Last looked at on {say_date(question.checked)}.",
            class_="quiz__source",
        ),
    ]


def _right(question: QuizQuestion, form: Form) -> list[Html]:
    if question.form == "matching":
        pairs = (_line(f"{plain(one.left)}: {plain(one.right)}", one.why, form) for one in question.pairs)
        return [el("p", "What belongs together:"), el("ul", *pairs)]
    if question.form == "ordering":
        return [
            el("p", "The right order:"),
            el("ol", *(_line(plain(one.text), one.why, form) for one in question.items)),
        ]
    return [el("p", "Right today:"), _options([one for one in question.options if one.right in TODAY], form)]


def _others(question: QuizQuestion, before: list[QuizOption], form: Form) -> list[Html | None]:
    others = [option for option in question.options if option.right == "no"]
    words = "Easily mixed up with it:" if question.form == "short" else "The other answers:"
    return [
        join(el("p", "Right when the source was written:"), _options(before, form)) if before else None,
        join(el("p", words), _options(others, form)) if others else None,
    ]


def _options(options: list[QuizOption], form: Form) -> Html:
    return el("ul", *(_line(plain(one.text), one.why, form) for one in options))


def _line(words: str, because: str, form: Form) -> Html:
    return el("li", el("strong", words), ": ", inline(because, form.root))
