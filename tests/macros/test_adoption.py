"""Whose rule it is, on pages, in the table of duties, in lists, and on the page of what is still open."""

from collections.abc import Callable

from macros.book import Book
from macros.pages import all_pages
from macros.pages.my_role import chooser
from tests.schemas.conftest import Spoilt

Show = Callable[[str, str], str]
OWN = """\
decisions:
  - {page: visits.home, duty: text, decision: adapted, text: "Text {service.office-phone}.", by: The manager, on: 2026-11-22}
"""


def test_a_duty_nobody_has_decided_on_says_so(shown: Show):
    assert 'class="duty__standing" data-standing="undecided"' in shown("guidance", "visits.home")


def test_the_services_own_text_comes_first_and_the_sources_stays(tiny: Spoilt, shown: Show):
    tiny.write("adoption.yml", OWN)
    for text in (shown("guidance", "visits.home"), shown("duties", "all"), shown("role", "officer")):
        own = text.index("Our service's own text")
        assert (
            own < text.index("tel:01632960120", own) < text.index("What the source says") < text.index("ring <a", own)
        )
        assert 'data-standing="adapted"' in text
    assert ': The manager, <time datetime="2026-11-22">' in shown("guidance", "visits.home")


def test_a_page_adapted_as_a_whole_says_it_under_its_title(tiny: Spoilt, shown: Show):
    tiny.write("adoption.yml", OWN.replace("duty: text, ", ""))
    text = shown("guidance", "visits.home")
    assert text.count("Our service's own text") == 1
    assert text.index("Our service's own text") < text.index("Before you go")


def test_search_results_say_what_was_decided(tiny: Spoilt, book: Book):
    assert all_pages(book)["guidance", "visits.home"].tags == ("Words",)


def test_a_row_has_an_address_and_says_what_the_filter_goes_by(shown: Show):
    text = shown("duties", "all")
    row = (
        '<tr id="row_visits.home_text" data-role="officer" data-moment="always" data-nation="wales" data-source="ews" '
        'data-strength="must" data-standing="undecided">'
    )
    assert row in text
    assert "data-duties hidden>" in text  # until the script answers
    for option in (
        'value="officer">Officer',
        'value="always">always',
        'value="ews">The pack',
        'value="undecided">Words',
    ):
        assert f"<option {option}</option>" in text


def test_a_duty_without_units_has_the_source_of_what_it_stands_in(tiny: Spoilt, shown: Show):
    tiny.change("guidance/visits.yml", "when: always, sources: [ews.info.two]", "when: always")
    assert 'data-source="ews"' in shown("duties", "all")


def test_lists_say_whose_each_page_is(shown: Show):
    text = shown("list", "guidance")
    assert '<li data-roles="officer" data-standing="undecided"><a href="../guidance/home/">' in text
    assert '<strong class="whose__standing">Words</strong>' in text
    assert '<span class="whose">For officers (Words)</span>' in text
    assert "data-my-role" in text
    assert "data-my-role" not in shown("list", "sources")


def test_my_role_is_asked_of_nobody_where_there_are_no_roles(book: Book):
    question = chooser(book, "../") or ""
    assert '<option value="officer" data-page="../roles/officer/">Officer</option>' in question
    book.handbook.roles.clear()  # type: ignore[attr-defined]
    assert chooser(book, "../") is None


def test_what_is_open_is_counted_and_linked(tiny: Spoilt, shown: Show):
    tiny.change("service.yml", "people: {head: Ms Hill}", "people: {}")
    text = shown("setup", "all")
    assert "1 of 2 local facts are not filled in" in text
    assert 'Where it is used: <a href="../induction/ews/section-1/activity-1-1/">1.1 Find out</a>' in text
    assert "1 names of people" not in text and "1 name of a person at a school is missing" in text
    assert "Hill School: Head teacher (<code>head</code>)" in text
    assert 'href="../scripts/confidentiality/hill/"' in text
    assert "1 of 1 duties" in text
    assert 'href="../guidance/home/#duty-text"' in text


def test_what_is_decided_is_no_longer_open(tiny: Spoilt, shown: Show):
    tiny.write("adoption.yml", OWN)
    text = shown("setup", "all")
    assert "0 of 1 duties are not decided yet" in text
    assert "#duty-text" not in text
    assert "Nothing is open here." in text


def test_pages_inside_a_programme_are_open_too(tiny: Spoilt, shown: Show):
    text = shown("setup", "all")
    assert "2 pages inside Induction" in text
    assert '<a href="../induction/ews/section-1/activity-1-1/">1.1 Find out</a> (<code>ews.1.1</code>)' in text
    before = int(text.partition(" pages are not decided yet")[0].rpartition(">")[2])
    tiny.write("adoption.yml", OWN.replace("visits.home, duty: text", "ews.1.1"))
    text = shown("setup", "all")
    assert "1 page inside Induction" in text
    assert f"{before - 1} pages are not decided yet" in text


def test_who_may_sign_is_listed(tiny: Spoilt, shown: Show):
    assert "Nobody is named who may sign work off" in shown("setup", "all")
    tiny.change("service.yml", "schools:\n", "sign_off: [{role: Team lead, signer: manager, name: Ms Day}]\nschools:\n")
    text = shown("setup", "all")
    assert "1 post may sign work off" in text
    assert "<strong>Team lead</strong>, Ms Day: signs as words" in text


def test_a_document_of_the_services_own_fills_its_slot(tiny: Spoilt, shown: Show):
    document = "links: [{id: risk-list, label: The list, address: https://a.example/list}]\nschools:\n"
    tiny.change("service.yml", "schools:\n", document)
    assert "0 of 2 local facts are not filled in" in shown("setup", "all")


def test_in_a_list_what_holds_here_comes_before_examples_from_elsewhere(tiny: Spoilt, shown: Show):
    page = (tiny.root / "content/guidance/visits.yml").read_text("utf-8")
    abroad = page.replace("visits.home", "visits.abroad").replace("title: Home visits", "title: Abroad")
    tiny.write("guidance/abroad.yml", abroad.replace("[wales]", "[scotland]").replace("ews.info.one", "ews.info.three"))
    text = shown("list", "guidance")
    assert text.index("Home visits</a>") < text.index("Abroad</a>")
    assert 'data-standing="elsewhere"' in text.partition("Home visits</a>")[2]
