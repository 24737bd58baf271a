"""A quiz as a page: the question, the tries, then what is right, why, and what held before.

Until the latest try is checked, nothing of the answer is in view: it stands in a fold, where search still finds it.
"""

from typing import TYPE_CHECKING

from induction.activities.quiz_controls import try_control
from induction.activities.quiz_tries import Try, score_words
from induction.activities.quiz_why import verdict, why
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, plain, spoken
from induction.views.parts import count_left, item, item_level, part_heading, reveal

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.quiz import Quiz
    from induction.activities.quiz_questions import QuizQuestion


def quiz(part: "Quiz", form: Form) -> Html:
    """The whole part."""
    firsts = [part.tries(question, "try", form.answers)[0] for question in part.questions]
    left = [(one.controls[0], str(number)) for number, one in enumerate(firsts, start=1) if not one.checked]
    return join(
        part_heading(part, form),
        el("p", "Choose an answer, then check it. Your first attempt is kept; you can try again as often as you like."),
        form.tick(f"{part.id}.with-colleague", "A colleague answers on this screen too. Both answers show together")
        if part.colleague
        else None,
        count_left(part.id, left, len(part.questions), open="Still open"),
        _scores(part, form),
        *(_question(part, number, question, form) for number, question in enumerate(part.questions, start=1)),
    )


def _scores(part: "Quiz", form: Form) -> Html | None:
    lines = []
    for who, name in (("try", ""), ("colleague", "Your colleague. ")):
        tries = [part.tries(question, who, form.answers) for question in part.questions]
        hidden = any(_secret(part, question, who, form) for question in part.questions)
        words = score_words(tries) if who == "try" or part.colleague else ""
        if words and not hidden:
            lines.append(el("p", f"{name}{words}.", class_="quiz__score", id=f"{field_id(part.id)}-score-{who}"))
    return join(*lines, el("p", "What is right today counts.")) if lines else None


def _secret(part: "Quiz", question: "QuizQuestion", who: str, form: Form) -> bool:
    """True for a first answer that is not shown until the other player has answered too."""
    tries = part.tries(question, who, form.answers)
    return len(tries) == 1 and tries[0].checked and not _revealed(part, question, form)


def _revealed(part: "Quiz", question: "QuizQuestion", form: Form) -> bool:
    """True when everyone who plays has checked the latest try."""
    players = part.players(question, form.answers)
    return all(part.tries(question, who, form.answers)[-1].checked for who in players)


def _question(part: "Quiz", number: int, question: "QuizQuestion", form: Form) -> Html:
    name = f"{part.id}.{question.id}"
    players = part.players(question, form.answers)
    shown = _revealed(part, question, form)
    latest = [(who, part.tries(question, who, form.answers)[-1]) for who in players]
    return item(
        name,
        f"{number}. {plain(question.ask)}",
        item_level(part.title),
        *(_tries(part, number, question, who, form) for who in players),
        el("div", *(verdict(who, one, form) for who, one in latest), id=f"{field_id(name)}-verdict") if shown else None,
        reveal(
            name,
            spoken(
                "The answer and why" if shown else "Answer first, then open: the answer and why",
                f" (question {number})",
            ),
            *why(question, form),
            opened=shown,
            look="quiz__why",
            searched=True,
        ),
        kind="quiz",
    )


def _tries(part: "Quiz", number: int, question: "QuizQuestion", who: str, form: Form) -> Html:
    tries = part.tries(question, who, form.answers)
    whose = "Your" if who == "try" else "Your colleague's"
    blocks: list[Html | None] = []
    for at, one in enumerate(tries, start=1):
        # Those who listen hear the question with each try; those who look have it above.
        attempt = f"{whose} answer" if len(tries) == 1 else f"{whose} attempt {at}"
        legend = spoken(attempt, f", question {number}: {plain(question.ask)}")
        secret = _secret(part, question, who, form)
        blocks.append(try_control(one, legend, form, secret=secret))
        blocks.append(el("p", "Kept. Both answers show when both are checked.", class_="note") if secret else None)
    return join(*blocks, _next(part, number, question, who, tries[-1], form))


def _next(part: "Quiz", number: int, question: "QuizQuestion", who: str, last: Try, form: Form) -> Html | None:
    """The button for the next step: check what was chosen, or try again once everything is shown."""
    name, about = f"{part.id}.{question.id}", f" (question {number})"
    if last.complete and not last.checked:
        others = [one for one in part.players(question, form.answers) if one != who]
        shows = all(part.tries(question, one, form.answers)[-1].checked for one in others)
        args = {"list": f"{last.field}.checked", "focus": f"{field_id(name)}-{'verdict' if shows else 'field'}"}
        words = "Check my answer" if who == "try" else "Check the colleague's answer"
        return form.button("row.add", spoken(words, about), args, id=f"{field_id(last.field)}-check")
    if last.checked and _revealed(part, question, form):
        args = {"list": f"{name}.{who}", "focus": f"{field_id(name)}-field"}
        words = "Try again" if who == "try" else "Colleague: try again"
        return form.button("row.add", spoken(words, about), args, id=f"{field_id(f'{name}.{who}')}-again")
    return None
