"""Pages of every kind, from the tiny handbook."""

import re
from collections.abc import Callable

import pytest

from induction.app import static_widget
from macros.book import Book, make_book
from macros.pages import PAGE_KINDS, all_pages, body
from macros.pages.page import Here, Page
from macros.widgets import widget, widget_id
from schemas.handbook import load
from tests.schemas.conftest import Spoilt

Show = Callable[[str, str], str]


def test_every_kind_of_page_is_there(book: Book):
    assert {page.kind for page in all_pages(book).values()} == set(PAGE_KINDS)


def test_every_item_has_its_page_where_its_address_says(book: Book):
    addresses = [page.address for page in all_pages(book).values()]
    assert set(book.pages.values()) <= set(addresses)
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_begins_with_its_title_and_no_html_of_it_is_broken_by_markdown(book: Book, kind: str):
    for page in all_pages(book).values():
        if page.kind != kind:
            continue
        text = body(book, page)
        assert text.startswith("# ")
        for block in text.split("\n\n"):
            # A block is a heading or whole elements: Markdown then has nothing of its own to do.
            assert block.startswith(("#", "<")), block[:80]
            assert not re.search(r"\n\s", block), block[:80]


def test_a_section_lists_its_elements_and_adds_up_their_time(shown: Show):
    text = shown("section", "ews@section-1")
    assert "Know it" in text
    assert '<a href="../../../induction/ews/section-1/1-a/">1.a The role</a> and its reading' in text
    assert "1 h 20" in text
    assert 'class="kind kind--framework"' in text


def test_a_kind_that_we_inferred_says_so(tiny: Spoilt, shown: Show):
    tiny.change("programmes/ews/activities/1.1.yml", "kinds: [alone]", "kinds: [alone]\nkinds_inferred: true")
    assert "Worked out from the wording" in shown("activity", "ews.1.1")
    assert "(inferred)" in shown("section", "ews@section-1")


def test_what_can_be_done_alone_or_with_somebody_says_both(tiny: Spoilt, shown: Show):
    tiny.change("programmes/ews/activities/1.1.yml", "kinds: [alone]", "kinds: [with-colleague, alone]")
    assert "Your manager or an experienced colleague, or on your own" in shown("activity", "ews.1.1")


def test_an_activity_shows_the_overlays_of_all_it_carries_before_the_work(tiny: Spoilt, shown: Show):
    tiny.change("programmes/ews/activities/1.1.yml", "sources: [ews.info.two]", "sources: [ews.info.one]")
    text = shown("activity", "ews.1.1")
    assert text.index('data-overlay="no-secrets"') < text.index("data-widget")


def test_the_reading_shows_its_overlays_before_the_work(shown: Show):
    text = shown("subsection", "ews.1.a")
    assert text.index('data-overlay="no-secrets"') < text.index("data-widget")


def test_the_table_of_duties_keeps_overlays_and_leads_to_each_duty(tiny: Spoilt, shown: Show):
    tiny.change("guidance/visits.yml", "sources: [ews.info.two]", "sources: [ews.info.one]")
    for text in (shown("duties", "all"), shown("role", "officer")):
        assert 'guidance/home/#duty-text"' in text
        assert 'data-overlay="no-secrets"' in text


def test_a_duty_from_elsewhere_is_marked_in_the_table(tiny: Spoilt, shown: Show):
    tiny.change("guidance/visits.yml", "nations: [wales]", "nations: [england]")
    assert 'data-standing="elsewhere"' in shown("duties", "all")
    assert "Example from elsewhere" in all_pages(make_book(load(tiny.root)))["guidance", "visits.home"].tags


def test_a_script_names_roles_and_at_a_school_its_people(shown: Show):
    assert "I tell head teacher." in shown("script", "scripts.confidentiality")
    text = shown("script", "scripts.confidentiality@hill")
    assert "I tell Ms Hill." in text
    assert "Head teacher" in text  # who Ms Hill is
    assert '<input type="checkbox" id="covered-who" autocomplete="off">' in text
    assert "data-field" not in text
    assert "<summary>In simpler words</summary>" in text


def test_the_sheet_of_a_script_from_elsewhere_says_to_say_only_what_is_true_in_this_school(tiny: Spoilt, shown: Show):
    """Said as it stands, another nation's script promises a child what nobody here keeps: who reads the notes, and where."""
    said = "only where it is true in this school"
    assert said not in shown("script", "scripts.confidentiality@hill")
    tiny.change("scripts/confidentiality.yml", "nations: [wales]", "nations: [scotland]")
    text = shown("script", "scripts.confidentiality@hill")
    assert text.index(said) < text.index("I tell Ms Hill.")
    assert said not in shown("script", "scripts.confidentiality")  # there it stands with all there is to know
    tiny.change("scripts/confidentiality.yml", "younger: I tell.}", "younger: I tell., fixed: true}")
    assert "always stays in is said here too" in shown("script", "scripts.confidentiality@hill")


def test_a_name_that_is_not_set_is_asked_for(tiny: Spoilt, shown: Show):
    tiny.change("service.yml", "people: {head: Ms Hill}", "people: {}")
    text = shown("script", "scripts.confidentiality@hill")
    words = re.sub(r"<[^>]+>", "", text)
    assert "I tell head teacher (ask the office who this is)." in words
    assert "Ask the office who this is." in words


def test_a_name_that_is_not_set_is_a_place_for_the_readers_own(tiny: Spoilt, shown: Show):
    assert "data-widget" not in shown("script", "scripts.confidentiality@hill")  # every name is there
    tiny.change("service.yml", "people: {head: Ms Hill}", "people: {}")
    text = shown("script", "scripts.confidentiality@hill")
    assert text.index('data-widget="names"') < text.index('data-widget="name"')  # the first widget says where Python is
    bundle = make_book(load(tiny.root)).bundle
    places = re.findall(r'<span id="(name-\d)" data-widget="name" data-subject="([^"]+)"[^>]*>(.*?)</span>', text)
    assert [subject for _, subject, _ in places] == ["hill/head/ask", "hill/head/within"]
    for _, subject, words in places:  # what Python would show of an empty record: nothing moves when it comes up
        assert static_widget(bundle, "name", subject, "") == words
    assert "data-widget" not in shown("script", "scripts.confidentiality")


def test_a_fixed_point_says_that_it_stays(tiny: Spoilt, shown: Show):
    tiny.change("scripts/confidentiality.yml", "younger: I tell.}", "younger: I tell., fixed: true}")
    assert "no service may leave it out" in shown("script", "scripts.confidentiality@hill")


def test_a_script_at_a_school_is_found_once(book: Book):
    pages = all_pages(book)
    assert pages["script", "scripts.confidentiality"].searched
    assert not pages["script", "scripts.confidentiality@hill"].searched


def test_a_source_says_where_each_unit_is_carried(tiny: Spoilt, shown: Show):
    tiny.change("reference/law.yml", ", sources: [ews.info.three]", "")
    text = shown("source", "ews")
    assert 'id="unit-ews.info.two"' in text
    assert "Home visits: ring" in text
    assert "not on a page yet" in text
    assert "2 of its 3 units" in text


def test_entries_and_terms_have_addresses(shown: Show):
    assert "## Education Act 1996 {#act}" in shown("reference", "reference.law")
    assert "## EWO {#term-ewo}" in shown("glossary", "all")


def test_search_results_say_whose_rule_it_is(tiny: Spoilt, book: Book):
    assert all_pages(book)["guidance", "visits.home"].tags == ("Words",)


def test_a_widget_is_one_piece_of_html(book: Book):
    here = Here(book, Page("activity", "ews.1.1", "induction/ews/section-1/activity-1-1/", "Find out"))
    html = widget(here, "activity", "ews.1.1")
    assert not re.search(r"\n\s", html)
    assert html.startswith("<noscript")
    assert f'id="{widget_id("activity", "ews.1.1")}"' in html
    assert 'data-root="../../../../"' in html
    assert book.runtime is None and "data-runtime" not in html  # this little book was opened without one
    assert 'data-service="tiny"' in html
    assert "data-induction-problem" in html


def test_a_quiz_leads_to_its_questions_in_gift(tiny: Spoilt, shown: Show):
    assert "gift" not in shown("activity", "ews.1.1")
    option = "{id: a, text: A, why: So, right: 'yes'}, {id: b, text: B, why: Not so}"
    question = f"{{id: q, ask: Q, options: [{option}], source: S, sureness: known, checked: '2026-11-22'}}"
    tiny.change(
        "programmes/ews/activities/1.1.yml",
        "  - kind: prompts\n    id: role\n    questions:\n      - {id: what, ask: What do you do?, sources: [ews.info.two]}\n",
        f"  - {{kind: quiz, id: quiz, questions: [{question}]}}\n",
    )
    assert 'href="../../../../assets/quizzes/ews.1.1.gift"' in shown("activity", "ews.1.1")


def test_a_card_rings_what_is_set_and_says_what_is_not(tiny: Spoilt, shown: Callable[[str, str], str]):
    page = shown("card", "visits.home")
    assert 'href="tel:999"' in page and 'href="tel:01632960120"' in page
    assert "sms:" not in page and "has not said whether it has a list" in page
    tiny.change("service.yml", 'office-phone: "01632 960120"', 'risk-list: "01632 960121"')
    page = shown("card", "visits.home")
    assert 'href="sms:01632960121?&amp;body=In."' in page
    assert "tel:01632" not in page and "has not added its number" in page


def test_a_card_of_parts_that_are_not_there_is_refused(tiny: Spoilt):
    tiny.change("guidance/visits.yml", "stages: [before]", "stages: [before, during]")
    assert any("the card names the part during" in line for line in tiny.problems())
