"""Rows of FEATURES held to our own content: what an inductee does there, from the first answer to what is shown."""

from typing import Any

import pytest

from induction.progress import gaps
from macros.book import ROOT
from schemas.compile import bundle
from schemas.handbook import load_lenient
from tests.induction.helpers import Node, check_html
from tests.induction.page import Page

WALES = "ews"


@pytest.fixture(scope="module")
def content() -> Any:
    handbook, _ = load_lenient(ROOT)
    assert handbook
    return bundle(handbook)


@pytest.fixture
def page(content: Any) -> Page:
    return Page(content).start(programme=WALES)


def view(page: Page, subject: str) -> Node:
    return check_html(page.html[f"w-{subject}"])


def test_kimberley_is_in_the_year_that_was_chosen(page: Page) -> None:
    before = view(page, "ews.2.7").text
    assert "Kimberley is in Year 5 to 8." in before and "{year}" not in before
    page.answer("ews.2.7", "case.kimberley.year", "year-6")
    after = view(page, "ews.2.7")
    assert "Kimberley is in Year 6." in after.text and "Year 5 to 8" not in after.text and "{year}" not in after.text
    labels = [one.text for one in after.all("label") if "Year 6" in one.text]
    assert len(labels) > 2, "the choice, and questions"
    for fact in ("45%", "about 30 sessions", "to sign a parenting contract"):
        assert fact in after.text
    assert any("If so, why?" in one.text for one in after.all("label"))


def test_four_of_five_and_one_that_was_asked(page: Page) -> None:
    activity = page.app.session.activity("ews.2.12")
    assert activity
    (part,) = activity.parts
    for question in part.questions[:4]:  # type: ignore[attr-defined]
        page.answer("ews.2.12", f"procedures.{question.id}", "Found out")
    page.answer("ews.2.12", "procedures.hazardous-contacts.open", "yes")
    assert len(gaps(activity, page.state.of("ews.2.12"))) == 1
    said = [one.text for one in check_html(page.html["w-tasks"]).all("li")]
    assert any(one.startswith("Waiting for a reply: Which other departments hold information") for one in said)


def test_the_21_services_come_from_the_reference_and_one_is_added(page: Page) -> None:
    sheets = view(page, "ews.2.8").with_class("sheet")
    assert len(sheets) == 21
    page.do("row.add", "ews.2.8", list="services")
    (row,) = page.state.of("ews.2.8").rows("services")
    page.answer("ews.2.8", f"services.{row}.name", "Young carers, Dyffryn Gwyn")
    page.answer("ews.2.8", f"services.{row}.what", "Groups")
    directory = check_html(page.html["w-patch"]).text
    assert "Young carers, Dyffryn Gwyn" in directory and "How to refer is missing" in directory
    assert "21 not begun yet." in directory


def test_what_was_found_out_becomes_lines_of_service_yml(page: Page) -> None:
    page.answer("ews.2.12", "procedures.lone-working", "Version 4, with the office")
    page.answer("ews.2.1", "schools.1.name", "Ysgol Nant Lelog")
    page.answer("ews.2.1", "schools.1.register-closes", "9.20 and 1.20")
    page.do("patch.suggest")
    text = page.files[-1]["text"]
    assert '\n  lone-working-procedure: "Version 4, with the office"\n' in text
    assert "\nschools:\n" in text and "    # Register closes: 9.20 and 1.20\n" in text
    assert "Now: Lone working and home visits, version 3" in text


def test_what_quizzes_and_open_questions_left_is_offered_beside_the_development_plan(page: Page) -> None:
    assert "From your induction so far" not in view(page, "ews.6.2").text
    page.answer("ews.3.1", "quiz.parent.try.1", "birth-only")
    page.do("row.add", "ews.3.1", list="quiz.parent.try.1.checked")
    page.answer("ews.2.12", "procedures.schools.open", "yes")
    panel = view(page, "ews.6.2").by_id("looking-back").parent
    assert panel
    lines = [one.text for one in panel.all("li")]
    assert lines[0].startswith(
        "Activity 2.12: asked, and still waiting for a reply: Find out: What may schools tell you"
    )
    assert "question" in lines[1] and "not right the first time: Be sure of this: A child lives" in lines[1]
    address, _, anchor = panel.all("a")[1].get("href").partition("#")
    assert address.endswith("activity-3-1/") and view(page, "ews.3.1").by_id(anchor)
    page.do("row.add", "ews.3.1", list="quiz.parent.try")
    (again,) = page.state.of("ews.3.1").rows("quiz.parent.try")
    page.answer("ews.3.1", f"quiz.parent.try.{again}", "care")
    page.do("row.add", "ews.3.1", list=f"quiz.parent.try.{again}.checked")
    assert "not right the first time" in view(page, "ews.6.2").text, "the first attempt stays"
