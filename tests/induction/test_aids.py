"""Aids: something to try on a page, answered there and then and kept nowhere. One test a promise of FEATURES."""

from dataclasses import replace
from typing import Any

import pytest

from induction.aids import AIDS
from induction.aids.good_referral import POINTS
from induction.aids.safeguarding_record import PARTS
from induction.aids.take_referral import INFORMATION
from induction.app import static_widget
from induction.programme import Bundle
from induction.steps import Load, Rhythm, Start, Step
from tests.induction.helpers import Node
from tests.induction.page import Page, check_view, make_bundle

KEY_WORKER = Rhythm(
    "key-worker-sessions",
    "How many?",
    (Start("first-session", "Date of the first session", "2026-11-02"),),
    (Step("session", "Session", start="first-session", rule="R.", sureness="checked", every="2 weeks", times=3),),
    load=Load("How many pupils do you see?", 3, 20, "half-term", 5),
)
ATTENDED = {"rule": "wales", "known": "attended"}
ALL_TOLD = {name: "yes" for name, _, _ in INFORMATION}
GOOD_REFERRAL = {name: "yes" for name, _, _ in POINTS}
RECORD = {name: mended for name, _, _, _, mended in PARTS}
STEPS = ("school", "social-worker", "ahead", "apart", "secure", "receipt", "note")
ALL_STEPS = dict.fromkeys(STEPS, "yes")
FORTNIGHT = {
    "low": "yes",
    "high": "yes",
    "pupil": "A",
    "slip": "behaviour",
    "first": "2026-09-26",
    "last": "2026-10-09",
}
PLAN = {
    "room": "20",
    "hello": "2",
    "last": "2",
    "behaviour": "5",
    "progress": "4",
    "targets": "4",
    "next": "2",
    "back": "1",
}
PATTERN = {"suits": "six", "minutes": "30", "route": "parent"}
GOOD: dict[str, dict[str, str]] = {
    "persistent-absence": {**ATTENDED, "sessions": "96", "possible": "120"},
    "take-referral": {"harm": "no", "tried": "yes", "criteria": "yes", **ALL_TOLD},
    "good-referral": GOOD_REFERRAL,
    "safeguarding-record": RECORD,
    "file-transfer": {"age": "under", "case": "yes", **ALL_STEPS},
    "key-worker-half-term": {"pupils": "5"},
    "key-worker-plan": PLAN,
    "key-worker-slips": FORTNIGHT,
    "session-pattern": PATTERN,
}
"""An answer to every aid with nothing wrong in it."""


def bundle() -> Bundle:
    return replace(make_bundle(), rhythms=(KEY_WORKER,))


def open_page(*names: str) -> Page:
    page = Page(bundle())
    mount(page, *names)
    return page


def mount(page: Page, *names: str) -> None:
    page.html = {}
    page.show(
        page.call("mount", widgets=[{"id": f"w-{one}", "kind": "aid", "subject": one, "root": "../"} for one in names])
    )


def check(name: str, **args: Any) -> Node:
    """The aid after an answer."""
    page = open_page(name)
    page.do("aid.check", name, **args)
    return check_view(page.html[f"w-{name}"])


def answer(name: str, **args: str) -> Node:
    """The part of the aid that answers; what was entered has nothing wrong in it."""
    return check(name, **args).by_id(f"aid-{name}-answer")


def headline(name: str, **args: str) -> str:
    return answer(name, **args).by_id(f"aid-{name}-result").text


def rows(node: Node, *of: str) -> dict[str, str]:
    """The tables inside: first cell of a row to its last."""
    found = {}
    for row in node.all("tr"):
        cells = row.all("th", "td")
        found[cells[0].text] = cells[-1].text
    return found


# -- all of them


def test_this_file_answers_every_aid() -> None:
    assert set(GOOD) == set(AIDS)


@pytest.mark.parametrize("name", AIDS)
def test_nothing_is_stored_without_a_record_or_with_one(name: str) -> None:
    page = open_page(name)
    made = page.handle("aid.check", name, **GOOD[name])
    assert (made["events"], made["drafts"], made["erase"], made["record"]) == ([], [], [], None)
    page.do("aid.check", name, **GOOD[name])
    assert page.store == {} and page.drafts == {}
    assert page.effects == [{"kind": "focus", "target": f"aid-{name}-result"}]
    page.start()
    mount(page, name)
    before = page.kept()
    page.do("aid.check", name, **GOOD[name])
    assert f'id="aid-{name}-result"' in page.html[f"w-{name}"]
    assert page.kept() == before


@pytest.mark.parametrize("name", AIDS)
def test_another_page_and_a_return_find_it_empty(name: str) -> None:
    page = open_page(name)
    untouched = page.html[f"w-{name}"]
    page.do("aid.check", name, **GOOD[name])
    assert page.html[f"w-{name}"] != untouched
    mount(page, name)
    assert page.html[f"w-{name}"] == untouched


@pytest.mark.parametrize("name", AIDS)
def test_the_answer_is_a_named_section_that_can_take_the_focus(name: str) -> None:
    tree = check(name, **GOOD[name])
    heading = tree.by_id(f"aid-{name}-result")
    assert heading.tag == "h3" and heading.get("tabindex") == "-1"
    assert tree.by_id(f"aid-{name}-answer").get("aria-labelledby") == f"aid-{name}-result"


@pytest.mark.parametrize("name", AIDS)
def test_without_javascript_it_reads_as_questions(name: str) -> None:
    html = static_widget(bundle(), "aid", name, "../")
    tree = check_view(html)
    controls = tree.all("input", "select", "textarea", "button")
    assert controls and all(one.has("disabled") for one in controls)
    assert {one.get("name") for one in controls} - {""} == set(AIDS[name].names)
    assert f"aid-{name}-result" not in html
    labelled = {label.get("for") for label in tree.all("label")}
    assert all(one.get("id") in labelled for one in controls if one.tag != "button")


@pytest.mark.parametrize("name", AIDS)
def test_what_was_entered_stays_in_the_form(name: str) -> None:
    tree = check(name, **GOOD[name])
    for control in tree.all("input"):
        given = GOOD[name][control.get("name")]
        if control.get("type") in ("radio", "checkbox"):
            assert control.has("checked") == (control.get("value") == given)
        else:
            assert control.get("value") == given
    assert {one.get("name"): one.text for one in tree.all("textarea")} == {
        one: text for one, text in GOOD[name].items() if tree.all("textarea")
    }


@pytest.mark.parametrize("name", AIDS)
def test_rubbish_is_refused_or_answered_and_never_taken_for_html(name: str) -> None:
    for text in ('"><script>', "²", "9" * 40, "-1", "2026-02-30", "\x00"):
        page = open_page(name)
        page.do("aid.check", name, **dict.fromkeys(AIDS[name].names, text))
        assert "<script" not in page.html[f"w-{name}"]


@pytest.mark.parametrize("name", AIDS)
def test_what_is_missing_is_said_beside_its_field_and_at_the_top(name: str) -> None:
    page = open_page(name)
    page.do("aid.check", name)
    problems = AIDS[name].problems(dict.fromkeys(AIDS[name].names, ""))
    tree = check_view(page.html[f"w-{name}"])
    if not problems:
        assert page.effects == [{"kind": "focus", "target": f"aid-{name}-result"}]
        return
    assert page.effects == [{"kind": "focus", "target": "problems"}]
    for sentence in problems.values():
        assert page.html[f"w-{name}"].count(sentence) == 2
    assert len(tree.by_id("problems").all("a")) == len(problems), "each line leads to its field"


def test_two_forms_of_a_page_have_one_list_of_problems() -> None:
    page = open_page("persistent-absence", "key-worker-half-term")
    page.do("aid.check", "persistent-absence")
    page.do("aid.check", "key-worker-half-term")
    assert sum('id="problems"' in html for html in page.html.values()) == 1
    page.do("aid.check", "key-worker-half-term", pupils="4")
    page.do("aid.check", "persistent-absence", **GOOD["persistent-absence"])
    assert all("-result" in html for html in page.html.values())


def test_an_aid_that_is_not_there() -> None:
    assert "Reload the page" in static_widget(bundle(), "aid", "gone", "../")
    assert open_page().do("aid.check", "gone")["view"] == {}


# -- row 33: which threshold


def verdicts(sessions: int, possible: int) -> dict[str, str]:
    return rows(answer("persistent-absence", **ATTENDED, sessions=str(sessions), possible=str(possible)))


def test_exactly_20_percent_divides_the_pack() -> None:
    said = verdicts(96, 120)
    assert said["The pack for Wales, section 1, 2014"] == "No"
    assert said["The pack for Wales, section 4, 2014"] == "Yes"
    assert said["Wales, since October 2023"] == "Yes"
    here = answer("persistent-absence", **ATTENDED, sessions="96", possible="120").text
    assert "20.00% missed" in here and "disagrees with itself at exactly 20%" in here
    assert "disagrees" not in answer("persistent-absence", **ATTENDED, sessions="97", possible="120").text


def test_exactly_10_percent_counts_in_wales_and_in_england() -> None:
    """VERIFIED.md corrects the row: Wales counts 10 % or more, because 38 of 380 sessions is exactly 10 %."""
    said = verdicts(108, 120)
    assert said["Wales, since October 2023"] == "Yes"
    assert said["England, as known in November 2026; not for use in Wales"] == "Yes"
    assert said["The pack for Wales, section 1, 2014"] == said["The pack for Wales, section 4, 2014"] == "No"
    assert "exactly 10%" in answer("persistent-absence", **ATTENDED, sessions="108", possible="120").text
    assert verdicts(109, 120)["Wales, since October 2023"] == "No"
    assert verdicts(342, 380)["Wales, since October 2023"] == "Yes"  # 38 missed
    assert verdicts(343, 380)["Wales, since October 2023"] == "No"


def test_sessions_missed_say_the_same_as_sessions_attended() -> None:
    missed = {"rule": "pack-1d", "known": "missed", "sessions": "24", "possible": "120"}
    assert headline("persistent-absence", **missed) == "20.00% missed: not persistently absent by this rule"
    assert (
        "The pack for Wales, section 1, 2014: more than 20%. 24 sessions missed of 120."
        in answer("persistent-absence", **missed).text
    )
    assert headline("persistent-absence", **{**missed, "rule": "pack-4b"}).endswith(
        ": persistently absent by this rule"
    )


@pytest.mark.parametrize(
    ("sessions", "possible", "sentence"),
    [
        ("121", "120", "There were 120 possible sessions, so it cannot be more than 120"),
        ("5", "0", "Enter the possible sessions, a whole number from 1 to 999"),
        ("5.5", "120", "Enter the sessions, a whole number from 0 to 999"),
        ("-5", "120", "Enter the sessions, a whole number from 0 to 999"),
        ("", "120", "Enter the sessions, a whole number from 0 to 999"),
    ],
)
def test_sessions_that_cannot_be(sessions: str, possible: str, sentence: str) -> None:
    tree = check("persistent-absence", **ATTENDED, sessions=sessions, possible=possible)
    assert sentence in tree.by_id("problems").text
    assert sum(sentence in one.text for one in tree.with_class("field__error")) == 1


def test_the_rule_of_the_service_comes_first() -> None:
    def chosen(nation: str) -> str:
        made = bundle()
        tree = check_view(
            static_widget(replace(made, service=replace(made.service, nation=nation)), "aid", "persistent-absence", "")
        )
        return next(one.get("value") for one in tree.all("option") if one.has("selected"))

    assert [chosen(one) for one in ("wales", "england", "scotland")] == ["wales", "england", "scotland"]


# -- row 37: taking a referral


def referral(**changed: str) -> dict[str, str]:
    return {**GOOD["take-referral"], **changed}


@pytest.mark.parametrize("criteria", ["yes", "no", "unknown"])
@pytest.mark.parametrize("told", [ALL_TOLD, {}])
def test_a_school_that_has_not_tried_is_never_accepted(criteria: str, told: dict[str, str]) -> None:
    given = {"harm": "no", "tried": "no", "criteria": criteria, **told}
    assert headline("take-referral", **given).startswith("Challenge")
    said = answer("take-referral", **given).text
    assert "Ask the school for:" in said and "what it has done itself so far, with dates" in said
    assert "Your reply to the school, by phone and then in writing, says:" in said


def test_only_all_together_is_accepted() -> None:
    assert headline("take-referral", **referral()) == "Accept: both tests are met"
    assert "Ask the school for:" not in answer("take-referral", **referral()).text
    for name in ALL_TOLD:
        assert headline("take-referral", **referral(**{name: ""})).startswith("Ask for more")
    asks = answer("take-referral", **referral(marks=""))
    assert "the register, up to date" in asks.text
    assert headline("take-referral", **referral(tried="part")).startswith("Ask for more")
    assert headline("take-referral", **referral(criteria="unknown")).startswith("Ask for more")
    assert headline("take-referral", **referral(criteria="no")).startswith("Challenge")


@pytest.mark.parametrize("changed", [{}, {"tried": "no"}, {"criteria": "no"}, {"marks": ""}])
def test_a_child_who_may_come_to_harm_comes_before_the_form(changed: dict[str, str]) -> None:
    said = headline("take-referral", **referral(harm="yes", **changed))
    assert said.startswith("Safeguarding first, now. Then: ")
    for harm in ("yes", "no"):
        assert (
            "Tell the designated safeguarding person at once"
            in answer("take-referral", **referral(harm=harm, **changed)).text
        )


# -- row 38: ten features


@pytest.mark.parametrize("missing", [name for name, _, _ in POINTS])
def test_nine_of_ten_names_the_missing_one(missing: str) -> None:
    title = next(title for name, title, _ in POINTS if name == missing)
    assert headline("good-referral", **{**GOOD_REFERRAL, missing: ""}) == f"Missing: {title.lower()}"


def test_ten_points_and_none() -> None:
    assert len(POINTS) == 10
    assert headline("good-referral", **GOOD_REFERRAL) == "All ten points are there"
    assert headline("good-referral") == "10 of the ten points are missing"
    assert len(answer("good-referral").all("li")) == 10


@pytest.mark.parametrize("ticked", [GOOD_REFERRAL, {}, None])
def test_consent_is_not_needed_for_risk_always_stands_there(ticked: dict[str, str] | None) -> None:
    html = (
        static_widget(bundle(), "aid", "good-referral", "")
        if ticked is None
        else answer("good-referral", **ticked).text
    )
    assert "You do not need consent, or a finished referral, to pass it on." in html


# -- row 55: an invented record


def test_a_record_without_an_outcome() -> None:
    assert headline("safeguarding-record", **{**RECORD, "outcome": "  \n "}) == "Outcome is missing"
    said = answer("safeguarding-record", **{**RECORD, "outcome": ""})
    beside = [[cell.text for cell in row.all("th", "td")] for row in said.all("tr")][1:]
    assert [row[0] for row in beside] == [
        "1. The concern",
        "2. The follow-up and resolution",
        "3. The actions and decisions",
        "4. The outcome",
    ]
    assert beside[3][1] == "Outcome is missing" and beside[3][2] == PARTS[3][4]
    assert headline("safeguarding-record", concern="Something", outcome="Fine") == (
        "Follow-up and resolution is missing. Actions and decisions are missing"
    )


def test_it_does_not_pretend_to_judge() -> None:
    one_word = dict.fromkeys(RECORD, "x")
    assert headline("safeguarding-record", **one_word) == "Nothing is missing"
    assert "sees only whether a box is empty" in answer("safeguarding-record", **one_word).text


def test_the_boxes_say_child_a_and_warn_of_what_looks_like_a_child() -> None:
    tree = check("safeguarding-record", **{**RECORD, "concern": "Born 3.4.2015, of SA1 1AA"})
    hint = tree.by_id("aid-safeguarding-record-child").text
    assert "Write Child A" in hint and "never a real child" in hint
    boxes = tree.all("textarea")
    assert len(boxes) == 4 and all("aid-safeguarding-record-child" in one.get("aria-describedby") for one in boxes)
    warnings = tree.with_class("warning-note")
    assert ["birth" in warnings[0].text, "postcode" in warnings[1].text] == [True, True]
    for one in warnings:
        assert one.get("id") in boxes[0].get("aria-describedby").split()


# -- row 57: a file leaves


def transfer(**changed: str) -> dict[str, str]:
    return {**GOOD["file-transfer"], **changed}


def test_the_social_worker_step_follows_the_open_case() -> None:
    steps = [item.text for item in answer("file-transfer", **transfer(**{"social-worker": ""})).all("li")]
    assert steps[1].startswith("Not done") and "Needed, because there is an open case." in steps[1]
    assert headline("file-transfer", **transfer(**{"social-worker": ""})) == "Not finished: tell the social worker"
    closed = transfer(case="no", **{"social-worker": ""})
    steps = [item.text for item in answer("file-transfer", **closed).all("li")]
    assert steps[1].startswith("Not needed") and "no open case, so there is no social worker to tell" in steps[1]
    assert headline("file-transfer", **closed) == "Finished"


@pytest.mark.parametrize("case", ["yes", "no", "unknown"])
@pytest.mark.parametrize("age", ["under", "over"])
def test_no_receipt_never_reads_as_finished(age: str, case: str) -> None:
    given = transfer(age=age, case=case, receipt="")
    assert headline("file-transfer", **given).startswith("Not finished: ")
    assert "get the receipt" in headline("file-transfer", **given)
    assert "Without a receipt it is not finished" in answer("file-transfer", **given).text


def test_an_unknown_case_and_a_grown_up_are_not_finished_by_ticks() -> None:
    assert (
        headline("file-transfer", **transfer(case="unknown")) == "Not finished: find out whether there is an open case"
    )
    said = answer("file-transfer", **transfer(age="over"))
    assert "Ask the safeguarding lead" in said.by_id("aid-file-transfer-result").text
    assert "speaks of pupils under 18" in said.text


def test_the_steps_stand_in_order() -> None:
    html = static_widget(bundle(), "aid", "file-transfer", "")
    places = [html.index(f'name="{name}"') for name in STEPS]
    assert places == sorted(places)
    assert headline("file-transfer", age="under", case="yes").endswith("; and 4 more")


# -- row 60: key workers


@pytest.mark.parametrize(
    ("pupils", "said"),
    [("5", "5 pupils: 15 sessions a half-term, 5 hours"), ("4", "4 pupils: 12 sessions a half-term, 4 hours")],
)
def test_sessions_and_hours_of_a_half_term(pupils: str, said: str) -> None:
    assert headline("key-worker-half-term", pupils=pupils) == said
    assert "15" in static_widget(bundle(), "aid", "key-worker-half-term", "")


def test_a_plan_of_25_minutes_is_longer_than_20() -> None:
    assert headline("key-worker-plan", **{**PLAN, "progress": "9", "room": "30"}) == (
        "It does not fit: the session is 25 minutes, longer than 20"
    )
    assert headline("key-worker-plan", **PLAN) == "It fits: 20 minutes, in a room for 20"
    assert "less than 20" in headline("key-worker-plan", **{**PLAN, "room": "15", "behaviour": ""})
    both = answer("key-worker-plan", **{**PLAN, "progress": "9", "room": "15"}).text
    assert "longer than 20" in both and "less than 20" in both
    assert rows(answer("key-worker-plan", **PLAN))["13 to 17"] == "One to three targets"


def test_two_fewer_all_the_same_behaviour_named() -> None:
    said = answer("key-worker-slips", **FORTNIGHT)
    assert said.by_id("aid-key-worker-slips-result").text == (
        "3 slips are left: 2 fewer, all the same behaviour: calling out"
    )
    found = rows(said)
    assert set(found) >= {"8", "10", "12"} and not {"9", "11"} & set(found)
    assert found["12 September 2026 to 25 September 2026"] == "Maths 3, English 1, Science 1"
    assert found["26 September 2026 to 9 October 2026"] == "Maths 2, Science 1"


@pytest.mark.parametrize(
    ("changed", "step"),
    [
        ({"high": ""}, "Steps 1 and 4"),
        ({"slip": "low"}, "Steps 1 and 4"),
        ({"slip": ""}, "Step 4"),
        ({"pupil": ""}, "Step 3"),
        ({"pupil": "B"}, "Step 3"),
        ({"first": "2026-09-12"}, "Step 5"),
    ],
)
def test_a_filter_that_is_not_right_yet_says_which_step(changed: dict[str, str], step: str) -> None:
    said = answer("key-worker-slips", **{**FORTNIGHT, **changed})
    assert "Not yet what this session needs" in said.by_id("aid-key-worker-slips-result").text
    assert [item.text.partition(":")[0] for item in said.all("li")] == [step]


def test_the_days_of_the_range_are_days() -> None:
    tree = check("key-worker-slips", **{**FORTNIGHT, "first": "2026-10-10"})
    assert "The last day of the range is before the first" in tree.by_id("problems").text
    tree = check("key-worker-slips", **{**FORTNIGHT, "first": ""})
    assert "Enter the first day of the range" in tree.by_id("problems").text


# -- row 61: a pattern of sessions


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("20", "A block of 6 weeks, 20 minutes"),
        ("45", "A block of 6 weeks, 45 minutes"),
        ("19", "A block of 6 weeks. 19 minutes is shorter than 20."),
        ("46", "A block of 6 weeks. 46 minutes is longer than 45."),
    ],
)
def test_how_long_a_wellbeing_session_is(minutes: str, said: str) -> None:
    assert headline("session-pattern", **{**PATTERN, "minutes": minutes}) == said


@pytest.mark.parametrize(
    ("suits", "said"),
    [
        ("weekly", "Every week"),
        ("spaced", "Every 2, 3 or 4 weeks"),
        ("six", "A block of 6 weeks"),
        ("ten", "A block of 10 weeks"),
        ("catch-up", "A catch-up each half-term"),
    ],
)
def test_how_often(suits: str, said: str) -> None:
    assert headline("session-pattern", **{**PATTERN, "suits": suits}) == f"{said}, 30 minutes"


def test_both_ways_in() -> None:
    parent = [one.text for one in answer("session-pattern", **PATTERN).all("ol")[0].all("li")]
    staff = [one.text for one in answer("session-pattern", **{**PATTERN, "route": "staff"}).all("ol")[0].all("li")]
    assert "class teacher first" in parent[0] and "SENCO" in staff[0]


@pytest.mark.parametrize("state", ["built", "empty", "wrong", "answered"])
def test_no_promise_of_secrecy_stands_in_every_state(state: str) -> None:
    html = {
        "built": lambda: static_widget(bundle(), "aid", "session-pattern", ""),
        "empty": lambda: open_page("session-pattern").html["w-session-pattern"],
        "wrong": lambda: check("session-pattern").text,
        "answered": lambda: answer("session-pattern", **PATTERN).text,
    }[state]()
    assert "Promise no child secrecy." in html and "designated safeguarding lead at once" in html
