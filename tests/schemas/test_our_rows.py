"""Rows of FEATURES held to our own content: what an inductee does there, from the first answer to what is shown."""

from typing import Any

from induction.progress import gaps
from schemas.handbook import Handbook
from tests.induction.helpers import Node, check_html
from tests.induction.page import Page


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
    assert "Young carers, Dyffryn Gwyn" in directory and "Missing: How to refer" in directory
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


def test_the_person_specification_is_checked_criterion_by_criterion_and_feeds_the_plan(content: Any) -> None:
    """Row 59: the figures of each code, the repeat counted once, and what is not yet met offered beside the plan."""
    page = Page(content).start(programme="psw")
    check, plan = "psw.2.5", "psw.3.2"
    (part,) = page.app.session.activity(check).parts  # type: ignore[union-attr]
    assert (len(part.rows), len(part.asked)) == (32, 31)
    figures = {"P": "1 criterion: 1 essential", "T": "6 criteria: 6 essential", "R": "6 criteria: 6 essential"}
    figures |= {"D": "8 criteria: 2 essential, 6 desirable", "none": "4 criteria: 4 essential"}
    figures |= {
        "A": "19 criteria: 13 essential, 6 desirable. 1 of them is printed twice and counts once",
        "": "32 criteria: 23 essential, 9 desirable. 1 of them is printed twice and counts once",
    }
    for code, said in figures.items():
        page.do("filter.code", check, code=code)
        assert view(page, check).by_id("codes-said").text == said
        rest = [node for node in view(page, check).all("details") if node.get("id") == "f-check-rest"]
        shown = 32 - len(rest[0].with_class("item--criterion")) if rest else 32
        assert shown == int(said.split()[0])
    assert "31 of 31" not in view(page, check).text and "0 of 31 checked" in view(page, check).text
    assert "printed again" in view(page, check).by_id("f-check--policies-again--about-field").text
    assert not view(page, check).by_id("f-check--policies-again--about-field").all("input", "textarea")
    page.answer(check, "check.presenting", "not-yet")
    page.answer(check, "check.english", "shown")
    page.answer(check, "check.driving", "partly")
    (offered,) = view(page, plan).by_id("looking-back").parent.all("li")  # type: ignore[union-attr]
    assert offered.text.startswith("Activity 2.5: checked as not yet: Grow surer: E14. Presents information")
    assert offered.all("a")[0].get("href").endswith("activity-2-5/#f-check--presenting-field")
    assert view(page, check).by_id("f-check--presenting-field")
    assert [gap.text for gap in gaps(page.app.session.activity(check), page.state.of(check))][:2] == [  # type: ignore[arg-type]
        "E1. English at GCSE: an example",
        "E2. Ready to train further",
    ]


def test_the_table_of_codes_on_the_page_says_what_the_criteria_say(ours: Handbook) -> None:
    """The counts and the lists that were written by hand, and each criterion's own words, against its codes."""
    collection = ours.reference["reference.psw-person-specification"]
    rows = next(block.table.rows for block in collection.parts[0].blocks if hasattr(block, "table"))
    for code, _, count, which in rows:
        entries = [one for one in collection.entries if (code in one.codes if code != "-" else not one.codes)]
        assert which.replace(" ", "").split(",") == [one.title.partition(".")[0] for one in entries]
        assert int(count.split()[0]) == len(entries)
    for one in collection.entries:
        said = next((point for point in one.points if point.startswith("Assessed by")), "")
        assert sorted(one.codes) == sorted(letter for letter in "ATIPRD" if f"({letter})" in said)
    assert [one.id for one in collection.entries if one.repeats] == ["policies-again"]
