"""Forms in which a reader tries something and nothing is stored: the frame that dates and aids share."""

from collections.abc import Iterable, Mapping

from induction.views.controls import control_id, error_summary, form
from induction.views.html import Html, el, join, spoken

NOT_KEPT = "What you enter here is not kept and goes nowhere."


def unkept_form(command: str, subject: str, *asked: "Html | None", id: str, button: str, about: str, off: bool) -> Html:
    """A form that is answered on the spot. ``about`` is heard behind the words of the button; ``off``: it cannot be sent."""
    send = el("button", spoken(button, f": {about}"), type="submit", class_="button", disabled=off)
    return form(
        command,
        *asked,
        el("div", send, class_="actions"),
        el("p", NOT_KEPT, class_="field__hint no-print"),
        id=id,
        subject=subject,
    )


def unkept_widget(
    asked: Html, below: Html | None, *, prefix: str, problems: Mapping[str, str], names: Iterable[str]
) -> Html:
    """The form with what is wrong above it and what follows below it. ``names``: its controls in order, without ``prefix``."""
    mine = {prefix + name: sentence for name, sentence in problems.items()}
    return join(
        el("div", class_="widget__problem", data_induction_problem="", role="status"),
        error_summary(mine, {prefix + name: control_id(prefix + name) for name in names}, asked),
        asked,
        below,
    )
