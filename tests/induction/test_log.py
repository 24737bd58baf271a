"""The reflective log: lines that go into activities, finding an entry, and what stays private (FEATURES row 12)."""

from tests.induction.full_record import PRIVATE, a_page, write_log
from tests.induction.helpers import Node, check_html
from tests.induction.page import Page, id_of

ROLE = id_of("prompts")


def view(page: Page) -> Node:
    return check_html(page.html["w-log"])


def entries(page: Page) -> list[str]:
    return [one.get("id") for one in view(page).with_class("log-entry")]


def test_unshared_words_are_in_no_request_and_shared_ones_are() -> None:
    page = a_page()
    page.finish("prompts")
    entry = write_log(page, what=PRIVATE, so_what="This I share", activity=ROLE)
    page.do("request.save")
    assert PRIVATE not in page.files[-1]["text"] and "This I share" not in page.files[-1]["text"]
    page.do("log.share", entry=entry, part="so-what", shared="yes")
    page.do("request.save")
    assert PRIVATE not in page.files[-1]["text"] and "This I share" in page.files[-1]["text"]
    page.do("log.share", entry=entry, part="what", shared="yes")
    page.do("request.save")
    assert PRIVATE in page.files[-1]["text"]


def test_a_line_is_copied_behind_an_answer_that_the_inductee_chooses() -> None:
    page = a_page()
    entry = write_log(page, what="The first visit")
    assert "Use in the activity" not in view(page).text, "it belongs to none"
    page.do("log", entry=entry, part="activity", value=ROLE)
    page.answer(ROLE, "role.functions", "Written before")
    page.do("log.use.ask", entry=entry, part="what")
    options = [one.get("value") for one in view(page).by_id("c-field").all("option")]
    assert options == ["", "role.functions", "role.time", "role.surprise"]
    outcome = page.do("log.use", field="role.functions")
    assert page.state.of(ROLE).text("role.functions") == "Written before\n\nThe first visit"
    assert outcome["effects"][0]["page"].endswith("#f-role--functions")
    page.do("log.use.ask", entry=entry, part="what")
    page.do("log.use", field="role.time")
    assert page.state.of(ROLE).text("role.time") == "The first visit"
    assert page.state.log[entry].text("what") == "The first visit", "the log keeps it"


def test_no_question_chosen_is_said_beside_the_field_and_changes_nothing() -> None:
    page = a_page()
    entry = write_log(page, what="The first visit", activity=ROLE)
    page.do("log.use.ask", entry=entry, part="what")
    for field in ("", "role.no-such", "role.functions.told"):
        assert not page.do("log.use", field=field)["events"]
        assert "Select the question" in view(page).by_id("c-field-error").text
    page.do("cancel")
    assert "log-use-form" not in page.html["w-log"]
    assert not page.do("log.use", field="role.time")["events"], "nothing is being asked"


def test_an_activity_leads_to_its_entries_and_shows_only_shared_words() -> None:
    page = a_page()
    entry = write_log(page, what=PRIVATE, so_what="This I share", activity=ROLE)
    html = page.html[f"w-{ROLE}"]
    assert f"my/log/#log-{entry}" in html and PRIVATE not in html and "This I share" not in html
    page.do("log.share", entry=entry, part="so-what", shared="yes")
    assert "This I share" in page.html[f"w-{ROLE}"] and PRIVATE not in page.html[f"w-{ROLE}"]


def test_a_long_log_can_be_narrowed_and_nothing_goes_away_while_it_is_written() -> None:
    page = a_page()
    first = write_log(page, what="A visit to the mill", activity=ROLE)
    assert "log-find" not in page.html["w-log"], "short, it needs no finding"
    shared = write_log(page, what="A meeting")
    page.do("log.share", entry=shared, part="what", shared="yes")
    write_log(page, what="Court")
    write_log(page, what="A register")
    page.do("log.find", words="VISIT mill")
    assert entries(page) == [f"log-{first}-card"] and "1 of 4 entries is shown" in view(page).text
    page.do("log", entry=first, part="what", value="Reworded")
    assert entries(page) == [f"log-{first}-card"]
    new = write_log(page, what="Something else")
    assert entries(page) == [f"log-{new}-card", f"log-{first}-card"], "a new entry is in view"
    page.do("log.find", activity=ROLE)
    assert entries(page) == [f"log-{first}-card"]
    page.do("log.find", shared="yes")
    assert entries(page) == [f"log-{shared}-card"]
    page.do("log.find", shared="no", words="court")
    assert len(entries(page)) == 1
    page.do("log.find")
    assert len(entries(page)) == 5


def test_where_people_write_the_ask_for_a_copy_is_one_quiet_line() -> None:
    page = a_page()
    for number in range(1, 7):
        page.answer(ROLE, "role.functions", f"Version {number}")
    activity, start = check_html(page.html[f"w-{ROLE}"]), check_html(page.html["w-start"])
    assert "7 changes are only in this browser." in activity.by_id("record-bar").text
    assert not [one for one in activity.all() if one.get("id") == "save-ask"]
    assert "7 changes are only in this browser." in start.by_id("save-ask").text
    page.do("copy.save")
    assert "only in this browser" not in page.html[f"w-{ROLE}"] and "Saved on this device" in page.html[f"w-{ROLE}"]
