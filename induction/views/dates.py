"""The widget that works out dates: a small form, the dates, and a calendar file. Nothing typed here is kept."""

from collections.abc import Mapping

from induction.commands.dates import given, values_of
from induction.dates import parse_date, say_day
from induction.model import Session
from induction.rhythm import sessions, work_out
from induction.steps import CountBy, Load, Rhythm
from induction.times import Duration, say_duration
from induction.views.controls import Controls, command_button, status_tag
from induction.views.dates_table import dates_table, school_notes
from induction.views.html import Html, el, inline, join, spoken
from induction.views.seen import Seen
from induction.views.unkept import unkept_form, unkept_widget


def dates_view(session: Session, seen: Seen) -> Html:
    """The widget of one rhythm. It needs no record and touches none."""
    rhythm = session.bundle.rhythm(seen.subject)
    if rhythm is None:
        return el("p", "There is nothing to work out here. Reload the page.")
    values, problems = values_of(session, rhythm.id)
    prefix = f"dates-{rhythm.id}-"
    mine = {prefix + name: sentence for name, sentence in problems.items()}
    controls = Controls(mine, values, prefix=prefix, disabled=seen.static)
    asked = _form(rhythm, controls)
    names = [one.id for one in rhythm.starts] + ["pupils", "agreed"]
    below = _result(session, rhythm, values) if values and not problems else _example(session, rhythm)
    return unkept_widget(asked, below, prefix=prefix, problems=problems, names=names)


def _form(rhythm: Rhythm, controls: Controls) -> Html:
    load, condition = rhythm.load, rhythm.condition
    return unkept_form(
        "dates.show",
        rhythm.id,
        *(controls.text(one.id, one.ask, hint=one.hint, kind="date") for one in rhythm.starts),
        controls.text("pupils", load.ask, kind="number") if load else None,
        controls.tick("agreed", condition.ask) if condition else None,
        id=f"dates-{rhythm.id}-form",
        button="Show dates",
        about=rhythm.title,
        off=controls.disabled,
    )


def _result(session: Session, rhythm: Rhythm, values: Mapping[str, str]) -> Html:
    starts = given(rhythm, values)
    rows = work_out(rhythm, starts, session.bundle.service.closures)
    condition, base = rhythm.condition, f"dates-{rhythm.id}"
    ready = condition is None or values.get("agreed") == "yes"
    return el(
        "section",
        el("h3", "Your dates", id=f"{base}-result", tabindex="-1"),
        _standing(condition.met if ready else condition.unmet, ready) if condition else None,
        _sessions(rhythm.load, int(values["pupils"])) if rhythm.load else None,
        dates_table(session, rhythm, rows, parse_date(session.today), _caption(rhythm, values, "Counted from")),
        school_notes(session, rows, starts),
        _buttons(rhythm, school=any(row.school for row in rows))
        if ready
        else el("p", "Once it is agreed, tick the box and show the dates again: then there is a calendar file too."),
        class_="dates",
        id=f"{base}-dates",
    )


def _standing(sentence: str, ready: bool) -> Html:
    code, words = ("completed", "Ready to start") if ready else ("cannot-start", "Not ready to start")
    return el("p", status_tag(code, words), " ", sentence)


def _sessions(load: Load, pupils: int) -> Html:
    count, minutes = sessions(load, pupils)
    who = "1 pupil" if pupils == 1 else f"{pupils} pupils"
    return el(
        "p",
        el("strong", f"{who}: {count} sessions a {load.per}, {say_duration(Duration(minutes=minutes))}."),
        f" That is {load.each} each, of {load.minutes} minutes at most.",
    )


def _caption(rhythm: Rhythm, values: Mapping[str, str], begins: str) -> str:
    said = [
        f"{_lower(one.ask)}, {say_day(day)}" for one in rhythm.starts if (day := parse_date(values.get(one.id, "")))
    ]
    return f"{begins}: {'; '.join(said)}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _buttons(rhythm: Rhythm, *, school: bool) -> Html:
    base = f"dates-{rhythm.id}"
    words = "Save as calendar file"
    chosen = {CountBy.CALENDAR: f"{words}, by the calendar" if school else words}
    if school:
        chosen[CountBy.SCHOOL_WEEKS_LATER] = f"{words}, by school weeks"
    return join(
        el(
            "div",
            *(
                command_button(
                    "dates.save",
                    spoken(label, f": {rhythm.title}"),
                    id=f"{base}-save-{by.value}",
                    subject=rhythm.id,
                    args={"by": by.value},
                    style="secondary",
                )
                for by, label in chosen.items()
            ),
            class_="actions no-print",
        ),
        el(
            "p",
            "The file holds the dates and what they are, and nobody's name. Add none in your calendar that others should "
            "not see.",
            class_="field__hint",
        ),
    )


def _example(session: Session, rhythm: Rhythm) -> Html:
    values = {one.id: one.example for one in rhythm.starts}
    starts = given(rhythm, values)
    rows = work_out(rhythm, starts, session.bundle.service.closures)
    seen = parse_date(rhythm.seen)
    caption = _caption(rhythm, values, "Example") + (f"; seen on {say_day(seen)}" if seen else "")
    return el(
        "div",
        _sessions(rhythm.load, rhythm.load.example) if rhythm.load else None,
        dates_table(session, rhythm, rows, seen, caption),
        school_notes(session, rows, starts),
        el("p", inline(f"Needed first: {_lower(rhythm.condition.ask)}.")) if rhythm.condition else None,
        class_="dates",
        id=f"dates-{rhythm.id}-example",
    )
