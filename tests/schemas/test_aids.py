"""Aids in content: what an author can get wrong, and that what pages say agrees with what their aids work out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from induction.aids import AIDS, key_worker_plan
from induction.aids.key_worker_slips import WANTED
from induction.aids.slips import SLIPS, compare
from schemas.blocks import AidBlock, DatesBlock, TableBlock, TextBlock
from schemas.handbook import load_lenient
from schemas.walk import walk

ROOT = Path(__file__).parents[2]
OURS = load_lenient(ROOT)[0]
assert OURS
PAGES = {
    "persistent-absence": "guidance.attendance-figures",
    "take-referral": "ews.2.c",
    "good-referral": "guidance.good-referral",
    "safeguarding-record": "guidance.safeguarding-record",
    "file-transfer": "guidance.child-protection-file",
    "key-worker-half-term": "guidance.key-worker-reviews",
    "key-worker-plan": "guidance.key-worker-session",
    "key-worker-slips": "guidance.key-worker-slips",
    "session-pattern": "guidance.wellbeing-sessions",
}
STEPS = "      - steps: [Go, Come back]"
Spoil = Callable[[str, str, str], list[str]]


def blocks(page: str, part: str) -> list[Any]:
    return [one for each in OURS.guidance[page].parts if each.id == part for one in each.blocks]


def test_an_aid_that_nobody_built_is_refused_with_its_line(spoil: Spoil) -> None:
    assert spoil("guidance/visits.yml", STEPS, "      - aid: good-referal") == [
        "content/guidance/visits.yml:13: there is no aid `good-referal`; did you mean `good-referral`?"
    ]


def test_an_aid_stands_on_a_page_once(spoil: Spoil) -> None:
    (said,) = spoil("guidance/visits.yml", STEPS, "      - aid: good-referral\n      - aid: good-referral")
    assert said.startswith(
        "content/guidance/visits.yml:14: the aid `good-referral` stands on this page already, in line 13"
    )


def test_every_aid_stands_on_its_page() -> None:
    found = {
        trail[-1].aid: file.item.id
        for file in OURS.files
        for _, trail in walk(file.item)
        if isinstance(trail[-1], AidBlock)
    }
    assert found == PAGES
    assert set(PAGES) == set(AIDS)


def test_the_page_says_of_the_slips_what_the_aid_works_out() -> None:
    answer = blocks("guidance.key-worker-slips", "practise-answer")
    (table,) = (one.table for one in answer if isinstance(one, TableBlock))
    for row, asked in zip(table.rows, (WANTED.before, WANTED), strict=True):
        found = asked.of(SLIPS)
        assert row[1] == f"{len(found)} (slips {', '.join(str(one.number) for one in found)})"
        for one in {slip.where for slip in found}:
            assert f"{one} {sum(slip.where == one for slip in found)}" in row[5]
    (text,) = (one.text for one in answer if isinstance(one, TextBlock))
    assert text.startswith("**2 fewer, and all for the same behaviour: calling out.**")
    assert compare(WANTED.of(SLIPS), WANTED.before.of(SLIPS)) == "2 fewer, all the same behaviour: calling out"


def test_the_minutes_of_the_page_are_those_of_the_aid() -> None:
    (table,) = (
        one.table for one in blocks("guidance.key-worker-session", "twenty-minutes") if isinstance(one, TableBlock)
    )
    now, expected = 0, []
    for _, _, minutes in key_worker_plan.STAGES:
        expected.append(f"{now} to {now + minutes}")
        now += minutes
    assert [row[0] for row in table.rows] == expected
    assert now == key_worker_plan.LIMIT


def test_the_training_log_has_a_layout_to_download() -> None:
    log = blocks("guidance.safeguarding-training", "staff-log")
    (one,) = (one for one in log if isinstance(one, TableBlock))
    assert one.layout == "staff-training-log"
    (said,) = (each.text for each in log if isinstance(each, TextBlock))
    assert f"`{','.join(row[0] for row in one.table.rows)}`" in said


def test_a_layout_has_no_column_that_a_spreadsheet_takes_for_a_formula(spoil: Spoil) -> None:
    rows = "rows: [[done_on, Day], ['=2+2', Sum]]"
    (said,) = spoil(
        "guidance/visits.yml", STEPS, f"      - {{table: {{caption: C, head: [A, B], {rows}}}, layout: log}}"
    )
    assert "'=2+2' is no name such as done_on" in said


def test_the_training_page_leads_to_the_dates() -> None:
    assert [
        one.dates for one in blocks("guidance.safeguarding-training", "work-out-dates") if isinstance(one, DatesBlock)
    ] == ["safeguarding-training"]
