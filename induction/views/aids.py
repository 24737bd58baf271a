"""The widget of an aid: its questions, what they lead to, and the answer to what was entered. Nothing is kept."""

from induction.aids import AIDS
from induction.commands.unkept import values_of
from induction.model import Session
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.seen import Seen
from induction.views.unkept import unkept_form, unkept_widget


def aid_view(session: Session, seen: Seen) -> Html:
    """The widget of one aid. It needs no record and touches none; built, it reads as questions and what they lead to."""
    aid = AIDS.get(seen.subject)
    if aid is None:
        return el("p", "There is nothing to try here. Reload the page.")
    values, problems = values_of(session, "aids", aid.id)
    prefix = f"aid-{aid.id}-"
    controls = Controls(
        {prefix + name: sentence for name, sentence in problems.items()}, values, prefix=prefix, disabled=seen.static
    )
    asked = unkept_form(
        "aid.check",
        aid.id,
        aid.questions(session.bundle, controls),
        id=f"{prefix}form",
        button=aid.button,
        about=aid.title,
        off=seen.static,
    )
    below = join(
        _answer(aid.id, *aid.answer(session.bundle, values)) if values and not problems else None,
        aid.outcomes(session.bundle, seen.root),
    )
    frame = unkept_widget(asked, below, prefix=prefix, problems=problems, names=aid.names)
    return el("div", frame, class_="aid", role="group", aria_label=aid.title)


def _answer(aid: str, headline: str, body: Html) -> Html:
    """The answer. Its heading says it and takes the focus, so that it is heard at once."""
    return el(
        "section",
        el("h3", headline, id=f"aid-{aid}-result", tabindex="-1"),
        body,
        class_="aid__answer",
        id=f"aid-{aid}-answer",
        aria_labelledby=f"aid-{aid}-result",
    )
