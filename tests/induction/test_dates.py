"""The widget that works out dates: shown without a record, kept nowhere, saved without a name."""

from dataclasses import replace
from typing import Any

import pytest

from induction.app import static_widget
from induction.programme import Bundle
from induction.steps import Condition, Load, Period, Rhythm, Start, Step
from tests.induction.helpers import headings
from tests.induction.page import Page, check_view, make_bundle

BOTH = ("calendar", "school-weeks-later")


def step(name: str, start: str = "begin", **more: Any) -> Step:
    given: dict[str, Any] = {"rule": f"The rule of {name}.", "sureness": "to-be-checked"}
    return Step(name, f"Step {name}", start=start, **{**given, **more})


WORK = Rhythm(
    "work",
    "When does it end?",
    (Start("begin", "Date of the first session", "2026-11-23"),),
    (
        step("end", after="6 weeks", to="8 weeks", count_by=("calendar", "nth-school-week")),
        step("check-in", every="2 weeks", times=3, count_by=BOTH),
    ),
    condition=Condition("The exit is agreed", "Agreed.", "Exit not agreed."),
)
TRAINING = Rhythm(
    "training",
    "When is it due?",
    (
        Start("formal", "Date of the last course", "2025-03-14"),
        Start("update", "Date of the last update", "2025-09-01"),
    ),
    (step("formal", "formal", after="2 years", due=True), step("update", "update", after="1 year", due=True)),
    seen="2026-11-22",
)
SESSIONS = Rhythm(
    "sessions",
    "How many?",
    (Start("begin", "Date of the first session", "2026-11-02"),),
    (step("session", every="2 weeks", times=3, counts_start=True, count_by=BOTH),),
    load=Load("How many pupils?", 3, 20, "half-term", 5),
)
CLOSURES = (Period("2026-12-21", "2027-01-01", "Christmas"),)
TERMS = (Period("2026-11-02", "2026-12-18", "second half"),)


def bundle(*, closures: tuple[Period, ...] = CLOSURES, terms: tuple[Period, ...] = TERMS) -> Bundle:
    made = make_bundle()
    service = replace(made.service, closures=closures, terms=terms)
    return replace(made, service=service, rhythms=(WORK, TRAINING, SESSIONS))


def open_page(made: Bundle | None = None) -> Page:
    page = Page(made or bundle())
    mount(page)
    return page


def mount(page: Page) -> None:
    names = ("work", "training", "sessions")
    widgets = [{"id": f"w-{name}", "kind": "dates", "subject": name, "root": "../"} for name in names]
    page.html = {}
    page.show(page.call("mount", widgets=widgets))


def show(page: Page, name: str, **args: str) -> str:
    page.do("dates.show", name, **args)
    return page.html[f"w-{name}"]


def words(html: str) -> str:
    return " ".join(node.text for node in check_view(html).all("td", "th", "p", "caption"))


def test_a_rhythm_is_worked_out_without_a_record() -> None:
    page = open_page()
    html = show(page, "work", begin="2026-11-23", agreed="yes")
    said = words(html)
    for day in (
        "Monday 4 January 2027 to Monday 18 January 2027",
        "Monday 11 January 2027 to Monday 25 January 2027",
        "Monday 7 December 2026",
        "Monday 21 December 2026 (school is closed: Christmas)",
        "The week of the start is school week 1.",
        "The rule of end.",
        "How sure: to be checked.",
        "Closed in this time: Christmas, 21 December 2026 to 1 January 2027.",
    ):
        assert day in said
    assert "Ready to start Agreed." in said
    assert page.effects == [{"kind": "focus", "target": "dates-work-result"}]
    assert check_view(html).by_id("dates-work-result").tag == "h3"


def test_nothing_is_stored_and_another_page_shows_nothing_of_it() -> None:
    page = open_page()
    made = page.handle("dates.show", "work", begin="2026-11-23")
    assert (made["events"], made["drafts"], made["record"]) == ([], [], None)
    assert "Your dates" in show(page, "work", begin="2026-11-23")
    assert page.store == {} and page.drafts == {}
    mount(page)
    assert "2026-11-23" not in page.html["w-work"]
    assert "Your dates" not in page.html["w-work"]


def test_exit_not_agreed_cannot_be_shown_as_ready_to_start() -> None:
    page = open_page()
    html = show(page, "work", begin="2026-11-23")
    assert "Not ready to start" in html and "Exit not agreed." in html
    assert "dates.save" not in html
    assert page.do("dates.save", "work", by="calendar")["effects"] == []


def test_due_dates_are_seen_from_today() -> None:
    page = open_page()
    said = words(show(page, "training", formal="2025-03-14", update="2025-09-01"))
    assert "Due by 14 March 2027" in said
    assert "Overdue since 1 September 2026" in said
    assert "By school weeks" not in said
    page.today = "2026-09-01"
    assert "Due today, 1 September 2026" in words(show(page, "training", update="2025-09-01"))


def test_one_of_two_starts_is_enough_and_february_has_28_days() -> None:
    page = open_page()
    said = words(show(page, "training", formal="2024-02-29", update=""))
    assert "Overdue since 28 February 2026" in said
    assert "Step update" not in said


@pytest.mark.parametrize(
    ("pupils", "wanted"), [("5", "15 sessions a half-term, 5 hours"), ("4", "12 sessions a half-term, 4 hours")]
)
def test_sessions_of_a_half_term(pupils: str, wanted: str) -> None:
    page = open_page()
    said = words(show(page, "sessions", begin="2026-11-02", pupils=pupils))
    assert wanted in said
    assert "after the half-term" not in said
    late = words(show(page, "sessions", begin="2026-11-30", pupils=pupils))
    assert "Monday 11 January 2027 (after the half-term has ended)" in late


@pytest.mark.parametrize(
    ("name", "args", "sentence"),
    [
        ("work", {}, "Enter the date of the first session"),
        ("work", {"begin": "2026-02-30"}, "Enter a real date, such as 23 November 2026"),
        ("work", {"begin": "tomorrow"}, "Enter a real date, such as 23 November 2026"),
        ("work", {"begin": "9999-12-31"}, "The year must be between 2000 and 2100"),
        ("work", {"begin": "0026-11-23"}, "The year must be between 2000 and 2100"),
        ("training", {"formal": "", "update": ""}, "Enter the date of the last course"),
        ("sessions", {"begin": "2026-11-02", "pupils": "0"}, "Enter how many pupils, a whole number from 1 to 99"),
        ("sessions", {"begin": "2026-11-02", "pupils": "²"}, "Enter how many pupils, a whole number from 1 to 99"),
        ("sessions", {"begin": "2026-11-02"}, "Enter how many pupils, a whole number from 1 to 99"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_at_the_top(name: str, args: dict[str, str], sentence: str) -> None:
    page = open_page()
    html = show(page, name, **args)
    assert html.count(sentence) == 2
    assert "Your dates" not in html
    assert page.effects == [{"kind": "focus", "target": "problems"}]
    assert page.do("dates.save", name, by="calendar")["effects"] == []
    for value in args.values():
        assert f'value="{value}"' in html or not value


def test_problems_stand_in_one_form_only_and_dates_in_several() -> None:
    page = open_page()
    show(page, "work")
    show(page, "training", formal="2025-03-14")
    assert sum('id="problems"' in html for html in page.html.values()) == 0
    show(page, "work")
    assert sum('id="problems"' in html for html in page.html.values()) == 1
    assert "Your dates" in page.html["w-training"]


def test_the_calendar_file_holds_what_is_shown_and_no_name() -> None:
    page = open_page().start(name="Sam Evans")
    mount(page)
    show(page, "work", begin="2026-11-23", agreed="yes")
    page.do("dates.save", "work", by="calendar")
    page.do("dates.save", "work", by="school-weeks-later")
    calendar, school = page.files
    assert calendar["name"] == "dates-work.ics" and calendar["type"] == "text/calendar"
    assert calendar["text"].count("BEGIN:VEVENT") == school["text"].count("BEGIN:VEVENT") == 4
    assert "DTSTART;VALUE=DATE:20270104" in calendar["text"]
    assert "DTSTART;VALUE=DATE:20270111" in school["text"]
    for name in ("Sam", "Evans", "Alex", "Morgan", "Example service"):
        assert name not in calendar["text"] + school["text"]
    assert "2026-11-23" not in page.kept() and ".ics" not in page.kept()


def test_school_weeks_say_what_they_do_not_know() -> None:
    page = open_page(bundle(closures=(), terms=()))
    assert "Nobody has put the school holidays into this handbook yet" in show(page, "work", begin="2026-11-23")
    page = open_page()
    assert "reaches from 2 November 2026 to 1 January 2027" in show(page, "work", begin="2026-11-23")
    assert "an invented example" in page.html["w-work"]


@pytest.mark.parametrize("name", ["work", "training", "sessions"])
def test_without_javascript_the_rule_and_an_example_are_there(name: str) -> None:
    html = static_widget(bundle(), "dates", name, "../")
    tree = check_view(html)
    assert headings(tree) == []
    assert all(one.has("disabled") for one in tree.all("input", "button"))
    assert "Example: " in html and "The rule of" in html
    assert "dates.save" not in html
    if name == "training":
        assert "seen on Sunday 22 November 2026" in html and "Overdue since 1 September 2026" in html


def test_a_rhythm_that_is_not_there() -> None:
    page = open_page()
    assert "Reload the page" in static_widget(bundle(), "dates", "gone", "../")
    assert page.do("dates.show", "gone", begin="2026-11-23")["view"] == {}
    assert page.do("dates.save", "gone")["effects"] == []


def test_what_is_typed_is_escaped() -> None:
    page = open_page()
    assert "<script" not in show(page, "work", begin='"><script>')
