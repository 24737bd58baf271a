"""Supervision: the agreement, and the sheet for the next session (FEATURES row 45)."""

from induction.boxes import boxes
from tests.induction.full_record import PRIVATE, a_page, write_log
from tests.induction.helpers import Node, check_html
from tests.induction.page import TODAY, Page, id_of

GRID = id_of("grid")


def view(page: Page) -> Node:
    return check_html(page.html["w-supervision"])


def listed(page: Page) -> list[str]:
    return [one.text for one in view(page).by_id("session-sheet").parent.all("li")]


def test_a_blank_heading_and_one_that_is_ticked_open_are_not_agreed() -> None:
    page = a_page()
    page.answer(GRID, "agreement.purpose.agreed", "To think aloud")
    page.answer(GRID, "agreement.timing.absent", "yes")
    agreement = view(page).by_id("agreement").parent
    pairs = dict(zip((one.text for one in agreement.all("dt")), (one.text for one in agreement.all("dd")), strict=True))
    assert pairs == {
        "Purpose": "To think aloud",
        "Timing": "Not agreed",
        "Cancellation": "Not agreed",
    }
    assert "1 of 3 headings are agreed" in agreement.text


def test_three_that_wait_and_two_open_questions_are_five_lines() -> None:
    page = a_page()
    for kind in ("prompts", "ideas", "topics"):
        page.finish(kind)
    for name in ("time", "functions"):
        page.answer(id_of("prompts"), f"role.{name}.open", "yes")
    said = listed(page)
    assert len(said) == 5
    assert sum("waiting for sign-off" in one for one in said) == 3
    page.do("session.new")
    assert len(listed(page)) == 5


def test_it_says_what_came_since_the_last_session_and_no_more() -> None:
    page = a_page()
    page.do("session.new")
    (first,) = page.state.of("supervision").rows("sessions")
    page.answer("supervision", f"sessions.{first}.date", "2026-11-10")
    page.finish("reading", on="2026-11-09")
    page.finish("ideas", on="2026-11-15")
    page.sign(page.key("ideas"), decision="needs-work", note="More")
    page.do("sign.confirm")
    page.do("session.new")
    text = view(page).by_id("session-sheet").parent.text
    assert "Done since 10 November 2026, nothing to sign" in text
    assert listed(page) == ["1.2 Activity of ideas: needs work"], "the reading was done before that"
    page.answer("supervision", f"sessions.{first}.date", "2026-11-08")
    assert listed(page) == ["1.5 Activity of reading", "1.2 Activity of ideas: needs work"]


def test_what_is_shared_of_the_log_is_on_it_and_what_is_private_is_not() -> None:
    page = a_page()
    entry = write_log(page, what=PRIVATE, now_what="Listen first")
    page.do("log.share", entry=entry, part="now-what", shared="yes")
    assert listed(page) == ["22 November 2026: Listen first"] and PRIVATE not in page.html["w-supervision"]


def test_sessions_are_kept_merged_and_erased_like_any_answer_and_asked_about_by_no_request() -> None:
    page = a_page()
    page.do("session.new")
    (row,) = page.state.of("supervision").rows("sessions")
    assert page.state.of("supervision").text(f"sessions.{row}.date") == TODAY
    page.answer("supervision", f"sessions.{row}.decide", "Only between us")
    page.finish("ideas")
    page.do("request.save")
    assert "Only between us" not in page.files[-1]["text"]
    page.do("copy.save")
    copy = Page(page.bundle, seed=7)
    copy.preview(page.files[-1]["text"])
    copy.do("file.merge")
    assert "Only between us" in copy.html["w-supervision"] and "Only between us" in copy.html["w-record"]
    copy.do("erase.ask", "supervision", field=f"sessions.{row}.decide")
    copy.do("erase.confirm")
    assert "Only between us" not in copy.sight() and "Only between us" not in copy.kept()


def test_an_older_session_is_folded_and_can_be_taken_out() -> None:
    page = a_page()
    page.do("session.new")
    (first,) = page.state.of("supervision").rows("sessions")
    page.answer("supervision", f"sessions.{first}.date", "2026-11-10")
    page.do("session.new")
    assert view(page).all("details")[-1].all("summary")[0].text == "Session of 10 November 2026"
    page.do("row.remove", "supervision", list="sessions", row=first)
    assert len(page.state.of("supervision").rows("sessions")) == 1


def test_without_a_record_it_is_a_sheet_to_print() -> None:
    page = Page(a_page().bundle)
    assert view(page).with_class("paper__rule") and not view(page).all("button")


def test_the_boxes_of_an_activity_are_those_of_its_page() -> None:
    page = a_page()
    found = boxes(page.app.session.activity(id_of("prompts")), page.state.of(id_of("prompts")))
    assert [name for name, _ in found] == ["role.functions", "role.time", "role.surprise"]
    assert all(words for _, words in found)
