"""What the induction so far suggests for a development plan: what showed to be weak, questions still open.

It is offered to read and nothing of it is written into the plan by itself.
"""

from induction.model import Session
from induction.progress import waiting_replies
from induction.views.forms import field_id
from induction.views.html import Html, el, link, plain
from induction.views.seen import Seen
from induction.weak import weak


def looking_back(session: Session, seen: Seen) -> Html | None:
    """A panel above the plan; None while there is nothing to offer."""
    programme = session.programme
    if session.record is None or programme is None:
        return None
    lines = [
        el("li", link(words, where, seen.root))
        for one in programme.activities
        for words, where in weak(one, session.state.of(one.id))
    ]
    lines += [
        el("li", "Still waiting for a reply: ", _to(gap.text, one.page, gap.field, seen))
        for one, gap in waiting_replies(programme, session.state)
    ]
    if not lines:
        return None
    return el(
        "div",
        el("h2", "From your induction so far", id="looking-back"),
        el(
            "p",
            "Take from it what you want to learn next. Nothing of this goes into your plan unless you write it there.",
        ),
        el("ul", *lines),
        class_="part panel",
    )


def _to(words: str, page: str, field: str, seen: Seen) -> Html:
    return link(plain(words), f"{page}#{field_id(field)}", seen.root)
