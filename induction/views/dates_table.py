"""Dates as a table: what, by the calendar, by school weeks, the counting rule and how sure we are of it."""

import datetime
from collections.abc import Iterable, Mapping
from itertools import groupby

from induction.dates import say_date, say_day
from induction.model import Session
from induction.programme import Bundle
from induction.rhythm import Row, Weeks, When, known_between, period_of, school_rule, stands
from induction.steps import Period, Rhythm, Step
from induction.views.controls import status_tag
from induction.views.html import Html, el, inline, join

Starts = Mapping[str, datetime.date]


def dates_table(
    session: Session, rhythm: Rhythm, rows: Iterable[Row], today: datetime.date | None, caption: str
) -> Html:
    """The dates of a rhythm. A column that no step needs is left out."""
    bundle = session.bundle
    by_step = [(step, list(group)) for step, group in groupby(rows, key=lambda row: row.step)]
    school = any(row.school for _, group in by_step for row in group)
    heads = ["What", "By the calendar", *["By school weeks"] * school, "How it is counted, and how sure"]
    lines = []
    for step, group in by_step:
        weeks, half = Weeks(bundle.service.closures if school else ()), _half(bundle, rhythm, group)
        cells = [_cell([_date(row, row.calendar, weeks, today, half) for row in group])]
        if school:
            cells.append(_cell([_date(row, row.school, weeks, None, half) for row in group]))
        lines.append([join(step.title), *cells, _rule(bundle, step)])
    return el(
        "div",
        el(
            "table",
            el("caption", caption),
            el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
            el("tbody", *(_line(line, heads) for line in lines)),
        ),
        class_="table-wrap table-wrap--cards",
        tabindex=0,
        role="region",
        aria_label=caption,
    )


def _line(cells: list[Html], heads: list[str]) -> Html:
    first, *rest = cells
    labelled = zip(rest, heads[1:], strict=True)
    return el("tr", el("th", first, scope="row"), *(el("td", cell, data_label=head) for cell, head in labelled))


def _cell(dates: list[Html]) -> Html:
    if not any(dates):
        return join("Not counted in this way")
    return dates[0] if len(dates) == 1 else el("ul", *(el("li", one) for one in dates))


def _date(row: Row, when: When | None, weeks: Weeks, today: datetime.date | None, half: Period | None) -> Html:
    if when is None:
        return Html("")
    if row.step.due:
        day = say_date(when.last.isoformat())
        how = stands(row, today)
        if how == "overdue":
            return status_tag("needs-work", f"Overdue since {day}")
        return join("Due today, " if how == "today" else "Due by ", day)
    ends = [when.first] if when.first == when.last else [when.first, when.last]
    said = [say_day(day) + _beside(day, weeks, half) for day in ends]
    return join(" to ".join(said))


def _beside(day: datetime.date, weeks: Weeks, half: Period | None) -> str:
    closed = weeks.closed(day)
    if closed:
        return f" (school is closed: {closed})"
    return " (after the half-term has ended)" if half and day.isoformat() > half.last else ""


def _half(bundle: Bundle, rhythm: Rhythm, group: list[Row]) -> Period | None:
    """The half-term that sessions are counted in."""
    begins = group[0].calendar
    return period_of(begins.first, bundle.service.terms) if rhythm.load and begins else None


def _rule(bundle: Bundle, step: Step) -> Html:
    sure = bundle.word("sureness", step.sureness).lower()
    return join(
        el("p", inline(step.rule)),
        el("p", school) if (school := school_rule(step)) else None,
        el("p", el("strong", f"How sure: {sure}.")),
    )


def school_notes(session: Session, rows: Iterable[Row], starts: Starts) -> Html | None:
    """What a school week is here, what is closed in this time, and how far the school calendar reaches."""
    ends = [row.school.last for row in rows if row.school]
    if not ends:
        return None
    service = session.bundle.service
    begins, last = min(starts.values()), max(ends)
    known = known_between(*service.closures, *service.terms)
    closed = [one for one in service.closures if one.first <= last.isoformat() and one.last >= begins.isoformat()]
    notes = [
        "A school week is a Monday to Friday with at least one day on which school is open. Counting them is ours."
    ]
    if closed:
        said = (f"{one.name}, {say_date(one.first)} to {say_date(one.last)}" for one in closed)
        notes.append(f"Closed in this time: {'; '.join(said)}.")
    if known is None:
        notes.append(
            "Nobody has put the school holidays into this handbook yet, so every week is taken for a school week."
        )
    elif begins < known[0] or last > known[1]:
        first, until = (say_date(day.isoformat()) for day in known)
        notes.append(
            f"The school calendar of this handbook reaches from {first} to {until}. Outside it, every week is taken "
            "for a school week."
        )
    if known and service.example:
        notes.append("These holidays are an invented example. Check the dates against your own school's calendar.")
    return el("p", " ".join(notes), class_="field__hint")
