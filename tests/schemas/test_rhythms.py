"""Rhythms in content: what an author can get wrong, and that our own give the dates that FEATURES asks for."""

from datetime import date
from pathlib import Path

import pytest

from induction.rhythm import When, stands, work_out
from schemas.compile import bundle, bundle_json
from schemas.handbook import Handbook, load, load_lenient

from .conftest import TINY

FILE = "rhythms.yml"
OURS = load_lenient(Path(__file__).parents[2])[0]
assert OURS
BUNDLE = bundle(OURS)


def rows(name: str, **starts: str) -> dict[tuple[str, int], tuple[When | None, When | None]]:
    """What our own rhythm comes to: by the calendar and by school weeks, for each step and number."""
    rhythm = BUNDLE.rhythm(name)
    assert rhythm
    given = {key.replace("_", "-"): date.fromisoformat(day) for key, day in starts.items()}
    made = work_out(rhythm, given, BUNDLE.service.closures)
    return {(row.step.id, row.number): (row.calendar, row.school) for row in made}


def day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text))


def window(first: str, last: str) -> When:
    return When(date.fromisoformat(first), date.fromisoformat(last))


def test_row_51_an_intervention() -> None:
    found = rows("intervention", first_session="2026-11-23")
    assert found["close-or-extend", 0] == (window("2027-01-04", "2027-01-18"), window("2027-01-11", "2027-01-25"))
    assert [found["check-in", number][0] for number in (1, 2, 3)] == [
        day("2026-12-07"),
        day("2026-12-21"),
        day("2027-01-04"),
    ]
    assert found["caseload-meeting", 0][0] == window("2026-12-21", "2027-01-04")
    rhythm = BUNDLE.rhythm("intervention")
    assert rhythm and rhythm.condition
    assert "Exit not agreed" in rhythm.condition.unmet
    assert "cannot be shown as ready to start" in rhythm.condition.unmet


def test_rows_42_46_52_58_and_the_fifteen_days() -> None:
    notice = rows("penalty-notice", notice="2026-11-23")
    assert notice["first-window", 0][0] == day("2026-12-21")
    assert notice["second-window", 0][0] == day("2027-01-04")
    assert rows("support-group", meeting="2026-11-26")["agenda-call", 0][0] == day("2026-11-12")
    plan = rows("development-plan", plan="2026-11-27")
    assert [plan["review-3", 0][0], plan["review-12", 0][0]] == [day("2027-02-27"), day("2027-11-27")]
    training = rows("safeguarding-training", formal="2025-03-14", update="2025-09-01")
    assert [training["formal", 0][0], training["update", 0][0]] == [day("2027-03-14"), day("2026-09-01")]
    assert rows("safeguarding-training", formal="2024-02-29")["formal", 0][0] == day("2026-02-28")
    assert rows("attendance-order", first_notice="2026-11-23")["answer", 0][0] == day("2026-12-07")


def test_training_is_seen_from_today() -> None:
    rhythm = BUNDLE.rhythm("safeguarding-training")
    assert rhythm
    made = work_out(rhythm, {"formal": date(2025, 3, 14), "update": date(2025, 9, 1)})
    assert [stands(row, date(2026, 11, 22)) for row in made] == ["ahead", "overdue"]


def test_the_counting_rule_of_a_penalty_notice_is_named_and_to_be_checked() -> None:
    rhythm = BUNDLE.rhythm("penalty-notice")
    assert rhythm
    for step in rhythm.steps:
        assert step.sureness == "to-be-checked" and "day after" in step.rule


def test_row_60_three_sessions_for_each_pupil() -> None:
    rhythm = BUNDLE.rhythm("key-worker-sessions")
    assert rhythm and rhythm.load
    assert (rhythm.load.each, rhythm.load.minutes) == (3, 20)
    assert len(rows("key-worker-sessions", first_session="2026-11-02")) == 3


def test_a_rhythm_reaches_the_browser_with_its_closures(handbook: Handbook) -> None:
    made = bundle(handbook)
    assert made.rhythm("clock") and not made.rhythm("other")
    assert made.rhythms[0].steps[0].start == "begin"
    assert made.rhythms[0].seen == ""
    assert [(one.first, one.last) for one in made.service.closures] == [("2026-12-21", "2027-01-01")]
    assert made.service.terms[0].name == "Autumn"
    assert '"rhythms":[{' in bundle_json(made)


def test_a_service_need_not_say_when_its_schools_are_closed(tiny) -> None:
    text = TINY["service.yml"]
    tiny.write("service.yml", text[: text.index("closures:")])
    assert bundle(load(tiny.root)).service.closures == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("who: officer", "who: offcier", "4: there is no role or person `offcier`; did you mean `officer`?"),
        ("after: 6 weeks", "after: six weeks",
         "8: 'six weeks' is no span; write for example '6 weeks', '14 days', '3 months' or '2 years'"),
        ("after: 6 weeks, to: 8 weeks", "every: 2 weeks, before: 1 week",
         "8: a step has exactly one of after, before and every"),
        ("after: 6 weeks, to: 8 weeks", "before: 1 week, to: 8 weeks",
         "8: `to` ends a window that `after` begins; it does not go with before or every"),
        ("after: 6 weeks, to: 8 weeks", "after: 6 weeks, times: 3", "8: `times` goes with `every`"),
        ("after: 6 weeks, to: 8 weeks", "after: 6 days",
         "8: school weeks count weeks after the start: not days, months or years, and not before"),
        ("after: 6 weeks, to: 8 weeks", "every: 2 weeks",
         "8: school weeks are counted in one way a step; a series counts school-weeks-later"),
        ("start: begin", "start: end", "2: the step `end` starts from `end`, which is no start of this rhythm"),
        ("sureness: checked}", "sureness: checked}\n      - {id: end, title: E, after: 1 day, rule: R, sureness: checked}",
         "2: the step id `end` stands twice in this rhythm"),
        ("title: When?", "title: When is {person.head} due?",
         "3: {person.head}: slots are not filled in this file; write it out"),
        ("example: 2026-11-23", "example: Monday", "6: `example` should be a date such as 2026-11-22"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rhythm(spoil, old: str, new: str, problem: str) -> None:
    assert f"content/{FILE}:{problem}" in spoil(FILE, old, new)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("to: 2027-01-01", "to: 2026-12-01", "16: it ends on 2026-12-01, before it begins on 2026-12-21"),
        ("name: Christmas}", "name: Christmas}\n  - {from: 2027-01-01, to: 2027-01-03, name: More}",
         "17: it overlaps Christmas, 2026-12-21 to 2027-01-01; each day stands once in `closures`"),
        ("from: 2026-12-21, ", "", "16: `from` is missing (The first day, ISO 8601)"),
        ("from: 2026-12-21", "form: 2026-12-21", "16: `form` is not a key here; did you mean `from`?"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_school_calendar(spoil, old: str, new: str, problem: str) -> None:
    assert f"content/service.yml:{problem}" in spoil("service.yml", old, new)


def test_a_block_leads_to_a_rhythm_that_is_there(spoil) -> None:
    found = spoil("guidance/visits.yml", "      - steps: [Go, Come back]", "      - dates: clokc")
    assert found == ["content/guidance/visits.yml:13: there is no rhythm `clokc`; did you mean `clock`?"]


def test_a_link_leads_to_one_rhythm(spoil) -> None:
    assert spoil("guidance/visits.yml", "reference/law/#act", "dates/#clock") == []


def test_a_link_to_no_rhythm(spoil) -> None:
    assert spoil("guidance/visits.yml", "reference/law/#act", "dates/#other") == [
        "content/guidance/visits.yml:12: the page dates/ has no anchor #other"
    ]
