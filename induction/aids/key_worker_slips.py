"""The five filter steps, practised on invented slips; what is left is compared with the span before. All of it is ours."""

import datetime
from collections import Counter

from induction.aids.base import Aid, Values, asked_in, listed
from induction.aids.slips import GREEN, HIGH, KINDS, LOW, SLIPS, Filter, Slip, compare, tally
from induction.dates import near_date, parse_date, say_date
from induction.programme import Bundle
from induction.views.controls import Controls
from induction.views.html import Html, el, join
from induction.views.tables import table

MEETING = datetime.date(2026, 10, 9)
WANTED = Filter(frozenset({LOW, HIGH}), "A", datetime.date(2026, 9, 26), MEETING)
"""What the practice asks for: Pupil A's low-level and high-level slips of the fortnight up to the session."""
_PUPILS = (("A", "Pupil A"), ("B", "Pupil B"))
_SHOWN = (("behaviour", "Low level, and high level or incident"), ("low", "Low level only"), ("green", "Green"))
_CHOICE = {"behaviour": {LOW, HIGH}, "low": {LOW}, "green": {GREEN}}


def _questions(bundle: Bundle, controls: Controls) -> Html:
    return join(
        table("12 invented slips", ("No.", "Pupil", "Kind", "Date", "What for", "Where"), _rows(SLIPS)),
        asked_in(
            "1. Which kinds of slip do you tick?",
            controls.tick(LOW, "Low level"),
            controls.tick(HIGH, "High level, or incident"),
        ),
        el("p", el("strong", "2. Choose Filter. "), "Here that is the button at the end.", class_="field"),
        controls.select("pupil", "3. Which pupil?", _PUPILS, empty="Everyone"),
        controls.select("slip", "4. Which slips?", _SHOWN, empty="All of them"),
        controls.text("first", "5. Date range: from", kind="date", hint="The session is on Friday 9 October 2026."),
        controls.text("last", "Date range: to", kind="date"),
    )


def _rows(slips: tuple[Slip, ...]) -> list[tuple[str, ...]]:
    return [(str(one.number), one.pupil, KINDS[one.kind], one.day, one.what, one.where) for one in slips]


def _problems(values: Values) -> dict[str, str]:
    problems = {
        name: f"Enter the {which} day of the range, such as 26 September 2026"
        for name, which in (("first", "first"), ("last", "last"))
        if near_date(values[name]) is None
    }
    if not problems and values["first"] > values["last"]:
        problems["last"] = "The last day of the range is before the first"
    if values["pupil"] not in ("", "A", "B") or values["slip"] not in ("", *_CHOICE):
        problems["pupil"] = "Select a pupil and the slips from the lists"
    return problems


def _asked(values: Values) -> Filter:
    ticked = {kind for kind in (LOW, HIGH) if values[kind] == "yes"}
    chosen = _CHOICE.get(values["slip"], set(KINDS))
    # Green is no kind to tick in step 1; the fourth step asks for it.
    kinds = frozenset(chosen & (ticked | {GREEN}))
    first, last = parse_date(values["first"]), parse_date(values["last"])
    assert first and last  # `_problems` has seen to it
    return Filter(kinds, values["pupil"], first, last)


def _answer(bundle: Bundle, values: Values) -> tuple[str, Html]:
    asked = _asked(values)
    found = asked.of(SLIPS)
    advice = _advice(asked)
    count = "1 slip is left" if len(found) == 1 else f"{len(found)} slips are left"
    said = ". Not yet what this session needs" if advice else f": {compare(found, asked.before.of(SLIPS))}"
    return count + said, join(
        listed(advice),
        table("What the filter leaves", ("No.", "Pupil", "Kind", "Date", "What for", "Where"), _rows(found))
        if found
        else el("p", "No slip is left."),
        _compared(asked) if not advice else None,
    )


def _advice(asked: Filter) -> list[str]:
    advice = []
    if not asked.kinds >= WANTED.kinds:
        advice.append("Steps 1 and 4: take both kinds, low level and high level. You would miss a high-level one.")
    if asked.kinds - WANTED.kinds:
        advice.append("Step 4: green slips are in it. Filter for them separately, and begin the session with them.")
    if asked.pupil != WANTED.pupil:
        advice.append("Step 3: the session is with Pupil A. Another pupil's slips are none of this session's business.")
    if (asked.first, asked.last) != (WANTED.first, WANTED.last):
        advice.append("Step 5: the last fortnight, 26 September to 9 October 2026. Last time was Friday 25 September.")
    return advice


def _compared(asked: Filter, of: str = "") -> Html:
    spans = (asked.before, asked)
    return join(
        table(
            "Pupil A, fortnight by fortnight",
            ("Fortnight", "Slips", "Which", "What for", "Where"),
            [_span(one) for one in spans],
            of=of,
            cards=True,
        ),
        el(
            "p",
            f"For your comment: {len(asked.of(SLIPS))} now, {len(asked.before.of(SLIPS))} the fortnight before. "
            f"{compare(asked.of(SLIPS), asked.before.of(SLIPS))}.",
        ),
    )


def _span(asked: Filter) -> tuple[str, ...]:
    found = asked.of(SLIPS)
    return (
        f"{say_date(asked.first.isoformat())} to {say_date(asked.last.isoformat())}",
        str(len(found)),
        ", ".join(str(one.number) for one in found) or "none",
        tally(Counter(one.what for one in found)),
        tally(Counter(one.where for one in found)),
    )


def _outcomes(bundle: Bundle, root: str) -> Html:
    return el(
        "details",
        el("summary", "See what the five steps should leave"),
        el("p", "Low level and high level, Pupil A, 26 September to 9 October 2026:"),
        _compared(WANTED, "what should be left"),
        el("p", "Slips 3 and 9 are another pupil's. Slips 7 and 11 are green: filter for them separately."),
        id="aid-key-worker-slips-answer-key",
    )


AID = Aid(
    id="key-worker-slips",
    title="Filter invented slips in five steps",
    button="Filter",
    names=(LOW, HIGH, "pupil", "slip", "first", "last"),
    questions=_questions,
    answer=_answer,
    problems=_problems,
    outcomes=_outcomes,
)
