"""A pupil's marks as a page: the register, what you see, the findings in a fold, and a copy to change."""

import json
from itertools import groupby
from typing import TYPE_CHECKING

from induction.activities.attendance_findings import findings
from induction.activities.attendance_totals import totals
from induction.attendance.codes import CODES, Code
from induction.attendance.marks import HALVES, SAID, WEEKDAYS, Session, can_be, say_day, say_short
from induction.dates import parse_date
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, join, plain, prose, spoken
from induction.views.parts import item_level, part_heading, reveal

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.attendance import Attendance


def attendance(part: "Attendance", form: Form) -> Html:
    """The whole part."""
    seen = part.seen(form.answers)
    words = "What the marks come to" if seen else "Write what you see first, then open: what the marks come to"
    before, after = len(part.first), len(part.after)
    return join(
        part_heading(part, form),
        register(part.real, part.title or "The marks"),
        el("div", prose(part.about, form.root)) if part.about else None,
        *_questions(part, form, 0, before),
        reveal(part.id, Html(words), *_compare(part, form), opened=seen, look="attendance__findings"),
        *_questions(part, form, before, before + after),
    )


def _questions(part: "Attendance", form: Form, start: int, end: int) -> list[Html]:
    asked = (*part.first, *part.after)
    return [
        el("div", form.question(part.id, asked[at], f"{at + 1}." if len(asked) > 1 else ""), class_="row")
        for at in range(start, end)
    ]


def register(sessions: tuple[Session, ...], title: str) -> Html:
    """The marks as a table, weeks by days. Each mark is heard with its meaning."""
    year = f"{sessions[0].date.year}" if sessions else ""
    caption = f"{plain(title)}: week by week, {year}. Each day has a mark for the morning and one for the afternoon."
    days = [el("th", spoken(day[:3], day[3:]), scope="colgroup", colspan=2) for day in WEEKDAYS]
    halves = [el("th", spoken(half, f", {SAID[half]}"), scope="col") for _ in WEEKDAYS for half in HALVES]
    rows = [
        el("tr", el("th", say_short(monday), scope="row"), *(_mark(one) for one in week))
        for monday, week in groupby(sessions, key=lambda one: one.monday)
    ]
    return el(
        "div",
        el(
            "table",
            el("caption", caption),
            el("thead", el("tr", el("th", "Week of", scope="col", rowspan=2), *days), el("tr", *halves)),
            el("tbody", *rows),
            class_="register",
        ),
        class_="table-wrap",
        tabindex=0,
        role="region",
        aria_label=plain(title),
    )


def _mark(one: Session) -> Html:
    return el("td", spoken(one.mark, f" {one.code.means}"), class_=f"mark mark--{one.code.look}")


def _compare(part: "Attendance", form: Form) -> list[Html | None]:
    level = item_level(part.title)
    copied = part.copied(form.answers)
    copy = part.copy(form.answers) if copied else None
    return [
        el("p", "Worked out from the marks. Compare it with what you wrote, and add to your answer."),
        *findings(part.real, copy, parse_date(part.half_term), level, f"{field_id(part.id)}-"),
        el(f"h{level}", "Try it: change a mark in a copy"),
        el(
            "p",
            "The real marks stay as they are. What you change is kept in your record as a copy, and each figure of the "
            "copy stands beside the real one, here and in every table above.",
        ),
        _change(part, form),
        *_changes(part, form, copied),
        totals(part.real, copy, "The copy beside the real marks") if copy else None,
    ]


def _change(part: "Attendance", form: Form) -> Html:
    """Choose a day, a half of it and a mark. Nothing is part of the record before the button is pressed."""
    if not form.editable:
        return el("p", "Open your record to change marks in a copy.", class_="note")
    fid = f"{field_id(part.id)}-try"
    now = part.copy(form.answers)
    days = [(date, [one.mark for one in day]) for date, day in groupby(now, key=lambda one: one.date)]
    given = [(date.isoformat(), f"{say_day(date)} ({' '.join(marks)})") for date, marks in days]
    halves = [("day", "The whole day"), *((half, f"The {SAID[half]}") for half in HALVES)]
    codes = [("present", "/ \\ present"), *((one.mark, _words(one)) for one in CODES.values() if one.mark not in "/\\")]
    return el(
        "form",
        _select(fid, "day", "Which day?", given),
        _select(fid, "half", "Which part of it?", halves),
        _select(fid, "code", "Which mark shall stand there?", codes),
        el("button", "Change the copy", type="submit", class_="button button--secondary", id=f"{fid}-change"),
        class_="attendance__try",
        id=fid,
        data_command="marks.change",
        data_subject=form.subject,
        data_args=json.dumps({"part": part.id}),
        novalidate=True,
    )


def _words(code: Code) -> str:
    return f"{code.mark} {code.means}"


def _select(fid: str, name: str, label: str, options: list[tuple[str, str]]) -> Html:
    cid = f"{fid}-{name}"
    return el(
        "div",
        el("label", label, class_="field__label", for_=cid),
        el("select", *(el("option", words, value=code) for code, words in options), id=cid, name=name),
        class_="field",
    )


def _changes(part: "Attendance", form: Form, copied: dict[str, str]) -> list[Html | None]:
    """What was changed, each to be changed again or taken back."""
    if not copied:
        return [el("p", "Nothing is changed in the copy.", id=f"{field_id(part.id)}-copy")]
    count = "1 mark is" if len(copied) == 1 else f"{len(copied)} marks are"
    selects = []
    for one in part.real:
        if one.key in copied:
            options = [(code.mark, _words(code)) for code in can_be(one.half) if code.mark != one.mark]
            if copied[one.key] not in dict(options):  # merged from a version with other codes
                options.append((copied[one.key], copied[one.key]))
            label = f"{one.words}, in the copy"
            selects.append(form.select(part.field(one), label, options, empty=f"{one.mark}, as it really is"))
    return [
        el("p", f"{count} changed in the copy.", id=f"{field_id(part.id)}-copy"),
        el("div", *selects, class_="attendance__changes"),
        el(
            "p",
            "Back to the real marks: choose the first line, or take back all that you changed at once. The real marks "
            "were never touched.",
        ),
        form.button("marks.back", "Back to the real marks", {"part": part.id}, id=f"{field_id(part.id)}-back"),
    ]
