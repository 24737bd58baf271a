"""What the activities of section 1 ask for, refuse and say. Row numbers are those of the features list."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import RECORD, activity, answer_role, events, follow, kept, save, start, text_of, until

pytestmark = pytest.mark.browser


def test_three_ideas_are_wanted_and_the_worked_example_is_not_missing(page: Page) -> None:
    """Row 11."""
    start(page)
    follow(page, activity("1.2"))
    for number, idea in enumerate(("Say that it hurts, there and then", "Ask what was meant"), start=1):
        page.fill(f"#f-ideas--discrimination--{number}", idea)
    gaps = page.locator(".gaps")
    expect(gaps).to_contain_text("Add 1 more idea")
    expect(gaps).not_to_contain_text("open and honest")
    expect(page.locator("#done-form")).to_have_count(0)
    # The sentence leads to the box it is about.
    gaps.get_by_role("link", name="Add 1 more idea").click()
    expect(page.locator("#f-ideas--discrimination--3")).to_be_focused()
    page.keyboard.type("Tell my manager the same day")
    expect(gaps.get_by_role("link", name="Confront discrimination")).to_have_count(0)
    assert kept(page, "ideas.discrimination.3") == "Tell my manager the same day"
    # One can add more than three, and take it away again.
    page.click("#f-ideas--honest-add")
    row = page.locator("#f-ideas--honest-field textarea")
    expect(row).to_have_count(4)
    page.locator("#f-ideas--honest-field").get_by_role("button", name="Remove").click()
    expect(row).to_have_count(3)


def test_evidence_is_one_of_seven_kinds_and_only_words(page: Page) -> None:
    """Row 6."""
    start(page)
    follow(page, activity("1.1"))
    before = len(text_of(save(page)))
    page.click("#evidence-add summary")
    offered = page.locator("#c-evidence-kind option").evaluate_all("all => all.map((one) => one.value).filter(Boolean)")
    assert offered == ["notes", "log", "electronic", "photograph", "video", "audio", "witness"]
    page.click("#evidence-form button[type=submit]")
    expect(page.locator("#problems")).to_be_focused()
    expect(page.locator("#problems li")).to_have_count(4)
    page.select_option("#c-evidence-kind", "audio")
    page.fill("#c-evidence-shows", "Six minutes on how schools are shared out")
    page.fill("#c-evidence-kept", "Council drive, my induction folder")
    page.fill("#c-evidence-date", "2026-12-03")
    page.click("#evidence-form button[type=submit]")
    line = page.locator("ul.evidence li")
    expect(line).to_contain_text("Audio recording: Six minutes on how schools are shared out")
    expect(line).to_contain_text("3 December 2026")
    expect(page.locator("#problems")).to_have_count(0)
    expect(page.locator("#c-evidence-shows")).to_have_value("")  # ready for the next one
    assert len(text_of(save(page))) - before < 1000
    follow(page, RECORD)
    cells = page.locator("table.figures", has_text="Audio recording").locator("tbody tr > *")
    assert cells.all_inner_texts() == [
        "Audio recording",
        "Six minutes on how schools are shared out",
        "Council drive, my induction folder",
        "3 December 2026",
    ]


def test_a_sheet_taken_out_by_a_slip_of_the_thumb_comes_back(page: Page) -> None:
    start(page)
    follow(page, "/induction/ews/section-2/activity-2-1/")
    page.click("#f-schools-add")
    name = page.locator("input[id^='f-schools--0'][id$='--name']")
    name.fill("Ysgol Nant Lelog")
    name.blur()
    gate = page.locator("textarea[id^='f-schools--0'][id$='--late-gates']")
    gate.fill("Bob dydd Mawrth / every Tuesday")
    gate.blur()
    page.get_by_role("button", name="Remove Ysgol Nant Lelog").click()
    expect(name).to_have_count(0)
    expect(page.locator("#put-back")).to_be_focused()
    page.keyboard.press("Enter")
    expect(gate).to_have_value("Bob dydd Mawrth / every Tuesday")
    expect(page.get_by_role("button", name="Remove Ysgol Nant Lelog")).to_be_focused()
    expect(page.locator("#put-back")).to_have_count(0)


def test_sophies_later_facts_come_after_the_first_answers(page: Page) -> None:
    """Row 15."""
    start(page)
    follow(page, activity("1.5"))
    case = page.locator("#f-cases--sophie-jones-field")

    def seen() -> str:
        return case.inner_text().lower()

    early = seen()
    for spoiler in ("relapse", "neurolog", "83", "grandmother", "elderly", "carer", "take sophie away"):
        assert spoiler not in early, spoiler
    page.fill("#f-cases--sophie-jones--first--reasons", "Somebody at home may be ill at times")
    page.fill("#f-cases--sophie-jones--first--reluctance", "Fear of what we would do")
    expect(page.locator("#f-cases--sophie-jones--home-visit--support")).to_be_visible()
    later = seen()
    for fact in ("83", "relapse", "take sophie away"):
        assert fact in later, fact
    assert "young carer" not in later  # what others would raise comes last
    page.fill("#f-cases--sophie-jones--home-visit--support", "Ask for an assessment")
    expect(case).to_contain_text("limits of confidentiality", use_inner_text=True)
    assert "young carer" in seen()
    # The reader is still where the words went.
    expect(page.locator("#f-cases--sophie-jones--home-visit--support")).to_be_focused()


def test_two_are_chosen_a_third_is_refused_and_what_cannot_be_influenced_is_not_offered(page: Page) -> None:
    """Row 13."""
    start(page)
    follow(page, activity("1.4"))
    for number in (1, 2, 3):
        page.fill(f"#f-lists--good--{number}", f"Reason {number}")
        page.check(f"#f-lists--good--{number}--influence")
        expect(page.locator("#f-lists--good-field .offer")).to_have_count(number)
    page.click("#f-lists--good-add")
    expect(page.locator("#f-lists--good-field .line")).to_have_count(4)
    fourth = page.locator("#f-lists--good-field .line textarea").nth(3)
    fourth.fill("The weather")
    page.locator("#f-lists--good-field .line").nth(3).get_by_label("Cannot influence").check()
    offers = page.locator("#f-lists--good-field .offer")
    expect(offers).to_have_count(3)
    expect(page.locator("#f-lists--good-field .offer", has_text="The weather")).to_have_count(0)
    for number in (1, 2):
        page.check(f"#f-lists--good--{number}--chosen")
        expect(page.locator(f"#f-lists--good--{number}--action")).to_be_visible()
    expect(page.locator("#f-lists--good-count")).to_contain_text("2 of 2 chosen")
    page.click("#f-lists--good--3--chosen")
    expect(page.locator("#f-lists--good-field")).to_contain_text("You can choose 2")
    expect(page.locator("#f-lists--good--3--chosen")).not_to_be_checked()
    assert kept(page, "lists.good.3.chosen") is None
    # Letting one go makes room, and the sentence goes.
    page.uncheck("#f-lists--good--1--chosen")
    expect(page.locator("#f-lists--good--1--action")).to_have_count(0)
    page.check("#f-lists--good--3--chosen")
    expect(page.locator("#f-lists--good--3--action")).to_be_visible()
    expect(page.locator("#f-lists--good-field")).not_to_contain_text("You can choose 2")


@pytest.mark.parametrize("details", ["H801200001001, 12/05/2014, SA1 1AA"])
def test_a_childs_details_are_warned_of_and_never_blocked(page: Page, details: str) -> None:
    """Row 14."""
    start(page)
    follow(page, activity("1.4"))
    box = page.locator("#f-child--choice")
    expect(page.locator("#f-child--choice-field")).to_contain_text("Child A")
    box.press_sequentially(details)
    for words in ("pupil number", "date of birth", "postcode"):
        expect(page.locator("#f-child--choice-field")).to_contain_text(words)
    expect(box).to_have_value(details)
    until(page, "!document.querySelector('#f-child--choice').readOnly")
    described = (box.get_attribute("aria-describedby") or "").split()
    assert sum("warning" in one for one in described) == 3
    assert kept(page, "child.choice") == details
    page.emulate_media(media="print")
    expect(page.get_by_text("Use Child A.")).to_be_visible()


def test_the_law_has_nineteen_rows_and_says_what_holds_today(page: Page) -> None:
    """Row 28."""
    start(page)
    follow(page, activity("1.6"))
    rows = page.locator("#part-law .item--topic")
    expect(rows).to_have_count(19)
    expect(page.locator("#f-law--awcpp-field")).to_contain_text("Wales Safeguarding Procedures")
    asb = page.locator("#f-law--asb-act-field")
    expect(asb).to_contain_text("parenting contracts (section 19)")
    expect(asb).to_contain_text("remain")
    page.fill("#f-law--uncrc", "I ask the child first")
    expect(page.locator("#f-law-count")).to_contain_text("1 of 19 done")
    page.reload()  # in sittings
    expect(page.locator("#f-law--uncrc")).to_have_value("I ask the child first")
    expect(page.locator("#f-law-count")).to_contain_text("1 of 19 done")


def test_what_waits_for_a_reply_is_open_and_said_so(page: Page) -> None:
    """Row 9, with 1.1: an honest 'I have asked' is no gap that blocks, and no answer."""
    start(page)
    follow(page, activity("1.1"))
    answer_role(page)
    page.fill("#f-role--duties", "")
    page.check("#f-role--duties--open")
    expect(page.locator("#activity-status")).to_contain_text("In progress")
    expect(page.locator("#finish")).to_contain_text("1 thing is left to do")
    assert {event["type"] for event in events(page)} == {"started", "answer"}
