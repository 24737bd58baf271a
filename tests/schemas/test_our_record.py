"""Rows 6, 12, 45 and 46 of FEATURES, held to our own content, and the record that a full induction leaves."""

import json
from typing import Any

from induction.codes import EvidenceKind
from induction.development import plan_of
from induction.progress import gaps
from tests.induction.helpers import Node, check_html
from tests.induction.page import Page, event


def view(page: Page, name: str) -> Node:
    return check_html(page.html[f"w-{name}"])


def size(page: Page) -> int:
    page.do("copy.save")
    return len(page.files[-1]["text"].encode())


def test_evidence_is_seven_kinds_and_only_words_about_it(page: Page) -> None:
    options = [one.get("value") for one in view(page, "ews.2.3").by_id("c-evidence-kind").all("option")]
    assert options[1:] == [kind.value for kind in EvidenceKind] and len(options) == 8
    before = size(page)
    page.do("evidence.add", "ews.2.3", kind="audio", shows="6 min", kept="council drive", date="2026-12-03")
    # The second copy also notes that the first was saved.
    assert size(page) - before < 1024
    word = page.bundle.word("evidence", "audio")
    assert f"{word}: 6 min. Kept: council drive. 3 December 2026." in view(page, "ews.2.3").text
    record = view(page, "record").by_id("record-ews-2-3").parent
    row = [one.text for one in record.all("table")[0].all("tbody")[0].all("th", "td")]
    assert row == [word, "6 min", "council drive", "3 December 2026"]
    page.foreign(event("asked", "ews.2.3", {"asked": True}, 99))
    page.do("sign.show", key=f"{page.opened}/ews.2.3")
    assert "6 min" in view(page, "sign-off").text and "council drive" in view(page, "sign-off").text


def test_an_entry_of_the_log_stays_out_of_the_request_for_1_3_until_it_is_shared(page: Page) -> None:
    page.answer("ews.1.3", "reflection.beliefs", "Both")
    page.answer("ews.1.3", "reflection.clash", "Say so")
    page.do("done", "ews.1.3", on="2026-11-21")
    page.do("log.new")
    (entry,) = page.state.log
    page.do("log", entry=entry, part="what", value="I was angry with the father")
    page.do("log", entry=entry, part="activity", value="ews.1.3")
    page.do("request.save")
    assert "angry" not in page.files[-1]["text"]
    page.do("log.share", entry=entry, part="what", shared="yes")
    page.do("request.save")
    assert "I was angry with the father" in page.files[-1]["text"]


def test_the_agreement_has_nine_headings_and_a_blank_one_is_not_agreed(page: Page) -> None:
    page.answer("ews.6.1", "agreement.purpose.agreed", "To think aloud")
    agreement = view(page, "supervision").by_id("agreement").parent
    pairs = dict(zip((one.text for one in agreement.all("dt")), (one.text for one in agreement.all("dd")), strict=True))
    assert len(pairs) == 9 and pairs["Overall purpose"] == "To think aloud" and pairs["Cancellation"] == "Not agreed"


def test_every_programme_has_an_agreement_and_a_plan(content: Any) -> None:
    for programme in content.programmes:
        page = Page(content).start(programme=programme.id)
        assert len(view(page, "supervision").by_id("agreement").parent.all("dt")) == 9
        plan = plan_of(page.app.session.programme)
        assert plan and plan.activity.looks_back and view(page, "development").by_id("plan-objectives")


TEN = (
    "1. Name",
    "2. Job title",
    "3. Date of this plan",
    "4. My strengths in my job",
    "5. My weaknesses in my job, or what I need training in",
    "6. Since my induction began I feel surer about",
    "7. What has helped me most",
    "8. Within 3 months I want to",
    "9. Within 12 months I want to",
    "10. My objectives",
)


def test_the_plan_has_ten_labelled_parts_and_three_samples_to_start_from(page: Page) -> None:
    assert tuple(one.all("h2")[0].text for one in view(page, "development").with_class("plan__part")) == TEN
    samples = view(page, "ews.6.2").with_class("samples")[0].all("button")
    assert len(samples) == 3
    page.do("objective.use", "ews.6.2", **json.loads(samples[1].get("data-args")))
    (row,) = [one for one in plan_of(page.app.session.programme).part.rows(page.state.of("ews.6.2")) if one.begun]
    assert row.says["name"] == "Handle hard situations better" and row.undated


def test_a_plan_of_27_november_is_looked_at_on_27_february_and_a_year_on(page: Page) -> None:
    page.answer("ews.6.2", "about-you.date", "27 November 2026")
    text = view(page, "development").text
    assert "27 February 2027" in text and "27 November 2027" in text
    page.do("development.calendar")
    assert "DTSTART;VALUE=DATE:20270227" in page.files[-1]["text"]
    assert "DTSTART;VALUE=DATE:20271127" in page.files[-1]["text"]


def test_answers_to_the_plan_as_it_was_before_still_stand_in_it(page: Page) -> None:
    """The fields of an objective have kept their ids, so a record begun earlier loses nothing."""
    for aspect in ("name", "action", "resources", "when", "review"):
        page.answer("ews.6.2", f"objectives.1.{aspect}", f"My {aspect}")
    said = view(page, "record").text
    assert all(f"My {aspect}" in said for aspect in ("name", "action", "resources", "when", "review"))


def test_the_councils_own_form_is_enough(page: Page) -> None:
    page.answer("ews.6.2", "objectives.own-form", "yes")
    page.answer("ews.6.2", "objectives.own-form.kept", "Personnel file, and with my manager")
    assert gaps(page.app.session.activity("ews.6.2"), page.state.of("ews.6.2")) == []
    assert "Personnel file, and with my manager" in view(page, "development").text
