"""What marks come to, as tables; a figure of the copy, where there is one, stands beside the real one."""

import datetime
from collections.abc import Callable

from induction.activities.attendance_chart import chart
from induction.activities.attendance_totals import beside, number, share, totals
from induction.attendance.figures import (
    Figures,
    Row,
    by_week,
    by_weekday,
    code_mix,
    count,
    halves,
    say_days,
)
from induction.attendance.marks import Session
from induction.attendance.thresholds import must_tell, verdicts
from induction.views.html import Html, el, join
from induction.views.tables import table

Sessions = tuple[Session, ...]


def findings(
    real: Sessions, copy: Sessions | None, half_term: datetime.date | None, level: int, prefix: str
) -> list[Html | None]:
    """Every finding under its own heading."""
    blocks: tuple[tuple[str, list[Html | None]], ...] = (
        ("How much, and of what kind?", [totals(real, copy, "All weeks together", titled=True)]),
        ("Which weeks?", _grouped("By week", "Week of", by_week(real), _rows(copy, by_week))),
        ("Which days?", _grouped("By day of the week", "Day", by_weekday(real), _rows(copy, by_weekday))),
        ("Which half of the term?", [_halves(real, copy, half_term)]),
        ("In a row, or scattered?", [_run(real, copy)]),
        ("Which codes?", [_codes(real, copy)]),
        ("Does the pupil count as persistently absent?", [_verdicts(real, copy)]),
        ("Must the school tell the authority?", [_must_tell(real, copy)]),
    )
    return [
        piece
        for number, (heading, inside) in enumerate(blocks, start=1)
        if any(inside)
        for piece in (el(f"h{level}", heading, id=f"{prefix}finding-{number}"), *inside)
    ]


def _rows(copy: Sessions | None, group: Callable[[Sessions], list[Row]]) -> list[Row] | None:
    return None if copy is None else group(copy)


def _grouped(caption: str, what: str, real: list[Row], copy: list[Row] | None) -> list[Html | None]:
    others: list[Figures | None] = [figures for _, figures in copy] if copy else [None] * len(real)
    pairs = [(words, one, two) for (words, one), two in zip(real, others, strict=True)]
    names = ("absent", "possible", "authorised", "unauthorised")
    rows = [
        [words, share("present", one, two), *(number(each, one, two) for each in names)] for words, one, two in pairs
    ]
    head = [what, "Attendance", "Absent", "of possible", "Authorised", "Unauthorised"]
    return [el("div", chart(caption, pairs), table(caption, head, rows, titled=True), class_="chart")]


def _halves(real: Sessions, copy: Sessions | None, half_term: datetime.date | None) -> Html | None:
    rows = halves(real, half_term)
    others: list[Figures | None] = [one for _, one in halves(copy, half_term)] if copy else [None] * len(rows)
    cells = [
        [words, number("present", one, two), number("possible", one, two), share("present", one, two)]
        for (words, one), two in zip(rows, others, strict=True)
    ]
    return (
        table("Before and after half-term", ["When", "Present", "of possible", "Attendance"], cells, titled=True)
        if cells
        else None
    )


def _run(real: Sessions, copy: Sessions | None) -> Html:
    def words(sessions: Sessions) -> tuple[str, str, str]:
        run = must_tell(sessions).run
        return (f"{len(run)}", say_days(len(run)), run.words) if run else ("0", say_days(0), "none")

    two = words(copy) if copy else (None, None, None)
    cells = [beside(one, other) for one, other in zip(words(real), two, strict=True)]
    head = ["What", "Sessions", "School days", "From when to when"]
    return table("Runs", head, [["Longest run of unauthorised absence", *cells]], cards=True, titled=True)


def _codes(real: Sessions, copy: Sessions | None) -> Html:
    mix = dict(code_mix(real))
    other = dict(code_mix(copy)) if copy else {}
    rows = [
        [
            "/ \\" if code.mark == "/" else code.mark,
            "present" if code.mark == "/" else code.means,
            code.counts.value,
            beside(str(mix.get(code, 0)), str(other.get(code, 0)) if copy else None),
        ]
        for code in mix | other
    ]
    return table("Codes", ["Code", "Meaning", "Counts as", "Sessions"], rows, cards=True, titled=True)


def _verdicts(real: Sessions, copy: Sessions | None) -> Html:
    one, two = count(real), count(copy) if copy else None
    others = [met for _, met in verdicts(two)] if two else None
    rows = [
        [rule.where, rule.words, beside(_yes(met), _yes(others[at]) if others else None)]
        for at, (rule, met) in enumerate(verdicts(one))
    ]
    return join(
        el(
            "p",
            "Missed: ",
            share("absent", one, two),
            ". Each rule draws its own line, and the pack has two: they part at exactly 20%.",
        ),
        table(
            "Persistent absence, by rule",
            ["Rule", "Counts from", "Does the pupil count?"],
            rows,
            cards=True,
            titled=True,
        ),
        el("p", "A term is not a year. Read it as where the pupil stands so far."),
    )


def _yes(met: bool) -> str:
    return "Yes" if met else "No"


def _must_tell(real: Sessions, copy: Sessions | None) -> Html:
    one, two = must_tell(real), must_tell(copy) if copy else None
    tests = [test for test in (one, two) if test is not None]
    limbs = (
        (
            "10 school days or more of unauthorised absence without a break",
            [(_yes(test.ten_days), say_days(len(test.run) if test.run else 0)) for test in tests],
        ),
        (
            "Irregular attendance",
            [(_yes(test.irregular), f"{test.weeks} week{'' if test.weeks == 1 else 's'}") for test in tests],
        ),
    )
    cells = [[words, *(beside(said[0][at], said[1][at] if two else None) for at in (0, 1))] for words, said in limbs]
    return join(
        el("p", one.words, " Either one is enough."),
        el("p", f"In your copy: {two.words[:1].lower()}{two.words[1:]}") if two else None,
        table(
            "Regulation 12 of the 2010 Regulations, Wales",
            ["Limb", "Met?", "What shows it"],
            cells,
            cards=True,
            titled=True,
        ),
        el(
            "p",
            "Ours: the Regulations give no number for irregular attendance. Here it is met when there is unauthorised "
            "absence in 2 weeks or more. A school judges it, with the reasons in hand.",
            class_="ours",
        ),
    )
