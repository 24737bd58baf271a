"""The plan as a chapter of the record: what became of every activity, and who agreed."""

from collections.abc import Iterator

from induction.lines import Chapter, Group, Line, Source
from induction.planning.account import account_words
from induction.planning.agreement import standing, words_of
from induction.planning.days_off import as_text, in_words
from induction.programme import Programme
from induction.state import State
from induction.times import Duration, parse_duration, say_duration
from induction.views.plan_agree import parties_words


def plan_chapter(source: Source) -> Iterator[Chapter]:
    """What the plan says; nothing when nobody has planned anything."""
    programme, state = source.programme, source.state
    planned = [one for one in programme.activities if state.of(one.id).plan.values]
    stands = standing(programme, state)
    off = in_words(as_text(state))
    if not planned and stands is None and not off:
        return
    words = source.bundle.words.get("choice", {})
    lines = [Line("plan", "Accounted for", one) for one in account_words(programme, state)]
    if stands:
        said = f"{parties_words(stands)}." + (" Changed since." if stands.changed else "")
        lines.append(Line("plan", "Agreed by", said))
    if off:
        lines.append(Line("plan", "Days off", off))
    spent = _spent(programme, state)
    if spent:
        lines.append(Line("plan", "Time taken", spent))
    lines += [Line("plan", one.name, words_of(state.of(one.id).plan.values, words)) for one in planned]
    yield Chapter("programme-plan", "The plan", (Group("record-plan", "", tuple(lines), page=programme.plan),))


def _spent(programme: Programme, state: State) -> str:
    """The time that was really taken beside what the source estimates, for those activities where it was typed."""
    real, thought, count = Duration(), Duration(), 0
    for one in programme.activities:
        text = state.of(one.id).plan.text("spent")
        try:
            real += parse_duration(text) if text else Duration()
        except ValueError:  # from a file that another version wrote
            continue
        if text:
            thought += parse_duration(one.time) if one.time else Duration()
            count += 1
    if not count:
        return ""
    which = "1 activity" if count == 1 else f"{count} activities"
    said = f"Real time of {which}: {say_duration(real)}. "
    return said + f"The estimate for the same: {say_duration(thought) or 'none'}."
