"""Signed on paper: what is typed from a form is a claim, labelled as one, until somebody who may sign confirms it here."""

from typing import Any

import pytest

from induction.codes import Status
from induction.events import event_text
from induction.paper import read_paper, spaced
from induction.paper_code import words_code
from induction.progress import status
from induction.transfer import request_events
from tests.induction.helpers import read_html
from tests.induction.page import TODAY, Page, event, id_of

IDEAS = id_of("ideas")
FORM = {
    "decision": "signed-off",
    "name": "Alex Morgan",
    "role": "manager",
    "on": "2026-11-18",
    "signed": "2026-11-20",
    "kept": "office, my file",
    "code": "",
}


def stands(page: Page) -> Status:
    activity = page.app.session.activity(IDEAS)
    assert activity is not None
    return status(activity, page.state.of(IDEAS))


def code(page: Page) -> str:
    activity = page.app.session.activity(IDEAS)
    assert activity is not None
    return words_code(activity, page.state.of(IDEAS), page.bundle.words["evidence"])


@pytest.fixture
def page() -> Page:
    page = Page().start()
    page.complete("ideas")
    return page


def record(page: Page, **more: str) -> dict[str, Any]:
    return page.do("paper.record", IDEAS, **{**FORM, **more})


def seen(page: Page) -> str:
    return page.html[f"w-{IDEAS}"]


def test_what_is_typed_from_a_form_waits_and_says_who_typed_it(page: Page) -> None:
    done, asked = record(page)["events"]
    assert (done["type"], done["data"]) == ("done", {"on": "2026-11-18", "done": True})
    assert asked["type"] == "asked" and asked["by"] == {"name": "Sam Evans", "role": "inductee"}
    assert asked["data"]["paper"] == {
        "assurance": "paper",
        "decision": "signed-off",
        "signer": {"name": "Alex Morgan", "role": "manager"},
        "signed_on": "2026-11-20",
        "kept": "office, my file",
        "code": "",
    }
    assert stands(page) is Status.WAITING and page.state.of(IDEAS).decisions == ()
    assert "Signed on paper, not confirmed on the site." in seen(page)
    assert "Typed from the form by Sam Evans" in seen(page) and "office, my file" in seen(page)
    assert "Signed off: 0 of 5" in page.html["w-tasks"]
    assert "paper-form" not in seen(page)  # once is enough


def test_it_counts_when_a_manager_confirms_it_here(page: Page) -> None:
    record(page)
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert stands(page) is Status.COMPLETED
    assert "Signed on paper first." in seen(page) and "not confirmed on the site" not in seen(page)


def test_an_older_version_of_the_site_never_takes_it_for_a_decision(page: Page) -> None:
    """It rides on the event that asks: nothing of type `decided` is made by the inductee."""
    made = record(page)["events"]
    assert {one["type"] for one in made} == {"done", "asked"}


def test_it_goes_with_a_request_and_goes_when_the_work_is_not_done_after_all(page: Page) -> None:
    record(page)
    assert page.app.session.record is not None
    carried = request_events(page.app.session.record, [IDEAS])
    assert any(read_paper(one) for one in carried if one.type == "asked")
    page.do("done.undo", IDEAS)
    assert page.state.of(IDEAS).paper is None and 'id="on-paper"' not in seen(page)


def test_asking_anew_without_a_form_takes_the_claim_away(page: Page) -> None:
    record(page)
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"), decision="needs-work", note="Add one more.")
    page.do("sign.confirm")
    page.do("done", IDEAS, on=TODAY)
    assert page.state.of(IDEAS).paper is None and stands(page) is Status.WAITING


def test_the_code_on_the_form_ties_it_to_the_words(page: Page) -> None:
    printed = code(page)
    assert len(printed) == 14 and printed == spaced(printed.upper().replace(" ", "-"))
    record(page, code=printed.upper().replace(" ", ""))
    assert "The code on the form fits the words as they are now." in seen(page)
    page.answer(IDEAS, next(iter(page.state.of(IDEAS).answers)), "Better words than those on paper")
    assert "does not fit the words as they are now" in seen(page)
    assert "No code was typed" not in seen(page)


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"decision": ""}, "decision", "Select what the form says"),
        ({"decision": "needs-work"}, "decision", "Select what the form says"),
        ({"name": ""}, "name", "Enter the name on the form"),
        ({"name": " sam  EVANS "}, "name", "Nobody signs off their own work"),
        ({"role": ""}, "role", "Select the role on the form"),
        ({"kept": " "}, "kept", "Enter where the form is kept"),
        ({"signed": ""}, "signed", "Enter the date on the form"),
        ({"signed": "2026-11-23"}, "signed", "cannot be in the future"),
        ({"on": "soon"}, "on", "Enter the date you finished"),
        ({"on": "2026-11-21"}, "signed", "dated before the work was done"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(page: Page, given: dict[str, str], field: str, said: str) -> None:
    assert record(page, **given)["events"] == []
    assert said in page.problems()[IDEAS][f"paper.{field}"]
    tree = read_html(seen(page))
    assert tree.by_id("paper-record").has("open")
    if "kept" not in given:
        assert tree.by_id("c-paper-kept").get("value") == "office, my file"


def test_unfinished_work_is_not_signed_off_on_paper_and_earlier_learning_needs_no_answers() -> None:
    page = Page().start()
    assert record(page)["events"] == []
    assert "Finish what is left to do" in page.problems()[IDEAS]["paper.decision"]
    assert len(record(page, decision="earlier-learning")["events"]) == 2


def test_a_claim_written_by_hand_is_only_ever_text() -> None:
    strange = event(
        "asked", IDEAS, {"asked": True, "paper": {"signer": 3, "kept": ["x"], "signed_on": "<b>", "code": 7}}, 9
    )
    paper = read_paper(strange)
    assert paper is not None and (paper.signer.name, paper.kept, paper.code) == ("", "", "")
    page = Page().start()
    page.complete("ideas")
    page.foreign(strange)
    assert "<b>" not in seen(page) and "&lt;b&gt;" in seen(page)
    assert read_paper(event("asked", IDEAS, {"asked": True, "paper": "yes"}, 9)) is None
    assert "paper" in event_text(strange)


def test_the_form_to_print_has_a_sheet_for_each_activity_that_waits(page: Page) -> None:
    page.finish("prompts")
    page.finish("topics")
    sheets = read_html(page.html["w-sign-form"]).with_class("sign-sheet")
    assert [one.all("h2")[0].text for one in sheets] == [
        "Sign-off: 1.1 Activity of prompts",
        "Sign-off: 1.6 Activity of topics",
    ]
    first = sheets[0].text
    for words in (
        "Sam Evans",
        "Code of the words",
        "What was done",
        "Signature",
        "Signed off",
        "What whoever signs looks for",
    ):
        assert words in first
    page.do("sign-form.choose", activity=[IDEAS])
    [sheet] = read_html(page.html["w-sign-form"]).with_class("sign-sheet")
    assert code(page) in sheet.text and "Activity of ideas" in sheet.text
    page.do("sign-form.choose")
    [sheet] = read_html(page.html["w-sign-form"]).with_class("sign-sheet")
    assert "Sign-off of an activity" in sheet.text  # a blank one
    assert page.do("sign-form.print")["effects"] == [{"kind": "print"}]


def test_without_a_record_the_form_is_one_blank_sheet() -> None:
    page = Page()
    [sheet] = read_html(page.html["w-sign-form"]).with_class("sign-sheet")
    assert "Activity, number and title" in sheet.text and "Code of the words" not in sheet.text
    # An activity's own page has the boxes at its end, for paper only; one that nobody signs has none.
    boxes = read_html(seen(page)).by_id("sign-on-paper").parent
    assert boxes is not None and "print-only" in boxes.get("class")
    assert "sign-on-paper" not in page.html[f"w-{id_of('reading')}"]


def test_nothing_is_recorded_for_what_nobody_signs_or_what_is_signed_off(page: Page) -> None:
    assert page.do("paper.record", id_of("reading"), **FORM)["events"] == []
    assert page.do("paper.record", "no.such", **FORM)["events"] == []
    assert Page().do("paper.record", IDEAS, **FORM)["events"] == []
    record(page)
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert record(page)["events"] == []


def test_a_name_mistyped_from_a_form_can_be_erased_for_ever(page: Page) -> None:
    record(page, name="Alxe Mrogan", kept="the wrong drawer")
    page.do("erase.ask", IDEAS, field="paper")
    erased = page.do("erase.confirm", IDEAS)["events"][-1]
    assert erased["type"] == "erased"
    assert stands(page) is not Status.WAITING and page.state.of(IDEAS).done_on == "2026-11-18"  # the work stays done
    assert all("Mrogan" not in html and "wrong drawer" not in html for html in page.html.values())
    assert not any("Mrogan" in text for kept in page.store.values() for text in kept.values())
    record(page)
    assert stands(page) is Status.WAITING and "Alex Morgan" in seen(page)
