"""The development plan: objectives, what is suggested, review dates, and lines of the log that go there (FEATURES 46, 12)."""

from induction.development import plan_of
from induction.progress import gaps
from induction.suggestions import SOURCES, Suggested, suggestions
from tests.induction.full_record import PLAN, PRIVATE, a_page, write_log, wrong_in_the_quiz
from tests.induction.helpers import Node, check_html
from tests.induction.page import Page, id_of


def view(page: Page, name: str = "development") -> Node:
    return check_html(page.html[f"w-{name}"])


def objective(page: Page, row: str, **says: str) -> None:
    for aspect, text in says.items():
        page.answer(PLAN, f"goals.{row}.{aspect}", text)


def test_its_parts_are_numbered_and_the_objectives_have_four_columns() -> None:
    page = a_page()
    objective(page, "1", name="Speak in court", action="Watch a hearing", resources="The solicitor", when="2027-02-01")
    tree = view(page)
    labels = [one.text for one in tree.with_class("plan__part") for one in one.all("h2")]
    assert labels == ["1. Name", "2. My strengths", "3. My objectives"]
    assert [one.text for one in tree.all("th") if one.get("scope") == "col"] == [
        "Objective",
        "Action",
        "Resources",
        "When",
    ]
    row = tree.all("tbody")[0].all("th", "td")
    assert [one.text for one in row] == ["Speak in court", "Watch a hearing", "The solicitor", "1 February 2027"]


def test_an_objective_without_a_date_is_flagged_until_it_has_one() -> None:
    page = a_page()
    objective(page, "1", name="Speak in court")
    assert "This objective has no date yet" in view(page, PLAN).text and "No date yet" in view(page).text
    assert "goals.1.when" in [gap.field for gap in gaps(page.app.session.activity(PLAN), page.state.of(PLAN))]
    objective(page, "1", when="2027-02-01")
    assert "no date yet" not in view(page, PLAN).text and "No date yet" not in view(page).text


def test_words_typed_for_a_date_before_there_was_a_calendar_stay_and_can_be_changed() -> None:
    page = a_page()
    objective(page, "1", name="x", when="in 3 months")
    box = view(page, PLAN).by_id("f-goals--1--when")
    assert box.get("type") == "text" and box.get("value") == "in 3 months"
    objective(page, "1", when="2027-02-01")
    assert view(page, PLAN).by_id("f-goals--1--when").get("type") == "date"


def test_reviews_are_3_and_12_months_after_the_plan_and_come_as_a_calendar_file() -> None:
    page = a_page()
    assert "Give the plan a date" in view(page).text
    page.do("development.calendar")
    assert not page.files
    for typed in ("2026-11-27", "27 November 2026", "Friday 27 Nov 2026", "27/11/2026"):
        page.answer(PLAN, "goals.plan.dated", typed)
        said = view(page).text
        assert "Saturday 27 February 2027" in said and "Saturday 27 November 2027" in said, typed
    page.do("development.calendar")
    text = page.files[-1]["text"]
    starts = [line for line in text.split("\r\n") if line.startswith("DTSTART")]
    assert starts == ["DTSTART;VALUE=DATE:20270227", "DTSTART;VALUE=DATE:20271127"]
    assert "Sam" not in text, "nobody's name is in it"


def test_nothing_is_suggested_at_first_and_what_was_wrong_or_is_open_later() -> None:
    page = a_page()
    assert suggestions(page.app.session.programme, page.state) == []
    page.answer(id_of("prompts"), "role.time.open", "yes")
    wrong_in_the_quiz(page)
    words = [one.words for one in suggestions(page.app.session.programme, page.state)]
    assert words == [
        "Find out: How is time shared between schools?",
        "Be sure of this: How many days has a parent to answer the notice?",
    ]
    for name in ("development", PLAN):
        assert all(one in view(page, name).text for one in words)


def test_a_suggestion_becomes_an_objective_only_when_it_is_taken_up() -> None:
    page = a_page()
    wrong_in_the_quiz(page)
    assert not page.state.of(PLAN).begun
    (one,) = suggestions(page.app.session.programme, page.state)
    page.do("objective.use", PLAN, name=one.words, **{"from": one.origin})
    first, *rest = plan_of(page.app.session.programme).part.rows(page.state.of(PLAN))
    assert first.says["name"] == one.words and not rest, "a blank objective is filled before one is added"
    assert suggestions(page.app.session.programme, page.state) == []
    page.answer(PLAN, "goals.1.name", "In my own words")
    assert suggestions(page.app.session.programme, page.state) == [], "reworded, it is not offered again"
    page.do("objective.use", PLAN, name="Another", action="Do it", resources="Time")
    added = plan_of(page.app.session.programme).part.rows(page.state.of(PLAN))[-1]
    assert added.added and added.says["action"] == "Do it"


def test_another_place_can_suggest_something(monkeypatch) -> None:
    page = a_page()
    weak = Suggested("Grow surer in court", "Self-check, scored 1", "roles/officer/", "")
    monkeypatch.setattr("induction.suggestions.SOURCES", (*SOURCES, lambda programme, state: [weak]))
    page.mount()
    assert "Self-check, scored 1: Grow surer in court" in view(page).text


def test_only_shared_lines_of_the_log_are_suggested() -> None:
    page = a_page()
    entry = write_log(page, now_what=PRIVATE)
    assert suggestions(page.app.session.programme, page.state) == [] and PRIVATE not in page.html["w-development"]
    page.do("log.share", entry=entry, part="now-what", shared="yes")
    assert [one.words for one in suggestions(page.app.session.programme, page.state)] == [PRIVATE]


def test_a_line_sent_from_the_log_is_an_objective_to_work_on() -> None:
    page = a_page()
    entry = write_log(page, so_what="I talk\ntoo soon")
    page.do("log.plan", entry=entry, part="so-what")
    (one,) = [row for row in plan_of(page.app.session.programme).part.rows(page.state.of(PLAN)) if row.begun]
    assert one.says["name"] == "I talk too soon" and one.says["from"].startswith("My log, 22 November 2026: ")
    assert "In your development plan." in page.html["w-log"]
    assert not page.do("log.plan", entry=entry, part="what")["events"], "nothing stands there"
    assert not page.do("log.plan", entry="none", part="what")["events"]


def test_a_form_of_their_own_takes_the_place_of_everything_else() -> None:
    page = a_page()
    activity = page.app.session.activity(PLAN)
    assert len(gaps(activity, page.state.of(PLAN))) > 3
    page.answer(PLAN, "goals.own-form", "yes")
    assert [gap.field for gap in gaps(activity, page.state.of(PLAN))] == ["goals.own-form.kept"]
    assert "Kept: not said yet" in view(page).text
    page.answer(PLAN, "goals.own-form.kept", "My personnel file")
    assert gaps(activity, page.state.of(PLAN)) == [] and "Kept: My personnel file" in view(page).text


def test_it_is_shown_without_a_record_with_room_for_a_pen() -> None:
    page = Page(a_page().bundle)
    assert view(page).with_class("paper__rule") and not view(page).all("button")
