"""The page of dates, and the way to it from guidance."""

from collections.abc import Callable

from macros.book import ROOT, Book
from macros.links import _ID
from macros.nav import nav
from macros.pages import all_pages
from tests.schemas.conftest import Spoilt

Show = Callable[[str, str], str]


def test_every_rhythm_has_its_part_with_an_example(shown: Show) -> None:
    text = shown("dates", "all")
    assert "## When? {#clock}" in text
    assert 'id="widget-dates-clock"' in text
    assert "Monday 4 January 2027 to Monday 18 January 2027" in text
    assert "Monday 11 January 2027 to Monday 25 January 2027" in text
    assert "only with JavaScript on. The rule and an example are here" in text
    ids = [one for found in _ID.findall(text) for one in found if one]
    assert len(ids) == len(set(ids))


def test_it_stands_in_the_menu_under_handbook(book: Book) -> None:
    assert all_pages(book)["dates", "all"].address == "dates/"
    (handbook,) = [one["Handbook"] for one in nav(book, ROOT / "docs") if "Handbook" in one]
    assert {"Work out dates": "dates.md"} in handbook


def test_a_block_leads_to_the_rhythm(tiny: Spoilt, shown: Show) -> None:
    tiny.change("guidance/visits.yml", "      - steps: [Go, Come back]", "      - dates: clock")
    text = shown("guidance", "visits.home")
    assert '<a href="../../dates/#clock">When?</a>' in text
    assert "data-widget" not in text


def test_a_block_can_work_them_out_there_and_then(tiny: Spoilt, shown: Show) -> None:
    tiny.change("guidance/visits.yml", "      - steps: [Go, Come back]", "      - {dates: clock, here: true}")
    text = shown("guidance", "visits.home")
    assert 'data-widget="dates" data-subject="clock"' in text
    assert "Example: date, Monday 23 November 2026" in text
