"""The plan as a part of the record: what became of every activity, and who agreed."""

from induction.model import Session
from induction.planning.agreement import standing, words_of
from induction.programme import Programme
from induction.times import Duration, parse_duration, say_duration
from induction.views.html import Html, el, link
from induction.views.plan import account_words
from induction.views.plan_agree import parties_words
from induction.views.seen import Seen


def plan_section(session: Session, seen: Seen, programme: Programme) -> Html | None:
    """What the plan says, in the record; nothing when nobody has planned anything."""
    planned = [one for one in programme.activities if session.state.of(one.id).plan.values]
    stands = standing(programme, session.state)
    if not planned and stands is None:
        return None
    words = session.bundle.words.get("choice", {})
    rows = [
        piece
        for one in planned
        for piece in (el("dt", one.name), el("dd", words_of(session.state.of(one.id).plan.values, words)))
    ]
    said = ""
    if stands:
        said = f"Agreed by {parties_words(stands)}." + (" Changed since." if stands.changed else "")
    return el(
        "section",
        el("h2", link("The plan", programme.plan, seen.root), id="record-plan"),
        *(el("p", one) for one in account_words(session, programme)),
        el("p", said) if said else None,
        _spent(session, programme),
        el("details", el("summary", "Activity by activity"), el("dl", *rows, class_="summary"), id="record-plan-rows"),
        class_="part",
    )


def _spent(session: Session, programme: Programme) -> Html | None:
    """The time that was really taken beside what the source estimates, for those activities where it was typed."""
    real, thought, count = Duration(), Duration(), 0
    for one in programme.activities:
        text = session.state.of(one.id).plan.text("spent")
        try:
            real += parse_duration(text) if text else Duration()
        except ValueError:  # from a file that another version wrote
            continue
        if text:
            thought += parse_duration(one.time) if one.time else Duration()
            count += 1
    if not count:
        return None
    which = "1 activity" if count == 1 else f"{count} activities"
    return el(
        "p",
        f"Real time of {which}: {say_duration(real)}. The estimate for the same: {say_duration(thought) or 'none'}.",
        id="time-spent",
    )
